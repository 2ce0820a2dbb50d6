"""`cordial pack`: a bench without a window, as a scanner's station uses it; a claim outlives the command."""

from __future__ import annotations

import argparse
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.actions.handed import Handed
from desktop_app.actions.packing import (
    CALM,
    check,
    claim,
    claim_next,
    done,
    keep,
    put_back,
    release,
    set_aside,
    take_back,
    track,
)
from desktop_app.actions.printing import print_folder
from desktop_app.cli.handing import hand_over, keep_what_became, refuse_unknown, tell_what_waits
from desktop_app.cli.output import Context, table
from desktop_app.cli.packing_papers import parcel_file
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Conflict
from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.packing import Parcel, Scan, step_words
from desktop_app.domain.print_run import Severity
from desktop_app.domain.promise import standing_words
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.packing import order_by_number, parcel, queue, queue_count

_LOOKS = ("queue", "show")  # change nothing


def run(context: Context, words: argparse.Namespace) -> int:
    """Does one thing at the bench; 1 for an article that is not in the parcel, or one piece too many."""
    if getattr(words, "printer", None):
        refuse_unknown(words.printer)
    shop = context.open(write=words.deed not in _LOOKS)
    try:
        return _DEEDS[words.deed](context, shop, words)
    finally:
        shop.close()


