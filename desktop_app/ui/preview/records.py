"""Whose papers a preview makes: orders, customers or the shop; which kinds there are for them, and their details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.print_run import Remark, Severity
from desktop_app.domain.printing import FOR_SHOP, Kind, PaperDetails
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.day_people import stream_day_details
from desktop_app.queries.enclosed_papers import alone
from desktop_app.queries.printing import latest_orders, parcel_details, shop_paper, stream_people_details

_FOR_ORDERS = (
    Kind.PARCEL, Kind.THANK_YOU, Kind.PACKING_INSERT, Kind.PACKED_BY, Kind.ADDRESS, Kind.CARE_SHEET, Kind.WARRANTY,
    Kind.VOUCHER, Kind.REFERRAL, Kind.APOLOGY,
)  # fmt: skip
_FOR_CUSTOMERS = (
    Kind.BIRTHDAY, Kind.ADDRESS, Kind.CONTACTS, Kind.THANK_YOU, Kind.VOUCHER, Kind.REFERRAL, Kind.APOLOGY,
)  # fmt: skip
_FOR_DAYS = (Kind.BIRTHDAY, Kind.ADDRESS)


@dataclass(frozen=True, slots=True)
class Whose:
    """The records a person chose, `days` for cards to congratulate on them; without any the papers are the shop's."""

    orders: tuple[int, ...] = ()
    customers: tuple[int, ...] = ()
    days: tuple[tuple[DayKey, ...], ...] = ()
    complaint: ComplaintId | None = None  # whose papers, placed to be enclosed, are printed by themselves

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of paper there are for them, the usual one first."""
        if self.complaint is not None:
            return (Kind.PARCEL,)
        if self.orders:
            return _FOR_ORDERS
        if self.days:
            return _FOR_DAYS
        return _FOR_CUSTOMERS if self.customers else tuple(kind for kind in Kind if kind in FOR_SHOP)

    def kind(self, wanted: Kind | None) -> Kind:
        """The kind to begin with."""
        return wanted if wanted in self.kinds else self.kinds[0]


def details_of(
    shop: Shop, whose: Whose, kind: Kind, language: Language | None
) -> tuple[tuple[PaperDetails, ...], tuple[Remark, ...]]:
    """What the papers of this kind say for these records, and for whom there can be none."""
    if whose.complaint is not None:
        return (alone(shop, whose.complaint),), ()
    if kind in FOR_SHOP:
        return (shop_paper(shop, kind, language),), ()
    if whose.orders:
        return tuple(parcel_details(shop, whose.orders)), ()
    if whose.days:
        return tuple(stream_day_details(shop, whose.days)), ()
    people = tuple(stream_people_details(shop, kind, whose.customers))
    return _thanked(shop, people) if kind is Kind.THANK_YOU else (people, ())


def _thanked(shop: Shop, people: Sequence[PaperDetails]) -> tuple[tuple[PaperDetails, ...], tuple[Remark, ...]]:
    """A thank-you card is for an order: the newest of each of them."""
    newest = latest_orders(shop, [person.customer_id for person in people if person.customer_id is not None])
    without = tuple(
        _nothing_to_thank_for(person.title, person.customer_id) for person in people if person.customer_id not in newest
    )
    return tuple(parcel_details(shop, list(newest.values()))), without


def _nothing_to_thank_for(name: str, customer: CustomerId | None) -> Remark:
    message = msg("{name} has no order yet that a card could thank for.", name=name)
    return Remark(0, "", name, Severity.STOP, message, customer=customer, kind=Kind.THANK_YOU)
