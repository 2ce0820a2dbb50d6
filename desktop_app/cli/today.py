"""`cordial today`: what the Today page shows."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli.complaint_lists import complaint_object
from desktop_app.cli.inbox_rows import inbox_object, inbox_text
from desktop_app.cli.output import Context, plain
from desktop_app.cli.renewal_rows import renewal_row_object, when
from desktop_app.cli.standings import standing_text
from desktop_app.cli.today_people import day_object, done_object, person_text
from desktop_app.domain.urgency import URGENCY_NAMES
from desktop_app.queries.complaints_due import DueComplaints
from desktop_app.queries.orders import OrderRow
from desktop_app.queries.renewals import RenewalRow, coming_due
from desktop_app.queries.today import Today, today

LATER = ("drifting", "vouchers", "gifts")  # keys of the contract that have no records yet


def run(context: Context, _words: argparse.Namespace) -> int:
    """Prints the day: complaints and orders against their deadlines, people's days coming and missed, renewals."""
    shop = context.open(write=False)
    try:
        day = today(shop)
        renewals = coming_due(shop)
    finally:
        shop.close()
    data: dict[str, object] = {"date": day.date}
    for key in ("to_pack", "due", "at_risk", "late"):
        data[key] = [_order(context, row) for row in getattr(day, key)]
    for key in ("birthdays", "missed"):
        data[key] = [day_object(context, row) for row in getattr(day, key)]
    data["congratulated"] = [done_object(row) for row in day.done]
    data["complaints"] = [complaint_object(row) for row in day.complaints.rows]
    data["inboxes"] = [inbox_object(row) for row in day.complaints.inboxes]
    data["renewals"] = [renewal_row_object(row) for row in renewals]
    data |= {key: [] for key in LATER}
    context.answer(data, _text(context, day, renewals))
    return 0


def _order(context: Context, row: OrderRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": f"{row.number} · {row.customer}",
        "number": row.number,
        "customer": row.customer,
        "standing": row.standing,
        "days_late": row.days_late,
        "reasons": row.reasons,
        "ship_by": row.ship_by,
        "deliver_by": row.deliver_by,
        "first": row.first,
        "printed": row.printed,
        "total": plain(row.total, context.words),
        "detail": row.detail,
    }


def _renewal(context: Context, row: RenewalRow) -> str:
    fields = row.renewal.fields
    amount = context.money(fields.amount)
    return f"  {row.customer}, {fields.what}, {context.words.say(when(row))}  {amount}".rstrip()


def _complaints(context: Context, found: DueComplaints) -> list[str]:
    """The complaints late and due, and the inboxes to look into, before anything else."""
    words, out = context.words, []
    if found.rows:
        out += ["", f"{words('Complaints to answer or solve')} ({found.late + found.due})"]
        for row in found.rows:
            due = f"{words.say(URGENCY_NAMES[row.urgency])} {row.due_by:%Y-%m-%d %H:%M}" if row.due_by else ""
            parts = (due, row.customer, words.say(row.kind_name), row.title)
            out.append(f"  {row.id}  {'  '.join(filter(None, parts))}")
    if found.inboxes:
        out += ["", f"{words('Look for complaints')} ({len(found.inboxes)})"]
        out += [f"  {row.inbox.fields.name}  {inbox_text(context, row)}" for row in found.inboxes]
    return out


def _text(context: Context, day: Today, renewals: Sequence[RenewalRow]) -> str:
    words = context.words
    out = [words.date(day.date, "full"), *_complaints(context, day.complaints)]
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
                f"  {row.number}  {row.customer}  {standing_text(context, row)}  {context.money(row.total)}".rstrip()
                for row in rows
            ]
    for title, people, count in (
        (words("Missed"), day.missed, day.counts.missed),
        (words("To congratulate"), day.birthdays, day.counts.birthdays),
    ):
        if people:
            out += ["", f"{title} ({count}{'+' if day.counts.more and count > len(people) else ''})"]
            out += [f"  {person_text(context, row)}" for row in people]
    if renewals:
        out += ["", f"{words('Renewals')} ({len(renewals)})", *(_renewal(context, row) for row in renewals)]
    if len(out) == 1:
        out += ["", words("Nothing wants you today.")]
    return "\n".join(out)
