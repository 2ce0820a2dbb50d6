"""Rows into orders: a row without a key, or with that of the order above, continues it; the unplaceable is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.domain.importing import Place, Refusal
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.first_rows import FirstRows
from desktop_app.exchange.options import Options, Stray, ragged
from desktop_app.exchange.table import Table
from desktop_app.i18n import msg


@dataclass(slots=True)
class Group:
    """The rows of one order; each row has one blank cell more than the table has columns, so that index -1 is blank."""

    name: str
    id: str
    rows: list[Row]
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """Where an order's key stands: number, lasting id (-1 without), cells only a first row fills, cells in use."""

    name: int
    id: int
    head: tuple[int, ...]
    used: int  # the last column that is read
    seen: FirstRows = field(default_factory=FirstRows)  # of numbers, and of ("id", …)


def groups(table: Table, options: Options, shape: Shape) -> Iterator[Group | Refusal | Stray]:
    """The orders of a table, in the file's sequence and without holding more than one."""
    width = len(table.headings)
    name_at, id_at = shape.name, shape.id
    current: Group | None = None
    for number, cells in table.rows:
        if len(cells) != width:
            spoilt = evened(table, number, cells, width, shape.used)
            if spoilt is not None:
                current, done = _spoiled(current, spoilt, cells, shape)
                yield from done
                continue
        cells.append("")
        name, lasting = cells[name_at], cells[id_at]
        if not name and not lasting and current is not None and any(cells[index].strip() for index in shape.head):
            yield _finished(current, options, shape)
            current = None
            yield _nameless(table, number, name_at)
            continue
        if current is not None and (name == current.name or not name) and (not lasting or lasting == current.id):
            if name or not _is_blank(cells):
                current.rows.append((number, cells))
            continue
        if not name and (not lasting or _is_blank(cells)):
            if not _is_blank(cells):
                yield _keyless(table, number, name_at)
            continue
        astray = _known(table, shape, number, cells)
        if isinstance(astray, Stray):
            if astray.key not in options.strays:
                yield astray
            continue
        if current is not None:
            yield _finished(current, options, shape)
        current = Group(name, lasting, [(number, cells)], astray)
    if current is not None:
        yield _finished(current, options, shape)


def _finished(group: Group, options: Options, shape: Shape) -> Group | Refusal:
    if group.refusal:
        return group.refusal
    if options.strays and shape.seen.get(group.name) == group.rows[0][0]:
        group.rows.extend(options.strays.get(group.name, ()))
    return group


def _known(table: Table, shape: Shape, number: int, cells: list[str]) -> Refusal | Stray | None:
    """What to do with a key that has stood further up already; None when it is new."""
    name, lasting = cells[shape.name], cells[shape.id]
    is_head = bool(lasting) or any(cells[index] for index in shape.head)
    first = shape.seen.setdefault(("id", lasting) if lasting else name, number)
    if first == number:
        if lasting:
            shape.seen.setdefault(name, number)
        return None
    if not is_head:
        return Stray(name, (number, cells))
    return stands_twice(Place(table.file, number, table.sheet, table.headings.names[shape.name]), name, first)


def stands_twice(place: Place, number: str, first: int) -> Refusal:
    """The refusal of an order whose key stood further up already, in row `first`."""
    return Refusal(
        place,
        shorten(number),
        msg(
            "This order stands in the file twice, first in row {row}; only the first is taken. Remove one of them.",
            row=first,
        ),
    )


def evened(table: Table, number: int, cells: list[str], width: int, used: int) -> Refusal | None:
    """Brings a row to the table's width where nothing is lost by it; else the refusal to tell."""
    if not any(cells):
        cells[:] = [""] * width
        return None
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        del cells[width:]
        return None
    if used < len(cells) < width:
        cells.extend([""] * (width - len(cells)))
        return None
    return ragged(table, number, cells)


def _spoiled(
    current: Group | None, refused: Refusal, cells: list[str], shape: Shape
) -> tuple[Group | None, list[Group | Refusal]]:
    """A ragged row spoils the order it belongs to: one without a line of it would be packed wrong."""
    name = cells[shape.name] if shape.name < len(cells) else ""
    if current is not None and name in ("", current.name):
        current.refusal = current.refusal or refused
        return current, []
    done: list[Group | Refusal] = []
    if current is not None:
        done.append(current.refusal or current)
    if not name:
        return None, [*done, refused]
    shape.seen.setdefault(name, refused.place.row)
    return Group(name, "", [(refused.place.row, cells)], refused), done


def _keyless(table: Table, number: int, name_at: int) -> Refusal:
    return Refusal(
        Place(table.file, number, table.sheet, table.headings.names[name_at]),
        "",
        msg("The row has no order number and no order stands above it. Fill in the number or remove the row."),
    )


def _nameless(table: Table, number: int, name_at: int) -> Refusal:
    return Refusal(
        Place(table.file, number, table.sheet, table.headings.names[name_at]),
        "",
        msg("The row has an order’s own amounts but no order number. Fill in the number or remove the row."),
    )


def _is_blank(cells: list[str]) -> bool:
    return not any(cell and not cell.isspace() for cell in cells)
