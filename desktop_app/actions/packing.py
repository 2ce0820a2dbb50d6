"""The packing bench: an order is taken, checked article by article, packed, put aside or taken back.

A claim holds an order for one bench without a trace in its history; what is packed is one change with its step, its
stock and its papers in the print log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.actions.enclosures import note_enclosed
from desktop_app.actions.handed import forget_handed
from desktop_app.actions.order_steps import move
from desktop_app.actions.prints import note_print
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.orders import STATUS_LABELS, TO_PACK, OrderId, Status
from desktop_app.domain.packing import (
    Checked,
    PackingStepId,
    ParcelLine,
    Scan,
    Ticks,
    after_one_more,
    checked,
    ticked,
    ticks_from,
    ticks_text,
)
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import PACK_UNPAID
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.packing import parcel_lines
from desktop_app.queries.settings import setting
from desktop_app.queries.steps import OrderState, order_states
from desktop_app.store import claims
from desktop_app.store.claims import LEASE, LONG_LEASE, Claim, Holder
from desktop_app.store.tables import OrderTable

Scanned = Callable[[Sequence[ParcelLine]], "tuple[Scan, int | None]"]
CALM = LONG_LEASE  # milliseconds: the lease of a bench that says nothing between two commands
_LONGEST_REASON, _LONGEST_TRACKING = 200, 100
_PACKED_TOPICS = (Topic.ORDERS, Topic.PRINTS, Topic.PRODUCTS)


def claim_next(shop: Shop, packer: str, bench: str, *, lease: int = LEASE) -> OrderId | None:
    """Takes the first order of the queue that no bench holds; None when nothing is left to pack."""
    taken = claims.take_next(shop, Holder(clean(packer), bench), unpaid=setting(shop, PACK_UNPAID), lease=lease)
    return None if taken is None else OrderId(taken)


def claim(shop: Shop, order: OrderId, packer: str, bench: str, *, lease: int = LEASE) -> None:
    """Takes one order; raises Conflict when another bench has it or it is not to be packed, NotFound without it."""
    state = _open(shop, order)
    if not claims.take(shop, order, Holder(clean(packer), bench), lease=lease):
        raise _taken(shop, state)


def beat(shop: Shop, order: OrderId, bench: str, *, lease: int = LEASE) -> bool:
    """Says that a bench is alive, so that it keeps the order that is open there; whether it still has it."""
    return claims.beat(shop, order, bench, lease=lease)


def keep(shop: Shop, order: OrderId, bench: str, *, lease: int = LEASE) -> None:
    """Makes sure that this bench still has an order, whose lease begins anew; raises as `check` does."""
    state, _ = _mine(shop, order, bench)
    if not claims.beat(shop, order, bench, lease=lease):
        raise _taken(shop, state)


def release(shop: Shop, order: OrderId, bench: str) -> bool:
    """Gives an order back to the queue; whether this bench had it."""
    return claims.drop(shop, order, bench)


def release_all(shop: Shop, bench: str) -> int:
    """Gives back all that a bench holds, as when it closes; how many."""
    return claims.drop_all(shop, bench)


def check(shop: Shop, order: OrderId, code: str, bench: str, *, lease: int = LEASE) -> Checked:
    """Ticks one piece of the article that was scanned; a wrong one, or one too many, ticks nothing.

    Raises Conflict when this bench has the order no more, or it is not to be packed any more.
    """
    lines = parcel_lines(shop, order)

    def scanned(now: Sequence[ParcelLine]) -> tuple[Scan, int | None]:
        return checked(now, code)

    return _tick(shop, order, bench, lines=lines, scanned=scanned, lease=lease)


def tick_line(shop: Shop, order: OrderId, position: int, bench: str, *, lease: int = LEASE) -> Checked:
    """Ticks one piece of a line by its number, as where an article has no code; raises as `check` does."""
    lines = parcel_lines(shop, order)

    def scanned(now: Sequence[ParcelLine]) -> tuple[Scan, int | None]:
        line = next((one for one in now if one.position == position), None)
        if line is None:
            return Scan.WRONG, None
        return (Scan.TOO_MANY if line.done else after_one_more(now, line)), position

    return _tick(shop, order, bench, lines=lines, scanned=scanned, lease=lease)


def tick_step(
    shop: Shop, order: OrderId, step: PackingStepId, bench: str, *, done: bool = True, lease: int = LEASE
) -> Ticks:
    """Ticks a step of the checklist, or takes the tick away; raises as `check` does."""
    while True:
        _, held = _mine(shop, order, bench)
        was = ticks_from(held.ticks)
        now = Ticks(was.lines, was.steps | {step} if done else was.steps - {step})
        if claims.tick(shop, order, bench, was=held.ticks, ticks=ticks_text(now), lease=lease):
            return now


def done(
    shop: Shop,
    order: OrderId,
    *,
    packer: str,
    bench: str,
    result: PrintResult | None = None,
    file: Path | None = None,
    printer: str = "",
    job: str = "",
    tracking: str = "",
    unchecked: bool = False,
    came_out: bool = False,
    logged: bool = False,
    actor: str = "",
) -> Changes:
    """Packs an order: its step, who packed it, its articles off the stock and its papers into the log, in one change.

    It can be done once, by the bench that has the order; raises Conflict else, also while pieces were not checked
    unless `unchecked` says that this may be, NotFound when the order was removed. `came_out` says that the papers
    were printed before, though the log did not know it, `logged` that it did.
    """
    name = clean(packer)
    title = msg("Pack order {number}", number=shorten(_state(shop, order).number))
    with shop.change(title, actor=actor or name, topics=_PACKED_TOPICS) as change:
        change.update(OrderTable, order, version=None, values={})  # nobody else writes it until we are through
        state, held = _mine(shop, order, bench)
        lines = ticked(parcel_lines(shop, order), ticks_from(held.ticks))
        left = sum(max(0, line.quantity - line.checked) for line in lines)
        if left and not unchecked:
            raise Conflict(_not_checked(state.number, left))
        if result is not None:
            note_enclosed(shop, change, result.placed, packed=order)
        move(shop, change, [(order, Status.PACKED)], by=name)
        values = {"packed_by": name, **({"tracking": _tracking(tracking)} if tracking else {})}
        change.update(OrderTable, order, version=None, values=values)
        if result is not None and not logged:
            note_print(
                shop, change, result, kind=Kind.PARCEL, file=file, printer=printer, job=job, by=name, came_out=came_out
            )
        claims.drop(shop, order, bench)
    forget_handed(file)
    return change.changes


def take_back(shop: Shop, order: OrderId, *, bench: str, packer: str, actor: str = "") -> Changes:
    """Undoes a packing by a new change: the order is to be packed again, and this bench has it to check it anew.

    Its papers stay in the print log, for they were printed. Raises Conflict when it is not packed or was posted since.
    """
    name = clean(packer)
    title = msg("Unpack order {number}", number=shorten(_state(shop, order).number))
    with shop.change(title, actor=actor or name, topics=_PACKED_TOPICS) as change:
        change.update(OrderTable, order, version=None, values={})
        state = _state(shop, order)
        if state.status is not Status.PACKED:
            raise Conflict(
                msg(
                    "Order {number} is “{status}” now: only a packed one can be taken back. Ask the office.",
                    number=shorten(state.number),
                    status=STATUS_LABELS[state.status],
                )
            )
        move(shop, change, [(order, Status.PAID if state.paid else Status.NEW)], by=name)
        claims.take(shop, order, Holder(name, bench))
    return change.changes


def set_aside(shop: Shop, order: OrderId, reason: str, bench: str = "", *, actor: str) -> Changes:
    """Puts an order that cannot be packed now outside the queue, with the reason; its bench lets it go.

    Raises Invalid without a reason, Conflict when another bench has it or it is not to be packed.
    """
    said = clean(reason)
    if not said or len(said) > _LONGEST_REASON:
        raise Invalid("reason", msg("Say why, in at most {limit} letters.", limit=_LONGEST_REASON))
    title = msg("Set order {number} aside", number=shorten(_state(shop, order).number))
    with shop.change(title, actor=actor, topics=(Topic.ORDERS,)) as change:
        change.update(OrderTable, order, version=None, values={})
        state, held = _open(shop, order), claims.claim_on(shop, order)
        if held is not None and held.live and held.bench != bench:
            raise _taken(shop, state)
        change.update(OrderTable, order, version=None, values={"set_aside": said})
        claims.drop(shop, order, bench)
    return change.changes


def put_back(shop: Shop, orders: Sequence[OrderId], *, actor: str) -> Changes:
    """Puts orders that were set aside back into the queue; those that were not are passed over."""
    aside = [state for state in order_states(shop, orders) if state.set_aside]
    title = nmsg("Put {n} order back into the queue", "Put {n} orders back into the queue", n=len(aside))
    with shop.change(title, actor=actor, topics=(Topic.ORDERS,)) as change:
        for state in aside:
            change.update(OrderTable, state.id, version=None, values={"set_aside": ""})
    return change.changes


def track(shop: Shop, order: OrderId, tracking: str, *, actor: str) -> Changes:
    """Keeps the tracking number of an order's parcel; raises Invalid for one that is none, NotFound."""
    number, state = _tracking(tracking), _state(shop, order)
    title = msg("Tracking number of order {number}", number=shorten(state.number))
    with shop.change(title, actor=actor, topics=(Topic.ORDERS,)) as change:
        change.update(OrderTable, order, version=None, values={"tracking": number})
    return change.changes


