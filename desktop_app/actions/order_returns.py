"""Goods that come back and money that is given back: returns whole or by lines, refunds, cancelled orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.actions.figures import recount
from desktop_app.actions.order_hold import held_order
from desktop_app.actions.order_steps import check_moves, move
from desktop_app.actions.shelf_stock import put_into_stock
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.order_money import all_left, left, refundable
from desktop_app.domain.orders import MOVES, STATUS_LABELS, Order, OrderFields, OrderId, Status
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.orders import order
from desktop_app.queries.steps import line_places, order_states
from desktop_app.store.tables import LineTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.ORDERS, Topic.CUSTOMERS, Topic.PRODUCTS)
_NOTHING: Mapping[OrderId, Money] = MappingProxyType({})


def return_lines(
    shop: Shop, order_id: OrderId, version: int, pieces: Mapping[int, int], refund: Money | None, *, actor: str
) -> Changes:
    """Takes back pieces of an order by its lines' positions, counted from 1, and gives money back for them.

    What is kept in stock grows by them; the order is “returned” once nothing of it is out. Raises Invalid at `lines`
    or `refund`, and Conflict for an order that was not sent or was changed since `version`.
    """
    title = msg("Return of order {number}", number=shorten(order(shop, order_id).fields.number))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        now = held_order(shop, change, order_id, version=version, actor=actor)
        _check_sent(now)
        _check_pieces(now.fields, pieces)
        _refund(change, now, refund)
        take_in(shop, change, {order_id: pieces})
        if all_left(now.fields.lines) == {place: count for place, count in pieces.items() if count}:
            move(shop, change, [(order_id, Status.RETURNED)], by=actor)
        recount(shop, change, [now.fields.customer])
    return change.changes


def refund_order(shop: Shop, order_id: OrderId, version: int, amount: Money, *, actor: str) -> Changes:
    """Gives money back for an order, beside what was given back before; raises Invalid at `refund`."""
    number = shorten(order(shop, order_id).fields.number)
    title = msg("Refund for order {number}: {amount} {currency}", number=number, amount=str(amount.amount),
                currency=amount.currency)  # fmt: skip
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        now = held_order(shop, change, order_id, version=version, actor=actor)
        if amount.minor == 0:
            raise Invalid("refund", msg("Enter how much is given back."))
        _refund(change, now, amount)
        recount(shop, change, [now.fields.customer])
    return change.changes


def cancel_orders(
    shop: Shop, order_ids: Sequence[OrderId], *, refunds: Mapping[OrderId, Money] = _NOTHING, actor: str
) -> Changes:
    """Cancels orders and gives money back for them; raises Conflict, and cancels none, when one was sent already."""
    found = order_states(shop, order_ids)
    title = nmsg("Cancel {n} order", "Cancel {n} orders", n=len(found))
    if len(found) == 1:
        title = msg("Cancel order {number}", number=shorten(found[0].number))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        ids = [state.id for state in found]
        change.touch_many(OrderTable, ids)
        check_moves(order_states(shop, ids), Status.CANCELLED)
        for order_id in ids:
            if order_id in refunds:
                _refund(change, order(shop, order_id), refunds[order_id])
        move(shop, change, [(order_id, Status.CANCELLED) for order_id in ids], by=actor)
        recount(shop, change, [state.customer for state in found])
    return change.changes


def take_in(shop: Shop, change: Change, back: Mapping[OrderId, Mapping[int, int] | None]) -> None:
    """Writes pieces of lines, by order and position, as come back (None: all that is out), and puts them into stock."""
    rows, stock = [], Counter[int]()
    for line in line_places(shop, list(back)):
        wanted = back[line.order]
        count = line.quantity - line.returned if wanted is None else wanted.get(line.position, 0)
        if count:
            rows.append((line.id, line.returned + count))
            if line.product is not None:
                stock[line.product] += count
    change.update_many(LineTable, [line for line, _ in rows], ("returned",), ((count,) for _, count in rows))
    put_into_stock(change, stock)


def _check_sent(now: Order) -> None:
    status, number = now.fields.status, shorten(now.fields.number)
    if status is Status.RETURNED:
        raise Conflict(msg("All of order {number} came back already: nothing is left to take back.", number=number))
    if Status.RETURNED not in MOVES[status]:
        raise Conflict(
            msg(
                "Order {number} was not sent: it is “{status}”. Cancel it instead.",
                number=number,
                status=STATUS_LABELS[status],
            )
        )


def _check_pieces(fields: OrderFields, pieces: Mapping[int, int]) -> None:
    if not any(pieces.values()):
        raise Invalid("lines", msg("Choose what came back."))
    for place, count in pieces.items():
        if not 1 <= place <= len(fields.lines):
            raise Invalid(
                "lines",
                msg("Order {number} has no line {n}. Look at its lines again.", number=shorten(fields.number), n=place),
            )
        line = fields.lines[place - 1]
        if not 0 <= count <= left(line):
            raise Invalid("lines", _too_many(shorten(line.name), left(line)))


def _too_many(name: str, out: int) -> Message:
    if out == 0:
        return msg("All of “{name}” came back already. Leave it at 0.", name=name)
    return nmsg(
        "Of “{name}” only {n} piece can come back.", "Of “{name}” only {n} pieces can come back.", n=out, name=name
    )


def _refund(change: Change, now: Order, amount: Money | None) -> None:
    """Adds to what was given back."""
    if amount is None or amount.minor == 0:
        return
    fields, most = now.fields, refundable(now.fields)
    if amount.currency != fields.currency or amount.minor < 0:
        raise Invalid(
            "refund",
            msg(
                "{amount} {currency} cannot be given back for an order in {own}. Write the amount in {own}.",
                amount=str(amount.amount),
                currency=amount.currency,
                own=fields.currency,
            ),
        )
    if most is not None and amount.minor > most.minor:
        raise Invalid("refund", _too_much(now, most))
    before = fields.refunded.minor if fields.refunded else 0
    change.update(OrderTable, now.id, version=None, values={"refunded_minor": before + amount.minor})


def _too_much(now: Order, most: Money) -> Message:
    number = shorten(now.fields.number)
    if not now.fields.paid and not now.fields.refunded:
        return msg("Order {number} is not paid: there is nothing to give back. Mark it as paid first.", number=number)
    if most.minor == 0:
        return msg(
            "All that was paid for order {number} was given back already: nothing is left to give back.", number=number
        )
    return msg(
        "At most {amount} {currency} can be given back for order {number}. Write that or less.",
        amount=str(most.amount),
        currency=most.currency,
        number=number,
    )
