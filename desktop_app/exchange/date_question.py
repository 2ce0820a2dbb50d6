"""Which part of a file's dates is the day: proven by all of them, else asked of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.errors import Invalid
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.text import shorten
from desktop_app.exchange.dates import are_slashed, proven_order
from desktop_app.exchange.table import Table
from desktop_app.i18n import msg


def date_order(table: Table, dates: Sequence[str], mapping: FileMapping) -> FileMapping:
    """The mapping with the order of day and month that the whole table proves, without one where it proves none.

    Where a shop or a language names the columns of days, they are those that hold nothing else.
    """
    fields = ("placed_at", "changed_at", "ship_by", "deliver_by", "birthday", "received_at")
    labels = [mapping.columns[field] for field in fields if field in mapping.columns]
    named = [at for name in (*dates, *labels) if (at := table.headings.at_label(name)) >= 0]
    places = named or [at for at in range(len(table.headings)) if are_slashed(table.sampled(at))]
    order = proven_order(cells[at] for _, cells in table.rows for at in places if at < len(cells))
    return replace(mapping, date_order=order)


def ask_date_order(file: str, value: str) -> Invalid:
    """The question which part of a file's dates is the day."""
    return Invalid(
        "date_order",
        msg(
            "{file}: is {value} written day first or month first? Say so and try again.",
            file=shorten(file),
            value=shorten(value),
        ),
    )
