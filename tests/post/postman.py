"""A mail server on loopback for tests: it keeps what it took, and breaks the talk or its other end where it is told."""

from __future__ import annotations

import asyncio
import email
import logging
import os
import signal
import ssl
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

# Every moment of the talk, in its order; "greeted again" is the EHLO inside TLS, "dot" the end of a letter before its
# answer, where the server has it; "dropped" the same where it has not.
STEPS = (
    "connect", "EHLO", "STARTTLS", "greeted again", "AUTH", "MAIL", "RCPT", "DATA", "middle", "dot", "dropped",
    "answered", "QUIT",
)  # fmt: skip
UNSURE = frozenset(("DATA", "middle", "dot", "dropped", "answered"))  # from when on nobody may know
USER, PASSWORD = "shop", "geheim ž"


@dataclass(frozen=True)
class Fault:
    """Where the talk breaks; with `kill` the other end dies there, else only the connection."""

    step: str
    kill: bool = False


@dataclass
class Ledger:
    """What several servers took in all: how often each letter (by its subject), the letters, and the faults made."""

    taken: Counter[str] = field(default_factory=Counter)
    letters: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    made: Counter[str] = field(default_factory=Counter)
    keep: bool = True
    lock: threading.Lock = field(default_factory=threading.Lock)

    def due(self, step: str) -> Fault | None:
        """The next fault, if it is one of this step."""
        with self.lock:
            if not self.faults or self.faults[0].step != step:
                return None
            self.made[step] += 1
            return self.faults.popleft()


class Postman:
    """One server at a port of its own; `victim` is the process that talks to it."""

    def __init__(
        self,
        ledger: Ledger | None = None,
        *,
        security: str = "none",
        tls: ssl.SSLContext | None = None,
        wide: bool = True,
        users: bool = True,
        answers: Callable[[str, str], str | None] | None = None,
        behind: bytes = b"",
    ) -> None:
        self.ledger = ledger or Ledger()
        self.victim = 0
        self.hang = False  # after the last dot, without a word
        self.behind = behind  # words that somebody on the way adds to the answer to STARTTLS
        self.answers = answers or (lambda _command, _what: None)
        self.wide, self.users = wide, users
        self._tls, self._security = tls, security
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="postman")
        self.port = 0
        self.talks: list[_Talk] = []

    def start(self) -> Postman:
        self._thread.start()
        self._ready.wait()
        return self

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        inner = self._tls if self._security == "tls" else None
        server = self._loop.run_until_complete(
            self._loop.create_server(lambda: _Talk(self, self._loop), "127.0.0.1", 0, ssl=inner)
        )
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for talk in self.talks:
            talk.hang_up()
        self._loop.run_until_complete(self._ended())
        self._loop.close()

    async def _ended(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for _ in range(5):  # the transports tell that they were closed, and close
            await asyncio.sleep(0)

    @property
    def starttls(self) -> ssl.SSLContext | None:
        """What STARTTLS is answered with."""
        return self._tls if self._security == "starttls" else None


class _Talk(SMTP):
    def __init__(self, postman: Postman, loop: asyncio.AbstractEventLoop) -> None:
        self._postman = postman
        self._greeted = self._after_letter = False
        super().__init__(
            _Keeper(postman), enable_SMTPUTF8=postman.wide, tls_context=postman.starttls, hostname="postman.example",
            auth_require_tls=False, loop=loop,
            authenticator=_authenticated if postman.users else None,
        )  # fmt: skip

        postman.talks.append(self)

    def hang_up(self) -> None:
        """Ends the connection, if there is one still."""
        for transport in (self.transport, self._original_transport):
            with suppress(AttributeError):  # TLS lets go of a transport that has ended, and then its abort stumbles
                if transport is not None:
                    transport.abort()

    async def _handle_client(self) -> None:
        await self.step("connect")
        await super()._handle_client()

    async def step(self, name: str) -> None:
        """Breaks here, if it is the place."""
        fault = self._postman.ledger.due(name)
        if fault is None:
            return
        if fault.kill and self._postman.victim:
            os.kill(self._postman.victim, signal.SIGKILL)
        if self.transport is not None:
            self.transport.abort()
        raise asyncio.CancelledError

    async def push(self, status: Any) -> None:
        if str(status).startswith("220 Ready to start TLS") and self._postman.behind:
            status = status.encode() + b"\r\n" + self._postman.behind.removesuffix(b"\r\n")
        await super().push(status)
        if self._after_letter and str(status).startswith("250"):
            self._after_letter = False
            await self.step("answered")

    async def smtp_EHLO(self, hostname: str) -> None:
        await self.step("greeted again" if self._greeted else "EHLO")
        self._greeted = True
        await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:
        await self.step("STARTTLS")
        await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:
        await self.step("AUTH")
        await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str) -> None:
        await self.step("MAIL")
        await self._or(super().smtp_MAIL, "MAIL", arg)

    async def smtp_RCPT(self, arg: str) -> None:
        await self.step("RCPT")
        await self._or(super().smtp_RCPT, "RCPT", arg)

    async def smtp_DATA(self, arg: str) -> None:
        await self.step("DATA")
        said = self._postman.answers("DATA", "")
        if said is not None:
            await self.push(said)
            return
        lines, read = 0, self._reader.readuntil

        async def some(separator: bytes = b"\n") -> bytes:
            nonlocal lines
            lines += 1
            if lines == 12:
                await self.step("middle")
            return await read(separator)

        self._reader.readuntil = some  # type: ignore[method-assign]
        try:
            await super().smtp_DATA(arg)
        finally:
            self._reader.readuntil = read  # type: ignore[method-assign]

    async def smtp_QUIT(self, arg: str) -> None:
        await self.step("QUIT")
        await super().smtp_QUIT(arg)

    async def _or(self, answer: Any, command: str, arg: str) -> None:
        said = self._postman.answers(command, arg)
        if said is None:
            await answer(arg)
        else:
            await self.push(said)

    def took(self) -> None:
        """A letter is kept; the next 250 is its answer."""
        self._after_letter = True


