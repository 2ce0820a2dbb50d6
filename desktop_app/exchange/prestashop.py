"""What PrestaShop's and thirtybees' files have in common: headings with their hints, and rows of what was deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.importing import Remark, Remarked
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item
from desktop_app.exchange.table import Table

_OWNERS = ("customer e mail", "customer email", "customer id", "id customer")


def layout_of(headings: Headings, names: Mapping[str, Sequence[str | tuple[str, ...]]]) -> Layout:
    """The columns by their headings, whatever hint stands in brackets behind: Newsletter (0/1), Groups (x,y,z...)."""
    return replace(Layout.of(bare(headings), names), names=headings.names)


def bare(headings: Headings) -> Headings:
    """The headings without the hints in brackets and the stars of required ones."""
    return Headings(folded(name.partition("(")[0]) for name in headings.names)


def of_customers(table: Table, left_out: list[Remarked], *, nobodys: Sequence[str] = ()) -> Table:
    """The table without rows of deleted records and of those that columns in `nobodys` name; they go to `left_out`."""
    headings = bare(table.headings)
    deleted = headings.at("deleted")
    others = [at for name in nobodys if (at := headings.at(name)) >= 0]
    owners = [at for name in _OWNERS if (at := headings.at(name)) >= 0]

    def rows() -> Iterator[Row]:
        for row, cells in table.rows:
            mark = deleted if _is_one(cells, deleted) else next((at for at in others if _is_one(cells, at)), -1)
            if mark >= 0 and (mark == deleted or not any(_is_one(cells, at) for at in owners)):
                left_out.append(Remarked(Remark.NO_CUSTOMER, cells[mark], row, table.headings.names[mark]))
                continue
            for at in owners:
                if at < len(cells) and cells[at].strip() == "0":
                    cells[at] = ""
            yield row, cells

    return replace(table, rows=rows())


def with_left_out(items: Iterable[Item], left_out: list[Remarked]) -> Iterator[Item]:
    """What a reader says, and what was left out before it came to it."""
    for item in items:
        yield from left_out
        left_out.clear()
        yield item
    yield from left_out


def _is_one(cells: Sequence[str], at: int) -> bool:
    return 0 <= at < len(cells) and cells[at].strip() not in ("", "0")
