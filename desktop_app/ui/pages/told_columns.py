"""The columns of a list as the window shows them: the page's own first, then every other the list may have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from desktop_app.domain.list_columns import Cell, CellKind, ListColumn
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Message, Words
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.pages.dates import birthday_text, short_day
from desktop_app.ui.pages.orders.wording import money_text

_WIDTHS = {CellKind.NUMBER: 90, CellKind.DAY: 112, CellKind.MONEY: 104, CellKind.BIRTHDAY: 156, CellKind.YES: 90}
_KINDS = {CellKind.NUMBER: Kind.NUMBER, CellKind.MONEY: Kind.NUMBER}
_USUAL = 150


def all_columns(
    words: Words, today: dt.date, own: Sequence[Column[Any]], declared: Sequence[ListColumn[Any]], *,
    widths: Mapping[str, int] | None = None,
) -> tuple[Column[Any], ...]:
    """The page's own columns, and those of the list that they do not stand for, there to be chosen."""
    shown = {column.key for column in own}
    others = [column for column in declared if column.key not in shown]
    return (*own, *(_column(words, today, column, (widths or {}).get(column.key)) for column in others))


def _column(words: Words, today: dt.date, column: ListColumn[Any], width: int | None) -> Column[Any]:
    text = partial(_told, words, today, column.value)
    return Column(
        column.key, words.say(column.title), text, _KINDS.get(column.kind, Kind.MUTED),
        width=width or _WIDTHS.get(column.kind, _USUAL), sort=column.key, chosen=False,
        tip=text if column.kind is CellKind.TEXT else None,
    )


def _told(words: Words, today: dt.date, value: Callable[[Any], Cell], row: Any) -> str:
    return told(words, today, value(row))


def told(words: Words, today: dt.date, cell: Cell) -> str:
    """A cell as people of the desk's language say it."""
    if cell is None or cell is False:
        return ""
    if isinstance(cell, bool):
        return words("yes")
    if isinstance(cell, tuple):
        return ", ".join(words.say(part) for part in cell)
    if isinstance(cell, Message):
        return words.say(cell)
    if isinstance(cell, dt.date):
        return short_day(words, cell, today)
    if isinstance(cell, Money):
        return money_text(words, cell)
    if isinstance(cell, Birthday):
        return birthday_text(words, cell.month, cell.day, cell.year)
    return str(cell)
