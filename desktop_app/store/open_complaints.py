"""How many complaints of no customer are open about each order: counted anew by all that writes or takes back some.

No journal notes it: what is counted stands where its complaints stand, also after an Undo and an erasing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from desktop_app.domain.complaints import MEDIOCRE, State
from desktop_app.store.access import Access
from desktop_app.store.reach import among, parts

_FOUND = (
    "(SELECT count(*) FROM complaint k WHERE k.order_id = orders.id AND k.customer_id IS NULL"
    f" AND k.state <> '{State.SOLVED.value}' AND (k.rating IS NULL OR k.rating <= {MEDIOCRE}))"
)


def recount_complaints(access: Access, orders: Iterable[int]) -> None:
    """Counts the open complaints about these orders, inside a change; orders that are gone are passed over."""
    for part in parts(set(orders)):
        _keep_others_out(access, part)  # a statement by itself: the next one counts what others left there
        access.execute(
            f"UPDATE orders SET open_complaints = {_FOUND} WHERE id IN {among(part)} AND open_complaints <> {_FOUND}"
        )


@contextmanager
def complaints_recounted(access: Access, change: int) -> Iterator[None]:
    """A block that takes back a change: orders it brings back, and those its complaints were or are about, are counted.

    Those they are about now are kept from others first, as whoever writes complaints does.
    """
    orders = _about(access, change)
    _keep_others_out(access, orders)
    yield
    back = "SELECT first_id FROM journal WHERE change_id = ? AND tbl = 'orders' AND op = 'D'"
    orders.update(_about(access, change), (number for (number,) in access.sql(back, (change,))))
    recount_complaints(access, orders)


def _about(access: Access, change: int) -> set[int]:
    """What the complaints that a change wrote are about now."""
    text = (
        "SELECT DISTINCT k.order_id FROM journal j JOIN complaint k ON k.id BETWEEN j.first_id AND j.last_id"
        " WHERE j.change_id = ? AND j.tbl = 'complaint' AND k.order_id IS NOT NULL"
    )
    return {order for (order,) in access.sql(text, (change,))}


def _keep_others_out(access: Access, orders: Iterable[int]) -> None:
    if not access.sqlite:
        access.sql(f"SELECT id FROM orders WHERE id IN {among(orders)} ORDER BY id FOR UPDATE")
