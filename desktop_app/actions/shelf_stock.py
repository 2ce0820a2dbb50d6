"""Pieces of articles that leave the shelf and come back to it; products whose pieces nobody counts are passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.domain.orders import SENT_OFF, OrderId, Status
from desktop_app.queries import Shop
from desktop_app.queries.steps import pieces_out
from desktop_app.store.tables import ProductTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

Move = tuple[OrderId, Status, Status]


def follow(shop: Shop, change: Change, moves: Iterable[Move], *, later: Counter[int] | None = None) -> None:
    """Takes off the shelf what goes out with orders (each from one state to another), puts back what does not.

    Pieces are out while an order is packed, shipped or delivered; those that came back before are on the shelf already.
    With `later` they are gathered there, to be put at the end of a long change: nobody can pack a product it holds.
    """
    leaving, back = list[OrderId](), list[OrderId]()
    for order, old, new in moves:
        if (old in SENT_OFF) != (new in SENT_OFF):
            (leaving if new in SENT_OFF else back).append(order)
    _put(change, _less(pieces_out(shop, back), pieces_out(shop, leaving)), later)


@contextmanager
def lines_replaced(
    shop: Shop, change: Change, orders: Sequence[OrderId], *, later: Counter[int] | None = None
) -> Iterator[None]:
    """A block that writes other lines into orders that were sent off: the stock follows what is in them, or `later`."""
    before = pieces_out(shop, orders)
    yield
    _put(change, _less(before, pieces_out(shop, orders)), later)


def put_into_stock(change: Change, pieces: Mapping[int, int]) -> None:
    """Adds pieces to the stock of products that keep one, or takes them off; a stock ends at nought."""
    change.add_many(ProductTable, "stock", pieces)


def _put(change: Change, pieces: Counter[int], later: Counter[int] | None) -> None:
    if later is None:
        put_into_stock(change, pieces)
    else:
        later.update(pieces)


def _less(pieces: Counter[int], others: Counter[int]) -> Counter[int]:
    left = Counter(pieces)
    left.subtract(others)  # the operator would forget what falls below nought
    return left
