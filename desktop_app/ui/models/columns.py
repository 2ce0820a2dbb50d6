"""Columns as data: what a list shows of a row, in words the painter understands; a list is one tuple of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.states import StrEnum
from desktop_app.ui.theme.tokens import Tone

R = TypeVar("R")


class Kind(StrEnum):
    """How a column is painted."""

    LEAD = "lead"  # two lines: what it is, and muted below it what matters about it
    TEXT = "text"
    MUTED = "muted"
    NUMBER = "number"  # right-aligned, digits of one width
    TAG = "tag"  # a pill; `tone` gives its colour


@dataclass(frozen=True)  # no slots: `Column[Row](…)` must be able to note its type
class Column(Generic[R]):
    """One column of a list.

    `text(row)` is what stands in it ("" for nothing), `detail(row)` the second line of a LEAD, `mark(row)` the name
    whose initials stand before a LEAD, `tone(row)` the colour of a TAG or text. `sort` is the key given to the query
    ("": not sortable). `width` is in points at 100 % text; the one with `stretch` takes what is left. Columns with
    `narrow=False` go away when there is little room: what they say must stand in the lead's detail too, or the record.
    With `chosen=False` a column is there to be chosen and not shown before; `named` is what the menu of columns calls
    one without a title, `exports` the columns of a file it stands for where they are not just its own key.
    """

    key: str
    title: str
    text: Callable[[R], str]
    kind: Kind = Kind.TEXT
    detail: Callable[[R], str] | None = None
    mark: Callable[[R], str] | None = None
    tone: Callable[[R], Tone] | None = None
    width: int = 120
    stretch: bool = False
    sort: str = ""
    narrow: bool = False
    tip: Callable[[R], str] | None = None
    chosen: bool = True
    named: str = ""
    exports: tuple[str, ...] | None = None
