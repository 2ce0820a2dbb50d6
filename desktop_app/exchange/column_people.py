"""People from a table with one row a person, its columns told by a layout; yields person records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import email_key
from desktop_app.domain.importing import PersonRecord, Remark, Remarked
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import digits_of
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.people import person
from desktop_app.exchange.single_rows import read_rows, refused
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import has_lost_zero, is_shortened
from desktop_app.i18n import msg


def read_people(table: Table, options: Options, layout: Layout) -> Iterator[Item]:
    """The people of a table; a bad row is a Refusal and the rest still comes."""
    seen: dict[int, int] = {}

    def told(record: PersonRecord, cells: list[str]) -> Iterator[Item]:
        if not (record.email or record.phone or record.given or record.family or record.company):
            said = msg("The row names nobody: no name, e-mail or phone. Fill one in or remove the row.")
            yield refused(table, record.row, said)
        elif twice := _twice(seen, record):
            said = msg(
                "This person stands in the file twice, first in row {row}; only the first is taken. Remove one.",
                row=twice,
            )
            value = record.email or record.key or record.phone
            yield refused(table, record.row, said, value=value, column=_column(record, layout))
        else:
            yield record
            yield from remarks_of(record, layout.text(cells, "phone"))

    yield from read_rows(table, layout, lambda row, cells: person(row, cells, layout, options), told)


def remarks_of(record: PersonRecord, call: str) -> Iterator[Remarked]:
    """What a spreadsheet has spoilt of a person's row, `call` being the cell of the telephone number."""
    if is_shortened(call):
        yield Remarked(Remark.SHORTENED_PHONE, call, record.row)
    if has_lost_zero(record.address.postcode, record.address.country):
        yield Remarked(Remark.LOST_ZERO, record.address.postcode, record.row)


def _twice(seen: dict[int, int], record: PersonRecord) -> int:
    """The row where the same person stood before, 0 when this is the first."""
    marks = [hash(("key", record.key))] if record.key else []
    if record.email:
        marks.append(hash(("email", email_key(record.email))))
    name = name_key(f"{record.family} {record.given}".strip() or record.company)
    if not marks and record.phone and name:
        marks.append(hash(("phone", name, digits_of(record.phone))))
    first = next((seen[mark] for mark in marks if mark in seen), 0)
    if not first:
        seen.update(dict.fromkeys(marks, record.row))
    return first


def _column(record: PersonRecord, layout: Layout) -> str:
    """The heading of what tells a person."""
    if not (record.email or record.key):
        return layout.heading("phone")
    return layout.heading("email") or layout.heading("key")
