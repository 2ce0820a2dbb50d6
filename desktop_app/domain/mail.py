"""How the shop's e-mail goes out: its mail server and the name it writes under; checked before anything is sent."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, replace
from urllib.parse import quote

from desktop_app.domain.contact import checked_email
from desktop_app.domain.errors import Invalid
from desktop_app.domain.hosts import is_here, is_host
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Message, msg

_LONGEST_CERTIFICATE = 20_000


class Security(StrEnum):
    """How the way to the server is kept from being read: the certificate is verified always."""

    TLS = "tls"  # from the first byte
    STARTTLS = "starttls"
    NONE = "none"  # only to a server on this very computer


SECURITY_NAMES: dict[Security, Message] = {
    Security.TLS: msg("TLS from the start"),
    Security.STARTTLS: msg("STARTTLS"),
    Security.NONE: msg("None: a server on this computer only"),
}
PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail server and who writes; `port` 0 is the usual one. The password stands elsewhere: in the keyring.

    `certificate` is the text (PEM) of an authority that vouches for the server besides those the computer trusts.
    """

    server: str = ""
    port: int = 0
    security: Security = Security.TLS
    user: str = ""
    sender: str = ""
    name: str = ""
    reply_to: str = ""
    per_minute: int = 30
    certificate: str = ""

    @property
    def ready(self) -> bool:
        """Whether there is enough to send by."""
        return bool(self.server and self.sender)

    @property
    def real_port(self) -> int:
        """The port to go to."""
        return self.port or PORTS[self.security]

    @property
    def place(self) -> str:
        """What its password is kept under in the keyring."""
        return f"smtp://{quote(self.user, safe='')}@{self.server}:{self.real_port}"


def checked_mail(mail: Mail) -> Mail:
    """The same, cleaned; raises Invalid, naming the field, for what no mail could go by."""
    server = clean(mail.server).lower()
    if server and not is_host(server):
        said = msg("“{value}” is not the name of a server. Write it as smtp.shop.example.", value=shorten(server))
        raise Invalid("server", said)
    if not 0 <= mail.port <= 65_535:
        raise Invalid("port", msg("Write the port as a number from 1 to 65535."))
    if mail.security is Security.NONE and server and not is_here(server):
        raise Invalid(
            "security",
            msg(
                "Without encryption anybody on the way could read the password and the letters. "
                "Choose TLS or STARTTLS for “{server}”.",
                server=server,
            ),
        )
    if not 1 <= mail.per_minute <= 6_000:
        raise Invalid("per_minute", msg("Write 1 to 6000 messages a minute."))
    name = clean(mail.name)
    if len(name) > 200:
        raise Invalid(
            "name", msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(name), limit=200)
        )
    return replace(
        mail,
        server=server,
        user=clean(mail.user),
        sender=checked_email(mail.sender, field="sender"),
        name=name,
        reply_to=checked_email(mail.reply_to, field="reply_to"),
        certificate=_checked_certificate(mail.certificate),
    )


def refuse_unready(mail: Mail) -> None:
    """Raises Invalid when e-mail was not set up yet, or not wholly."""
    if not mail.ready:
        raise Invalid("server", msg("No mail server is set up yet. Set it up in the settings, under “E-mail”."))


def _checked_certificate(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    try:
        if len(text) > _LONGEST_CERTIFICATE or not text.isascii():
            raise ssl.SSLError
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=text)
    except ssl.SSLError:
        said = msg("This is not a certificate. Choose the file (PEM) in which the authority’s certificate stands.")
        raise Invalid("certificate", said) from None
    return text
