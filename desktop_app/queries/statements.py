"""Gathers everything that is kept about a customer, nothing shortened, for the statement that is handed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.greetings import forms
from desktop_app.domain.happenings import HappeningKind
from desktop_app.domain.kinds import Kind
from desktop_app.domain.listing import ComplaintFilter, OrderFilter
from desktop_app.domain.messages import OutboxFilter
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import Congratulation, DayKind, DayState, RelativeId
from desktop_app.domain.settings import SHOP_ADDRESS, SHOP_CONTACT, SHOP_LANGUAGE, SHOP_NAME
from desktop_app.domain.statements import LoggedChange, PrintedPaper, Sender, StatedComplaint, Statement
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.queries.complaints import complaint
from desktop_app.queries.consents import consents_of
from desktop_app.queries.customers import customer
from desktop_app.queries.merging import source_of
from desktop_app.queries.notes import notes_of
from desktop_app.queries.orders import order, order_ids
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.queries.people import people_of
from desktop_app.queries.renewals import renewals_of
from desktop_app.queries.resolutions import resolutions
from desktop_app.queries.settings import settings
from desktop_app.queries.timeline import timeline
from desktop_app.queries.vouchers import vouchers_of
from desktop_app.store.tables import CongratulationTable as G
from desktop_app.store.tables import FormerKeyTable as F
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import PrintItemTable as I
from desktop_app.store.tables import PrintTable as P

_ALL = 100_000  # entries of one kind: more than anybody has


def statement(shop: Shop, customer_id: CustomerId, *, language: Language | None = None) -> Statement:
    """All that is known about a customer, set in their own language where none is given; raises NotFound."""
    found, values = customer(shop, customer_id), settings(shop)
    people = people_of(shop, customer_id)
    spoken = language or found.fields.language or Language(values[SHOP_LANGUAGE])
    orders = [order(shop, OrderId(number)) for number in order_ids(shop, OrderFilter(customer=customer_id))]
    happened = timeline(shop, customer_id, limit=_ALL)
    return Statement(
        made_on=shop.today(),
        language=spoken,
        shop=Sender(values[SHOP_NAME], values[SHOP_CONTACT], values[SHOP_ADDRESS]),
        customer=found,
        forms=forms(found.fields, spoken),
        relatives=people.relatives,
        days=people.days,
        related_to=people.related_to,
        consents=tuple(consents_of(shop, customer_id)),
        notes=tuple(notes_of(shop, customer_id)),
        renewals=tuple(renewals_of(shop, customer_id)),
        orders=tuple(sorted(orders, key=lambda one: one.fields.placed_at, reverse=True)),
        prints=tuple(_prints(shop, customer_id)),
        congratulations=tuple(_congratulations(shop, customer_id)),
        changes=tuple(LoggedChange(one.at, one.title) for one in happened if one.kind is HappeningKind.CHANGE),
        sources=tuple(_sources(shop, customer_id)),
        complaints=tuple(_complaints(shop, customer_id)),
        vouchers=tuple(vouchers_of(shop, customer=customer_id)),
        messages=tuple(message_rows(shop, message_ids(shop, OutboxFilter(customer=customer_id)))),
    )


def _complaints(shop: Shop, customer_id: CustomerId) -> Iterator[StatedComplaint]:
    """Every complaint and review of a customer, the latest first."""
    for row in complaint_rows(shop, complaint_ids(shop, ComplaintFilter(customer=customer_id))):
        promised = tuple(one.words for one in resolutions(shop, row.id) if one.words)
        yield StatedComplaint(complaint(shop, row.id), row.kind_name, row.order, promised)


def _sources(shop: Shop, customer_id: CustomerId) -> list[tuple[str, str]]:
    """The shops whose files know a customer, the one they came from first, then those of records merged into theirs."""
    former = F.select(F.source, F.source_key).where(F.customer == customer_id).order_by(F.id)
    return [one for one in (source_of(shop, customer_id), *map(tuple, shop.rows(former.tuples()))) if one[0]]


def _prints(shop: Shop, customer_id: CustomerId) -> list[PrintedPaper]:
    """Every paper that was printed for a customer or one of their orders, the latest first."""
    theirs = O.select(O.id).where(O.customer == customer_id)
    query = I.select(P.at, I.kind, I.title, I.order).join(P).where((I.customer == customer_id) | I.order.in_(theirs))
    rows: list[tuple[Any, ...]] = shop.rows(query.order_by(P.at.desc(), I.id).tuples())
    return [PrintedPaper(at, Kind(kind), title if order else "") for at, kind, title, order in rows]


def _congratulations(shop: Shop, customer_id: CustomerId) -> list[Congratulation]:
    query = G.select(G.relative, G.kind, G.title, G.kept_on, G.state, G.how, G.at, G.by)
    return [
        Congratulation(
            customer_id, RelativeId(relative) if relative else None, DayKind(kind), title, kept_on, DayState(state),
            how, at, by,
        )
        for relative, kind, title, kept_on, state, how, at, by in shop.rows(
            query.where(G.customer == customer_id).order_by(G.kept_on.desc(), G.id).tuples()
        )
    ]  # fmt: skip
