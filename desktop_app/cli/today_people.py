"""The days of people as `cordial today` tells them: coming, missed, and what was done about them."""

from __future__ import annotations

from desktop_app.cli.output import Context
from desktop_app.domain.people import DAY_NAMES
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries.days import DayRow, DoneRow


def day_object(context: Context, row: DayRow) -> dict[str, object]:
    """A day coming or missed, for programs."""
    before = row.before
    return {
        "id": row.customer_id,
        "title": row.name,
        "customer": row.customer,
        "people": [
            {"person": one.relative, "name": one.name, "relation": one.relation_words or one.relation}
            for one in row.people
        ],
        "kind": row.kind,
        "day": row.title,
        "kept_on": row.kept_on,
        "whole_month": row.whole_month,
        "days_until": row.days_until,
        "age": row.years,
        "when": context.words.say(_when(row)),
        "regular": row.regular,
        "printed": row.printed.on if row.printed else None,
        "held": row.held,
        "before": {"kept_on": before.kept_on, "by": before.by, "at": before.at} if before else None,
    }


def done_object(row: DoneRow) -> dict[str, object]:
    """What was done about a day, for programs."""
    one = row.what
    return {
        "id": one.customer,
        "title": row.name,
        "person": one.relative,
        "kind": one.kind,
        "day": one.title,
        "kept_on": one.kept_on,
        "state": one.state,
        "how": one.how,
        "by": one.by,
        "at": one.at,
    }


def _when(row: DayRow) -> Message:
    if row.days_until == 0:
        return msg("this month") if row.whole_month else msg("today")
    if row.days_until < 0:
        return nmsg("missed {n} day ago", "missed {n} days ago", n=-row.days_until)
    return nmsg("in {n} day", "in {n} days", n=row.days_until)


def person_text(context: Context, row: DayRow) -> str:
    """“Toms (Anna Kalniņa), name day, in 2 days”."""
    whose = "" if row.own else f" ({row.customer})"
    what = row.title or context.words.say(DAY_NAMES[row.kind])
    again = context.words("congratulated within a year already") if row.before else ""
    held = context.words.say(row.held) if row.held else ""
    said = (f"{row.name}{whose}", what, context.words.say(_when(row)), again, held)
    return ", ".join(part for part in said if part)
