"""The files a list can be written to from its page: what each is called there, and how it is written.

What writes them is loaded when one is wanted: it would be a fifth of what the first list of a session waits for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.domain.listing import ListKind
from desktop_app.domain.written import CardVersion
from desktop_app.i18n import Message, Words, msg
from desktop_app.queries import Shop

Lookup = Callable[[Shop, Sequence[int]], Sequence[Any]]
Writer = Callable[..., int]  # (parts, facts, columns, *, to, words, total, progress) -> how many were written


def _rows_said(count: int, file: Path) -> Message:
    from desktop_app.actions.exporting import rows_said

    return rows_said(count, file)


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
    said: Callable[[int, Path], Message] = _rows_said
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
        forms += [ExportForm(f"lines-{key}", name, key, _order_lines, _write_lines) for key, name in _ARTICLES.items()]
    if kind is ListKind.CUSTOMERS:
        forms += [_cards("cards", msg("Contact cards (vCard 4.0)"), CardVersion.V4)]
        forms += [_cards("old-cards", msg("Contact cards for older phones (vCard 3.0)"), CardVersion.V3)]
        forms.append(
            ExportForm(
                "birthdays",
                msg("Birthdays as a calendar"),
                "ics",
                _whole_customers,
                _write_days,
                _days_said,
                facts=_card_facts,
            )
        )
    return tuple(forms)


def _cards(key: str, name: Message, version: CardVersion) -> ExportForm:
    writer = partial(_write_cards, version)
    return ExportForm(key, name, "vcf", _whole_customers, writer, _cards_said, facts=_card_facts)


def _rows(kind: ListKind, shop: Shop, ids: Sequence[int]) -> Sequence[Any]:
    from desktop_app.queries.file_lists import rows_of

    return rows_of(shop, kind, ids)


def _order_lines(shop: Shop, ids: Sequence[int]) -> Sequence[Any]:
    from desktop_app.queries.order_lines import order_lines

    return order_lines(shop, ids)


def _whole_customers(shop: Shop, ids: Sequence[int]) -> Sequence[Any]:
    from desktop_app.queries.whole_customers import whole_customers

    return whole_customers(shop, ids)


def _card_facts(shop: Shop) -> Any:
    from desktop_app.actions.exporting_people import card_facts

    return card_facts(shop)


def _write_table(kind: ListKind, parts: Any, _facts: Any, columns: Sequence[str], **how: Any) -> int:
    from desktop_app.actions.exporting import write_list
    from desktop_app.queries.file_lists import written_list

    return write_list(written_list(kind), parts, columns, **how)


def _write_lines(parts: Any, _facts: Any, _columns: Sequence[str], **how: Any) -> int:
    from desktop_app.actions.exporting import write_list
    from desktop_app.queries.file_lists import ORDER_LINES

    return write_list(ORDER_LINES, parts, (), **how)


def _write_cards(
    version: CardVersion, parts: Any, facts: Any, _columns: Sequence[str], *, words: Words, **how: Any
) -> int:
    from desktop_app.actions.exporting_people import write_people

    del words  # cards are in nobody's language
    return write_people(parts, facts, version=version, **how)


def _write_days(parts: Any, facts: Any, _columns: Sequence[str], **how: Any) -> int:
    from desktop_app.actions.exporting_people import write_birthdays

    return write_birthdays(parts, facts, **how)


def _cards_said(count: int, file: Path) -> Message:
    from desktop_app.actions.exporting_people import cards_said

    return cards_said(count, file)


def _days_said(count: int, file: Path) -> Message:
    from desktop_app.actions.exporting_people import days_said

    return days_said(count, file)
