"""A person's signature as a picture; the papers that person packs show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.text import clean, fold

SignatureId = NewType("SignatureId", int)


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's signature; `picture` is a PNG, JPEG or WebP file's content."""

    id: SignatureId
    person: str
    picture: bytes


def signature_key(person: str) -> str:
    """A name as signatures are found by: however it is capitalised, spaced or marked."""
    return fold(clean(person))
