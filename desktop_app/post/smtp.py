"""The mail server: one connection over which letters go, and what is known of each when the talk ends anywhere.

A letter goes in two steps, so that in between can be written down that it begins: `offer`, which only asks whether it
may come, and `hand_over`, after which nobody can take it back.
"""

from __future__ import annotations

import re
import selectors
import smtplib
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from typing import Any

from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.mail import Mail, Security, is_here
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg

ANSWER = 30.0  # seconds an answer is waited for
LAST_ANSWER = 300.0  # and the one after the last dot, when the server has to put the letter somewhere
IMPATIENT = 10.0  # which is not waited for so long where somebody stops it
_LOOK = 0.5  # seconds between two looks whether somebody does
_OURSELVES = "[127.0.0.1]"  # in place of this computer's name, which is nobody's business


class SetupWrong(DeliveryFailed):
    """The server cannot be reached or does not let us in: no letter can go until somebody looks at it."""


class Refused(DeliveryFailed):
    """The server will not take this letter, now or later."""


class NotNow(DeliveryFailed):
    """The server did not take this letter now; it may later."""


class Lost(DeliveryFailed):
    """The connection ended before a word of the letter was on its way: it certainly did not go."""


class Unknown(DeliveryFailed):
    """The connection ended while the letter was on its way: nobody knows whether the server has it."""


