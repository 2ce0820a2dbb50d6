"""The columns of the complaints list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.i18n import Words
from desktop_app.queries.complaint_columns import COMPLAINT_COLUMNS
from desktop_app.queries.complaint_list import ComplaintRow
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.pages.complaints.wording import complaint_detail, complaint_tag, complaint_title, due_text
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.told_columns import all_columns


def complaint_columns(
    words: Words, today: dt.date, now: Callable[[], dt.datetime]
) -> tuple[Column[ComplaintRow], ...]:
    """Whose it is and what was said, when it came, when it is due, and the one tag; others to be chosen."""
    own: tuple[Column[ComplaintRow], ...] = (
        Column(
            "said", words("Complaint"), lambda row: complaint_title(words, row), Kind.LEAD,
            detail=lambda row: complaint_detail(words, row), mark=lambda row: row.customer, stretch=True, sort="said",
            tip=lambda row: joined(complaint_title(words, row), complaint_detail(words, row)),
            exports=("id", "customer", "said", "kind", "order", "article", "source", "rating"),
        ),
        Column(
            "received", words("Received"), lambda row: short_day(words, row.received_on, today), Kind.MUTED, width=112,
            sort="received",
        ),
        Column("due", words("Due"), lambda row: due_text(words, row.due_by, now()), Kind.MUTED, width=150, sort="due"),
        Column(
            "state", words("State"), lambda row: complaint_tag(words, row, now())[0], Kind.TAG,
            tone=lambda row: complaint_tag(words, row, now())[1], width=190, sort="state", narrow=True,
        ),
    )
    return all_columns(words, today, own, COMPLAINT_COLUMNS)
