"""Adding, editing and removing orders, and moving them from step to step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.checks import check_terms, checked_order
from desktop_app.actions.columns import LINE_COLUMNS, line_rows, order_columns
from desktop_app.actions.complaint_belongings import follow_order, let_go_of_orders
from desktop_app.actions.figures import recount
from desktop_app.actions.order_hold import held_order
from desktop_app.actions.order_returns import take_in
from desktop_app.actions.order_steps import check_moves, forbidden, move, note_steps
from desktop_app.actions.shelf_stock import lines_replaced
from desktop_app.actions.shelves import reshelve
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.keys import number_key
from desktop_app.domain.orders import MOVES, SENT_OFF, STATUS_LABELS, Order, OrderFields, OrderId, Status
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order
from desktop_app.queries.products import products_by_sku
from desktop_app.queries.promise import with_promise
from desktop_app.queries.steps import line_ids, next_number, order_holder, order_states, print_item_ids, step_ids
from desktop_app.store.claims import untick
from desktop_app.store.tables import LineTable, OrderTable, PrintItemTable, StepTable

_TOPICS = (Topic.ORDERS, Topic.CUSTOMERS)  # customers show their number of orders
_MOVED = (*_TOPICS, Topic.PRODUCTS)  # and products their stock


def add_order(shop: Shop, fields: OrderFields, *, actor: str) -> tuple[OrderId, Changes]:
    """Keeps a new order; its number, time and promise are filled in where none is given.

    With a `source` it is one of that shop's, under its number there: the next import of its file finds it again.
    """
    placed_at = fields.placed_at or shop.now().isoformat(timespec="seconds")
    number = fields.number.strip() or ("" if fields.source.strip() else next_number(shop))
    ready = _ready(shop, replace(fields, number=number, placed_at=placed_at), count_delivery=True)
    check_terms(replace(ready, ship_by=fields.ship_by, deliver_by=fields.deliver_by))
    with shop.change(msg("Add order {number}", number=shorten(ready.number)), actor=actor, topics=_TOPICS) as change:
        _check_number_is_free(shop, ready, None)
        # A file without lasting ids has the number itself for a key.
        values = {**order_columns(ready), "source_key": ready.number if ready.source else number_key(ready.number)}
        kept = OrderId(change.insert(OrderTable, values))
        change.insert_many(LineTable, LINE_COLUMNS, line_rows(kept, ready.lines))
        reshelve(shop, change, [kept])
        note_steps(shop, change, [(kept, ready.status)], by=actor)
        recount(shop, change, [ready.customer])
    return kept, change.changes


def edit_order(shop: Shop, order_id: OrderId, version: int, fields: OrderFields, *, actor: str) -> Changes:
    """Keeps an order's new fields and lines; raises Conflict when it was changed since `version` was read."""
    number = shorten(order(shop, order_id).fields.number)
    with shop.change(msg("Edit order {number}", number=number), actor=actor, topics=_MOVED) as change:
        now = held_order(shop, change, order_id, version=version, actor=actor)
        _check_move(now, fields.status)
        # Where it came from never changes: the next import of its shop must find it again.
        placed_at = fields.placed_at or now.fields.placed_at
        whole = replace(fields, source=now.fields.source, placed_at=placed_at)
        ready = _ready(shop, whole, count_delivery=fields.ship_by is None)  # who empties the day asks to count again
        check_terms(replace(ready, ship_by=fields.ship_by, deliver_by=fields.deliver_by), now.fields)
        values = order_columns(ready)
        if number_key(ready.number) != number_key(now.fields.number):
            _check_number_is_free(shop, ready, order_id)
        if not ready.source:
            values["source_key"] = values["number_key"]
        if move(shop, change, [(order_id, ready.status)], by=actor):
            values["paid"] = ready.paid or ready.status is Status.PAID
            if ready.status is Status.RETURNED:
                lines = tuple(replace(line, returned=line.quantity) for line in ready.lines)
                ready = replace(ready, lines=lines)
        change.update(OrderTable, order_id, version=None, values=values)
        if ready.lines != now.fields.lines:
            with lines_replaced(shop, change, [order_id] if ready.status in SENT_OFF else []):
                change.delete(LineTable, line_ids(shop, [order_id]))
                change.insert_many(LineTable, LINE_COLUMNS, line_rows(order_id, ready.lines))
            reshelve(shop, change, [order_id])
            untick(shop, [order_id])
        follow_order(shop, change, order_id, now.fields.customer, ready.customer)
        recount(shop, change, [now.fields.customer, ready.customer])
    return change.changes


