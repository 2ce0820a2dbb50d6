"""Items of a reading on their way between two processes: orders in columns, which travel faster than records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from typing import Any, NamedTuple, TypeVar

from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord
from desktop_app.exchange.options import Item

_PERSON, _LINES = OrderRecord._fields.index("person"), OrderRecord._fields.index("lines")
_Record = TypeVar("_Record", bound=tuple[Any, ...])
_Columns = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Lot:
    """Some items of a reading: the orders' own columns, those of their buyers and lines, and what is no order."""

    orders: _Columns
    buyers: _Columns
    lines: _Columns
    counts: list[int]  # lines of each order
    others: Sequence[tuple[int, Item]]  # with their places among the orders


def packed(items: Sequence[Item]) -> Lot:
    """The items as they travel."""
    records = [item for item in items if isinstance(item, OrderRecord)]
    others = [(at, item) for at, item in enumerate(items) if not isinstance(item, OrderRecord)]
    orders = _columns(records)
    if records:
        orders[_PERSON] = orders[_LINES] = ()
    lines = [record.lines for record in records]
    return Lot(
        orders,
        _columns([record.person for record in records]),
        _columns(chain.from_iterable(lines)),
        [*map(len, lines)],
        others,
    )


def unpacked(lot: Lot) -> list[Item]:
    """The items as they were, in their sequence."""
    items: list[Item] = []
    if lot.counts:
        lines = _records(LineRecord, lot.lines)
        columns: list[Iterable[Any]] = list(lot.orders)
        columns[_PERSON] = _records(PersonRecord, lot.buyers)
        columns[_LINES] = [tuple(islice(lines, count)) for count in lot.counts]
        items += _records(OrderRecord, columns)
    for at, item in lot.others:
        items.insert(at, item)
    return items


def _columns(records: Iterable[NamedTuple]) -> _Columns:
    return [*zip(*records, strict=True)]


def _records(kind: type[_Record], columns: Iterable[Iterable[Any]]) -> Iterator[_Record]:
    # By tuple's own maker, which needs no step in Python for each of a million records.
    return map(tuple.__new__, repeat(kind), zip(*columns, strict=True))
