"""Which complaints a list shows, in its order, and each as a row of it with everything a column may tell."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Case, fn

from desktop_app.domain.complaints import ComplaintId, Severity, Source, State, Verdict, counts
from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.listing import ComplaintFilter, Sort
from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import ProductId
from desktop_app.domain.text import shorten
from desktop_app.domain.urgency import Urgency, Watch
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_filter import NEXT_DUE, complaint_conditions
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.complaints import moment
from desktop_app.queries.deadlines import watch
from desktop_app.queries.listing import among, ids_in_order, off_index, unknown_last
from desktop_app.store.tables import CauseTable as U
from desktop_app.store.tables import ComplaintFileTable as F
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """One complaint in a list; `due_by` is the deadline that comes next and `urgency` how near it is."""

    id: ComplaintId
    received_at: str
    received_on: dt.date
    customer_id: CustomerId | None
    customer: str
    order_id: OrderId | None
    order: str  # its number
    product: ProductId | None
    article: str
    kind: str  # its code
    kind_name: Message
    source: Source
    source_name: str
    severity: Severity
    verdict: Verdict
    rating: int | None
    subject: str
    text: str
    state: State
    answer_by: dt.datetime | None
    solve_by: dt.datetime | None
    due_by: dt.datetime | None
    urgency: Urgency
    answered_at: str
    solved_at: str
    promised_on: dt.date | None
    packer: str
    carrier: str
    supplier: str
    cause: str
    pictures: int

    @property
    def open(self) -> bool:
        """Whether it still wants something of the shop."""
        return self.state is not State.SOLVED and counts(self.rating)

    @property
    def solved_on(self) -> dt.date | None:
        """The day it was solved, if it is."""
        return dt.date.fromisoformat(self.solved_at[:10]) if self.solved_at and self.state is State.SOLVED else None

    @property
    def title(self) -> str:
        """What it says in a line: its subject, else how its text begins."""
        return self.subject or shorten(self.text, 80)


def complaint_ids(
    shop: Shop,
    wanted: ComplaintFilter = ComplaintFilter(),
    sort: Sort = Sort("received", descending=True),
    *,
    limit: int | None = None,
) -> array[int]:
    """The ids of all complaints a list shows, in its order, in one statement."""
    query = K.select(K.id)
    if sort.key == "customer":
        query = query.join(C, JOIN.LEFT_OUTER, on=K.customer == C.id)
    elif sort.key == "order":
        query = query.join(O, JOIN.LEFT_OUTER, on=K.order == O.id)
    elif sort.key == "cause":
        query = query.join(U, JOIN.LEFT_OUTER, on=K.cause == U.id)
    conditions = list(complaint_conditions(shop, wanted))
    if conditions:
        query = query.where(*conditions)
    return ids_in_order(shop, query.order_by(*_order(sort, narrowed=bool(conditions))), limit)


def complaint_rows(shop: Shop, ids: Sequence[int], *, clock: Watch | None = None) -> list[ComplaintRow]:
    """The complaints of these ids, in the ids' order, in three statements; those that are gone are left out.

    `clock` is that of the same look, where there is one already.
    """
    if not ids:
        return []
    names, clock = kind_names(shop), clock or watch(shop)
    query = (
        K.select(*_SUMMARY)
        .join(C, JOIN.LEFT_OUTER, on=K.customer == C.id)
        .switch(K)
        .join(O, JOIN.LEFT_OUTER, on=K.order == O.id)
        .switch(K)
        .join(U, JOIN.LEFT_OUTER, on=K.cause == U.id)
    )
    found = {row[0]: _row(row, names, clock) for row in shop.rows(query.where(among(K.id, ids)).tuples())}
    return [found[number] for number in ids if number in found]


_PICTURES = F.select(fn.COUNT(F.id)).where(F.complaint == K.id)
_SUMMARY = (
    K.id, K.received_at, K.received_on, K.customer, C.given, C.family, C.company, C.email, C.phone, K.order, O.number,
    K.product, K.article, K.kind, K.source, K.source_name, K.severity, K.verdict, K.rating, K.subject,
    K.text, K.state, K.answer_by, K.solve_by, NEXT_DUE, K.answered_at, K.solved_at,
    K.promised_on, K.packer, K.carrier, K.supplier, U.name, _PICTURES,
)  # fmt: skip


def _row(row: Sequence[Any], names: dict[str, Message], clock: Watch) -> ComplaintRow:
    number, at, on, whose, given, family, company, email, phone, order, order_number, product, article = row[:13]
    kind, source, where, severity, verdict, rating, subject, text, state, answer_by, solve_by, due = row[13:25]
    answered_at, solved_at, promised_on, packer, carrier, supplier, cause, pictures = row[25:]
    due_by = moment(due or "")
    return ComplaintRow(
        id=ComplaintId(number),
        received_at=at,
        received_on=on,
        customer_id=whose,
        customer=display_name(given or "", family or "", company or "", email=email or "", phone=phone or ""),
        order_id=order,
        order=order_number or "",
        product=product,
        article=article,
        kind=kind,
        kind_name=names.get(kind) or msg("{kind}", kind=kind),
        source=Source(source),
        source_name=where,
        severity=Severity(severity),
        verdict=Verdict(verdict),
        rating=rating,
        subject=subject,
        text=text,
        state=State(state),
        answer_by=moment(answer_by),
        solve_by=moment(solve_by),
        due_by=due_by,
        urgency=clock.urgency(due_by),
        answered_at=answered_at,
        solved_at=solved_at,
        promised_on=promised_on,
        packer=packer,
        carrier=carrier,
        supplier=supplier,
        cause=cause or "",
        pictures=pictures,
    )


def ranked(column: Any, values: Sequence[str]) -> Any:
    """Sorts a column by the place its value has among these."""
    return Case(column, [(value, place) for place, value in enumerate(values)], 99)


_TEXTS = {
    "article": K.article, "kind": K.kind, "source": K.source, "where": K.source_name, "packer": K.packer,
    "carrier": K.carrier, "supplier": K.supplier, "answer_by": K.answer_by, "solve_by": K.solve_by,
    "solved": K.solved_at, "text": K.text,
}  # fmt: skip
_COLUMNS = {
    "rating": K.rating, "pictures": off_index(_PICTURES), "promised": K.promised_on, "customer": C.sort_key,
    "due": NEXT_DUE, "cause": U.name_key, "said": fn.LOWER(fn.COALESCE(fn.NULLIF(K.subject, SQL("''")), K.text)),
    "severity": ranked(K.severity, tuple(Severity)), "verdict": ranked(K.verdict, tuple(Verdict)),
    "state": ranked(K.state, tuple(State)),
}  # fmt: skip


def _order(sort: Sort, *, narrowed: bool) -> list[Any]:
    down = sort.descending
    last = K.id.desc() if down else K.id
    if sort.key == "id":
        return [last]
    if sort.key == "order":  # shorter numbers are smaller: 999 before 1000
        keys = (fn.LENGTH(O.number_key), O.number_key)
        return [*(unknown_last(key, down) for key in keys), last]
    if sort.key in _TEXTS:
        return [unknown_last(fn.NULLIF(_TEXTS[sort.key], SQL("''")), down), last]
    column = _COLUMNS.get(sort.key)
    if column is not None:
        return [unknown_last(column, down), last]
    day = off_index(K.received_on) if narrowed else K.received_on
    return [unknown_last(day, down), K.received_at.desc() if down else K.received_at, last]
