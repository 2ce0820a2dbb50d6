"""Complaints on the Today page: those late and due with what is owed by when, and the inboxes to look into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desktop_app.domain.complaints import State
from desktop_app.domain.inbox_looks import InboxRow
from desktop_app.domain.inboxes import InboxId
from desktop_app.domain.urgency import Urgency
from desktop_app.i18n import Words
from desktop_app.queries.complaint_list import ComplaintRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.wording import complaint_detail, complaint_title, due_tag, due_text
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.today.cards import invitation
from desktop_app.ui.pages.today.lookup import Morning
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.task_row import TaskRow


@dataclass(frozen=True, slots=True)
class ComplaintCalls:
    """What the card may ask of its page."""

    open: Callable[[int], object]
    show: Callable[[str], object]  # the list with one of its chips
    open_inbox: Callable[[str], object]  # by its link
    looked: Callable[[InboxId], object]


def complaints_card(desk: Desk, now: Morning, calls: ComplaintCalls) -> Card:
    """The card of a shop that has open complaints, or an inbox to look into."""
    words, found = desk.words, now.day.complaints
    at = found.now or dt.datetime.combine(now.day.date, dt.time())
    need = found.late + found.due
    hint = words("{need} of {total} need you", need=words.count(need), total=words.count(found.open)) if need else ""
    card = Card(words("Complaints"), hint)
    for row in found.rows:
        card.add_row(_complaint_row(desk, row, at, calls))
    hidden = need - len(found.rows)
    if hidden > 0:
        text = words.n("{n} more needs you", "{n} more need you", hidden)
        card.add_row(invitation("", (text, partial(calls.show, "late" if found.late > len(found.rows) else "due"))))
    for inbox in found.inboxes:
        card.add_row(_inbox_row(desk, inbox, at, calls))
    rest = found.open - need
    if rest:
        card.add_note(words.n("{n} more is open, in good time", "{n} more are open, in good time", rest))
    return card


def owed_text(words: Words, row: ComplaintRow) -> str:
    """What the next deadline asks for."""
    if row.due_by is None:
        return ""
    if row.due_by == row.answer_by:
        return words("to be answered")
    return words("to be asked again") if row.state is State.WAITING else words("to be solved")


def _complaint_row(desk: Desk, row: ComplaintRow, now: dt.datetime, calls: ComplaintCalls) -> TaskRow:
    words = desk.words
    late = row.urgency is Urgency.LATE
    tag = due_tag(words, row.due_by, now) if late else (due_text(words, row.due_by, now), Tone.WARN)
    made = TaskRow(
        desk.theme, complaint_title(words, row), joined(owed_text(words, row), complaint_detail(words, row)), tag=tag,
        buttons=((words("Open"), partial(calls.open, row.id)),),
    )
    made.opened.connect(partial(calls.open, row.id))
    return made


def _inbox_row(desk: Desk, row: InboxRow, now: dt.datetime, calls: ComplaintCalls) -> TaskRow:
    words, inbox = desk.words, row.inbox
    seen = words("nobody looked there yet")
    if row.look_by is not None:
        at = stamp(words, inbox.checked_at, desk.today())
        seen = words("last looked at {when}, {person}", when=at, person=inbox.checked_by) if inbox.checked_by else at
    late = row.urgency is Urgency.LATE
    tag = due_tag(words, row.look_by, now) if late else (words("Look now"), Tone.WARN)
    buttons: list[tuple[str, Callable[[], object]]] = [(words("I looked"), partial(calls.looked, inbox.id))]
    if inbox.fields.link:
        buttons.insert(0, (words("Open"), partial(calls.open_inbox, inbox.fields.link)))
    made = TaskRow(desk.theme, words("Inbox: {name}", name=inbox.fields.name), seen, tag=tag, buttons=buttons)
    if inbox.fields.link:
        made.opened.connect(partial(calls.open_inbox, inbox.fields.link))
    return made
