"""How a file is to be read where its form does not say: which column is what, and how it is written; asked once."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class DateOrder(StrEnum):
    """Which part of 03/04/25 comes first."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Price(StrEnum):
    """What a price column holds: the price of one piece, or of the whole line."""

    UNIT = "unit"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class FileMapping:
    """Everything about reading a file that a person may settle, empty: find out. A TOML file, remembered per source."""

    kind: FileKind | None = None
    source: str = ""
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    same_names: bool = False  # who has only a name and a day is the one customer called so
    headless: bool = False  # the first row holds values already; columns are called (A), (B)…
    date_order: DateOrder | None = None
    decimal: str = ""  # the sign before cents, "." or ","
    price: Price | None = None
    currency: str = ""  # for files that do not name one
    columns: Pairs[str, str] = field(default_factory=dict)  # field of MAP_FIELDS -> heading as FileLook labels it
    statuses: Pairs[str, str] = field(default_factory=dict)  # the platform's word -> one of our Status values


@dataclass(frozen=True, slots=True)
class MapField:
    """One thing a column may hold, and which files may have it: of orders, of people, of products, of complaints."""

    name: str
    label: Message
    orders: bool = True
    people: bool = False
    products: bool = False
    complaints: bool = False

    def fits(self, kind: FileKind) -> bool:
        """Whether a file of this kind may have it."""
        of = {
            FileKind.MAPPED_CUSTOMERS: self.people,
            FileKind.MAPPED_PRODUCTS: self.products,
            FileKind.MAPPED_COMPLAINTS: self.complaints,
        }
        return of.get(kind, self.orders)


def _goods(name: str, label: Message) -> MapField:
    return MapField(name, label, orders=False, products=True)


def _said(name: str, label: Message) -> MapField:
    return MapField(name, label, orders=False, complaints=True)


MAP_FIELDS: tuple[MapField, ...] = (
    MapField("number", msg("Order number"), complaints=True),
    MapField("key", msg("Lasting number of the record"), people=True, complaints=True),
    MapField("person_key", msg("Customer number")),
    MapField("placed_at", msg("Order date")),
    MapField("changed_at", msg("Date of the last change")),
    MapField("status", msg("Status")),
    MapField("paid", msg("Paid")),
    MapField("currency", msg("Currency"), products=True),
    MapField("total", msg("Order total")),
    MapField("shipping", msg("Delivery cost")),
    MapField("discount", msg("Discount")),
    MapField("tax", msg("Tax")),
    MapField("refunded", msg("Refunded")),
    MapField("ship_by", msg("To be posted by")),
    MapField("deliver_by", msg("To be delivered by")),
    MapField("carrier", msg("Carrier")),
    MapField("tracking", msg("Tracking number")),
    MapField("note", msg("Note"), people=True, products=True),
    MapField("name", msg("Whole name"), people=True, complaints=True),
    MapField("given", msg("Given name"), people=True, complaints=True),
    MapField("patronymic", msg("Patronymic"), people=True),
    MapField("family", msg("Family name"), people=True, complaints=True),
    MapField("company", msg("Company"), people=True),
    MapField("email", msg("E-mail"), people=True, complaints=True),
    MapField("phone", msg("Phone"), people=True, complaints=True),
    MapField("street", msg("Street"), people=True),
    MapField("city", msg("City"), people=True),
    MapField("region", msg("Region"), people=True),
    MapField("postcode", msg("Postcode"), people=True),
    MapField("country", msg("Country"), people=True, complaints=True),
    MapField("language", msg("Language"), people=True, complaints=True),
    MapField("birthday", msg("Birthday"), people=True),
    MapField("tags", msg("Tags"), orders=False, people=True),
    MapField("interests", msg("Interests"), orders=False, people=True, products=True),
    MapField("news_email", msg("Agreed to news by e-mail"), orders=False, people=True),
    MapField("news_sms", msg("Agreed to news by text message"), orders=False, people=True),
    MapField("ship_name", msg("Recipient")),
    MapField("product", msg("Article"), products=True, complaints=True),
    MapField("sku", msg("Article code (SKU)"), products=True, complaints=True),
    MapField("quantity", msg("Quantity")),
    MapField("price", msg("Price"), products=True),
    MapField("barcode", msg("Barcode"), products=True),
    _goods("stock", msg("Stock")),
    _goods("shelf", msg("Shelf")),
    MapField("weight", msg("Weight"), products=True),
    _goods("fragile", msg("Fragile")),
    _goods("handling_days", msg("Days to make ready")),
    _goods("warranty_months", msg("Warranty in months")),
    _goods("link", msg("How-to address")),
    _goods("care", msg("Care instructions")),
    _goods("supplier", msg("Supplier")),
    _goods("name_en", msg("Name in English")),
    _goods("name_ru", msg("Name in Russian")),
    _goods("name_lv", msg("Name in Latvian")),
    _goods("care_en", msg("Care in English")),
    _goods("care_ru", msg("Care in Russian")),
    _goods("care_lv", msg("Care in Latvian")),
    _said("text", msg("What was said")),
    _said("good", msg("What was good")),
    _said("bad", msg("What was bad")),
    _said("rating", msg("Stars")),
    _said("received_at", msg("Date received")),
    _said("subject", msg("Subject")),
    _said("kind", msg("Kind of complaint")),
    _said("severity", msg("How bad it is")),
    _said("source", msg("Where it was said")),
)


class Spelling(NamedTuple):
    """The same words of a file as one encoding spells them."""

    encoding: str
    text: str


@dataclass(frozen=True, slots=True)
class PriceProof:
    """One order of a table worked out both ways (amounts in hundredths), and how many orders bear out each way."""

    number: str
    lines: tuple[tuple[int, int], ...]  # pieces and price
    total: int
    shipping: int
    tax: int
    discount: int
    by_unit: int
    by_line: int


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file as it looks before a plan: what it is taken for, its headings and first rows, and how it would be read."""

    file: str
    kind: FileKind | None  # None: nobody can tell yet, ask for the columns
    platform: str  # "Shopify", "Etsy"…; empty for a table of no known platform
    encoding: str
    encodings: tuple[str, ...]  # to switch to when the sample looks wrong
    separator: str
    sheets: tuple[str, ...]
    headings: tuple[str, ...]  # each once: a heading that stands twice is told apart by its column, "Email (C)"
    sample: tuple[tuple[str, ...], ...]
    mapping: FileMapping  # the guess, complete or not
    missing: tuple[str, ...]  # fields that must be given before it can be read
    letters: tuple[Spelling, ...] = ()  # some words, as read first; empty where nobody need choose
    proof: PriceProof | None = None  # of what the price column holds
