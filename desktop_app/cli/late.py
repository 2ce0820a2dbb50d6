"""`cordial late`: the late orders, each with the message prepared for its customer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.actions.late import mark_told
from desktop_app.cli.output import Context
from desktop_app.domain.promise import REASON_WORDS, Standing, standing_words
from desktop_app.queries import Shop
from desktop_app.queries.late import LateRow, late_orders
from desktop_app.queries.orders import order_by_number


def run(context: Context, words: argparse.Namespace) -> int:
    """Prints them, promised soonest first; with --told it notes who was told."""
    shop = context.open(write=bool(words.told))
    try:
        if words.told:
            return _told(context, shop, words.told)
        rows = late_orders(shop, limit=words.limit, person=words.by)
    finally:
        shop.close()
    text = "\n\n".join(_text(context, row) for row in rows)
    context.answer({"late": [_object(row) for row in rows]}, text or context.words("No order is late."))
    return 0


def _told(context: Context, shop: Shop, numbers: Sequence[str]) -> int:
    orders = [order_by_number(shop, number).id for number in numbers]
    done = mark_told(shop, orders, actor=context.actor)
    context.answer({"told": orders, "change": done.id}, context.words.say(done.title))
    return 0


def _object(row: LateRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": f"{row.number} · {row.customer}",
        "number": row.number,
        "customer_id": row.customer_id,
        "customer": row.customer,
        "ship_by": row.ship_by,
        "deliver_by": row.deliver_by,
        "days_late": row.days_late,
        "reasons": row.reasons,
        "new_day": row.new_day,
        "arrives": row.arrives,
        "language": row.language,
        "channel": row.channel,
        "email": row.email,
        "phone": row.phone,
        "subject": row.subject,
        "message": row.message,
        "told_on": row.told_on,
    }


def _text(context: Context, row: LateRow) -> str:
    words = context.words
    head = [row.number, row.customer, words.say(standing_words(Standing.LATE, row.days_late, row.ship_by))]
    head += [words.say(REASON_WORDS[one]) for one in row.reasons]
    if row.told_on is not None:
        head.append(words("told on {day}", day=row.told_on))
    ways = [way for way in (row.email, row.phone) if way] or [words("no e-mail address, no phone number")]
    message = row.message or words("{name} is marked as deceased.", name=row.customer)
    lines = ["  ".join(part for part in head if part), ", ".join(ways), *(message.splitlines())]
    return "\n".join([lines[0], *(f"    {line}".rstrip() for line in lines[1:])])
