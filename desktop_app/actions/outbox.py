"""The outbox: messages put in once each, cancelled, opened in another program, and decided about by a person.

Nothing is sent here (see actions/sending). What is put in is not taken back by undo: `cancel` is the way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.actions.message_told import told
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.messages import Draft, KeptMessage, MessageId, MessageState
from desktop_app.domain.outgoing import LONGEST_TEXT, checked_draft
from desktop_app.domain.reaching import AIM_OF_MESSAGE, Aim, Standing, message_hindrance
from desktop_app.domain.settings import COUNTRY
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.post.links import link, takes_text
from desktop_app.queries import Shop
from desktop_app.queries.outbox import known_keys, message, message_rows
from desktop_app.queries.reaching import standings_of
from desktop_app.queries.settings import setting
from desktop_app.store import outbox
from desktop_app.store.tables import MessageTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_S = MessageState
_TOPICS = (Topic.MESSAGES,)
_AND_THREADS = (Topic.MESSAGES, Topic.COMPLAINTS, Topic.CUSTOMERS)
_UNKNOWN = msg("They are not among the customers: nobody knows whether they wish it.")
_LONGEST = 2 * LONGEST_TEXT  # of what is kept as refused
_COLUMNS = (
    "key", "kind", "channel", "customer", "order", "complaint", "language", "to_name", "address", "subject", "text",
    "created_at", "by", "state", "reason", "told_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Put:
    """What became of drafts: the messages that are new, in their order, and the keys that had a message already.

    Of the new ones `held` may not go now, and `refused` never can as they are; `message` has the reason of each.
    """

    ids: tuple[MessageId, ...] = ()
    known: tuple[str, ...] = ()
    held: tuple[MessageId, ...] = ()
    refused: tuple[MessageId, ...] = ()
    changes: Changes = field(default_factory=lambda: Changes(ChangeId(0), frozenset(), msg("Messages")))


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a message elsewhere: its link, "" for none; the text is to be copied where no link takes it along."""

    link: str
    text: str
    copied: bool


def put(shop: Shop, drafts: Sequence[Draft], *, actor: str) -> Put:
    """Puts messages into the outbox, each key once; not undoable.

    Raises Invalid for a single draft that cannot go out as it is; of several, those are kept as refused.
    """
    with shop.change(_title(drafts), actor=actor, topics=_TOPICS, undoable=False) as change:
        done = put_in(shop, change, drafts, actor=actor)
    return Put(done.ids, done.known, done.held, done.refused, change.changes)


def put_in(shop: Shop, change: Change, drafts: Sequence[Draft], *, actor: str) -> Put:
    """The same inside a running change, whose undo leaves the messages in the outbox."""
    outbox.hold_keys(shop)
    known = known_keys(shop, (draft.key for draft in drafts))
    new = list({draft.key: draft for draft in drafts if draft.key not in known}.values())
    standings = standings_of(shop, {draft.customer for draft in new if draft.customer is not None})
    country, now = setting(shop, COUNTRY), shop.now().isoformat(timespec="seconds")
    rows, states = [], []
    for draft in new:
        checked, state, reason = _judged(draft, country, standings, alone=len(drafts) == 1)
        states.append(state)
        rows.append((*_values(checked), now, clean(actor), state.value, outbox.reason_text(reason), now))
    ids = [MessageId(number) for number in change.insert_many(MessageTable, _COLUMNS, rows)] if rows else []
    return Put(
        tuple(ids),
        tuple(known),
        tuple(number for number, state in zip(ids, states, strict=True) if state is _S.HELD),
        tuple(number for number, state in zip(ids, states, strict=True) if state is _S.REFUSED),
    )


def cancel(shop: Shop, ids: Sequence[MessageId], *, actor: str) -> Changes:
    """Has messages not sent that wait or are held back; those that began to go are passed over."""
    title = nmsg("Do not send {n} message", "Do not send {n} messages", n=len(set(ids)))
    return _decided(shop, ids, _S.CANCELLED, of=(_S.WAITING, _S.HELD), title=title, actor=actor)


def again(shop: Shop, ids: Sequence[MessageId], *, actor: str) -> Changes:
    """Has messages sent (once more) by a person's own decision, also those of which nobody knows whether they went.

    Raises Invalid, and changes nothing, when one of them may not go now, or cannot as it is.
    """
    rows, country = message_rows(shop, ids), setting(shop, COUNTRY)
    _refuse_hindered(shop, rows)
    for kept in rows:
        checked_draft(kept.draft, country)
    title = nmsg("Send {n} message again", "Send {n} messages again", n=len(set(ids)))
    of = (_S.UNKNOWN, _S.REFUSED, _S.HELD, _S.CANCELLED, _S.SAVED, _S.OPENED)
    return _decided(shop, ids, _S.WAITING, of=of, title=title, actor=actor)


