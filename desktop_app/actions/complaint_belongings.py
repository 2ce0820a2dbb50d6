"""What hangs on complaints, and what complaints hang on: called by all that removes or joins one of the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.actions.complaint_counts import counted, hold_complaints
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import ProductId
from desktop_app.queries import Shop
from desktop_app.queries.belongings import owned_ids
from desktop_app.queries.complaints import complaint_states, complaints_about, complaints_of
from desktop_app.store.tables import (
    ComplaintFileTable,
    ComplaintStepTable,
    ComplaintTable,
    ComplaintWordTable,
    EnclosureTable,
    MessageTable,
    OrderTable,
    ResolutionTable,
    VoucherTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_OF_COMPLAINTS: tuple[Any, ...] = (
    EnclosureTable, ResolutionTable, ComplaintFileTable, ComplaintWordTable, ComplaintStepTable,
)  # fmt: skip


def remove_with_thread(shop: Shop, change: Change, complaints: Sequence[ComplaintId]) -> None:
    """Removes complaints with all that is theirs; vouchers given for them and messages about them stay."""
    hold_complaints(shop, change, complaints)
    before = complaint_states(shop, complaints)
    for whose in (VoucherTable.complaint, MessageTable.complaint):
        _unlink(shop, change, whose, complaints)
    for table in _OF_COMPLAINTS:
        change.delete(table, owned_ids(shop, table.complaint, complaints))
    change.delete(ComplaintTable, complaints)
    counted(shop, change, before, ())


def move_complaints(shop: Shop, change: Change, lose: CustomerId, keep: CustomerId) -> None:
    """Makes the complaints of one customer another's, with vouchers, papers that wait for a parcel, and messages."""
    moving = complaints_of(shop, [lose])
    hold_complaints(shop, change, moving)
    before = complaint_states(shop, moving)
    for whose in (ComplaintTable.customer, VoucherTable.customer, EnclosureTable.customer, MessageTable.customer):
        ids = owned_ids(shop, whose, [lose])
        change.update_many(whose.model, ids, (whose.name,), ((keep,) for _ in ids))
    counted(shop, change, before, complaint_states(shop, moving))


def follow_order(shop: Shop, change: Change, order: int, was: int | None, now: int | None) -> None:
    """Makes the complaints about an order that is another customer's now theirs, so that theirs is known to be open."""
    moving = complaints_about(shop, order, was) if now not in (None, was) else []
    if not moving:
        return
    hold_complaints(shop, change, moving, also=now)
    before = complaint_states(shop, moving)
    change.update_many(ComplaintTable, moving, ("customer",), ((now,) for _ in moving))
    counted(shop, change, before, complaint_states(shop, moving))


def let_go_of_customers(shop: Shop, change: Change, customers: Sequence[CustomerId]) -> None:
    """Takes customers who have no complaints out of what else names them; papers that wait for their parcels go."""
    change.delete(EnclosureTable, owned_ids(shop, EnclosureTable.customer, customers))
    for whose in (VoucherTable.customer, MessageTable.customer):
        _unlink(shop, change, whose, customers)


def let_go_of_orders(shop: Shop, change: Change, orders: Sequence[OrderId]) -> None:
    """Takes orders out of the complaints about them, of papers that went with them, of vouchers used for them."""
    change.hold_many(OrderTable, orders)  # before the complaints, as everywhere
    for whose in (ComplaintTable.order, VoucherTable.used_order, EnclosureTable.order, MessageTable.order):
        _unlink(shop, change, whose, orders)


def let_go_of_products(shop: Shop, change: Change, products: Sequence[ProductId]) -> None:
    """Takes products out of the complaints about them; these know what the article was called."""
    _unlink(shop, change, ComplaintTable.product, products)


def _unlink(shop: Shop, change: Change, whose: Any, owners: Sequence[int]) -> None:
    ids = owned_ids(shop, whose, owners)
    change.update_many(whose.model, ids, (whose.name,), ((None,) for _ in ids))
