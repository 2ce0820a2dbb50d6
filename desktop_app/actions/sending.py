"""Sending what waits in the outbox: each message at most once, and none lost, whatever breaks on the way.

The talk with the server runs on a thread of its own; each look at the shop is a short turn. What is kept is what is
known: before a letter's words leave, that it begins is committed, so that a program that dies leaves it as unknown.
"""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from email.errors import MessageError
from email.message import EmailMessage
from functools import partial
from typing import Protocol, TypeVar

from desktop_app.actions.mail_settings import mail_password
from desktop_app.actions.message_told import told
from desktop_app.actions.outbox import held_back
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.mail import Mail, checked_mail, refuse_unready
from desktop_app.domain.messages import KeptMessage, MessageId, MessageState
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.post.addresses import on_the_wire
from desktop_app.post.failures import Lost, NotNow, Refused, SetupWrong, Unknown
from desktop_app.post.letter import Envelope, is_wide, letter, new_message_id
from desktop_app.post.smtp import MailServer
from desktop_app.queries import Shop
from desktop_app.queries.outbox import due_count, message
from desktop_app.queries.outbox_threads import answered_by
from desktop_app.queries.reaching import standings_of
from desktop_app.store import outbox

T = TypeVar("T")
S = MessageState
DIED = msg("The program or the connection ended while it was being sent. Ask the customer, or look in the mailbox.")
_WAITS = (1, 5, 30, 120)  # minutes until the next try after one, two, three and more
_MINUTE = 60_000
_SLICE = 0.2  # seconds between two looks whether to go on
_LOSSES = 3  # connections lost one after the other before the server is left in peace


class Turn(Protocol):
    """Runs something with the shop, where the shop lives, and hands back what came of it."""

    def __call__(self, deed: Callable[[Shop], T], /) -> T:
        """What `deed(shop)` answers."""


Progress = Callable[[int, int], bool]  # (done, of them) -> whether to go on


@dataclass(slots=True)
class Sent:
    """What came of sending: the messages by what is known of each, and what stopped it, if anything did."""

    handed: list[MessageId] = field(default_factory=list)
    refused: list[MessageId] = field(default_factory=list)
    unknown: list[MessageId] = field(default_factory=list)
    held: list[MessageId] = field(default_factory=list)
    later: list[MessageId] = field(default_factory=list)
    problem: Message | None = None
    stopped: bool = False
    changes: Changes = field(default_factory=lambda: Changes(ChangeId(0), frozenset(), msg("Send messages")))

    @property
    def done(self) -> int:
        """How many were dealt with."""
        return len(self.handed) + len(self.refused) + len(self.unknown) + len(self.held) + len(self.later)


def send_waiting(
    turn: Turn,
    mail: Mail,
    *,
    actor: str,
    password_of: Callable[[Mail], str] = mail_password,
    ids: Sequence[MessageId] | None = None,
    progress: Progress | None = None,
) -> Sent:
    """Sends the e-mails that wait (of `ids`, if given) until none is left, `progress` says stop, or the server fails.

    Raises Invalid when e-mail is not set up, and PasswordWanted. What the server said about a message is its reason.
    """
    mail = checked_mail(mail)
    refuse_unready(mail)
    return _Run(turn, mail, password_of(mail), actor, None if ids is None else tuple(ids), progress or _on).whole()


@dataclass(frozen=True, slots=True)
class _Taken:
    """A message this run has, with what it answers; `reason` why it may not go."""

    kept: KeptMessage
    answers: tuple[str, ...]
    reason: Message | None


