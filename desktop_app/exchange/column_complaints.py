"""Complaints and reviews from a table with one row each, its columns told by a layout; yields complaint records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.domain.complaints import Severity, Source
from desktop_app.domain.importing import ComplaintRecord
from desktop_app.domain.text import fold
from desktop_app.exchange.dates import moment
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.people import person
from desktop_app.exchange.single_rows import read_rows, refused
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, code, is_nothing, line, lines, number
from desktop_app.i18n import msg

_RATING = re.compile(r"([0-5])(?:[.,](\d))?(?:\s*(?:/|из|no|of)\s*5)?", re.ASCII)
_STARS = "★⭐"
_SOURCES = {
    Source.EMAIL: "email e-mail mail письмо почта e-pasts epasts",
    Source.PHONE: "phone telephone call телефон звонок tālrunis telefons zvans",
    Source.SOCIAL: "facebook instagram vk вконтакте telegram tiktok social соцсети",
    Source.IN_PERSON: "shop store in-person лично магазин veikalā klātienē",
    Source.OWN: "own ourselves сами paši",
}
_BY_SOURCE = {fold(word): source for source, words in _SOURCES.items() for word in words.split()}
_SEVERITIES = {
    Severity.LOW: "low minor small низкая незначительная zema maznozīmīga",
    Severity.HIGH: "high serious urgent critical высокая серьёзная срочно augsta nopietna steidzami",
}
_BY_SEVERITY = {fold(word): severity for severity, words in _SEVERITIES.items() for word in words.split()}


def read_complaints(table: Table, options: Options, layout: Layout) -> Iterator[Item]:
    """The complaints of a table; a bad row is a Refusal and the rest still comes."""
    seen: dict[int, int] = {}

    def told(record: ComplaintRecord, _cells: list[str]) -> Iterator[Item]:
        row = record.row
        if not record.text and record.rating is None:
            said = msg("The row says nothing: no text and no stars. Fill one in or remove the row.")
            yield refused(table, row, said, column=layout.heading("text"))
            return
        first = seen.setdefault(hash((record.source_name, record.key)), row) if record.key else row
        if first != row:
            said = msg(
                "This one stands in the file twice, first in row {row}; only the first is taken. Remove one.", row=first
            )
            yield refused(table, row, said, value=record.key, column=layout.heading("key"))
        else:
            yield record

    yield from read_rows(table, layout, lambda row, cells: _record(row, cells, layout, options), told)


def _record(row: int, cells: list[str], layout: Layout, options: Options) -> ComplaintRecord:
    def text(field: str) -> str:
        cell = layout.text(cells, field).strip()
        return "" if not cell or is_nothing(cell) else line(cell, layout.heading(field))

    said = [lines(layout.text(cells, field), layout.heading(field)) for field in ("text", "good", "bad")]
    where = text("source")
    return ComplaintRecord(
        row=row,
        text="\n\n".join(part for part in said if part and not is_nothing(part)),
        key=number(layout.text(cells, "key"), layout.heading("key")),
        source=_BY_SOURCE.get(fold(where), Source.MARKETPLACE),
        source_name="" if fold(where) in _BY_SOURCE else where,
        received_at=_moment(cells, layout, options),
        subject=text("subject"),
        person=person(row, cells, layout, options)._replace(key=""),
        number=number(layout.text(cells, "number"), layout.heading("number")),
        rating=_rating(text("rating"), layout.heading("rating")),
        kind=text("kind"),
        severity=_BY_SEVERITY.get(fold(text("severity"))),
        article=text("product"),
        sku=code(text("sku"), layout.heading("sku")),
    )


def _moment(cells: list[str], layout: Layout, options: Options) -> str:
    cell = layout.text(cells, "received_at")
    if not cell.strip() or is_nothing(cell):
        return ""
    return moment(cell, layout.heading("received_at"), order=options.mapping.date_order)


def _rating(cell: str, column: str) -> int | None:
    """Stars from 1 to 5, also as "4/5", "4.5" (rounded down: a half star missing is a half star missing), "★★★☆☆"."""
    if not cell:
        return None
    stars = sum(sign in _STARS for sign in cell)
    found = _RATING.fullmatch(cell)
    rating = stars or (int(found[1]) if found else 0)
    if not 1 <= rating <= 5:
        raise BadValue(cell, column, msg("Stars go from 1 to 5. Correct it or leave the cell empty."))
    return rating
