"""Rows of a workbook (XLSX, XLS, ODS) as text cells: numbers without a false .0, ISO dates, unsafe files refused."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.text import shorten
from desktop_app.exchange import xls_safety
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.files import Examined, Progress, examine, stopped
from desktop_app.exchange.magic import Form, what_is
from desktop_app.exchange.zip_safety import Inside, damaged, locked, look_inside
from desktop_app.i18n import msg

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_EXACT = 10**15  # Excel keeps fifteen digits; longer whole numbers have lost some
Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


class Book:
    """A workbook found safe and opened; each of its sheets is read once, however often it is asked for."""

    def __init__(self, examined: Examined) -> None:
        self.sha256 = examined.sha256
        self.inside = examined.inside or _safe(examined)
        self._file = examined.name
        self._book = _open(examined)
        self._read: dict[str, CalamineSheet] = {}
        self.sheets = tuple(self._book.sheet_names)

    def sheet(self, name: str) -> CalamineSheet:
        """A sheet by its name; raises BadFile."""
        if name not in self._read:
            self._read[name] = _sheet(self._book, name, self._file)
        return self._read[name]

    def first_filled(self) -> CalamineSheet:
        """The first sheet with anything in it; raises BadFile where there is none."""
        for name in self.sheets:
            found = self.sheet(name)
            if next(_cells(found, self._file), None) is not None:
                return found
        raise BadFile(msg("{file} is empty. Export it again.", file=shorten(self._file)), file=self._file)


def opened_ahead(path: Path) -> Book | None:
    """A workbook opened, and its sheet read, before it is known how; None for what is none, or where reading fails."""
    try:
        with path.open("rb") as stream:
            form = what_is(stream.read(4096), path.read_bytes).form
        if form not in (Form.XLSX, Form.XLS, Form.ODS):
            return None
        book = Book(examine(path))
        book.first_filled()
    except (OSError, BadFile):  # whoever reads it tells why
        return None
    return book


class SheetRows:
    """The rows of one sheet; a formula without a result is a BadFile naming its cell when its row is reached."""

    def __init__(
        self, examined: Examined, *, sheet: str = "", progress: Progress | None = None, book: Book | None = None
    ) -> None:
        self.file = examined.name
        self._digest = examined.sha256
        self._progress = progress
        if book is None or book.sha256 != examined.sha256:
            book = Book(examined)
        self.inside = book.inside
        self.sheets = book.sheets
        if sheet and sheet not in self.sheets:
            raise Invalid(
                "sheet",
                msg(
                    "{file} has no sheet called {sheet}. Choose one of its own.",
                    file=shorten(self.file),
                    sheet=shorten(sheet),
                ),
            )
        found = book.sheet(sheet) if sheet else book.first_filled()
        self.sheet = found.name
        self._rows = _cells(found, self.file)
        self._height = found.total_height
        self._unknown = self.inside.unknown.get(self.inside.parts.get(self.sheet, ""), {})

    @property
    def from_1904(self) -> bool:
        """Whether the workbook counts its days from 1904 on."""
        return self.inside.from_1904

    def __iter__(self) -> Iterator[Row]:
        for number, cells in enumerate(self._rows, 1):
            if number in self._unknown:
                raise self._without_value(number)
            if self._progress and number % 1000 == 0 and not self._progress(number, max(number, self._height)):
                raise stopped()
            yield number, [cell if type(cell) is str else as_text(cell) for cell in cells]

    def sha256(self) -> str:
        """The fingerprint of the bytes that are read; they were all taken when the workbook was opened."""
        return self._digest

    def close(self) -> None:
        """Nothing is held open."""

    def _without_value(self, row: int) -> BadFile:
        column = self._unknown[row]
        return BadFile(
            msg(
                "{file}, sheet {sheet}, cell {cell}: a formula stands there without a result. Correct it, or open the "
                "file in a spreadsheet program, save it and try again.",
                file=shorten(self.file),
                sheet=shorten(self.sheet),
                cell=f"{column}{row}",
            ),
            file=self.file,
            sheet=self.sheet,
            row=row,
            column=column,
        )


def as_text(cell: Cell) -> str:
    """A workbook's cell as a text table would hold it."""
    if isinstance(cell, float):  # most that are no texts: asked first, and of each of a million cells
        return _number(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int):
        return _number(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "seconds") if cell.time() != dt.time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


def _number(number: float) -> str:
    if -_EXACT < number < _EXACT:
        whole = int(number)
        return str(whole) if whole == number else f"{number:.15g}"
    if number != number or abs(number) == float("inf"):
        return str(number)
    return f"{number:.15g}"  # fifteen digits are what Excel shows; a long id: 7.21044830112201e+15 is noticed


def _safe(examined: Examined) -> Inside:
    """What is inside, looked through for what would harm: half of what opening a workbook takes."""
    if examined.form is not Form.XLS:
        return look_inside(examined.content, examined.name)
    xls_safety.check(examined.content, examined.name)
    return Inside()


def _open(examined: Examined) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(examined.content))
    except PasswordError as error:
        raise locked(examined.name) from error
    except CalamineError as error:
        raise damaged(examined.name) from error
    except BaseException as error:
        raise _panicked(error, examined.name) from error


def _sheet(book: CalamineWorkbook, name: str, file: str) -> CalamineSheet:
    """A sheet by its name; the library reads all of it, which takes longer than everything after."""
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        raise damaged(file) from error
    except BaseException as error:
        raise _panicked(error, file) from error


def _cells(sheet: CalamineSheet, file: str) -> Iterator[list[Cell]]:
    from python_calamine import CalamineError

    try:
        start = sheet.start  # blank rows above it come along, blank columns before it do not
        pad: list[Cell] = [""] * (start[1] if start else 0)
        for cells in sheet.iter_rows():
            yield pad + cells if pad else cells
    except CalamineError as error:
        raise damaged(file) from error
    except BaseException as error:
        raise _panicked(error, file) from error


def _panicked(error: BaseException, file: str) -> BaseException:
    """The failure to tell when the Rust library gives up (a PanicException is no Exception); anything else as it is."""
    return damaged(file) if type(error).__name__ == "PanicException" else error
