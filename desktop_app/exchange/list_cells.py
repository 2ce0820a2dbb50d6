"""What may stand in a cell of a file Cordial writes, and a table of them: one shape for every form of file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday

FileCell = str | int | bool | dt.date | Birthday | Money | None


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table to write: the columns' titles and kinds, the words for yes and no, and the rows as they come."""

    name: str
    titles: Sequence[str]
    kinds: Sequence[CellKind]
    yes_no: tuple[str, str]
    currency_title: str
    rows: Iterable[Sequence[FileCell]]


def birthday_cell(birthday: Birthday) -> dt.date | str:
    """A whole date where it is known, else --05-17 or --05: no spreadsheet takes these for a day of this year."""
    if birthday.day and birthday.year:
        return dt.date(birthday.year, birthday.month, birthday.day)
    if birthday.year:
        return f"{birthday.year}-{birthday.month:02}"
    return "--" + "-".join(f"{part:02}" for part in (birthday.month, birthday.day) if part)
