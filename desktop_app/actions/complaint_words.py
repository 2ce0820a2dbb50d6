"""The thread of a complaint: what came in, what was answered, what we note among ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.actions.checks_complaints import checked_long, checked_moment, checked_past
from desktop_app.actions.complaint_counts import hold_complaints
from desktop_app.actions.complaint_steps import move
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import ComplaintId, State, Way
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import clean
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint, complaint_states, word_ids
from desktop_app.store.tables import ComplaintTable, ComplaintWordTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_LONGEST_LINE = 500
_TOPICS = (Topic.COMPLAINTS, Topic.CUSTOMERS)
# What a word does to the state by itself; what is not here stays as it is.
_AFTER_ANSWER = {State.NEW: State.ANSWERED, State.REOPENED: State.ANSWERED}
_AFTER_REPLY = {State.SOLVED: State.REOPENED, State.WAITING: State.ANSWERED}


def add_word(
    shop: Shop,
    complaint_id: ComplaintId,
    *,
    way: Way,
    text: str,
    subject: str = "",
    channel: str = "",
    at: str = "",
    actor: str,
) -> Changes:
    """Keeps a word in the thread of a complaint, said now or `at` a moment; Invalid at "text" or "at", and NotFound.

    An answer to a new one makes it answered, and what the customer says after it was solved opens it again.
    """
    checked_text(text)
    at = at and checked_past(at, "at", today=shop.today())
    complaint(shop, complaint_id)
    title = {
        Way.IN: msg("Reply to complaint {id}", id=complaint_id),
        Way.OUT: msg("Answer to complaint {id}", id=complaint_id),
        Way.NOTE: msg("Note on complaint {id}", id=complaint_id),
    }[way]
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        note_word(shop, change, complaint_id, way=way, text=text, subject=subject, channel=channel, at=at, by=actor)
    return change.changes


def note_word(
    shop: Shop,
    change: Change,
    complaint_id: ComplaintId,
    *,
    way: Way,
    text: str,
    subject: str = "",
    channel: str = "",
    message: int | None = None,
    source_key: str = "",
    at: str = "",
    by: str,
) -> int:
    """Keeps a word in a thread inside a change and moves the complaint on by it; answers the word's number.

    `message` is the number of the message it went out as, `source_key` an e-mail's own id, `at` "" is now.
    """
    hold_complaints(shop, change, [complaint_id])
    change.touch(ComplaintTable, complaint_id)
    row = {
        "complaint": complaint_id,
        "at": checked_moment(at, "at") if at else shop.now().isoformat(timespec="seconds"),
        "by": by,
        "way": way.value,
        "channel": channel,
        "subject": clean(subject)[:_LONGEST_LINE],
        "text": checked_text(text),
        "message": message,
        "source_key": source_key,
    }
    kept = change.insert(ComplaintWordTable, row)
    moves = {Way.OUT: _AFTER_ANSWER, Way.IN: _AFTER_REPLY}.get(way, {})
    [standing] = complaint_states(shop, [complaint_id])
    if standing.state in moves:
        move(shop, change, [complaint_id], moves[standing.state], by=by)
    return kept


def remove_word(shop: Shop, complaint_id: ComplaintId, place: int, *, actor: str) -> Changes:
    """Takes a note of our own out of a thread, by its place counted from 1; raises Invalid at "place".

    What was said to and by the customer stays.
    """
    words = complaint(shop, complaint_id).words
    if not 1 <= place <= len(words):
        raise Invalid(
            "place",
            msg(
                "Complaint {id} has no word number {n} in its thread. Look at the thread again.",
                id=complaint_id,
                n=place,
            ),
        )
    if words[place - 1].way is not Way.NOTE:
        raise Invalid("place", msg("What was said to or by the customer stays. Remove only notes."))
    with shop.change(msg("Remove a note of complaint {id}", id=complaint_id), actor=actor, topics=_TOPICS) as change:
        change.touch(ComplaintTable, complaint_id)
        change.delete(ComplaintWordTable, [word_ids(shop, complaint_id)[place - 1]])
    return change.changes


def checked_text(text: str, field: str = "text") -> str:
    """A text of a thread as it can be kept; raises Invalid at `field` when it is empty or too long."""
    tidy = checked_long(text, field)
    if not tidy:
        raise Invalid(field, msg("Write the text first."))
    return tidy