def _queue(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    rows, count = queue(shop, limit=max(1, words.limit)), queue_count(shop)
    say = context.words.say
    cells = [
        (row.number, say(standing_words(row.standing, row.days_late, row.ship_by)), row.shelf, row.claimed_by, row.name)
        for row in rows
    ]
    left = context.words.n("{n} order to pack", "{n} orders to pack", count.left)
    context.answer({"queue": rows, "left": count.left, "packed_today": count.packed_today}, f"{table(cells)}\n{left}")
    return 0


def _next(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = claim_next(shop, words.packer, _bench(words), lease=CALM)
    if order is None:
        context.answer({"order": None}, context.words("Nothing is left to pack."))
        return 0
    return _show(context, parcel(shop, order, language=context.words.language))


def _claim(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = order_by_number(shop, words.number)
    claim(shop, order, words.packer, _bench(words), lease=CALM)
    return _show(context, parcel(shop, order, language=context.words.language))


def _open(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    return _show(context, parcel(shop, order_by_number(shop, words.number), language=context.words.language))


def _check(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = order_by_number(shop, words.number)
    found = check(shop, order, words.code, _bench(words), lease=CALM)
    line = next((one for one in parcel(shop, order).lines if one.position == found.line), None)
    data = {"scan": found.scan, "line": found.line, "left": found.left, "checked": line.checked if line else 0}
    if line is None or found.scan is Scan.TOO_MANY:
        if context.json:
            context.answer(data, "")
        context.complain(
            context.words.say(_refused(words.code, line.name if line else "", line.quantity if line else None))
        )
        return 1
    said = f"{line.name}: {line.checked} / {line.quantity}"
    if found.scan is Scan.ALL_DONE:
        said += " · " + context.words("Everything is checked.")
    context.answer(data, said)
    return 0


def _done(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order, bench, handed = order_by_number(shop, words.number), _bench(words), ""
    keep(shop, order, bench, lease=CALM)  # nothing is printed for who has it no more
    left = parcel(shop, order).unchecked
    file, made = None, None
    if words.to or words.printer:
        name = f"parcel-{shop.now():%Y%m%d-%H%M%S}-{order}.pdf"
        file = Path(words.to) if words.to else print_folder(shop) / name
        made = parcel_file(shop, order, file, by=words.packer, printer=words.printer or "", tray=words.tray)
        refused = next((one for one in made.result.skipped if one.severity is Severity.STOP), None)
        if refused is not None:
            raise Conflict(refused.message)
        if words.printer and made.result.pages:
            papers = Handed(shop.location, made.result, Kind.PARCEL, file, words.printer, clean(words.packer))
            handed = hand_over(
                papers, title="Cordial parcel", stock=made.stock, duplex=made.duplex, tray=words.tray
            )
    changes = done(
        shop, order, packer=words.packer, bench=bench, result=made.result if made and made.result.pages else None,
        file=file, printer=words.printer or "", job=handed, tracking=words.tracking, unchecked=True,
        actor=context.actor or words.packer,
    )  # fmt: skip
    keep_what_became(context, shop, handed)
    pages = made.result.pages if made else 0
    held = made.result.held if made else ()
    data = {"order": {"id": order}, "change": changes.id, "unchecked": left, "pages": pages,
            "file": str(file) if pages else None, "job": handed,
            "skipped": [{"id": one.title, "reason": one.message} for one in held]}  # fmt: skip
    context.answer(data, context.words.say(changes.title))
    for one in held:
        context.complain(context.words.say(one.message))
    if left:
        context.complain(context.words.n("{n} piece was not checked.", "{n} pieces were not checked.", left))
    if handed:
        tell_what_waits(context, handed)
    return 0


def _release(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = order_by_number(shop, words.number)
    number = shorten(parcel(shop, order).number)
    if not release(shop, order, _bench(words)):
        raise Conflict(
            msg("{who} is not packing order {number}. Look at the queue.", who=clean(words.packer), number=number)
        )
    context.answer({"order": {"id": order}}, context.words("Order {number} is in the queue again.", number=number))
    return 0


def _aside(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = order_by_number(shop, words.number)
    changes = set_aside(shop, order, words.reason, _bench(words), actor=context.actor or words.packer)
    return _told(context, [order], changes)


def _back(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    orders = [order_by_number(shop, number) for number in dict.fromkeys(words.numbers)]
    return _told(context, orders, put_back(shop, orders, actor=context.actor or words.packer))


def _unpack(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = order_by_number(shop, words.number)
    changes = take_back(shop, order, packer=words.packer, bench=_bench(words), actor=context.actor or words.packer)
    return _told(context, [order], changes)


def _track(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    order = order_by_number(shop, words.number)
    return _told(context, [order], track(shop, order, words.tracking, actor=context.actor or words.packer))


def _told(context: Context, orders: list[OrderId], changes: Changes) -> int:
    data = {"orders": [{"id": order} for order in orders], "change": changes.id}
    context.answer(data, context.words.say(changes.title))
    return 0


def _show(context: Context, found: Parcel) -> int:
    words = context.words
    rows = [
        (str(line.position), f"{line.checked} / {line.quantity}", line.shelf, line.sku or line.barcode, line.name)
        for line in found.lines
    ]
    head = f"{found.number} · {found.name} · "
    head += words.say(standing_words(found.standing, found.days_late, found.ship_by))
    notes = [text for text in (found.set_aside, found.note, found.packer_note) if text]
    if found.enclosed:
        papers = ", ".join(words.say(KIND_NAMES[one]) for one in found.enclosed)
        notes.append(words("To lay on top: {papers}", papers=papers))
    steps = [f"☐ {step_words(step, words.language)}" for step in found.steps]
    context.answer({"order": _data(found, context)}, "\n".join([head, *notes, table(rows), *steps]))
    return 0


def _data(found: Parcel, context: Context) -> dict[str, object]:
    steps = [{"id": step.id, "needs": step.needs, "text": step_words(step, context.words.language)}
             for step in found.steps]  # fmt: skip
    lines = [
        {
            "position": line.position, "name": line.name, "quantity": line.quantity, "checked": line.checked,
            "sku": line.sku, "barcode": line.barcode, "shelf": line.shelf, "fragile": line.fragile,
        }
        for line in found.lines
    ]  # fmt: skip
    told = ("number", "name", "standing", "days_late", "ship_by", "language", "first", "regular", "extra_care", "gift",
            "paid", "note", "packer_note", "carrier", "tracking", "set_aside", "enclosed", "unchecked")  # fmt: skip
    return {"id": found.order, **{name: getattr(found, name) for name in told}, "lines": lines, "steps": steps}


def _refused(code: str, name: str, quantity: int | None) -> Message:
    if quantity is None:
        return msg("“{code}” does not belong to this parcel. Put it back.", code=shorten(code))
    return nmsg(
        "One too many: there is {n} of “{name}” in this parcel. Put it back.",
        "One too many: there are {n} of “{name}” in this parcel. Put it back.",
        n=quantity,
        name=shorten(name),
    )


def _bench(words: argparse.Namespace) -> str:
    """The bench a command stands at: the same for all commands of one packer on one computer."""
    return words.bench or f"{clean(words.packer)}@{socket.gethostname()}"


_DEEDS: dict[str, Callable[[Context, Shop, Any], int]] = {
    "queue": _queue,
    "next": _next,
    "claim": _claim,
    "show": _open,
    "check": _check,
    "done": _done,
    "release": _release,
    "aside": _aside,
    "back": _back,
    "unpack": _unpack,
    "track": _track,
}
