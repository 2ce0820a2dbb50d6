"""The address of a server as it is connected to: nothing is said to another computer before it has proven itself."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.paths import shown_place

_PROVEN = "verify-full"


def secured(address: str) -> str:
    """An address that asks for an encrypted connection and the server's certificate, unless its host is this computer.

    Raises StoreUnavailable for one that says less, and for what is no address.
    """
    try:
        parts = urlsplit("postgresql://" + address.split("://", 1)[1])
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        hosts = _hosts(parts.netloc, options)
    except ValueError:
        raise StoreUnavailable(
            msg(
                "“{place}” is no address of a server. Write it as postgresql://USER@HOST/DATABASE.",
                place=shown_or_short(address),
            )
        ) from None
    if "service" in options or os.environ.get("PGSERVICE"):
        raise StoreUnavailable(
            msg("“{place}” names its server by a service file. Write the server itself.", place=shown_place(address))
        )
    if all(is_local(host) for host in hosts):
        return "postgresql://" + address.split("://", 1)[1]
    mode = options.get("sslmode") or os.environ.get("PGSSLMODE") or _PROVEN
    if mode != _PROVEN:
        raise StoreUnavailable(
            msg(
                "“{place}” lies on another computer, and sslmode={mode} would not prove that it is the right one. "
                "Leave sslmode out; for a certificate of your own add ?sslrootcert=FILE.",
                place=shown_place(address),
                mode=mode,
            )
        )
    options["sslmode"] = _PROVEN
    if not (options.get("sslrootcert") or os.environ.get("PGSSLROOTCERT") or _usual_certificate().exists()):
        options["sslrootcert"] = "system"
    options.setdefault("gssencmode", "disable")  # its encryption would take the place of the certificate
    return f"postgresql://{parts.netloc}{parts.path}?{urlencode(options)}"


def is_local(host: str) -> bool:
    """Whether a host is this very computer: a socket's folder, localhost, or an address of the loop back to it."""
    if not host or host.startswith(("/", "@")) or host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def shown_or_short(address: str) -> str:
    """An address that cannot be read, as it may be shown: from behind the @ on, for a password may stand before it."""
    return "…" + address.rpartition("@")[2] if "@" in address else address


def _hosts(netloc: str, options: dict[str, str]) -> list[str]:
    """Every host and address that would be tried; '' is the socket, or what the environment names."""
    named = [_host(place) for place in unquote(netloc.rpartition("@")[2]).split(",")]
    for option in ("host", "hostaddr"):
        named += options[option].split(",") if options.get(option) else []
    if not any(named):
        named = [os.environ.get("PGHOST", "")]
    if not options.get("hostaddr"):  # it is where libpq goes, whatever the host is called
        named += os.environ.get("PGHOSTADDR", "").split(",")
    return [host for host in named if host] or [""]


def _host(place: str) -> str:
    """The host of HOST:PORT or [ADDRESS]:PORT."""
    if place.startswith("["):
        return place[1:].partition("]")[0]
    return place.partition(":")[0]


def _usual_certificate() -> Path:
    """Where libpq looks for the certificates it trusts when it is told nothing."""
    return Path("~/.postgresql/root.crt").expanduser()
