"""Ids by which other programs know a record again in a file written anew: always the same, and of no other shop."""

from __future__ import annotations

import hashlib
import uuid

_NUMBER = 7  # bytes


def uid_of(mark: str, what: str, number: int) -> str:
    """The id of a record of the shop that bears this mark: the shop's seal, then the number (UUID version 8)."""
    return str(uuid.UUID(bytes=_seal(mark, what) + number.to_bytes(_NUMBER, "big")))


def number_of(uid: str, mark: str, what: str) -> int | None:
    """The number of the record whose id it is; None for an id that this shop did not give."""
    try:
        written = uuid.UUID(uid).bytes
    except ValueError:
        return None
    return int.from_bytes(written[-_NUMBER:], "big") if written[:-_NUMBER] == _seal(mark, what) else None


def _seal(mark: str, what: str) -> bytes:
    seal = hashlib.sha256(f"{mark}/{what}".encode()).digest()
    return bytes((*seal[:6], 0x80 | seal[6] & 0x0F, seal[7], 0x80))
