"""What a file brings, as plain records with their row in it, and what an import would do before it does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple, NewType

from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId, Severity, Source
from desktop_app.domain.customers import Address
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.products import ProductText
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
    MAPPED_PRODUCTS = "products"
    MAPPED_COMPLAINTS = "complaints"
    MAIL = "mail"


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


# Records are made by the hundred thousand: a named tuple is as fixed as a frozen dataclass, made three times faster.


class PersonMore(NamedTuple):
    """What only files of people tell: words for a customer, and whether they agreed to news (None: not said)."""

    tags: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    news_email: bool | None = None
    news_sms: bool | None = None

    def with_more(self, other: PersonMore) -> PersonMore:
        """What two records tell of one person: all words, and of two answers to news the no."""
        return PersonMore(
            self.tags + other.tags,
            self.interests + other.interests,
            _careful(self.news_email, other.news_email),
            _careful(self.news_sms, other.news_sms),
        )


def _careful(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one if other is None else one and other


class PersonRecord(NamedTuple):
    """A customer as a file gives them; empty text means the file says nothing. `key` is the source's own id."""

    row: int  # where it stands, as a spreadsheet counts
    key: str = ""
    given: str = ""
    family: str = ""
    patronymic: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    address: Address = Address()
    birthday: Birthday | None = None
    language: str = ""
    note: str = ""
    more: PersonMore | None = None


class LineRecord(NamedTuple):
    """One article of an order in a file; amounts in minor units of the order's currency, None where not said."""

    row: int
    name: str
    quantity: int
    sku: str = ""
    unit_minor: int | None = None
    total_minor: int | None = None
    discount_minor: int | None = None
    returned: int = 0  # no file tells: kept from what the shop knows
    barcode: str = ""
    weight: int | None = None  # of one piece, in grams


class OrderRecord(NamedTuple):
    """An order as a file gives it, its lines in file order; amounts in minor units, None where it does not say."""

    row: int
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
    deliver_by: dt.date | None = None
    carrier: str = ""
    tracking: str = ""
    ship_to: Address = Address()
    note: str = ""
    lines: tuple[LineRecord, ...] = ()


class ProductRecord(NamedTuple):
    """A product as a file gives it; empty text and None mean that the file says nothing. `texts` by language."""

    row: int
    name: str = ""
    sku: str = ""
    barcode: str = ""
    price_minor: int | None = None
    currency: str = ""
    stock: int | None = None
    shelf: str = ""
    weight: int | None = None  # grams
    fragile: bool | None = None
    handling_days: int | None = None
    warranty_months: int | None = None
    link: str = ""
    care: str = ""
    note: str = ""
    interests: tuple[str, ...] = ()
    texts: tuple[ProductText, ...] = ()
    supplier: str = ""


class ComplaintRecord(NamedTuple):
    """A complaint or review as a file gives it; empty text and None mean that it says nothing.

    `key` is its own id where it came from, `answers` are the ids of the e-mails it answers, `pictures` names and bytes;
    `left_out` names what came with it and is no picture.
    """

    row: int
    text: str = ""
    key: str = ""
    source: Source = Source.MARKETPLACE
    source_name: str = ""
    received_at: str = ""  # ISO 8601, with its offset where the file has one
    subject: str = ""
    person: PersonRecord = PersonRecord(row=0)
    number: str = ""  # of the order
    rating: int | None = None
    kind: str = ""  # in the file's words
    severity: Severity | None = None
    article: str = ""
    sku: str = ""
    answers: tuple[str, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    left_out: tuple[str, ...] = ()


class Remark(StrEnum):
    """What is odd about a value that was taken all the same; the plan counts them and says so."""

    UNKNOWN_STATUS = "unknown-status"
    SHORTENED_PHONE = "shortened-phone"
    LOST_ZERO = "lost-zero"
    NO_PIECES = "no-pieces"
    BELOW_ZERO = "below-zero"


@dataclass(frozen=True, slots=True)
class Remarked:
    """One odd value of the file, with its row and column."""

    remark: Remark
    value: str
    row: int
    column: str = ""


@dataclass(frozen=True, slots=True)
class Oddity:
    """One odd value as the plan shows it: where it stands, and what was made of it."""

    place: Place
    value: str
    reason: Message


class Fate(StrEnum):
    """What an import would do with a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a known record that the file would change."""

    field: str
    old: str | Money
    new: str | Money


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """One order or person of the plan, as the preview shows it."""

    place: Place
    title: str
    detail: str
    fate: Fate
    differences: tuple[Difference, ...] = ()
    total: Money | None = None
    text: str = ""  # what was said, of a complaint


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
    totals: tuple[tuple[str, int], ...]  # (currency, minor units) of the orders that would be taken
    first_day: dt.date | None
    last_day: dt.date | None
    sample: tuple[PlannedRecord, ...]  # the first records, changed ones first
    seen_before: ImportId | None = None  # the import that took this very file already
    notes: tuple[Message, ...] = ()
    refused_count: int = 0  # all of them; `refused` lists the first 10,000
    source: str = ""  # the name that keeps this shop's order numbers apart from another's
    sheet: str = ""
    odd: tuple[Oddity, ...] = ()  # values taken all the same, the first thousand
    odd_count: int = 0  # all of them


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What an import did; `id` is 0 when nothing had to be written, as when the file was imported before."""

    id: ImportId
    changes: Changes
    new: int
    changed: int
    same: int
    refused: tuple[Refusal, ...]
    lines: int = 0
    people_new: int = 0
    complaints: tuple[ComplaintId, ...] = ()  # recorded, or those that got a reply


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
