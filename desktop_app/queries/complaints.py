"""Complaints, one whole with its thread and pictures, and what an action must know of many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop_app.domain.complaints import (
    CauseId,
    Complaint,
    ComplaintFields,
    ComplaintId,
    ComplaintStep,
    ComplaintWord,
    Severity,
    Source,
    State,
    Verdict,
    Way,
    counts,
)
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import ProductId
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_pictures import files_of
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import ComplaintStepTable as S
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import ComplaintWordTable as W


class ComplaintState(NamedTuple):
    """Where one complaint stands; `about` is the customer it is of, `order` what it is about."""

    id: ComplaintId
    state: State
    about: CustomerId | None
    rating: int | None
    answered_at: str = ""
    solved_at: str = ""
    promised_on: dt.date | None = None
    order: OrderId | None = None

    @property
    def counts(self) -> bool:
        """Whether it is a complaint or a warning, and no praise."""
        return counts(self.rating)

    @property
    def open(self) -> bool:
        """Whether it still wants something of the shop."""
        return self.counts and self.state is not State.SOLVED


def complaint(shop: Shop, complaint_id: ComplaintId) -> Complaint:
    """One complaint whole, in four statements; raises NotFound."""
    row = shop.row(K.select(*_WHOLE, *FIELDS).where(K.id == complaint_id))
    if row is None:
        raise NotFound(msg("There is no complaint {id} in this shop. Check the number.", id=complaint_id))
    number, version, state, answer_by, solve_by, answered_at, solved_at, promised_on = row[:8]
    return Complaint(
        ComplaintId(number),
        version,
        complaint_fields(row[8:]),
        State(state),
        moment(answer_by),
        moment(solve_by),
        answered_at,
        solved_at,
        promised_on,
        steps=steps_of(shop, [complaint_id]).get(complaint_id, ()),
        words=words_of(shop, [complaint_id]).get(complaint_id, ()),
        files=files_of(shop, [complaint_id]).get(complaint_id, ()),
    )


def complaint_states(shop: Shop, ids: Sequence[int]) -> list[ComplaintState]:
    """Where these complaints stand, each once, in the ids' order; those that are gone are left out."""
    found: dict[int, ComplaintState] = {}
    for part in in_parts(ids):
        query = K.select(K.id, K.state, K.customer, K.rating, K.answered_at, K.solved_at, K.promised_on, K.order)
        for number, state, *rest in shop.rows(query.where(among(K.id, part)).tuples()):
            found[number] = ComplaintState(number, State(state), *rest)
    return [found[number] for number in dict.fromkeys(ids) if number in found]


def complaints_of(shop: Shop, customers: Sequence[int]) -> list[ComplaintId]:
    """The complaints and reviews of these customers."""
    return [
        ComplaintId(number)
        for part in in_parts(customers)
        for (number,) in shop.rows(K.select(K.id).where(among(K.customer, part)).order_by(K.id).tuples())
    ]


def complaints_about(shop: Shop, order_id: int, customer: int | None) -> list[ComplaintId]:
    """The complaints about an order that are this customer's; nobody's where it is None."""
    whose = K.customer.is_null() if customer is None else K.customer == customer
    return [ComplaintId(number) for (number,) in shop.rows(K.select(K.id).where(K.order == order_id, whose).tuples())]


def fields_of(shop: Shop, ids: Sequence[int]) -> dict[ComplaintId, ComplaintFields]:
    """What is said of each of these complaints."""
    found: dict[ComplaintId, ComplaintFields] = {}
    for part in in_parts(ids):
        for number, *rest in shop.rows(K.select(K.id, *FIELDS).where(among(K.id, part)).tuples()):
            found[ComplaintId(number)] = complaint_fields(rest)
    return found


def steps_of(shop: Shop, ids: Sequence[int]) -> dict[ComplaintId, tuple[ComplaintStep, ...]]:
    """The steps of each of these complaints, the first first."""
    found: dict[ComplaintId, tuple[ComplaintStep, ...]] = {}
    for part in in_parts(ids):
        query = S.select(S.complaint, S.state, S.at, S.by).where(among(S.complaint, part)).order_by(S.id)
        for number, state, at, by in shop.rows(query.tuples()):
            found[number] = (*found.get(number, ()), ComplaintStep(State(state), at, by))
    return found


def words_of(shop: Shop, ids: Sequence[int]) -> dict[ComplaintId, tuple[ComplaintWord, ...]]:
    """The thread of each of these complaints, the oldest word first."""
    found: dict[ComplaintId, tuple[ComplaintWord, ...]] = {}
    for part in in_parts(ids):
        query = W.select(W.complaint, W.way, W.at, W.by, W.text, W.subject, W.channel, W.message)
        for number, way, *rest in shop.rows(query.where(among(W.complaint, part)).order_by(W.at, W.id).tuples()):
            found[number] = (*found.get(number, ()), ComplaintWord(Way(way), *rest))
    return found


def word_ids(shop: Shop, complaint_id: ComplaintId) -> list[int]:
    """The numbers of the words in a thread, in its order."""
    query = W.select(W.id).where(W.complaint == complaint_id).order_by(W.at, W.id)
    return [number for (number,) in shop.rows(query.tuples())]


def moment(text: str) -> dt.datetime | None:
    """A deadline as kept, the shop's local time; None where nothing is due."""
    return dt.datetime.fromisoformat(text) if text else None  # the shop's own local time is meant


FIELDS = (
    K.kind, K.source, K.source_name, K.source_key, K.received_at, K.customer, K.order, K.product, K.article,
    K.severity, K.verdict, K.rating, K.subject, K.text, K.packer, K.carrier, K.supplier, K.cause,
)  # fmt: skip
_WHOLE = (K.id, K.version, K.state, K.answer_by, K.solve_by, K.answered_at, K.solved_at, K.promised_on)


def complaint_fields(row: Sequence[Any]) -> ComplaintFields:
    """The columns `FIELDS` of a complaint as it is edited."""
    kind, source, source_name, source_key, received_at, customer, order, product, article = row[:9]
    severity, verdict, rating, subject, text, packer, carrier, supplier, cause = row[9:]
    return ComplaintFields(
        kind=kind,
        source=Source(source),
        source_name=source_name,
        source_key=source_key,
        received_at=received_at,
        customer=CustomerId(customer) if customer is not None else None,
        order=OrderId(order) if order is not None else None,
        product=ProductId(product) if product is not None else None,
        article=article,
        severity=Severity(severity),
        verdict=Verdict(verdict),
        rating=rating,
        subject=subject,
        text=text,
        packer=packer,
        carrier=carrier,
        supplier=supplier,
        cause=CauseId(cause) if cause is not None else None,
    )
