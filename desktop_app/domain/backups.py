"""Backups: why one was made, what it holds, and which may go when there are many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message

KEPT_LAST = 10
KEPT_DAYS = 14
KEPT_MONTHS = 12
KEPT_AT_LEAST = 3


class Reason(StrEnum):
    """Why a backup was made; those before a restore, an upgrade or a move are never thrown away by themselves."""

    ASKED = "asked"
    CLOSING = "closing"
    REGULAR = "regular"
    BEFORE_IMPORT = "before-import"
    BEFORE_BULK_EDIT = "before-bulk-edit"
    BEFORE_RESTORE = "before-restore"
    BEFORE_UPGRADE = "before-upgrade"
    BEFORE_MOVE = "before-move"


FOR_GOOD = frozenset({Reason.BEFORE_RESTORE, Reason.BEFORE_UPGRADE, Reason.BEFORE_MOVE})


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup; `number` counts them up, whatever the computer's clock says; `change` is the last change in it."""

    file: Path
    at: str  # ISO 8601 with offset
    reason: Reason
    number: int
    change: int
    bytes: int
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        """The local day it was made on."""
        return dt.date.fromisoformat(self.at[:10])


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of the shop found: nothing, or problems with their way out; and the rows of each table."""

    problems: tuple[Message, ...]
    counts: Mapping[str, int]


def superfluous(rows: Iterable[BackupRow], today: dt.date) -> list[BackupRow]:
    """The backups that may go: not among the last ten, nor the newest of one of 14 days or of one of 12 months.

    Those before a restore or an upgrade stay, and so do three in any case. All rows are readable, verified backups.
    """
    rotated = sorted((row for row in rows if row.reason not in FOR_GOOD), key=lambda row: row.number, reverse=True)
    recent = [row for row in rotated if (today - row.day).days < KEPT_DAYS]
    kept = [
        *rotated[: max(KEPT_LAST, KEPT_AT_LEAST)],
        *_newest_of_each(recent, lambda row: row.day),
        *_newest_of_each(rotated, lambda row: (row.day.year, row.day.month))[:KEPT_MONTHS],
    ]
    numbers = {row.number for row in kept}
    return [row for row in rotated if row.number not in numbers]


def _newest_of_each(rows: Sequence[BackupRow], period: Callable[[BackupRow], object]) -> list[BackupRow]:
    found: dict[object, BackupRow] = {}
    for row in rows:
        found.setdefault(period(row), row)
    return list(found.values())
