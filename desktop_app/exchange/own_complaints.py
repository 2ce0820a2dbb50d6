"""Complaints and reviews from a file Cordial wrote, each known again by the number it had there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeVar

from desktop_app.domain.complaints import SEVERITY_NAMES, SOURCE_NAMES, Source
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ComplaintRecord, PersonRecord
from desktop_app.domain.own_files import COMPLAINT_HEADINGS
from desktop_app.exchange.amounts import quantity
from desktop_app.exchange.fields import Cells, Fields
from desktop_app.exchange.grouping import evened
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.names import split_name
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.own_headings import meaning, own_layout, wrote
from desktop_app.exchange.own_orders import SOURCE
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, email
from desktop_app.i18n import Message

E = TypeVar("E", bound=Enum)
_MARKS = ("id", "received", "where", "verdict", "answer_by")


def read_own_complaints(table: Table, options: Options) -> Iterator[Item]:
    """The complaints of the file; a bad row is a Refusal and the rest still comes."""
    layout, width = own_layout(table.headings, COMPLAINT_HEADINGS), len(table.headings)
    fields = Fields(layout, options.mapping.date_order, table.from_1904)
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != width and (spoilt := evened(table, row, cells, width, layout.last())) is not None:
            yield spoilt
            continue
        cells.append("")
        try:
            yield _record(row, cells, fields)
        except BadValue as bad:
            yield refusal(table, row, bad)


def _record(row: int, cells: Cells, fields: Fields) -> ComplaintRecord:
    heading, stars, number = fields.layout.heading, fields.text(cells, "rating"), fields.code(cells, "id")
    return ComplaintRecord(
        row=row,
        text=fields.note(cells, "text"),
        key=f"{SOURCE}-{number}" if number else "",
        source=_meant(fields.text(cells, "source"), SOURCE_NAMES) or Source.MARKETPLACE,
        source_name=fields.line(cells, "where"),
        received_at=fields.moment(cells, "received_at") or fields.moment(cells, "received"),
        subject=fields.line(cells, "subject"),
        person=_person(row, cells, fields),
        number=fields.code(cells, "order"),
        rating=quantity(stars, heading("rating")) if stars else None,
        kind=fields.line(cells, "kind"),
        severity=_meant(fields.text(cells, "severity"), SEVERITY_NAMES),
        article=fields.line(cells, "article"),
    )


def _person(row: int, cells: Cells, fields: Fields) -> PersonRecord:
    """Who said it, as far as they can be told from a namesake: with an e-mail address."""
    address = email(fields.text(cells, "email"), fields.layout.heading("email"))
    if not address:
        return PersonRecord(row)
    name = split_name(fields.line(cells, "customer"), False)
    return PersonRecord(row, given=name.given, family=name.family, company=name.company, email=address)


def _meant(said: str, labels: Mapping[E, Message]) -> E | None:
    found = meaning(said, {one.value: label for one, label in labels.items()}) if said else None
    return next((one for one in labels if one.value == found), None)


def _tells(headings: Headings) -> bool:
    return wrote(headings, (COMPLAINT_HEADINGS[mark] for mark in _MARKS))


_IN_ENGLISH = tuple(COMPLAINT_HEADINGS[mark].text for mark in _MARKS)
READER = Reader(FileKind.CORDIAL_COMPLAINTS, SOURCE, read_own_complaints, marks=(_IN_ENGLISH,), tells=_tells)
