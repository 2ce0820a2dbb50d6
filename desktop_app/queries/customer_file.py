"""Everything the record shows of a customer, in a handful of statements however much it is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.consents import Consent
from desktop_app.domain.customers import Customer, CustomerId
from desktop_app.domain.happenings import Happening, HappeningKind
from desktop_app.domain.notes import Note
from desktop_app.domain.renewals import Renewal
from desktop_app.domain.settings import REGULAR_FROM, SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.consents import consents_of
from desktop_app.queries.customers import customer
from desktop_app.queries.notes import notes_of
from desktop_app.queries.orders import OrderRow, order_rows
from desktop_app.queries.people import People, people_of
from desktop_app.queries.renewals import renewals_of
from desktop_app.queries.settings import settings
from desktop_app.queries.timeline import LIMIT, timeline_with

ORDERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class CustomerFile:
    """A customer with all that belongs to them; `values` are the shop's settings (country, leap rule, regular from)."""

    customer: Customer
    regular: bool
    people: People
    consents: tuple[Consent, ...]
    notes: tuple[Note, ...]
    renewals: tuple[Renewal, ...]
    orders: tuple[OrderRow, ...]  # the latest few
    timeline: tuple[Happening, ...]
    values: SettingValues

    @property
    def id(self) -> CustomerId:
        """Whose it is."""
        return self.customer.id

    @property
    def version(self) -> int:
        """The version that was read."""
        return self.customer.version


def customer_file(shop: Shop, customer_id: CustomerId) -> CustomerFile:
    """A customer with all that belongs to them, in at most 13 statements; raises NotFound."""
    found = customer(shop, customer_id)
    values = settings(shop)
    consents, notes = consents_of(shop, customer_id), notes_of(shop, customer_id)
    happened = timeline_with(shop, customer_id, notes=notes, consents=consents)
    latest = [one.ref for one in happened if one.kind is HappeningKind.ORDER and one.ref is not None]
    return CustomerFile(
        customer=found,
        regular=found.orders >= values[REGULAR_FROM],
        people=people_of(shop, customer_id),
        consents=tuple(consents),
        notes=tuple(notes),
        renewals=tuple(renewals_of(shop, customer_id)),
        orders=tuple(order_rows(shop, latest[:ORDERS_SHOWN], values=values)),
        timeline=tuple(happened[:LIMIT]),
        values=values,
    )
