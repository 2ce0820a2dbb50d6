"""The mail server: one connection over which letters go, and what is known of each when the talk ends anywhere.

A letter goes in two steps, so that in between can be written down that it begins: `offer`, which only asks whether it
may come, and `hand_over`, after which nobody can take it back.
"""

from __future__ import annotations

import re
import selectors
import smtplib
import time
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage

from desktop_app.domain.mail import Mail
from desktop_app.i18n import Message, msg
from desktop_app.post.entry import entered
from desktop_app.post.failures import Lost, NotNow, Refused, SetupWrong, Unknown, answered, ended, no_entry

ANSWER = 30.0  # seconds an answer is waited for
LAST_ANSWER = 300.0  # and the one after the last dot, when the server has to put the letter somewhere
IMPATIENT = 10.0  # which is not waited for so long where somebody stops it
_LOOK = 0.5  # seconds between two looks whether somebody does


class MailServer:
    """A connection that was let in; close it, or use it as a context."""

    def __init__(self, mail: Mail, password: str = "", *, answer: float = ANSWER, last: float = LAST_ANSWER) -> None:
        self._mail, self._last, self._answer = mail, last, answer
        self.carried = 0  # letters it took over this connection
        self._talk = entered(mail, password, answer=answer)

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
                    answered(
                        msg(
                            "The mail server does not take letters from “{sender}”. "
                            "Check your e-mail address in the settings.",
                            sender=sender,
                        ),
                        text,
                    )
                )
            if code == 250:
                code, text = self._talk.rcpt(address)
        except (smtplib.SMTPException, OSError) as error:
            self.drop()
            raise Lost(ended(error)) from error
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
            raise Lost(ended(error)) from error
        if code != 354:
            self.forget()
            self._raise(code, text, msg("The mail server refused the letter."))
        try:
            self._talk.send(body)
            self._wait(go_on or _yes)
            code, text = self._talk.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.drop()
            raise Unknown(ended(error)) from error
        except BaseException:
            self.drop()
            raise
        if code != 250:
            if not 400 <= code < 600:  # what no server says here: it may have taken it
                self.drop()
                raise Unknown(
                    answered(
                        msg("The mail server gave an answer nobody understands. Look into your sent mail, or ask."),
                        text,
                    )
                )
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

    def _raise(self, code: int, text: object, said: Message) -> None:
        if code == 421:
            self.drop()
        if 500 <= code < 600 and code != 530:
            raise Refused(answered(said, text))
        if code == 530:
            raise SetupWrong(answered(no_entry(self._mail), text))
        raise NotNow(answered(said, text))

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


def _dotted(letter: bytes) -> bytes:
    """A letter as it goes over the wire: dots at the beginning of lines doubled, and the dot that ends it."""
    whole = letter if letter.endswith(b"\r\n") else letter + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", whole) + b".\r\n"
