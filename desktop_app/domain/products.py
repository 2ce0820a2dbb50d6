"""A product: what is packed and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.money import Money

ProductId = NewType("ProductId", int)
LONGEST_WARRANTY = 1200  # months


@dataclass(frozen=True, slots=True)
class ProductFields:
    """Everything a person may edit of a product."""

    sku: str = ""
    name: str = ""
    barcode: str = ""
    price: Money | None = None
    shelf: str = ""
    fragile: bool = False
    care: str = ""
    warranty_months: int = 0  # none
    link: str = ""  # to the film or page that shows how to use or mend it
    note: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """A product as kept."""

    id: ProductId
    version: int
    fields: ProductFields
