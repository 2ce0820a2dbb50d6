"""What goes on paper for one customer or order, as plain details; the log's rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NewType

from desktop_app.domain.customers import Address, CustomerFields, CustomerId, full_name
from desktop_app.domain.kinds import ENCLOSED, FOR_SHOP, KIND_NAMES, OF_PRODUCTS, PARCEL_PAPERS, ROWS, Kind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import DayKind, RelativeId, about_day
from desktop_app.domain.reaching import Standing
from desktop_app.domain.shop_words import Part
from desktop_app.domain.signatures import signature_key
from desktop_app.i18n import Language

if TYPE_CHECKING:  # only the log knows printers
    from desktop_app.domain.print_outcome import PrintOutcome

__all__ = [
    "ENCLOSED",
    "FOR_SHOP",
    "KIND_NAMES",
    "OF_PRODUCTS",
    "PARCEL_PAPERS",
    "ROWS",
    "ApologyDetails",
    "BirthdayDetails",
    "ContactDetails",
    "EnclosedDetails",
    "Kind",
    "LineDetails",
    "PaperDetails",
    "PrintId",
    "PrintRow",
    "ProductDetails",
    "ShopDetails",
    "VoucherDetails",
]

PrintId = NewType("PrintId", int)


@dataclass(frozen=True, slots=True)
class ShopDetails:
    """The shop as its papers show it.

    `logo` is a picture's file content (PNG, JPEG or WebP), empty without one; so are `pictures` by the sha256 a design
    names them by and `signatures` by their signature_key; `colours` are #RRGGBB by name.
    """

    name: str
    contact: str = ""
    link: str = ""
    logo: bytes = b""
    address: str = ""  # the sender's, as it stands on a label
    colours: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    signatures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

    def signature_of(self, person: str) -> bytes:
        """The signature of who packs as a picture, empty where the name stands instead."""
        return self.signatures.get(signature_key(person), b"")


@dataclass(frozen=True, slots=True)
class LineDetails:
    """One article on an insert."""

    quantity: int
    name: str
    sku: str = ""
    total: Money | None = None


@dataclass(frozen=True, slots=True)
class VoucherDetails:
    """What a voucher is worth: an amount, a percentage, or `what` in the shop's own words; the code redeems it."""

    code: str
    worth: Money | None = None
    percent: int | None = None
    what: str = ""
    valid_until: dt.date | None = None
    amends: bool = False  # it was given to make a complaint good: that is no promotion


@dataclass(frozen=True, slots=True)
class ApologyDetails:
    """What went wrong, and what the shop promised to do about it, in words that may stand on paper."""

    what: str = ""
    promised: str = ""


@dataclass(frozen=True, slots=True)
class EnclosedDetails:
    """An apology card or a voucher that goes with a parcel; `about` tells it from others of its kind there."""

    kind: Kind
    about: str
    apology: ApologyDetails = ApologyDetails()
    voucher: VoucherDetails | None = None


@dataclass(frozen=True, slots=True)
class BirthdayDetails:
    """The day a person is congratulated on, and the age they reach (or the years since) where the year is known.

    `title` is the shop's own words for a day of another kind.
    """

    on: dt.date
    age: int | None = None
    kind: DayKind = DayKind.BIRTHDAY
    title: str = ""


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """A product as its papers explain it; `link` leads to the film or page that shows how."""

    name: str
    sku: str = ""
    care: str = ""
    warranty_months: int = 0
    link: str = ""

    @property
    def title(self) -> str:
        """What tells its sheet from those of an order's other articles."""
        return " · ".join(part for part in (self.name, self.sku) if part)

    def has(self, kind: Kind) -> bool:
        """Whether there is something to say of it on a paper of this kind."""
        return bool(self.warranty_months if kind is Kind.WARRANTY else self.care or self.link)


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """One person on a contact sheet; where they live `abroad` their country is said."""

    name: str
    phone: str = ""
    email: str = ""
    address: Address = Address()
    note: str = ""
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """What one record's papers need, in the customer's language; what a kind of paper does not need stays empty.

    Whoever makes one tells how its reader stands: the press holds back what they may not be given now.
    """

    order: OrderId | None
    number: str  # of the order; empty without one
    language: Language
    customer: CustomerFields
    customer_id: CustomerId | None
    lines: tuple[LineDetails, ...] = ()
    total: Money | None = None
    placed_on: dt.date | None = None
    note: str = ""  # from the shop to the customer
    first: bool = False
    regular: bool = False
    qr: str = ""  # the text of the QR code; empty: none
    address: Address | None = None
    abroad: bool = False  # whether the address is in another country than the shop
    labelled: bool = False  # whether the address lies among the parcel's papers
    voucher: VoucherDetails | None = None
    referral: str = ""  # the customer's own code for friends
    apology: ApologyDetails | None = None
    birthday: BirthdayDetails | None = None
    product: ProductDetails | None = None
    products: tuple[ProductDetails, ...] = ()  # of a parcel: those with papers of their own
    gift: str = ""
    people: tuple[ContactDetails, ...] = ()
    relative: RelativeId | None = None  # whose card it is where they are somebody around the customer
    together: tuple[CustomerFields, ...] = ()  # all whom one card is for, where they are several
    parts: tuple[Part, ...] = ()  # of the shop's promise or mission
    standing: Standing = field(kw_only=True)
    enclosed: tuple[EnclosedDetails, ...] = ()  # papers that go with the parcel; without an order, by themselves
    enclosure: str = ""  # which of them this paper is; empty for any other

    @property
    def title(self) -> str:
        """What a person knows the record by: the order's number, else the customer's name, else the product's."""
        if self.number:
            return self.number
        named = ", ".join(name for name in map(full_name, self.together or (self.customer,)) if name)
        return named or (self.product.name if self.product else "")

    @property
    def about(self) -> str:
        """What tells it from other papers of its kind for the same person: the day, where it is no birthday."""
        if self.enclosure:
            return self.enclosure
        return about_day(self.birthday.kind, self.birthday.title) if self.birthday else ""


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One run in the print log."""

    id: PrintId
    at: str
    kind: Kind
    stock: str
    by: str
    cards: int
    sheets: int
    undone: bool
    printer: str = ""
    outcome: PrintOutcome | None = None  # None: it went to no printer
