"""An inbox as the command line tells it: to people in words, to programs as an object."""

from __future__ import annotations

from desktop_app.cli.output import Context
from desktop_app.domain.inbox_looks import InboxRow
from desktop_app.domain.urgency import URGENCY_NAMES


def inbox_object(row: InboxRow) -> dict[str, object]:
    """One inbox for programs."""
    one, fields = row.inbox, row.inbox.fields
    return {
        "id": one.id,
        "name": fields.name,
        "source": fields.source,
        "link": fields.link,
        "every_hours": fields.every_hours,
        "checked_at": one.checked_at or None,
        "checked_by": one.checked_by,
        "look_by": row.look_by,
        "urgency": row.urgency,
    }


def inbox_text(context: Context, row: InboxRow) -> str:
    """“Due, 2026-11-20 14:00”, or that nobody looked there yet."""
    if row.look_by is None:
        return context.words("nobody looked there yet")
    return f"{context.words.say(URGENCY_NAMES[row.urgency])}, {row.look_by:%Y-%m-%d %H:%M}"
