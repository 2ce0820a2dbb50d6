"""`cordial today`: what the Today page shows."""

from __future__ import annotations

import argparse

from desktop_app.cli.output import Context, plain
from desktop_app.domain.promise import standing_words
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries.orders import OrderRow
from desktop_app.queries.today import BirthdayRow, Today, today

LATER = ("complaints", "renewals", "drifting", "vouchers", "gifts")  # keys of the contract that have no records yet


def run(context: Context, _words: argparse.Namespace) -> int:
    """Prints the day: orders against their promise, birthdays coming and missed."""
    shop = context.open(write=False)
    try:
        day = today(shop)
    finally:
        shop.close()
    data: dict[str, object] = {"date": day.date}
    for key in ("to_pack", "due", "at_risk", "late"):
        data[key] = [_order(context, row) for row in getattr(day, key)]
    for key in ("birthdays", "missed"):
        data[key] = [_birthday(context, row) for row in getattr(day, key)]
    data |= {key: [] for key in LATER}
    context.answer(data, _text(context, day))
    return 0


def _order(context: Context, row: OrderRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": f"{row.number} · {row.customer}",
        "number": row.number,
        "customer": row.customer,
        "standing": row.standing,
        "days_late": row.days_late,
        "ship_by": row.ship_by,
        "first": row.first,
        "printed": row.printed,
        "total": plain(row.total, context.words),
        "detail": row.detail,
    }


def _birthday(context: Context, row: BirthdayRow) -> dict[str, object]:
    return {
        "id": row.customer_id,
        "title": row.name,
        "kept_on": row.kept_on,
        "days_until": row.days_until,
        "age": row.age,
        "when": context.words.say(_when(row)),
    }


def _when(row: BirthdayRow) -> Message:
    if row.days_until == 0:
        return msg("today")
    if row.days_until < 0:
        return nmsg("missed {n} day ago", "missed {n} days ago", n=-row.days_until)
    return nmsg("in {n} day", "in {n} days", n=row.days_until)


def _text(context: Context, day: Today) -> str:
    words = context.words
    out = [words.date(day.date, "full")]
    parts = (
        (words("Late"), day.late, day.counts.late),
        (words("Due today"), day.due, day.counts.due),
        (words("At risk"), day.at_risk, day.counts.at_risk),
        (words("To pack"), day.to_pack, day.counts.to_pack),
    )
    for title, rows, count in parts:
        if rows:
            out += ["", f"{title} ({count})"]
            out += [
                f"  {row.number}  {row.customer}  {_standing(context, row)}  {context.money(row.total)}".rstrip()
                for row in rows
            ]
    for title, people in ((words("Birthdays missed"), day.missed), (words("Birthdays"), day.birthdays)):
        if people:
            out += ["", title]
            out += [f"  {row.name}  {words.say(_when(row))}" for row in people]
    if len(out) == 1:
        out += ["", words("Nothing wants you today.")]
    return "\n".join(out)


def _standing(context: Context, row: OrderRow) -> str:
    return context.words.say(standing_words(row.standing, row.days_late, row.ship_by))
