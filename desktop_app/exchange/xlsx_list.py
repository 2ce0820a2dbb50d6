"""A list written as a workbook: numbers, days and amounts as such, texts never as formulas or links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, BinaryIO

from desktop_app.domain.errors import Invalid
from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money, digits
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.csv_list import apart
from desktop_app.exchange.list_cells import FileCell, ListTable, birthday_cell
from desktop_app.i18n import msg

MOST_ROWS = 1_048_575  # of a sheet, below the titles
_MOST_LETTERS = 32_767  # of a cell
_FIRST_DAY = dt.date(1900, 3, 1)  # earlier ones spreadsheets count differently: they stay text
_WIDTHS = {
    CellKind.TEXT: 24, CellKind.NUMBER: 10, CellKind.DAY: 12, CellKind.MONEY: 14, CellKind.AMOUNT: 12,
    CellKind.BIRTHDAY: 12,
}  # fmt: skip


def write_xlsx(out: BinaryIO, table: ListTable) -> None:
    """Writes the table row by row, so that its length costs no memory; raises Invalid past what a sheet holds."""
    import xlsxwriter

    options = {
        "constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(_sheet_name(table.name))
        bold = book.add_format({"bold": True})
        for place, kind in enumerate(table.kinds):
            sheet.set_column(place, place, _WIDTHS.get(kind, 10))
        sheet.freeze_panes(1, 0)
        for place, title in enumerate(table.titles):
            sheet.write_string(0, place, title, bold)
        cells = _Cells(book, sheet, table.yes_no)
        for number, row in enumerate(table.rows, 1):
            if number > MOST_ROWS:
                raise Invalid(
                    "to",
                    msg("A sheet of a workbook holds {n} rows at most; write these as CSV.", n=MOST_ROWS),
                )
            cells.write(number, row)


class _Cells:
    """Writes typed cells; a format for each currency is made once."""

    def __init__(self, book: Any, sheet: Any, yes_no: tuple[str, str]) -> None:
        self._book, self._sheet, self._yes_no = book, sheet, yes_no
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._money: dict[str, Any] = {}

    def write(self, number: int, row: Sequence[FileCell]) -> None:
        for place, value in enumerate(row):
            cell = birthday_cell(value) if isinstance(value, Birthday) else value
            if cell is None or cell == "":
                continue
            if isinstance(cell, bool):
                self._sheet.write_string(number, place, self._yes_no[0 if cell else 1])
            elif isinstance(cell, int):
                self._sheet.write_number(number, place, cell)
            elif isinstance(cell, Money):
                self._sheet.write_number(number, place, float(cell.amount), self._amount(cell.currency))
            elif isinstance(cell, dt.date):
                self._write_day(number, place, cell)
            else:
                self._sheet.write_string(number, place, apart(cell)[:_MOST_LETTERS])

    def _write_day(self, number: int, place: int, day: dt.date) -> None:
        if day < _FIRST_DAY:
            self._sheet.write_string(number, place, day.isoformat())
        else:
            self._sheet.write_datetime(number, place, day, self._day)

    def _amount(self, currency: str) -> Any:
        if currency not in self._money:
            places = digits(currency)
            form = f"#,##0{'.' + '0' * places if places else ''}"
            letters = "".join(letter for letter in currency if letter.isalnum())
            self._money[currency] = self._book.add_format({"num_format": f'{form} "{letters}"' if letters else form})
        return self._money[currency]


def _sheet_name(name: str) -> str:
    """A name a sheet may have: 31 letters without the signs that addresses use."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in name)[:31].strip() or "Cordial"
