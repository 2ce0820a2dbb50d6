"""Asks this computer's own printing system in its own language (IPP, RFC 8010): what a printer is, how a job is.

Only ever the server that `lp` would hand a file to; printers go on to ask it.
"""

from __future__ import annotations

import http.client
import os
import socket
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop_app.domain.errors import DeliveryFailed
from desktop_app.i18n import msg

Value = str | int | bool
Attributes = dict[str, list[Value]]

GET_JOB = 0x0009
GET_PRINTER = 0x000B
_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_SECONDS = 10
_OPERATION, _JOB, _END = 0x01, 0x02, 0x03
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_CHARSET, _LANGUAGE, _URI, _KEYWORD, _NAME = 0x47, 0x48, 0x45, 0x44, 0x42
_FIRST_TEXT = 0x40
_COLLECTION, _COLLECTION_END = 0x34, 0x37


def ask(operation: int, uri: str, wanted: Sequence[str]) -> Attributes:
    """The wanted attributes of a printer or a job; none of what does not exist. Raises DeliveryFailed."""
    kind = "job-uri" if operation == GET_JOB else "printer-uri"
    try:
        answer = _sent(_question(operation, {kind: (_URI, [uri])}, wanted))
    except (OSError, http.client.HTTPException, ValueError):
        raise DeliveryFailed(msg("The printing system does not answer. Check the printer and try again.")) from None
    return _read(answer)


def _question(operation: int, target: Mapping[str, tuple[int, list[str]]], wanted: Sequence[str]) -> bytes:
    """A request in bytes: version 1.1, the operation, and its attributes."""
    attributes: dict[str, tuple[int, list[str]]] = {
        "attributes-charset": (_CHARSET, ["utf-8"]),
        "attributes-natural-language": (_LANGUAGE, ["en"]),
        **target,
        "requesting-user-name": (_NAME, [os.environ.get("USER") or "cordial"]),
        "requested-attributes": (_KEYWORD, list(wanted)),
    }
    parts = [struct.pack(">HHI", 0x0101, operation, 1), bytes([_OPERATION])]
    for name, (tag, values) in attributes.items():
        for n, value in enumerate(values):
            key, text = (b"" if n else name.encode()), value.encode()
            parts.append(struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(text)) + text)
    return b"".join([*parts, bytes([_END])])


def _sent(question: bytes) -> bytes:
    link = _Link()
    try:
        link.request("POST", "/", question, {"Content-Type": "application/ipp"})
        return link.getresponse().read()
    finally:
        link.close()


class _Link(http.client.HTTPConnection):
    """A connection to the server that CUPS_SERVER names, else to the socket of this computer, else to its port."""

    def __init__(self) -> None:
        server = os.environ.get("CUPS_SERVER", "")
        found = [path for path in ([server] if server.startswith("/") else _SOCKETS if not server else ()) if _is(path)]
        self._path = found[0] if found else ""
        host, _, port = ("localhost" if not server or server.startswith("/") else server).partition(":")
        super().__init__(host, int(port or 631), timeout=_SECONDS)

    def connect(self) -> None:
        """Opens the socket file where there is one."""
        if not self._path:
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(_SECONDS)
        self.sock.connect(self._path)


def _is(path: str) -> bool:
    return Path(path).is_socket()


def _read(answer: bytes) -> Attributes:
    """The attributes of an answer; those inside of collections are left out."""
    found: Attributes = {}
    name, depth = "", 0
    for tag, key, value in _fields(answer):
        if tag in (_COLLECTION, _COLLECTION_END):
            depth += 1 if tag == _COLLECTION else -1
        elif not depth:
            name = key or name
            if tag in (_INTEGER, _ENUM) and len(value) == 4:
                found.setdefault(name, []).append(struct.unpack(">i", value)[0])
            elif tag == _BOOLEAN:
                found.setdefault(name, []).append(value == b"\x01")
            elif tag >= _FIRST_TEXT:
                found.setdefault(name, []).append(value.decode("utf-8", "replace"))
    return found


def _fields(answer: bytes) -> Iterator[tuple[int, str, bytes]]:
    """Each field of an answer: its tag, its name (empty: one more value of the one before), its value."""
    at = 8
    while at < len(answer):
        tag = answer[at]
        at += 1
        if tag == _END:
            return
        if tag <= 0x0F:  # a new group of attributes begins
            continue
        length = int.from_bytes(answer[at : at + 2], "big")
        key = answer[at + 2 : at + 2 + length].decode("utf-8", "replace")
        at += 2 + length
        length = int.from_bytes(answer[at : at + 2], "big")
        yield tag, key, answer[at + 2 : at + 2 + length]
        at += 2 + length
