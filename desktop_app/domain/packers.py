"""Those who pack and sign: who they are, and the words of the owner that they confirm having read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language

PackerId = NewType("PackerId", int)


@dataclass(frozen=True, slots=True)
class PackerFields:
    """What the owner may edit of a packer, besides PIN and signature."""

    person: str
    language: Language | None = None  # of their bench; None: the desk's
    active: bool = True


@dataclass(frozen=True, slots=True)
class Packer:
    """A packer as kept; the PIN itself is known to nobody."""

    id: PackerId
    version: int
    fields: PackerFields
    has_pin: bool = False
    signed: bool = False  # whether their signature is kept


class Read(StrEnum):
    """What packers are to read; what was read is kept under the key of the very text they saw."""

    MISSION = "mission"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class DayWord:
    """The owner's word to the packers on one day; in a language that is missing another one serves."""

    day: dt.date
    texts: tuple[tuple[Language, str], ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A text that a packer has not confirmed yet, in the language it is shown in; `key` goes with the confirmation."""

    kind: Read
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One packer, and when they confirmed having read the mission and a day's word (ISO 8601; "" when not yet)."""

    packer: Packer
    mission: str = ""
    word: str = ""


def text_in(texts: Mapping[Language, str], *wanted: Language | None) -> str:
    """The text in the first of these languages that has one, else in any."""
    order = [*(language for language in wanted if language), *Language]
    return next((texts[language] for language in order if texts.get(language, "").strip()), "")


def mission_key(text: str) -> str:
    """What a confirmed reading of the mission is kept under: it is to be read again once its words change."""
    return _digest(text)


def word_key(day: dt.date, text: str) -> str:
    """The same for the word of a day: changed later that day, it is to be read again."""
    return f"{day.isoformat()} {_digest(text)}"


def mission_keys(texts: Sequence[str]) -> frozenset[str]:
    """The keys under which the mission in any language counts as read: mended in one, the others stand."""
    return frozenset(mission_key(text) for text in texts if text.strip())


def word_keys(word: DayWord) -> frozenset[str]:
    """The same for a day's word."""
    return frozenset(word_key(word.day, text) for _, text in word.texts if text.strip())


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]
