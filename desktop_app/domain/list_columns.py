"""What may stand in the columns of a list: each declared once, for the window, the command line and exported files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg

R = TypeVar("R")
Cell = str | int | bool | Message | Money | Birthday | dt.date | tuple[str | Message, ...] | None


class CellKind(StrEnum):
    """What a column holds, and so how it is aligned and typed in a file."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MONEY = "money"
    AMOUNT = "amount"  # money whose currency stands in another column
    BIRTHDAY = "birthday"
    YES = "yes"


@dataclass(frozen=True)  # no slots: `ListColumn[Row](…)` must be able to note its type
class ListColumn(Generic[R]):
    """One column: what it is called and what of a row stands in it. It is sorted by under its own key."""

    key: str
    title: Message
    value: Callable[[R], Cell]
    kind: CellKind = CellKind.TEXT


def columns_named(columns: Sequence[ListColumn[R]], keys: Sequence[str]) -> list[ListColumn[R]]:
    """The columns of these keys, in the keys' order; raises Invalid for one that the list does not have."""
    known = {column.key: column for column in columns}
    for key in keys:
        if key not in known:
            raise Invalid(
                "columns",
                msg("“{key}” is no column of this list; use {keys}.", key=shorten(key), keys=", ".join(known)),
            )
    return [known[key] for key in dict.fromkeys(keys)]
