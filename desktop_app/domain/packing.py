"""What a packer works on: a parcel with its articles and checklist, and what became of one scan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import ProductId
from desktop_app.domain.promise import Standing
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language

PackingStepId = NewType("PackingStepId", int)


class Needs(StrEnum):
    """The parcels a step of the checklist is for."""

    EVERY = ""
    FRAGILE = "fragile"
    GIFT = "gift"
    FIRST = "first"
    ABROAD = "abroad"
    EXTRA_CARE = "extra-care"


@dataclass(frozen=True, slots=True)
class PackingStep:
    """One step of the owner's checklist; in a language that is missing another one serves."""

    texts: tuple[tuple[Language, str], ...]
    needs: Needs = Needs.EVERY
    id: PackingStepId = PackingStepId(0)


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """One article of a parcel as the bench shows it; `checked` pieces were scanned, `missing` ones cannot be had."""

    position: int
    name: str
    quantity: int
    sku: str = ""
    barcode: str = ""
    shelf: str = ""
    fragile: bool = False
    product: ProductId | None = None
    picture: int | None = None
    checked: int = 0

    @property
    def done(self) -> bool:
        """Whether all pieces were checked."""
        return self.checked >= self.quantity


@dataclass(frozen=True, slots=True)
class Parcel:
    """One order as a packer may see it: no phone, e-mail, spending or complaint, only what the parcel needs."""

    order: OrderId
    version: int
    number: str
    name: str  # to whom it goes, as on the parcel
    standing: Standing
    days_late: int
    ship_by: dt.date | None
    language: Language  # of the papers
    lines: tuple[ParcelLine, ...]
    steps: tuple[PackingStep, ...]
    first: bool = False
    regular: bool = False
    extra_care: bool = False  # the fact that there was a complaint before
    gift: bool = False  # a present: no prices on the papers
    note: str = ""  # the customer's wish
    packer_note: str = ""
    carrier: str = ""
    tracking: str = ""
    surprise: str = ""  # the gift that goes in, as the gift engine says
    surprise_shelf: str = ""
    set_aside: str = ""


class Scan(StrEnum):
    """What became of one scan."""

    RIGHT = "right"  # one piece checked
    LINE_DONE = "line-done"
    ALL_DONE = "all-done"
    WRONG = "wrong"  # no such article in this parcel
    TOO_MANY = "too-many"
