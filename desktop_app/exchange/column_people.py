"""People from a table with one row a person, its columns told by a layout; yields person records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import email_key
from desktop_app.domain.importing import Place, Refusal, Remark, Remarked
from desktop_app.domain.text import shorten
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options, ragged, refusal
from desktop_app.exchange.people import person
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, has_lost_zero, is_shortened
from desktop_app.i18n import msg


def read_people(table: Table, options: Options, layout: Layout) -> Iterator[Item]:
    """The people of a table; a bad row is a Refusal and the rest still comes."""
    width = len(table.headings)
    seen: dict[int, int] = {}
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) <= layout.last() or any(cell.strip() for cell in cells[width:]):
            yield ragged(table, row, cells)
            continue
        try:
            record = person(row, cells, layout, options)
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        if not (record.email or record.phone or record.given or record.family or record.company):
            yield Refusal(
                Place(table.file, row, table.sheet),
                "",
                msg("The row names nobody: no name, e-mail or phone. Fill one in or remove the row."),
            )
            continue
        twice = _twice(seen, record.key, record.email, row)
        if twice:
            yield Refusal(
                Place(table.file, row, table.sheet, layout.heading("email") or layout.heading("key")),
                shorten(record.email or record.key),
                msg(
                    "This person stands in the file twice, first in row {row}; only the first is taken. Remove one.",
                    row=twice,
                ),
            )
            continue
        yield record
        call = layout.text(cells, "phone")
        if is_shortened(call):
            yield Remarked(Remark.SHORTENED_PHONE, call, row)
        if has_lost_zero(record.address.postcode, record.address.country):
            yield Remarked(Remark.LOST_ZERO, record.address.postcode, row)


def _twice(seen: dict[int, int], key: str, address: str, row: int) -> int:
    """The row where the same person stood before, 0 when this is the first."""
    marks = [hash(("key", key))] if key else []
    if address:
        marks.append(hash(("email", email_key(address))))
    first = next((seen[mark] for mark in marks if mark in seen), 0)
    if not first:
        seen.update(dict.fromkeys(marks, row))
    return first
