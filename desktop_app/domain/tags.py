"""The shop's own words for customers: tags, which group them, and interests, by which gifts are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.states import StrEnum

WordId = NewType("WordId", int)


class WordKind(StrEnum):
    """What a word says of a customer."""

    TAG = "tag"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the shop's list: how many customers bear it; `lead_days` of a tag goes for all their days."""

    id: WordId
    version: int
    kind: WordKind
    word: str
    customers: int
    lead_days: int | None = None
