"""The files a list can be written to from its page: what each is called there, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.actions.exporting import rows_said, write_list
from desktop_app.actions.exporting_people import (
    card_facts,
    cards_said,
    days_said,
    write_birthdays,
    write_people,
)
from desktop_app.domain.listing import ListKind
from desktop_app.domain.written import CardVersion
from desktop_app.i18n import Message, Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.file_lists import ORDER_LINES, rows_of, written_list
from desktop_app.queries.order_lines import order_lines
from desktop_app.queries.whole_customers import whole_customers

Lookup = Callable[[Shop, Sequence[int]], Sequence[Any]]
Writer = Callable[..., int]  # (parts, facts, columns, *, to, words, total, progress) -> how many were written


@dataclass(frozen=True, slots=True)
class ExportForm:
    """One kind of file: its name in the menu, its suffix, how its rows are looked up and written, what is said then.

    `shown` files have the columns of the page.
    """

    key: str
    name: Message
    suffix: str
    lookup: Lookup
    writer: Writer
    said: Callable[[int, Path], Message] = rows_said
    shown: bool = False
    facts: Callable[[Shop], Any] | None = None


KINDS = {
    "xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)", "vcf": "vCard (*.vcf)", "ics": "iCalendar (*.ics)",
}  # fmt: skip
_SHOWN = {"xlsx": msg("The columns shown, as a workbook (XLSX)"), "csv": msg("The columns shown, as CSV")}
_ALL = {"xlsx": msg("All columns, as a workbook (XLSX)"), "csv": msg("All columns, as CSV")}
_ARTICLES = {
    "xlsx": msg("A row for each article, as a workbook (XLSX)"),
    "csv": msg("A row for each article, as CSV"),
}


def export_forms(kind: ListKind) -> tuple[ExportForm, ...]:
    """The files a list can be written to, in the menu's order."""
    lookup = partial(_rows, kind)
    table = partial(_write_table, kind)
    forms = [ExportForm(suffix, name, suffix, lookup, table, shown=True) for suffix, name in _SHOWN.items()]
    forms += [ExportForm(f"all-{suffix}", name, suffix, lookup, table) for suffix, name in _ALL.items()]
    if kind is ListKind.ORDERS:
        forms += [
            ExportForm(f"lines-{suffix}", name, suffix, order_lines, _write_lines) for suffix, name in _ARTICLES.items()
        ]
    if kind is ListKind.CUSTOMERS:
        forms += [_cards("cards", msg("Contact cards (vCard 4.0)"), CardVersion.V4)]
        forms += [_cards("old-cards", msg("Contact cards for older phones (vCard 3.0)"), CardVersion.V3)]
        forms.append(
            ExportForm(
                "birthdays",
                msg("Birthdays as a calendar"),
                "ics",
                whole_customers,
                _write_days,
                days_said,
                facts=card_facts,
            )
        )
    return tuple(forms)


def _cards(key: str, name: Message, version: CardVersion) -> ExportForm:
    return ExportForm(key, name, "vcf", whole_customers, partial(_write_cards, version), cards_said, facts=card_facts)


def _rows(kind: ListKind, shop: Shop, ids: Sequence[int]) -> Sequence[Any]:
    return rows_of(shop, kind, ids)


def _write_table(kind: ListKind, parts: Any, _facts: Any, columns: Sequence[str], **how: Any) -> int:
    return write_list(written_list(kind), parts, columns, **how)


def _write_lines(parts: Any, _facts: Any, _columns: Sequence[str], **how: Any) -> int:
    return write_list(ORDER_LINES, parts, (), **how)


def _write_cards(
    version: CardVersion, parts: Any, facts: Any, _columns: Sequence[str], *, words: Words, **how: Any
) -> int:
    del words  # cards are in nobody's language
    return write_people(parts, facts, version=version, **how)


def _write_days(parts: Any, facts: Any, _columns: Sequence[str], **how: Any) -> int:
    return write_birthdays(parts, facts, **how)