def _tick(
    shop: Shop, order: OrderId, bench: str, *, lines: Sequence[ParcelLine], scanned: Scanned, lease: int
) -> Checked:
    while True:  # again where another window of this bench ticked at the same moment
        _, held = _mine(shop, order, bench)
        was = ticks_from(held.ticks)
        now = ticked(lines, was)
        left = sum(max(0, line.quantity - line.checked) for line in now)
        scan, position = scanned(now)
        if position is None or scan is Scan.TOO_MANY:
            claims.beat(shop, order, bench, lease=lease)
            return Checked(scan, position, was, left)
        ticks = Ticks({**was.lines, position: was.lines.get(position, 0) + 1}, was.steps)
        if claims.tick(shop, order, bench, was=held.ticks, ticks=ticks_text(ticks), lease=lease):
            return Checked(scan, position, ticks, left - 1)


def _mine(shop: Shop, order: OrderId, bench: str) -> tuple[OrderState, Claim]:
    """How an order stands that this bench has, and its claim; raises Conflict when it has it no more."""
    state, held = _open(shop, order), claims.claim_on(shop, order)
    if held is None:
        raise Conflict(
            msg("Order {number} went back to the queue. Open it again to go on.", number=shorten(state.number))
        )
    if held.bench != bench:
        raise _taken(shop, state)
    return state, held


