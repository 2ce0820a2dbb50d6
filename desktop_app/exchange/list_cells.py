"""What may stand in a cell of a file Cordial writes, and a table of them: one shape for every form of file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money

FileCell = str | int | bool | dt.date | Money | None


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table to write: the columns' titles and kinds, the words for yes and no, and the rows as they come."""

    name: str
    titles: Sequence[str]
    kinds: Sequence[CellKind]
    yes_no: tuple[str, str]
    currency_title: str
    rows: Iterable[Sequence[FileCell]]
