"""The conditions that narrow a list of complaints, and which deadline of one comes next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

from peewee import SQL, Case, fn

from desktop_app.domain.complaints import MEDIOCRE
from desktop_app.domain.listing import ComplaintFilter
from desktop_app.queries import Shop
from desktop_app.queries.deadlines import kept, watch
from desktop_app.queries.matching import complaints_matching
from desktop_app.store.tables import ComplaintTable as K

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
    words: tuple[tuple[Any, str | None], ...] = (
        (K.kind, wanted.kind), (K.source, wanted.source), (K.severity, wanted.severity), (K.verdict, wanted.verdict),
    )  # fmt: skip
    yield from (column == str(value) for column, value in words if value)
    numbers: tuple[tuple[Any, int | None], ...] = (
        (K.customer, wanted.customer), (K.order, wanted.order), (K.product, wanted.product), (K.cause, wanted.cause),
    )  # fmt: skip
    yield from (column == number for column, number in numbers if number is not None)
    for column, text in ((K.packer, wanted.packer), (K.carrier, wanted.carrier), (K.supplier, wanted.supplier)):
        if text.strip():
            yield (column == text) | (fn.LOWER(column) == text.lower())
    if wanted.received_from is not None:
        yield K.received_on >= wanted.received_from
    if wanted.received_to is not None:
        yield K.received_on <= wanted.received_to


def _standing(shop: Shop, wanted: ComplaintFilter) -> Iterator[Any]:
    clock = watch(shop)
    now, soon = kept(clock.now), kept(clock.soon)
    if wanted.late:
        yield NEXT_DUE < now  # noqa: SIM300
    if wanted.due:
        yield (NEXT_DUE >= now) & (NEXT_DUE <= soon)  # noqa: SIM300
