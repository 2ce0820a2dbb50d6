"""What can go wrong on the way to a mail server: each kind says what is known of the letter, and each has its words."""

from __future__ import annotations

import socket
import ssl

from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.mail import Mail
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg


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


def answered(said: Message, text: object) -> Message:
    """A sentence with what the server said itself."""
    answer = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return msg("{said} The server says: {answer}", said=said, answer=shorten(answer, 200))


def ended(error: BaseException) -> Message:
    """What is said of a connection that broke off."""
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return msg("The mail server did not answer in time.")
    return msg("The connection to the mail server broke off.")


def no_entry(mail: Mail) -> Message:
    """That a server does not let us in."""
    return msg("The mail server “{server}” does not let us in.", server=mail.server)


def not_private(mail: Mail) -> Message:
    """That a way without encryption is only for this computer."""
    return msg(
        "Without encryption anybody on the way could read the password and the letters. "
        "Choose TLS or STARTTLS for “{server}”.",
        server=mail.server,
    )


def unreached(mail: Mail, error: BaseException) -> SetupWrong:
    """Why a server was not reached, by what Python says of it."""
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
