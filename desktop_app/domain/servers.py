"""A shop on a server as a person sets it up: the roles, the logins, and what was found out about the server."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from urllib.parse import quote

from desktop_app.domain.errors import Invalid
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import msg

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that looks like another one
_SHORTEST = 10


class Role(StrEnum):
    """What a login may be for: each is a role of the server, named after the database."""

    MIGRATOR = "migrator"
    OWNER = "owner"
    PACKER = "packer"
    BACKUP = "backup"


class Content(StrEnum):
    """What a database holds: nothing, an empty shop, a shop with records, or something that is not ours."""

    EMPTY = "empty"
    EMPTY_SHOP = "empty shop"
    SHOP = "shop"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RolesMade:
    """What setting the roles did: those that are new, and those that stood already."""

    new: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServerLook:
    """What a server says of itself and of this login there; `encrypted` is the cipher's name, "" for none."""

    place: str
    database: str
    user: str
    version: int
    local: bool
    encrypted: str
    content: Content
    may_make_roles: bool
    may_make_tables: bool

    @property
    def ready(self) -> bool:
        """Whether a shop can be set up there with this login."""
        return self.content is not Content.OTHER and self.may_make_roles and self.may_make_tables


@dataclass(frozen=True, slots=True)
class Login:
    """A login to be made; the password is shown once and kept nowhere."""

    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What moving a shop compared: how many rows of how many tables, and the hash both sides have in common."""

    tables: int
    rows: int
    sha256: str


def new_password() -> str:
    """A password nobody guesses and everybody can read out: five groups of four letters, some 99 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(5))


def checked_login(name: str, password: str, *, field: str) -> Login:
    """A login as it was typed, its name without spaces around; raises Invalid for one that a server would not take."""
    name = name.strip()
    if not name or len(name.encode()) > 63 or not name.isprintable():
        raise Invalid(field, msg("Give the login a name, of 63 letters at most."))
    if len(password) < _SHORTEST:
        said = msg("The password of “{name}” is too short: take {n} letters or more.", name=name, n=_SHORTEST)
        raise Invalid(field, said)
    return Login(name, password)


def server_address(host: str, database: str, *, user: str = "", port: int = 0, certificate: str = "") -> str:
    """The address of a shop on a server, without a password; the host "" is a socket of this computer."""
    who = f"{quote(user, safe='')}@" if user else ""
    named = f"[{host}]" if ":" in host else host
    where = f"{named}:{port}" if port else named
    query = f"?sslrootcert={quote(certificate)}" if certificate else ""
    return f"postgresql://{who}{where}/{quote(database, safe='')}{query}"
