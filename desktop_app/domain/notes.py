"""Dated notes on a customer; the record and its timeline show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

NoteId = NewType("NoteId", int)


@dataclass(frozen=True, slots=True)
class Note:
    """One note as kept: its moment (ISO 8601) and who wrote it ("" when that is not known)."""

    id: NoteId
    version: int
    at: str
    by: str
    text: str
