"""The designs a shop can choose from, its own beside those that come with the program, and what is known of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.printing import Kind, PrintRow
from desktop_app.i18n import Language

TemplateId = NewType("TemplateId", int)

_OWN = "own-"


def own_key(template_id: int) -> str:
    """The key by which settings and print runs call a design of the shop's own."""
    return f"{_OWN}{template_id}"


def own_id(key: str) -> TemplateId | None:
    """The design of the shop's own that a key means; None for one that comes with the program."""
    number = key.removeprefix(_OWN)
    return TemplateId(int(number)) if key.startswith(_OWN) and number.isascii() and number.isdigit() else None


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One design in a list; `id` is None and `number` 0 for one that comes with the program.

    `version` is that of the row, by which a change made meanwhile at another desk is noticed.
    """

    id: TemplateId | None
    key: str
    kind: Kind
    title: Mapping[Language, str]
    number: int = 0
    at: str = ""
    by: str = ""
    base: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """What one of the shop's own designs was, or is, under a number."""

    number: int
    title: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class UsedBy:
    """What would miss a design: whether the shop prints with it, and the runs it was printed in, the newest first."""

    chosen: bool
    runs: tuple[PrintRow, ...] = ()

    @property
    def last_on(self) -> dt.date | None:
        """The day of the newest run."""
        return dt.date.fromisoformat(self.runs[0].at[:10]) if self.runs else None