class _Keeper:
    """Keeps each letter before it is answered, as a server has to."""

    def __init__(self, postman: Postman) -> None:
        self._postman = postman

    async def handle_DATA(self, server: _Talk, _session: Session, envelope: Envelope) -> str:
        await server.step("dropped")
        if self._postman.hang:
            await asyncio.Event().wait()
        content = envelope.content
        assert isinstance(content, bytes)
        letter = email.message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        said = self._postman.answers("dot", str(letter["Subject"]))
        if said is not None:
            return said
        ledger = self._postman.ledger
        with ledger.lock:
            ledger.taken[str(letter["Subject"])] += 1
            if ledger.keep:
                ledger.letters.append(letter)
                ledger.envelopes.append((str(envelope.mail_from), tuple(map(str, envelope.rcpt_tos))))
        server.took()
        await server.step("dot")
        return "250 OK"


def _authenticated(_server: object, _session: object, _envelope: object, _way: str, data: Any) -> AuthResult:
    right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right)


@contextmanager
def postman(ledger: Ledger | None = None, **named: Any) -> Iterator[Postman]:
    """A server that runs inside the block."""
    quiet = [logging.getLogger(name) for name in ("mail", "asyncio")]
    levels = [one.level for one in quiet]
    for one in quiet:
        one.setLevel(logging.CRITICAL + 1)  # a talk that breaks off is what the tests are about
    made = Postman(ledger, **named).start()
    try:
        yield made
    finally:
        made.stop()
        for one, level in zip(quiet, levels, strict=True):
            one.setLevel(level)


def every_fault(rounds: int = 1) -> Sequence[Fault]:
    """Each step broken both ways, so many times."""
    return [Fault(step, kill) for _ in range(rounds) for step in STEPS for kill in (False, True)]


@dataclass(frozen=True)
class Vouched:
    """A server's TLS, the authority that vouches for it, and one that does not, as texts."""

    context: ssl.SSLContext
    authority: str
    stranger: str


def vouched(folder: Path, *names: str) -> Vouched:
    """A certificate for these names, of an authority made for this test."""
    from tests.post.certificates import made_authority, made_certificate

    authority = made_authority("authority")
    file = folder / "server.pem"
    file.write_bytes(made_certificate(authority, *(names or ("localhost", "127.0.0.1"))))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return Vouched(context, authority.text, made_authority("stranger").text)
