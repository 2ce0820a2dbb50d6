"""Erasing a person for good: what goes, what stays as an anonymous record, and how long older copies hold them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.backups import BackupRow, Reason, superfluous
from desktop_app.domain.customers import CustomerId

_FAR = 800  # days a backup may be kept by rotation: the newest of each of twelve months, and then some


@dataclass(frozen=True, slots=True)
class Holding:
    """A backup that still holds somebody; `gone_on` is the day it is replaced at the latest, None: not by itself."""

    backup: BackupRow
    gone_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ErasePlan:
    """What erasing some people takes away and what it leaves, counted before anything is done.

    `elsewhere` are entries of theirs around other customers; `files` the kept PDFs that go, with the cards of others in
    them that can then not be printed again; `saved` are PDFs a person saved elsewhere, which the program leaves alone.
    """

    customers: tuple[CustomerId, ...]
    name: str  # of the only one
    orders: int = 0
    relatives: int = 0
    days: int = 0
    contacts: int = 0
    consents: int = 0
    notes: int = 0
    renewals: int = 0
    complaints: int = 0
    messages: int = 0
    congratulations: int = 0
    prints: int = 0
    elsewhere: int = 0
    files: tuple[str, ...] = ()
    others_cards: int = 0
    saved: tuple[str, ...] = ()
    backups: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased; `tidy` says whether the database was rewritten without its old pages, `left` files that stay."""

    plan: ErasePlan
    tidy: bool
    left: tuple[str, ...] = ()


def holdings(backups: Iterable[BackupRow], today: dt.date, *, since: int = 0) -> list[Holding]:
    """The backups made after change `since`, each with the day it goes at the latest if there is a backup every day."""
    rows = list(backups)
    gone = _gone(rows, today)
    return [Holding(row, gone.get(row.number)) for row in rows if row.change >= since]


def asked_word(plan: ErasePlan) -> str:
    """What is to be typed to confirm: the name, or the number of somebody without one."""
    return plan.name or str(plan.customers[0])


def is_confirmed(plan: ErasePlan, typed: str) -> bool:
    """Whether somebody typed what was asked for: spaces and case aside."""
    return " ".join(typed.split()).casefold() == " ".join(asked_word(plan).split()).casefold()


def _gone(rows: Sequence[BackupRow], today: dt.date) -> dict[int, dt.date]:
    """The day each backup is thrown away when one is made every day from tomorrow on."""
    there, gone = list(rows), dict[int, dt.date]()
    number = max((row.number for row in rows), default=0)
    ours = {row.number for row in rows}
    model = rows[0] if rows else None
    for ahead in range(1, _FAR):
        if model is None or not ours - gone.keys():
            break
        day = today + dt.timedelta(days=ahead)
        number += 1
        there.append(replace(model, at=f"{day}T18:00:00+00:00", reason=Reason.CLOSING, number=number))
        for row in superfluous(there, day):
            there.remove(row)
            if row.number in ours:
                gone[row.number] = day
    return gone
