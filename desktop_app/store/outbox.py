"""The way of a message out of the outbox, kept past the journal: what was sent stays sent, whatever is undone.

A sender takes a message for a while by the database's own clock, says before its words leave that it begins, and then
what became of it. Whoever dies in between leaves a message of which nobody knows whether it went: it is never taken
again by itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from desktop_app.domain.messages import MessageState as S
from desktop_app.i18n import Message, msg
from desktop_app.store.access import Access
from desktop_app.store.claims import CLOCK
from desktop_app.store.messages import message_from_json, message_to_json

LEASE = 120_000  # milliseconds a sender has a message before it begins: to reach the server, and to be let in
SENDING = 15 * 60_000  # and once it began: longer than any answer is waited for
MINUTE = 60_000
_BROUGHT_BACK = msg("It waited in a backup that was brought back, and may have gone since that was made.")
_KEYS = 0x6F757462  # of the lock under which messages are put in, so that two desks never put in the same
_BEGUN = (S.SENDING, S.HANDED, S.UNKNOWN, S.REFUSED)


def hold_keys(access: Access) -> None:
    """Inside a change: no other desk puts messages in until it is through."""
    if not access.sqlite:
        access.sql("SELECT pg_advisory_xact_lock(?)", (_KEYS,))


def take_next(access: Access, holder: str, *, only: Sequence[int] | None = None, lease: int = LEASE) -> int | None:
    """Takes the oldest e-mail that waits, is due and nobody has; None when there is none (or none of `only`)."""
    now = CLOCK[access.engine]
    wanted, params = _due(access, only)
    lock = "" if access.sqlite else " FOR UPDATE SKIP LOCKED"
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE message SET holder = ?, until = {now} + ? WHERE id ="
            f" (SELECT m.id FROM message m WHERE {wanted} ORDER BY m.id LIMIT 1{lock}) RETURNING id",
            (holder, lease, *params),
        )
    return int(found[0][0]) if found else None


def any_due(access: Access, *, only: Sequence[int] | None = None) -> bool:
    """Whether `take_next` would find one."""
    wanted, params = _due(access, only)
    return bool(access.sql(f"SELECT 1 FROM message m WHERE {wanted} LIMIT 1", params))


def begin(access: Access, message: int, holder: str, *, message_id: str, at: str, lease: int = SENDING) -> str | None:
    """Says that its words leave now; its e-mail id, which stays what it was first. None when it is ours no more.

    Once this is committed, it is never sent again by itself, whatever happens.
    """
    now = CLOCK[access.engine]
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE message SET state = 'sending', next_try = {now}, until = {now} + ?, tries = tries + 1,"
            f" told_at = ?, reason = '', message_id = CASE WHEN message_id = '' THEN ? ELSE message_id END"
            f" WHERE id = ? AND holder = ? AND state = 'waiting' RETURNING message_id",
            (lease, at, message_id, message, holder),
        )
    return str(found[0][0]) if found else None


def ended(access: Access, message: int, holder: str, state: S, *, at: str, reason: Message | None = None) -> bool:
    """Says what became of a message this sender has; also when its lease ran out meanwhile and it counts as unknown.

    False where a person decided about it first, or another sender has it.
    """
    with _uninterrupted(access):
        found = access.sql(
            "UPDATE message SET state = ?, reason = ?, told_at = ? WHERE id = ? AND holder = ?"
            " AND state IN ('waiting', 'sending', 'unknown') RETURNING id",
            (state.value, reason_text(reason), at, message, holder),
        )
    return bool(found)


def put_off(access: Access, message: int, holder: str, *, wait: int, at: str, reason: Message | None = None) -> bool:
    """Gives a message back that certainly did not go, to be tried again after `wait` milliseconds; `reason` if known.

    With a reason it counts as a try.
    """
    now = CLOCK[access.engine]
    tried = (
        " tries = tries + (CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), reason = ?, told_at = ?," if reason else ""
    )
    params: list[object] = [reason_text(reason), at] if reason else []
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE message SET{tried} state = 'waiting', next_try = {now} + ?, holder = '', until = 0"
            f" WHERE id = ? AND holder = ? AND state IN ('waiting', 'sending', 'unknown') RETURNING id",
            (*params, wait, message, holder),
        )
    return bool(found)


def settle(access: Access, *, at: str, reason: Message) -> int:
    """Calls unknown what a sender began and never ended, its lease being over; how many."""
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE message SET state = 'unknown', reason = ?, told_at = ?"
            f" WHERE state = 'sending' AND NOT {_live(access, 'message')} RETURNING id",
            (reason_text(reason), at),
        )
    return len(found)


def doubted(at: str) -> tuple[str, tuple[str, ...]]:
    """The statement, and its values, that calls unknown what waits in a backup that is brought back at a moment.

    It may have gone since the backup was made, and what may have gone is never sent again by itself.
    """
    text = "UPDATE message SET state = 'unknown', reason = ?, told_at = ?, holder = '' WHERE state = 'waiting'"
    return text, (reason_text(_BROUGHT_BACK), at)


def decide(
    access: Access, messages: Sequence[int], state: S, *, of: Sequence[S], at: str, reason: Message | None = None
) -> list[int]:
    """Gives messages the state a person chose where they are in one `of` these, and to nobody; those that were.

    One that is being sent counts as unknown as soon as its lease is over.
    """
    states = ", ".join(f"'{one.value}'" for one in of)
    also = f" OR state = 'sending' AND NOT {_live(access, 'message')}" if S.UNKNOWN in of else ""
    tries = ", tries = 0" if state is S.WAITING else ""
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE message SET state = ?, reason = ?, told_at = ?, holder = '', until = 0, next_try = 0{tries}"
            f" WHERE id {_listed(access)} AND (state IN ({states}){also}) RETURNING id",
            (state.value, reason_text(reason), at, _ids(messages)),
        )
    return sorted(int(number) for (number,) in found)


def reword(access: Access, message: int, values: Sequence[object], *, of: Sequence[S]) -> bool:
    """Gives a message another channel, address, subject and text (in this order) while it is in one `of` these states.

    False where a sender has it in hand: words that may be on their way stay as they were.
    """
    states = ", ".join(f"'{one.value}'" for one in of)
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE message SET channel = ?, address = ?, subject = ?, text = ?, holder = '', until = 0"
            f" WHERE id = ? AND state IN ({states})"
            f" AND (state <> 'waiting' OR holder = '' OR NOT {_live(access, 'message')}) RETURNING id",
            (*values, message),
        )
    return bool(found)


def pause(access: Access, per_minute: int) -> int:
    """Milliseconds until one more may begin, when no more than `per_minute` begin within any minute, by all desks."""
    now, states = CLOCK[access.engine], ", ".join(f"'{one.value}'" for one in _BEGUN)
    found = access.sql(
        f"SELECT next_try - ({now} - {MINUTE}) FROM message WHERE state IN ({states})"
        f" AND next_try > {now} - {MINUTE} AND next_try <= {now} ORDER BY next_try DESC LIMIT 1 OFFSET ?",
        (per_minute - 1,),
    )
    return max(1, int(found[0][0])) if found else 0


def seen_state(access: Access, table: str) -> str:
    """The SQL expression of a message's state as it is to be read: what a dead sender had in hand is unknown."""
    return f"(CASE WHEN {table}.state = 'sending' AND NOT {_live(access, table)} THEN 'unknown' ELSE {table}.state END)"


