"""A large file into an empty shop: its lists get their indexes at the end, each built once instead of row by row."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.exchange.beside import is_large
from desktop_app.queries import Shop
from desktop_app.queries.known import holds_any_order, holds_people
from desktop_app.store.indexes import indexes_built_after
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

# An import asks for these on its way; of the others it only adds to the end, which costs no more than building late.
_ASKED_FOR = ("source", "email_key", "order_id")


def indexes_at_the_end(
    shop: Shop, change: Change | None, file: Path, *, step: Callable[[], None]
) -> AbstractContextManager[None]:
    """A block in which a large file fills what is empty in the shop; `step` is called before each index is built.

    A server keeps its indexes: taking one off would keep every other desk waiting.
    """
    if change is None or not shop.sqlite or not is_large(file):
        return nullcontext()
    empty = [] if holds_any_order(shop) else [OrderTable, LineTable]
    empty += [] if holds_people(shop) else [CustomerTable]
    if not empty:
        return nullcontext()
    return indexes_built_after(change.access, *empty, in_order=_ASKED_FOR, step=step)
