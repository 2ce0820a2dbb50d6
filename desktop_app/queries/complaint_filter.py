"""The conditions that narrow a list of complaints, and which deadline of one comes next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import SQL, Case, Value, fn

from desktop_app.domain.complaints import MEDIOCRE
from desktop_app.domain.listing import ComplaintFilter
from desktop_app.domain.text import clean, words_of
from desktop_app.queries import Engine, Shop
from desktop_app.queries.deadlines import kept, watch
from desktop_app.queries.matching import customers_matching, order_number_begins
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O

_MOST_WORDS = 8
UNSOLVED = K.state != SQL("'solved'")  # written as the partial index says it
COUNTS = K.rating.is_null() | (K.rating <= MEDIOCRE)
OPEN = UNSOLVED & COUNTS
# What is due next: the first answer or the solution, whichever is nearer; NULL for nothing.
NEXT_DUE = Case(
    None,
    [((K.answer_by != "") & ((K.solve_by == "") | (K.answer_by <= K.solve_by)), K.answer_by)],
    fn.NULLIF(K.solve_by, SQL("''")),
)


def complaint_conditions(shop: Shop, wanted: ComplaintFilter) -> Iterator[Any]:
    """The conditions a filter sets; none where it narrows nothing."""
    if wanted.text.strip():
        yield complaints_matching(shop, wanted.text)
    if wanted.state:
        yield K.state.in_([state.value for state in wanted.state])
    if wanted.open or wanted.late or wanted.due:
        yield OPEN
    if wanted.late or wanted.due:
        yield reduce(or_, _standing(shop, wanted))
    if wanted.reviews:
        yield K.rating.is_null(False)
    if wanted.praise:
        yield K.rating > MEDIOCRE
    if wanted.rating_to is not None:
        yield K.rating <= wanted.rating_to
    for column, value in (
        (K.kind, wanted.kind), (K.source, wanted.source), (K.severity, wanted.severity), (K.verdict, wanted.verdict),
    ):  # fmt: skip
        if value:
            yield column == str(value)
    for column, number in (
        (K.customer, wanted.customer), (K.order, wanted.order), (K.product, wanted.product), (K.cause, wanted.cause),
    ):  # fmt: skip
        if number is not None:
            yield column == number
    for column, text in ((K.packer, wanted.packer), (K.carrier, wanted.carrier), (K.supplier, wanted.supplier)):
        if text.strip():
            yield (column == text) | (fn.LOWER(column) == text.lower())
    if wanted.received_from is not None:
        yield K.received_on >= wanted.received_from
    if wanted.received_to is not None:
        yield K.received_on <= wanted.received_to


def complaints_matching(shop: Shop, text: str) -> Any:
    """The condition that complaints are found by a text: words of it, their number, their order's, whose they are."""
    text = clean(text)
    ways = [
        K.customer.in_(C.select(C.id).where(customers_matching(shop, text))),
        K.order.in_(O.select(O.id).where(order_number_begins(text))),
        *([said(shop, text)] if words_of(text) else []),
        *([K.id == int(text)] if text.isascii() and text.isdigit() and len(text) < 15 else []),
    ]
    return reduce(or_, ways)


def said(shop: Shop, text: str) -> Any:
    """The condition that a complaint has for each typed word one that begins so."""
    place = fn.INSTR if shop.engine is Engine.SQLITE else fn.STRPOS
    return reduce(and_, (place(K.doc, Value(f" {word}")) > 0 for word in words_of(text)[:_MOST_WORDS]))


def _standing(shop: Shop, wanted: ComplaintFilter) -> Iterator[Any]:
    clock = watch(shop)
    now, soon = kept(clock.now), kept(clock.soon)
    if wanted.late:
        yield NEXT_DUE < now  # noqa: SIM300
    if wanted.due:
        yield (NEXT_DUE >= now) & (NEXT_DUE <= soon)  # noqa: SIM300
