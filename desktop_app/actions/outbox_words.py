"""A message in the outbox given other words before it goes, and messages that were proposed and are not wanted."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.outbox import put_in
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict
from desktop_app.domain.messages import Draft, MessageId, MessageState
from desktop_app.domain.outgoing import checked_draft
from desktop_app.domain.settings import COUNTRY
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.outbox import message
from desktop_app.queries.settings import setting
from desktop_app.store import outbox

REWORDED = (MessageState.WAITING, MessageState.HELD, MessageState.REFUSED, MessageState.CANCELLED)


def reword(shop: Shop, message_id: MessageId, draft: Draft, *, actor: str) -> Changes:
    """Keeps another way, address, subject and text of a message that did not go yet; one that was refused waits again.

    Raises Invalid at a field, and Conflict when it is being sent or went.
    """
    kept = message(shop, message_id)
    tidy = checked_draft(draft, setting(shop, COUNTRY))
    title = msg("Change the message to {name}", name=shorten(kept.draft.to_name))
    with shop.change(title, actor=actor, topics=(Topic.MESSAGES,), undoable=False) as change:
        values = (tidy.means.value, tidy.address, tidy.subject, tidy.text)
        if not outbox.reword(shop, message_id, values, of=REWORDED):
            raise Conflict(msg("This message is being sent or went already. Look at it in the outbox."))
        at = shop.now().isoformat(timespec="seconds")
        outbox.decide(shop, [message_id], MessageState.WAITING, of=(MessageState.REFUSED,), at=at)
        change.wrote = True
    return change.changes


def leave_out(shop: Shop, drafts: Sequence[Draft], *, actor: str) -> Changes:
    """Has messages not sent that were proposed: they stand in the outbox as not wanted, and are not proposed again."""
    title = nmsg("Do not send {n} message", "Do not send {n} messages", n=len(drafts))
    with shop.change(title, actor=actor, topics=(Topic.MESSAGES,), undoable=False) as change:
        done = put_in(shop, change, drafts, actor=actor)
        at = shop.now().isoformat(timespec="seconds")
        outbox.decide(shop, done.ids, MessageState.CANCELLED, of=REWORDED, at=at)
    return change.changes
