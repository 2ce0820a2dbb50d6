"""A product: what is packed and where it lies."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.money import Money
from desktop_app.i18n import Language

ProductId = NewType("ProductId", int)
LONGEST_WARRANTY = 1200  # months
MOST_STOCK = 10_000_000  # pieces
HEAVIEST = 1_000_000  # grams
MOST_HANDLING = 365  # working days


def warranty_until(bought: dt.date, months: int) -> dt.date:
    """The last day of a warranty: the same day of the month so many months on, else that month's last (BGB § 188)."""
    year, month = divmod(bought.year * 12 + bought.month - 1 + months, 12)
    year = min(year, dt.MAXYEAR)
    return dt.date(year, month + 1, min(bought.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class ProductText:
    """What a product is called, and how to care for it, in one language; "" where the shop's own words serve."""

    language: Language
    name: str = ""
    care: str = ""


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
    stock: int | None = None  # pieces at hand, as far as the shop says
    weight: int | None = None  # grams
    handling_days: int | None = None  # working days to make it ready; None: as the shop's other products
    picture: int | None = None  # of the shop's own pictures
    texts: tuple[ProductText, ...] = ()
    interests: tuple[str, ...] = ()
    supplier: str = ""  # who makes or delivers it

    def text(self, language: Language) -> ProductText:
        """What it is called in a language and how to care for it there, as far as that was written."""
        return next((text for text in self.texts if text.language is language), ProductText(language))

    def name_in(self, language: Language) -> str:
        """What it is called in a language, in the shop's own words where nobody wrote it."""
        return self.text(language).name or self.name


@dataclass(frozen=True, slots=True)
class Product:
    """A product as kept."""

    id: ProductId
    version: int
    fields: ProductFields
