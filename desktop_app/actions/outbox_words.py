"""A message in the outbox given other words before it goes, and messages that were proposed and are not wanted."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.outbox import put, put_in
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict
from desktop_app.domain.messages import Draft, MessageId, MessageState
from desktop_app.domain.outgoing import checked_draft
from desktop_app.domain.settings import COUNTRY
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.outbox import known_keys, message
from desktop_app.queries.settings import setting
from desktop_app.store import outbox

_S = MessageState
REWORDED = (_S.WAITING, _S.HELD, _S.REFUSED, _S.CANCELLED, _S.OPENED)  # opened again, it may read otherwise


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


def put_anew(shop: Shop, draft: Draft, *, actor: str) -> tuple[MessageId, Changes]:
    """Puts a message into the outbox, or gives the one of its key these words: it is opened again as it reads now.

    Raises Invalid at a field, and Conflict where that one is being sent or went.
    """
    known = known_keys(shop, [draft.key]).get(draft.key)
    if known is None:
        done = put(shop, [draft], actor=actor)
        if done.ids:
            return done.ids[0], done.changes
        known = known_keys(shop, [draft.key])[draft.key]  # another desk was quicker
    return known, reword(shop, known, draft, actor=actor)


def leave_out(shop: Shop, drafts: Sequence[Draft], *, actor: str) -> Changes:
    """Has messages not sent that were proposed: they stand in the outbox as not wanted, and are not proposed again."""
    title = nmsg("Do not send {n} message", "Do not send {n} messages", n=len(drafts))
    with shop.change(title, actor=actor, topics=(Topic.MESSAGES,), undoable=False) as change:
        done = put_in(shop, change, drafts, actor=actor)
        at = shop.now().isoformat(timespec="seconds")
        outbox.decide(shop, done.ids, MessageState.CANCELLED, of=REWORDED, at=at)
    return change.changes
