"""The questions a table leaves open: answered from its cells where they prove the answer, else asked of a person."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.file_kinds import MAPPED, FileKind
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.text import shorten
from desktop_app.exchange import mapping as columns
from desktop_app.exchange.amounts import decimal_sign
from desktop_app.exchange.column_orders import settled_price
from desktop_app.exchange.csv_rows import TextRows
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.xlsx_rows import SheetRows
from desktop_app.i18n import msg


def settled(table: Table, reader: Reader, given: FileMapping) -> FileMapping:
    """The mapping with everything found out that the first rows tell, so that a second reading goes the same way."""
    mapping = replace(
        given,
        kind=reader.kind,
        encoding=table.encoding,
        sheet=table.sheet,
        separator=table.source.separator if isinstance(table.source, TextRows) else "",
        date_order=given.date_order or reader.date_order,
    )
    money = [table.headings.at(name) for name in reader.money]
    if reader.kind in MAPPED:
        mapping = _settled_columns(table, mapping, given)
        money = [
            table.headings.at_label(mapping.columns[field]) for field in ("total", "price") if field in mapping.columns
        ]
    if not mapping.decimal:
        proven = decimal_sign(cell for at in money for cell in table.sampled(at))
        usual = "." if isinstance(table.source, SheetRows) else ""  # workbooks hold numbers
        mapping = replace(mapping, decimal=proven or usual)
    if reader.kind is FileKind.MAPPED_ORDERS and not mapping.price and "price" in mapping.columns:
        layout = columns.layout_of(table.headings, mapping)
        price = settled_price(table, layout, mapping.decimal) or columns.price_by_heading(mapping)
        if price is None and any(cell.strip() not in ("", "1") for cell in table.sampled(layout.at("quantity"))):
            raise Invalid(
                "price",
                msg(
                    "{file}: does “{column}” hold the price of one piece or of the whole line? Say so and try again.",
                    file=shorten(table.file),
                    column=shorten(mapping.columns["price"]),
                ),
            )
        mapping = replace(mapping, price=price)
    return mapping


def _settled_columns(table: Table, settled: FileMapping, given: FileMapping) -> FileMapping:
    headings = table.headings
    absent = columns.unknown_columns(headings, settled)
    if absent:
        raise BadFile(
            msg(
                "{file}: the column {expected} is missing. Found: {found}. Correct the mapping or the file.",
                file=shorten(table.file),
                expected=shorten(absent[0]),
                found=found_headings(headings),
            ),
            file=table.file,
            sheet=table.sheet,
            row=table.heading_row,
            column=absent[0],
        )
    guessed = columns.guess(headings, settled)
    twice = columns.doubled(headings, guessed, given)
    if twice:
        field, heading = next(iter(twice.items()))
        raise BadFile(
            msg(
                "{file}: the heading “{heading}” stands twice. "
                "Say in a mapping which column is meant: {field} = “{label}”.",
                file=shorten(table.file),
                heading=shorten(heading),
                field=field,
                label=shorten(guessed.columns[field]),
            ),
            file=table.file,
            sheet=table.sheet,
            row=table.heading_row,
            column=heading,
        )
    if columns.missing(guessed):
        raise unknown(table)
    return guessed


def unknown(table: Table) -> BadFile:
    """The failure to tell for a table nobody can place."""
    return BadFile(
        msg(
            "{file} holds no column Cordial knows for an order number, a name or an e-mail. Found: {found}. "
            "Say in a mapping which column holds what.",
            file=shorten(table.file),
            found=found_headings(table.headings),
        ),
        file=table.file,
        sheet=table.sheet,
        row=table.heading_row,
    )


def found_headings(headings: Headings) -> str:
    """The headings of a table, shortened to stand in a sentence."""
    return shorten(", ".join(name for name in headings.names if name) or "-", 200)