def _open(shop: Shop, order: OrderId) -> OrderState:
    """How an order stands that is to be packed; raises Conflict when it is not."""
    state = _state(shop, order)
    if state.status in TO_PACK:
        return state
    if state.status is Status.PACKED and state.packed_by:
        raise Conflict(
            msg(
                "Order {number} is packed already, by {who}. Take another one.",
                number=shorten(state.number),
                who=state.packed_by,
            )
        )
    raise Conflict(
        msg(
            "Order {number} is “{status}”: it is not to be packed. Take another one.",
            number=shorten(state.number),
            status=STATUS_LABELS[state.status],
        )
    )


def _state(shop: Shop, order: OrderId) -> OrderState:
    found = order_states(shop, [order])
    if not found:
        raise NotFound(msg("This order was removed in the meantime. Go on with the next one."))
    return found[0]


def _taken(shop: Shop, state: OrderState) -> Conflict:
    held = claims.claim_on(shop, state.id)
    return Conflict(
        msg(
            "{who} is packing order {number} at another bench. Take another one.",
            who=held.packer if held else "",
            number=shorten(state.number),
        )
    )


def _not_checked(number: str, left: int) -> Message:
    return nmsg(
        "{n} piece of order {number} was not checked yet. Scan it, or set the order aside.",
        "{n} pieces of order {number} were not checked yet. Scan them, or set the order aside.",
        n=left,
        number=shorten(number),
    )


def _tracking(text: str) -> str:
    number = clean(text)
    if not number or len(number) > _LONGEST_TRACKING:
        raise Invalid(
            "tracking", msg("Scan or type the tracking number, at most {limit} letters.", limit=_LONGEST_TRACKING)
        )
    return number