class MailServer:
    """A connection that was let in; close it, or use it as a context."""

    def __init__(self, mail: Mail, password: str = "", *, answer: float = ANSWER, last: float = LAST_ANSWER) -> None:
        self._mail, self._last, self._answer = mail, last, answer
        self.carried = 0  # letters it took over this connection
        if mail.security is Security.NONE and not is_here(mail.server):
            raise SetupWrong(_not_private(mail))
        self._talk = _connected(mail, answer)
        try:
            self._enter(password)
        except BaseException:
            self.drop()
            raise

    def __enter__(self) -> MailServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def takes_wide(self) -> bool:
        """Whether an address may have letters beyond ASCII before its @."""
        return bool(self._talk.has_extn("smtputf8"))

    @property
    def open(self) -> bool:
        """Whether the connection stands, as far as is known."""
        return self._talk.sock is not None

    def offer(self, sender: str, address: str, *, wide: bool = False) -> None:
        """Asks whether a letter may come; raises Refused, NotNow, Lost, or SetupWrong where no letter may."""
        if wide and not self.takes_wide:
            if not sender.isascii():
                said = msg("The mail server cannot write from “{address}”: it knows only plain letters there.",
                           address=sender)  # fmt: skip
                raise SetupWrong(said)
            said = msg(
                "The mail server cannot write to “{address}”: it knows only plain letters there.", address=address
            )
            raise Refused(said)
        options = ("SMTPUTF8",) if wide else ()
        try:
            code, text = self._talk.mail(sender, options)
            if code >= 500:  # about the sender, not this reader: no other letter would fare better
                raise SetupWrong(
                    _answered(msg("The mail server does not take letters from “{sender}”.", sender=sender), text)
                )
            if code == 250:
                code, text = self._talk.rcpt(address)
        except (smtplib.SMTPException, OSError) as error:
            self.drop()
            raise Lost(_ended(error)) from error
        if code in (250, 251):
            return
        self.forget()
        self._raise(code, text, msg("The mail server refused “{address}”.", address=address))

    def hand_over(self, letter: EmailMessage, *, go_on: Callable[[], bool] | None = None) -> None:
        """Hands the offered letter over; raises Refused, NotNow, Lost or Unknown unless the server has it.

        Once `go_on` answers no, the server's last word is waited for a few seconds only.
        """
        body = _dotted(letter.as_bytes())
        try:
            code, text = self._talk.docmd("DATA")
        except (smtplib.SMTPException, OSError) as error:
            self.drop()
            raise Lost(_ended(error)) from error
        if code != 354:
            self.forget()
            self._raise(code, text, msg("The mail server refused the letter."))
        try:
            self._talk.send(body)
            self._wait(go_on or _yes)
            code, text = self._talk.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.drop()
            raise Unknown(_ended(error)) from error
        except BaseException:
            self.drop()
            raise
        if code != 250:
            if not 400 <= code < 600:  # what no server says here: it may have taken it
                self.drop()
                raise Unknown(_answered(msg("The mail server gave an answer nobody understands."), text))
            self._raise(code, text, msg("The mail server refused the letter."))
        self.carried += 1

    def forget(self) -> None:
        """Has the server forget a letter it did not take, so that the next can be offered."""
        try:
            code, _ = self._talk.rset()
        except (smtplib.SMTPException, OSError):
            code = 0
        if code != 250:
            self.drop()

    def close(self) -> None:
        """Takes leave; what was handed over stays so however that goes."""
        with suppress(smtplib.SMTPException, OSError):
            self._talk.docmd("QUIT")
        self.drop()

    def drop(self) -> None:
        """Ends the connection without a word."""
        self._talk.close()

    def _enter(self, password: str) -> None:
        mail = self._mail
        try:
            self._greet()
            if mail.security is Security.STARTTLS:
                if not self._talk.has_extn("starttls"):
                    raise SetupWrong(
                        msg("“{server}” offers no STARTTLS. Choose TLS, or ask whose server it is.", server=mail.server)
                    )
                self._talk.starttls(context=_context(mail))
                self._greet()
            if mail.user:
                self._log_in(mail.user, password)
        except smtplib.SMTPResponseException as error:
            raise SetupWrong(_answered(_no_entry(mail), error.smtp_error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise _unreached(mail, error) from error

    def _greet(self) -> None:
        code, text = self._talk.ehlo(_OURSELVES)
        if code >= 400:
            raise SetupWrong(_answered(_no_entry(self._mail), text))

    def _log_in(self, user: str, password: str) -> None:
        """By PLAIN or LOGIN in UTF-8 (RFC 4616), which Python's own way cannot; the way there is private already."""
        known = str(self._talk.esmtp_features.get("auth", "")).upper().split()
        if "PLAIN" in known:
            code, text = self._talk.docmd("AUTH", f"PLAIN {_b64(f'{chr(0)}{user}{chr(0)}{password}')}")
        elif "LOGIN" in known:
            code, text = self._talk.docmd("AUTH", "LOGIN")
            for part in (user, password):
                if code == 334:
                    code, text = self._talk.docmd(_b64(part))
        else:
            raise SetupWrong(
                msg("“{server}” takes no password as Cordial gives it (PLAIN or LOGIN).", server=self._mail.server)
            )
        if code in (235, 503):
            return
        if 400 <= code < 500:
            raise SetupWrong(_answered(_no_entry(self._mail), text))
        said = msg(
            "“{server}” did not accept the user name or password. Check both in the settings, under “E-mail”.",
            server=self._mail.server,
        )
        raise SetupWrong(said)

    def _raise(self, code: int, text: object, said: Message) -> None:
        if code == 421:
            self.drop()
        if 500 <= code < 600 and code != 530:
            raise Refused(_answered(said, text))
        if code == 530:
            raise SetupWrong(_answered(_no_entry(self._mail), text))
        raise NotNow(_answered(said, text))

    def _wait(self, go_on: Callable[[], bool]) -> None:
        """Until the server begins to answer what was sent; raises TimeoutError."""
        if self._talk.sock is None:
            raise smtplib.SMTPServerDisconnected
        ends = time.monotonic() + self._last
        with selectors.DefaultSelector() as look:
            look.register(self._talk.sock, selectors.EVENT_READ)
            while not look.select(_LOOK):
                if not go_on():
                    ends = min(ends, time.monotonic() + IMPATIENT)
                    go_on = _yes
                if time.monotonic() > ends:
                    self.drop()
                    raise TimeoutError


def _yes() -> bool:
    return True


def _connected(mail: Mail, answer: float) -> smtplib.SMTP:
    made: smtplib.SMTP
    try:
        if mail.security is Security.TLS:
            made = smtplib.SMTP_SSL(local_hostname=_OURSELVES, timeout=answer, context=_context(mail))
        else:
            made = smtplib.SMTP(local_hostname=_OURSELVES, timeout=answer)
        host = mail.server.rstrip(".")
        _set_host(made, host)
        code, text = made.connect(host, mail.real_port)
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise _unreached(mail, error) from error
    peer = made.sock.getpeername()[0] if made.sock else ""
    if mail.security is Security.NONE and not is_here(peer):  # a name for this computer that leads elsewhere
        made.close()
        raise SetupWrong(_not_private(mail))
    if code != 220:
        made.close()
        raise SetupWrong(_answered(_no_entry(mail), text))
    return made


def _set_host(made: Any, host: str) -> None:
    """The name the certificate has to be for; Python takes it from the constructor only, which connects at once."""
    made._host = host


def _context(mail: Mail) -> ssl.SSLContext:
    """Verifies certificate and name always, by the authorities the computer trusts and the shop's own."""
    made = ssl.create_default_context()
    if mail.certificate:
        made.load_verify_locations(cadata=mail.certificate)
    return made


def _dotted(letter: bytes) -> bytes:
    """A letter as it goes over the wire: dots at the beginning of lines doubled, and the dot that ends it."""
    whole = letter if letter.endswith(b"\r\n") else letter + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", whole) + b".\r\n"


def _b64(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")


def _answered(said: Message, text: object) -> Message:
    """A sentence with what the server said itself."""
    answer = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return msg("{said} It says: {answer}", said=said, answer=shorten(answer, 200))


def _ended(error: BaseException) -> Message:
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return msg("The mail server did not answer in time.")
    return msg("The connection to the mail server broke off.")


def _no_entry(mail: Mail) -> Message:
    return msg("The mail server “{server}” does not let us in.", server=mail.server)


def _not_private(mail: Mail) -> Message:
    return msg(
        "Without encryption anybody on the way could read the password and the letters. "
        "Choose TLS or STARTTLS for “{server}”.",
        server=mail.server,
    )


def _unreached(mail: Mail, error: BaseException) -> SetupWrong:
    where = {"server": mail.server, "port": mail.real_port}
    if isinstance(error, ssl.SSLCertVerificationError):
        return SetupWrong(
            msg(
                "“{server}” cannot prove that it is the right one: {detail}. Nothing was sent. Check the name, or ask "
                "whose server it is.",
                server=mail.server,
                detail=shorten(error.verify_message.rstrip("."), 120),
            )
        )
    if isinstance(error, ssl.SSLError):
        said = msg("“{server}” does not speak TLS at port {port}. Check the port and the kind of encryption.", **where)
        return SetupWrong(said)
    if isinstance(error, socket.gaierror | UnicodeError):
        return SetupWrong(
            msg("There is no server “{server}” to be found. Check its name and the network.", server=mail.server)
        )
    return SetupWrong(
        msg("“{server}” does not answer at port {port}. Check the name, the port and the network.", **where)
    )
