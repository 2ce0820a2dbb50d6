"""Those who pack and sign: who they are, and the words of the owner that they confirm having read."""

from __future__ import annotations

import datetime as dt
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
    """What packers are to read."""

    MISSION = "mission"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class DayWord:
    """The owner's word to the packers on one day; in a language that is missing another one serves."""

    day: dt.date
    texts: tuple[tuple[Language, str], ...]
    by: str = ""