class _Run:
    """One run of sending, over one connection at a time."""

    def __init__(
        self, turn: Turn, mail: Mail, password: str, actor: str, ids: Sequence[int] | None, progress: Progress
    ) -> None:
        self._turn, self._mail, self._password, self._actor = turn, mail, password, actor
        self._ids, self._progress = ids, progress
        self._holder = uuid.uuid4().hex
        self._server: MailServer | None = None
        self._lost = 0
        self._total = 0
        self._sent = Sent()

    def whole(self) -> Sent:
        """Until nothing is left, with what it did in the change log."""
        try:
            self._total = self._turn(self._begin)
            while self._go_on() and self._one():
                pass
        finally:
            if self._server is not None:
                self._server.close()
            if self._sent.done:
                self._sent.changes = self._turn(self._note)
        return self._sent

    def _begin(self, shop: Shop) -> int:
        outbox.settle(shop, at=_now(shop), reason=DIED)
        return due_count(shop, self._ids)

    def _wanted(self) -> bool:
        """Whether nobody asks to stop."""
        return self._progress(self._sent.done, max(self._total, self._sent.done))

    def _go_on(self) -> bool:
        if self._sent.problem is None and not self._wanted():
            self._sent.stopped = True
        return self._sent.problem is None and not self._sent.stopped

    def _one(self) -> bool:
        """The next message, whatever comes of it; whether there was one."""
        taken = self._turn(self._take)
        if taken is None:
            return False
        if isinstance(taken, int):  # the minute is full: on with it after so many milliseconds, or a look at the stop
            threading.Event().wait(min(taken / 1000, _SLICE))
            return True
        if taken.reason is not None:
            self._ended(taken, S.HELD, taken.reason)
            return True
        known = taken.kept.message_id or new_message_id(self._mail)
        try:
            made = letter(taken.kept.draft, self._mail, Envelope(known, dt.datetime.now().astimezone(), taken.answers))
            made.as_bytes()
        except (ValueError, MessageError):
            self._ended(taken, S.REFUSED, msg("This address or name cannot stand on an e-mail. Write it anew."))
            return True
        try:
            server = self._offered(taken)
        except SetupWrong as error:
            self._give_back(taken)
            self._sent.problem = error.message
            return True
        if server is not None:
            self._hand_over(server, taken, made, known)
        return True

    def _take(self, shop: Shop) -> _Taken | int | None:
        pause = outbox.pause(shop, self._mail.per_minute)
        if pause:
            return pause if outbox.any_due(shop, only=self._ids) else None
        number = outbox.take_next(shop, self._holder, only=self._ids)
        if number is None:
            return None
        kept = message(shop, MessageId(number))
        who = kept.draft.customer
        standings = standings_of(shop, [who]) if who is not None else {}
        return _Taken(kept, answered_by(shop, kept), held_back(kept.draft, standings))

    def _hand_over(self, server: MailServer, taken: _Taken, made: EmailMessage, known: str) -> None:
        """Says that it begins, hands the letter over, and keeps what is known after that."""
        number = taken.kept.id
        if not self._turn(lambda shop: outbox.begin(shop, number, self._holder, message_id=known, at=_now(shop))):
            server.forget()  # cancelled, opened or taken by another meanwhile
            return
        state: S = S.UNKNOWN
        reason: Message | None = DIED
        try:
            server.hand_over(made, go_on=self._wanted)
            state, reason, self._lost = S.HANDED, None, 0
        except Refused as error:
            state, reason = S.REFUSED, error.message
        except Unknown as error:
            reason = error.message
        except NotNow as error:
            state, reason = S.WAITING, error.message
            self._count_if_gone(server, error)
        except Lost as error:
            state, reason = S.WAITING, error.message
            self._count_loss(error)
        except SetupWrong as error:
            state, reason, self._sent.problem = S.WAITING, None, error.message
        finally:  # also where this program is being stopped: what is known is kept
            self._ended(taken, state, reason)

    def _offered(self, taken: _Taken) -> MailServer | None:
        """The server ready for this letter's words; None where it will not have it now, which is noted."""
        draft, mail = taken.kept.draft, self._mail
        server = self._connected()
        used = server.carried
        try:
            server.offer(on_the_wire(mail.sender), on_the_wire(draft.address), wide=is_wide(draft, mail))
        except Lost as error:
            if used:  # it had ended a connection that was idle for too long: once more over a new one
                return self._offered(taken)
            self._count_loss(error)
            self._later(taken, error.message)
            return None
        except Refused as error:
            self._ended(taken, S.REFUSED, error.message)
            return None
        except NotNow as error:
            self._count_if_gone(server, error)
            self._later(taken, error.message)
            return None
        return server

    def _count_if_gone(self, server: MailServer, error: NotNow) -> None:
        """A server that closes the door (421) is not knocked at for every message."""
        if not server.open:
            self._count_loss(error)

    def _count_loss(self, error: Lost | NotNow) -> None:
        self._lost += 1
        if self._lost >= _LOSSES:
            self._sent.problem = error.message

    def _connected(self) -> MailServer:
        if self._server is None or not self._server.open:
            self._server = MailServer(self._mail, self._password)
        return self._server

    def _ended(self, taken: _Taken, state: S, reason: Message | None) -> None:
        if state is S.WAITING:
            if reason is not None:
                self._later(taken, reason)
            else:
                self._give_back(taken)
            return
        number = taken.kept.id
        self._turn(partial(self._keep, kept=taken.kept, state=state, reason=reason))
        {S.HANDED: self._sent.handed, S.REFUSED: self._sent.refused, S.UNKNOWN: self._sent.unknown,
         S.HELD: self._sent.held}[state].append(number)  # fmt: skip

    def _keep(self, shop: Shop, *, kept: KeptMessage, state: S, reason: Message | None) -> None:
        if state is not S.HANDED or kept.draft.complaint is None:
            outbox.ended(shop, kept.id, self._holder, state, at=_now(shop), reason=reason)
            return
        title = msg("Answer to complaint {id}", id=kept.draft.complaint)
        topics = (Topic.MESSAGES, Topic.COMPLAINTS, Topic.CUSTOMERS)
        with shop.change(title, actor=self._actor, topics=topics, undoable=False) as change:
            outbox.ended(shop, kept.id, self._holder, state, at=_now(shop))
            told(shop, change, [kept])
            change.wrote = True

    def _later(self, taken: _Taken, reason: Message) -> None:
        wait = _WAITS[min(taken.kept.tries, len(_WAITS) - 1)] * _MINUTE
        number = taken.kept.id
        self._turn(lambda shop: outbox.put_off(shop, number, self._holder, wait=wait, at=_now(shop), reason=reason))
        self._sent.later.append(number)

    def _give_back(self, taken: _Taken) -> None:
        number = taken.kept.id
        self._turn(lambda shop: outbox.put_off(shop, number, self._holder, wait=0, at=_now(shop)))

    def _note(self, shop: Shop) -> Changes:
        """A line in the change log, so that other desks hear of it; it cannot be undone."""
        handed = len(self._sent.handed)
        title = nmsg("{n} message sent", "{n} messages sent", n=handed) if handed else msg("Messages not sent")
        topics = (Topic.MESSAGES, Topic.COMPLAINTS)
        with shop.change(title, actor=self._actor, topics=topics, undoable=False) as change:
            change.wrote = True
        return change.changes


def _now(shop: Shop) -> str:
    return shop.now().isoformat(timespec="seconds")


def _on(_done: int, _total: int) -> bool:
    return True
