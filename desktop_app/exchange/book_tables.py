"""The rows of address books that are tables, each made an entry by its program's reader; yields person records."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop_app.domain.importing import Place
from desktop_app.exchange.book_entry import Entry, record_of
from desktop_app.exchange.book_people import BookPeople
from desktop_app.exchange.options import Item, ragged, refusal
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue

Fill = Callable[[Entry, list[str]], None]  # writes into an entry what the cells of a row say; raises BadValue


def read_book(table: Table, fill: Fill) -> Iterator[Item]:
    """The people of an address book; a bad row is a Refusal and the rest still comes."""
    width = len(table.headings)
    people = BookPeople()
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[width:]):
            yield ragged(table, row, cells)
            continue
        entry = Entry(row)
        try:
            fill(entry, cells + [""] * (width - len(cells)))
            record = record_of(entry)
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        yield from people.take(record, entry, Place(table.file, row, table.sheet))
    yield from people.all()