def arrived(shop: Shop, ids: Sequence[MessageId], *, actor: str) -> Changes:
    """Notes of messages of which nobody knew that they did go, as a person found out."""
    title = nmsg("{n} message went after all", "{n} messages went after all", n=len(set(ids)))
    return _decided(
        shop, ids, _S.HANDED, of=(_S.UNKNOWN,), title=title, actor=actor, reason=msg("Found out by a person.")
    )


def opening(shop: Shop, message_id: MessageId) -> Opening:
    """How a message is opened in another program or copied; raises Invalid when it may not go now."""
    kept = message(shop, message_id)
    _refuse_hindered(shop, [kept])
    draft = kept.draft
    found = link(draft.means, draft.address, country=setting(shop, COUNTRY), subject=draft.subject, text=draft.text)
    return Opening(found, draft.text, not found or not takes_text(draft.means))


def mark_opened(shop: Shop, message_id: MessageId, *, actor: str) -> Changes:
    """Notes that a message was opened in another program or copied; raises Conflict when it is being sent or went."""
    of = (_S.WAITING, _S.HELD, _S.CANCELLED, _S.REFUSED, _S.SAVED, _S.OPENED)
    title = msg("Open a message to {name}", name=shorten(message(shop, message_id).draft.to_name))
    done = _decided(shop, [message_id], _S.OPENED, of=of, title=title, actor=actor)
    if not done.id:
        raise Conflict(msg("This message is being sent or went already. Look at it in the outbox."))
    return done


def held_back(kept: Draft, standings: dict[CustomerId, Standing]) -> Message | None:
    """Why a message may not go now; the one question every way out asks.

    Of somebody who is no customer, as when their record was removed, nothing is known: they get answers, and news of
    their order.
    """
    who = standings.get(kept.customer) if kept.customer is not None else None
    if who is not None:
        return message_hindrance(kept.kind, who)
    aim = AIM_OF_MESSAGE[kept.kind]
    return None if aim is Aim.SERVICE or (aim is Aim.NOTICE and kept.order is not None) else _UNKNOWN


def _judged(
    draft: Draft, country: str, standings: dict[CustomerId, Standing], *, alone: bool
) -> tuple[Draft, MessageState, Message | None]:
    try:
        checked = checked_draft(draft, country)
    except Invalid as error:
        if alone:
            raise
        return draft, _S.REFUSED, error.message
    reason = held_back(checked, standings)
    return checked, _S.HELD if reason else _S.WAITING, reason


def _values(draft: Draft) -> tuple[object, ...]:
    return (
        draft.key, draft.kind.value, draft.means.value, draft.customer, draft.order, draft.complaint,
        draft.language.value, clean(draft.to_name), _kept_line(draft.address), _kept_line(draft.subject),
        clean_block(draft.text)[:_LONGEST],
    )  # fmt: skip


def _kept_line(text: str) -> str:
    """A line as it can be kept, also of what was refused for the signs in it."""
    return clean(text)[:400]


def _refuse_hindered(shop: Shop, kept: Iterable[KeptMessage]) -> None:
    every = list(kept)
    standings = standings_of(shop, {one.draft.customer for one in every if one.draft.customer is not None})
    for one in every:
        if reason := held_back(one.draft, standings):
            raise Invalid("message", msg("The message to {name} may not go now. {reason}",
                                         name=shorten(one.draft.to_name), reason=reason))  # fmt: skip


def _decided(
    shop: Shop,
    ids: Sequence[MessageId],
    state: MessageState,
    *,
    of: Sequence[MessageState],
    title: Message,
    actor: str,
    reason: Message | None = None,
) -> Changes:
    """What a person decided has a line in the change log, so that other desks hear of it; none in the journal."""
    at = shop.now().isoformat(timespec="seconds")
    goes = state in (_S.OPENED, _S.HANDED)
    with shop.change(title, actor=actor, topics=_AND_THREADS if goes else _TOPICS, undoable=False) as change:
        done = outbox.decide(shop, ids, state, of=of, at=at, reason=reason)
        change.wrote = bool(done)
        if goes:
            told(shop, change, message_rows(shop, done))
    return change.changes


def _title(drafts: Sequence[Draft]) -> Message:
    if len(drafts) == 1:
        return msg("Message to {name}", name=shorten(drafts[0].to_name or drafts[0].address))
    return nmsg("{n} message to send", "{n} messages to send", n=len(drafts))
