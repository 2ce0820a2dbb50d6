"""A text as it would come out for a real record of the shop, while it is being written; one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId, full_name
from desktop_app.domain.message_texts import Composed, MessageText, compose, compose_sample
from desktop_app.domain.messages import Means, MessageKind
from desktop_app.domain.occasions import DayFacts, Occasion, RenewalFacts
from desktop_app.domain.orders import OrderId
from desktop_app.domain.renewals import RenewalId
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_facts import complaint_about
from desktop_app.queries.customers import customer
from desktop_app.queries.drafts import Composer, complaint_occasion, order_occasion
from desktop_app.queries.order_facts import orders_about
from desktop_app.queries.renewals import renewal
from desktop_app.store.tables import ComplaintTable, CustomerTable, OrderTable, RenewalTable

MOST = 50  # records to leaf through
_NEWEST = 2_000  # among which they are looked for at every word that is typed, however large the shop
_TABLES = {
    MessageKind.COMPLAINT: ComplaintTable,
    MessageKind.READY: ComplaintTable,
    MessageKind.RENEWAL: RenewalTable,
    MessageKind.GREETING: CustomerTable,
    MessageKind.FREE: CustomerTable,
}  # of all others it is the order


@dataclass(frozen=True, slots=True)
class Preview:
    """How a text comes out for one record, “3 of 50”; without any record it is shown on samples, `of` being 0."""

    composed: Composed
    title: Message | str
    place: int = 0
    of: int = 0


def preview(shop: Shop, text: MessageText, *, place: int = 0, short: bool = False, person: str = "") -> Preview:
    """A text for the record at a place, those it is meant for and the newest first; raises Invalid as it is read."""
    table = _TABLES.get(text.key.kind, OrderTable)
    newest = table.select(table.id).order_by(table.id.desc()).limit(_NEWEST)
    query = table.select(table.id).where(table.id.in_(newest)).order_by(*_suited(text), table.id.desc()).limit(MOST)
    ids = [number for (number,) in shop.rows(query.tuples())]
    if not ids:
        return Preview(compose_sample(text), msg("Shown on an example: there is no such record in the shop yet."))
    place %= len(ids)
    composer = Composer(shop, person=person)
    occasion, title = _occasion(composer, text, ids[place], short=short)
    made = compose(text, replace(occasion, sender=composer.sender), short=short)
    return Preview(made, title, place, len(ids))


def _suited(text: MessageText) -> tuple[Any, ...]:
    """Records the text is meant for come first: orders at that step, complaints of that kind."""
    kind = text.key.kind
    if kind is MessageKind.COMPLAINT:
        return ((ComplaintTable.kind == text.key.name.partition("/")[0]).desc(),)
    return () if kind in _TABLES else ((OrderTable.status == kind.value).desc(),)


def _occasion(composer: Composer, text: MessageText, number: int, *, short: bool) -> tuple[Occasion, Message | str]:
    shop, kind = composer.shop, text.key.kind
    if kind in (MessageKind.COMPLAINT, MessageKind.READY):
        about = complaint_about(shop, ComplaintId(number), composer.values)
        said = msg("Complaint {id} · {name}", id=number, name=full_name(about.reader) or about.reader.address.name)
        return complaint_occasion(about, means=Means.SMS if short else about.means), said
    if kind is MessageKind.RENEWAL:
        one = renewal(shop, RenewalId(number))
        owner = customer(shop, one.customer).fields
        facts = RenewalFacts(one.fields.what, one.next_on, one.fields.amount)
        return Occasion((owner,), renewal=facts), f"{one.fields.what} · {full_name(owner)}"
    if kind in (MessageKind.GREETING, MessageKind.FREE):
        owner = customer(shop, CustomerId(number)).fields
        day = DayFacts(title="…") if kind is MessageKind.GREETING else None
        return Occasion((owner,), day=day), full_name(owner)
    found = orders_about(shop, [number], composer.values)[OrderId(number)]
    name = full_name(found.reader) or found.reader.address.name
    return order_occasion(found), f"{found.facts.number} · {name}" if name else found.facts.number
