"""Pieces of articles that leave the shelf and come back to it; products whose pieces nobody counts are passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.domain.orders import SENT_OFF, OrderId, Status
from desktop_app.queries import Shop
from desktop_app.queries.steps import missing_then, pieces_out, stocks
from desktop_app.store.tables import ProductTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

Move = tuple[OrderId, Status, Status]


def follow(shop: Shop, change: Change, moves: Iterable[Move], *, later: Counter[int] | None = None) -> None:
    """Takes off the shelf what goes out with orders (each from one state to another), puts back what does not.

    Pieces are out while an order is packed, shipped or delivered; those that came back before are on the shelf already,
    and those that were missing when it was sent off never left it.
    With `later` they are gathered there, to be put at the end of a long change: nobody can pack a product it holds.
    """
    leaving, back = list[OrderId](), list[OrderId]()
    for order, old, new in moves:
        if (old in SENT_OFF) != (new in SENT_OFF):
            (leaving if new in SENT_OFF else back).append(order)
    missing = missing_then(shop, back) if (pieces := pieces_out(shop, back)) else {}
    taken = Counter[int]()
    for order, held in pieces.items():
        taken.update(held - missing.get(order, Counter[int]()))
    _put(change, _less(taken, _together(pieces_out(shop, leaving))), later)


def missing_now(shop: Shop, change: Change, moves: Iterable[Move]) -> dict[OrderId, Counter[int]]:
    """What the shelf has too few of for the orders that go out, by order and product, until the change is through.

    An article may lie there though its count says nought: it is sent off, and not counted when it is put back.
    """
    wanted = pieces_out(shop, [order for order, old, new in moves if new in SENT_OFF and old not in SENT_OFF])
    if not wanted:
        return {}
    products = sorted({product for pieces in wanted.values() for product in pieces})
    change.hold_many(ProductTable, products)  # so that nobody else takes them meanwhile
    there = Counter(stocks(shop, products))
    missing = dict[OrderId, Counter[int]]()
    for order, pieces in wanted.items():
        missing[order] = pieces - there
        there -= pieces
    return missing


@contextmanager
def lines_replaced(
    shop: Shop, change: Change, orders: Sequence[OrderId], *, later: Counter[int] | None = None
) -> Iterator[None]:
    """A block that writes other lines into orders that were sent off: the stock follows what is in them, or `later`."""
    before = _together(pieces_out(shop, orders))
    yield
    _put(change, _less(before, _together(pieces_out(shop, orders))), later)


def put_into_stock(change: Change, pieces: Mapping[int, int]) -> None:
    """Adds pieces to the stock of products that keep one, or takes them off; a stock ends at nought."""
    change.add_many(ProductTable, "stock", pieces)


def _put(change: Change, pieces: Counter[int], later: Counter[int] | None) -> None:
    if later is None:
        put_into_stock(change, pieces)
    else:
        later.update(pieces)


def _together(pieces: Mapping[OrderId, Counter[int]]) -> Counter[int]:
    return sum(pieces.values(), Counter())


def _less(pieces: Counter[int], others: Counter[int]) -> Counter[int]:
    left = Counter(pieces)
    left.subtract(others)  # the operator would forget what falls below nought
    return left
