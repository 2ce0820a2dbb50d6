"""The cells of a list in the columns that were asked for; what each list shows without being asked is its own."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.exporting import cells as cells_of
from desktop_app.cli.narrowing import Wanted
from desktop_app.cli.output import Context
from desktop_app.domain.list_columns import columns_named
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.queries.lists import LISTS


def chosen_cells(context: Context, wanted: Wanted, rows: Sequence[object]) -> list[Sequence[str]]:
    """The cells of the columns that were asked for; none where nobody asked for any."""
    if not wanted.content.columns:
        return []
    columns = columns_named(LISTS[wanted.kind].columns, wanted.content.columns)
    titles = [context.words.say(column.title) for column in columns]
    return [titles, *([_text(context, cell) for cell in cells_of(columns, row, context.words)] for row in rows)]


def _text(context: Context, cell: object) -> str:
    if isinstance(cell, Money):
        return context.money(cell)
    if isinstance(cell, bool):
        return context.words("yes") if cell else context.words("no")
    if isinstance(cell, Birthday):
        return "-".join(f"{part:02}" for part in (cell.year or 0, cell.month, cell.day) if part)
    return "" if cell is None else str(cell)