def reason_text(reason: Message | None) -> str:
    """A reason as its column holds it, to be said in the language of whoever reads it."""
    return message_to_json(reason) if reason else ""


def reason_from(text: str) -> Message | None:
    """The reason that `reason_text` wrote."""
    try:
        return message_from_json(text) if text else None
    except (ValueError, TypeError, KeyError):
        return None


def _live(access: Access, table: str) -> str:
    """That a lease runs; one longer than any we give is of a clock that was set back."""
    now = CLOCK[access.engine]
    return f"({table}.until > {now} AND {table}.until <= {now} + {SENDING})"


def _due(access: Access, only: Sequence[int] | None) -> tuple[str, list[object]]:
    """That an e-mail waits, is due and nobody has it, with the values in it."""
    free = f"(m.holder = '' OR NOT {_live(access, 'm')})"
    wanted = f"m.state = 'waiting' AND m.channel = 'email' AND m.next_try <= {CLOCK[access.engine]} AND {free}"
    return (wanted, []) if only is None else (f"{wanted} AND m.id {_listed(access)}", [_ids(only)])


def _listed(access: Access) -> str:
    if access.sqlite:
        return "IN (SELECT value FROM json_each(?))"
    return "IN (SELECT value::bigint FROM json_array_elements_text(?))"


def _ids(messages: Sequence[int]) -> str:
    return json.dumps([int(number) for number in messages])


def _uninterrupted(access: Access) -> AbstractContextManager[object]:
    """A block that `interrupt` does not end; a change is one already."""
    return nullcontext() if access.changing else access.gate
