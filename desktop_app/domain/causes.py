"""What complaints come from, as the shop found out, and what it changed because of that and since when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import NewType

from desktop_app.domain.complaints import CauseId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.i18n import msg

RemedyId = NewType("RemedyId", int)

_LONGEST_NAME, _LONGEST_TEXT = 120, 2_000


@dataclass(frozen=True, slots=True)
class RemedyFields:
    """What was changed, and since which day; None is today."""

    text: str = ""
    changed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change as kept, with who made it."""

    id: RemedyId
    version: int
    cause: CauseId
    fields: RemedyFields
    by: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause with what was changed because of it, the last first, and how many complaints it had so far."""

    id: CauseId
    version: int
    name: str
    complaints: int = 0
    open: int = 0
    last_on: dt.date | None = None
    remedies: tuple[Remedy, ...] = ()


def checked_cause(name: str) -> str:
    """The name of a cause, tidied; raises Invalid at “name”."""
    tidy = clean(name)
    if not tidy:
        raise Invalid("name", msg("Say what the complaints come from, such as “cups packed without corners”."))
    return _not_too_long("name", tidy, _LONGEST_NAME)


def checked_remedy(fields: RemedyFields, *, today: dt.date) -> RemedyFields:
    """A change, tidied, of today where no day is told; raises Invalid at “text” or “changed_on”."""
    day, text = fields.changed_on or today, clean_block(fields.text)
    if not text:
        raise Invalid("text", msg("Say what was changed."))
    if day > today:
        raise Invalid("changed_on", msg("{day} is still to come. Check the day.", day=day))
    return replace(fields, text=_not_too_long("text", text, _LONGEST_TEXT), changed_on=day)


def _not_too_long(field: str, text: str, limit: int) -> str:
    if len(text) > limit:
        said = msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=limit)
        raise Invalid(field, said)
    return text
