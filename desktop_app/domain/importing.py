"""What a file brings, as plain records with their row in it, and what an import would do before it does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple, NewType

from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId, Severity, Source
from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import Address, Contact, LabelledAddress
from desktop_app.domain.file_kinds import Brings, FileKind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.people import Relation, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.products import ProductText
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message

ImportId = NewType("ImportId", int)


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


class RelativeRecord(NamedTuple):
    """Somebody around a customer as a file gives them, with their own days."""

    relation: Relation
    given: str = ""
    family: str = ""
    relation_words: str = ""  # where the relation is OTHER
    days: tuple[SpecialDay, ...] = ()


class OwnFields(NamedTuple):
    """What only Cordial's own files tell of a customer, as columns of their row; empty and None are not said."""

    name_to: str = ""
    gender: str = ""
    called: str = ""
    called_to: str = ""
    opening: str = ""
    channel: str = ""
    congratulate: bool | None = None
    deceased: bool | None = None
    name_day: bool | None = None
    lead_days: int | None = None
    extra_care: bool | None = None


class PersonMore(NamedTuple):
    """What only files of people tell of a customer beside their own row.

    Words, whether they agreed to news (None: not said), further ways to reach them, further addresses, days kept each
    year beside their birthday, and the people around them.
    """

    tags: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    news_email: bool | None = None
    news_sms: bool | None = None
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[LabelledAddress, ...] = ()
    days: tuple[SpecialDay, ...] = ()
    relatives: tuple[RelativeRecord, ...] = ()
    agreed: tuple[Purpose, ...] = ()
    own: OwnFields | None = None

    def with_more(self, other: PersonMore) -> PersonMore:
        """What two records tell of one person: all words, and of two answers to news the no."""
        return PersonMore(
            self.tags + other.tags,
            self.interests + other.interests,
            _careful(self.news_email, other.news_email),
            _careful(self.news_sms, other.news_sms),
            self.contacts + other.contacts,
            self.addresses + other.addresses,
            self.days + other.days,
            self.relatives + other.relatives,
            self.agreed + other.agreed,
            self.own or other.own,
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
    borrowed: bool = False  # the name is an address's and may be another's: it only fills an empty one


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


class OrderExtra(NamedTuple):
    """What only Cordial's own files tell of an order; taken where the order is new."""

    note_to: str = ""
    packer_note: str = ""
    gift: bool = False


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
    unsaid: bool = False  # the file tells no order's status: an old one is not to be packed again
    outline: bool = False  # a report, which tells less than an export: it fills what is empty and overrules nothing
    shop: str | None = None  # the source shop, where each row names it; else it is the file's
    reckoned: bool = False  # its total is worked out from its articles, and overrules none that a platform told
    extra: OrderExtra | None = None


PAST_DAYS = 30  # after which an order of unsaid status counts as delivered


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


class SalesRecord(NamedTuple):
    """What a platform's report of sales comes to that names no orders; amounts in minor units, pieces as counted."""

    row: int  # its last
    currency: str
    revenue_minor: int = 0  # what was sold less what came back
    payout_minor: int | None = None  # what of it the platform pays out
    fees_minor: int = 0  # what it keeps besides: delivery, storage, fines
    sold: int = 0
    returned: int = 0
    first_day: str = ""
    last_day: str = ""


class Remark(StrEnum):
    """What is odd about a value that was taken all the same; the plan counts them and says so."""

    UNKNOWN_STATUS = "unknown-status"
    SHORTENED_PHONE = "shortened-phone"
    LOST_ZERO = "lost-zero"
    NO_PIECES = "no-pieces"
    BELOW_ZERO = "below-zero"
    CANCELLED_PART = "cancelled-part"
    LEFT_OUT = "left-out"
    NO_CUSTOMER = "no-customer"
    JOINED = "joined"
    NO_DAY = "no-day"
    PACKED_TEXT = "packed-text"
    TEST_ROW = "test-row"
    NO_ORDER = "no-order"
    UNKNOWN_REFUND = "unknown-refund"
    NO_CURRENCY = "no-currency"


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
    born: Birthday | None = None


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """An import plan in figures: what would be new, changed and the same, what is refused, and totals to compare."""

    kind: FileKind
    file: str
    sha256: str
    encoding: str
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
    proposed: int = 0  # new people who may be customers called the same: FileMapping.same_names says whether they are
    people: int = 0  # different customers in the file, new or known
    birthdays: int = 0  # in a file of people: theirs and those of the people around them
    other_days: int = 0
    relatives: int = 0

    @property
    def orders(self) -> bool:
        """Whether the records are orders."""
        return self.kind.brings is Brings.ORDERS


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