def remove_orders(shop: Shop, order_ids: Sequence[OrderId], *, actor: str) -> Changes:
    """Removes orders with their lines and their entries in the print log; Undo brings all of it back.

    Complaints about them stay.
    """
    found = order_states(shop, order_ids)
    title = nmsg("Remove {n} order", "Remove {n} orders", n=len(found))
    if len(found) == 1:
        title = msg("Remove order {number}", number=shorten(found[0].number))
    with shop.change(title, actor=actor, topics=(*_TOPICS, Topic.PRINTS, Topic.COMPLAINTS)) as change:
        ids = [state.id for state in found]
        let_go_of_orders(shop, change, ids)
        change.delete(PrintItemTable, print_item_ids(shop, ids))
        change.delete(LineTable, line_ids(shop, ids))
        change.delete(StepTable, step_ids(shop, ids))
        change.delete(OrderTable, ids)
        recount(shop, change, [state.customer for state in found])
    return change.changes


def set_status(shop: Shop, order_ids: Sequence[OrderId], status: Status, *, actor: str) -> Changes:
    """Moves orders to a step; raises Conflict, and moves none, when one of them cannot go there from where it is."""
    found = order_states(shop, order_ids)
    label = STATUS_LABELS[status]
    title = nmsg("{n} order: {status}", "{n} orders: {status}", n=len(found), status=label)
    if len(found) == 1:
        title = msg("Order {number}: {status}", number=shorten(found[0].number), status=label)
    with shop.change(title, actor=actor, topics=_MOVED) as change:
        ids = [state.id for state in found]
        change.hold_many(OrderTable, ids)
        states = order_states(shop, ids)
        check_moves(states, status)
        if status is Status.RETURNED:
            take_in(shop, change, {state.id: None for state in states if state.status is not status})
        moved = move(shop, change, [(order_id, status) for order_id in ids], by=actor)
        recount(shop, change, [state.customer for state in moved])
    return change.changes


def _ready(shop: Shop, fields: OrderFields, *, count_delivery: bool) -> OrderFields:
    """The fields checked, articles joined to the shop's products, and a promise counted where none was given."""
    tidy = checked_order(fields)
    if tidy.customer is not None:
        try:
            customer(shop, tidy.customer)
        except NotFound:
            raise Invalid("customer", msg("This customer is no longer in the shop. Choose another.")) from None
    known = products_by_sku(shop, [line.sku for line in tidy.lines if line.product is None and line.sku])
    lines = tuple(replace(line, product=line.product or known.get(line.sku)) for line in tidy.lines)
    return with_promise(shop, replace(tidy, lines=lines), count_delivery=count_delivery)


def _check_move(now: Order, status: Status) -> None:
    old = now.fields.status
    if status is not old and status not in MOVES[old]:
        raise Invalid("status", forbidden(now.fields.number, old, status))


def _check_number_is_free(shop: Shop, fields: OrderFields, own: OrderId | None) -> None:
    holder, number = order_holder(shop, fields.source, fields.number), shorten(fields.number)
    if holder is None or holder == own:
        return
    if fields.source:
        source = shorten(fields.source)
        raise Invalid(
            "number",
            msg("There is an order {number} of {source} already. Give another number.", number=number, source=source),
        )
    raise Invalid("number", msg("There is an order {number} already. Give another number.", number=number))
