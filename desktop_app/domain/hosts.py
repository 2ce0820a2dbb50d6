"""Names and addresses of servers: whether one can be a server's at all, and whether it is this very computer's."""

from __future__ import annotations

import ipaddress
import re

_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\.?")


def is_host(text: str) -> bool:
    """Whether a text is the name or address of a server as programs use it."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        try:
            ascii_name = text.encode("idna").decode("ascii") if not text.isascii() else text
        except UnicodeError:
            return False
        return len(ascii_name) <= 253 and _HOST.fullmatch(ascii_name) is not None
    return True


def is_here(server: str) -> bool:
    """Whether a name or address can only be this computer's own."""
    if server == "localhost":
        return True
    try:
        return ipaddress.ip_address(server).is_loopback
    except ValueError:
        return False
