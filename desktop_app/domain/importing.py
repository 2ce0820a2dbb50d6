"""What a file brings, as plain records with their place in it, and what an import would do before it does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType

from desktop_app.domain.customers import Address
from desktop_app.domain.orders import Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message

ImportId = NewType("ImportId", int)


class FileKind(StrEnum):
    """The shapes of file the program reads."""

    SHOPIFY_ORDERS = "shopify-orders"
    SHOPIFY_CUSTOMERS = "shopify-customers"
    WOOCOMMERCE_ITEMS = "woocommerce-items"
    MAPPED_ORDERS = "orders"
    MAPPED_CUSTOMERS = "customers"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands, as a spreadsheet counts: first row 1, header included."""

    file: str
    row: int
    sheet: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing of the file that will not be taken, why, and what to do."""

    place: Place
    value: str
    reason: Message


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A customer as a file gives them; empty text means the file says nothing. `key` is the source's own id."""

    place: Place
    key: str = ""
    given: str = ""
    family: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    address: Address = Address()
    birthday: Birthday | None = None
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One article of an order in a file; amounts in minor units of the order's currency, None where not said."""

    place: Place
    name: str
    quantity: int
    sku: str = ""
    unit_minor: int | None = None
    total_minor: int | None = None


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """An order as a file gives it, its lines in file order; amounts in minor units, None where it does not say."""

    place: Place
    number: str  # as the platform shows it, text: '#1001'
    key: str  # the platform's lasting key: Id if there is one, else the number
    person: PersonRecord
    placed_at: str = ""  # ISO 8601 with the file's own offset, literal local time
    changed_at: str = ""  # when the platform last changed it, if the file says
    status: Status = Status.NEW
    paid: bool = False
    currency: str = ""
    total_minor: int | None = None
    shipping_minor: int | None = None
    discount_minor: int | None = None
    refunded_minor: int | None = None
    ship_by: dt.date | None = None
    carrier: str = ""
    tracking: str = ""
    ship_to: Address = Address()
    note: str = ""
    lines: tuple[LineRecord, ...] = field(default_factory=tuple)


class Fate(StrEnum):
    """What an import would do with a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a known record that the file would change."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """One order or person of the plan, as the preview shows it."""

    place: Place
    title: str
    detail: str
    fate: Fate
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """An import plan in figures: what would be new, changed and the same, what is refused, and totals to compare."""

    kind: FileKind
    file: str
    sha256: str
    encoding: str
    orders: bool  # True when the records are orders, False when they are people
    new: int
    changed: int
    same: int
    lines: int
    people_new: int
    refused: tuple[Refusal, ...]
    totals: tuple[tuple[str, int], ...]  # (currency, minor units) of the orders in the file
    first_day: dt.date | None
    last_day: dt.date | None
    sample: tuple[PlannedRecord, ...]  # the first records, changed ones first
    seen_before: ImportId | None = None  # the import that took this very file already
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import in the list of imports."""

    id: ImportId
    at: str
    file: str
    kind: FileKind
    new: int
    changed: int
    same: int
    refused: int
    undone: bool
