"""Where the previewed file goes: to a printer or a place on the disk; then into the log.

The bytes are those of the preview: copied whole and checked, never made or painted again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions.handed import Handed, forget_handed, note_handed
from desktop_app.actions.printers import print_file, printers
from desktop_app.actions.printing import keep_papers, print_folder
from desktop_app.actions.prints import log_print
from desktop_app.domain.changes import Changes
from desktop_app.domain.desk_settings import DESK_PRINTER
from desktop_app.domain.errors import AppError, Conflict, DeliveryFailed, Invalid
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.sheet_choice import only_sheets, page_ranges, sheets_on
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.reaching import refuse_held
from desktop_app.ui.desk import Desk
from desktop_app.ui.preview.system_dialog import Way, file_of, system_dialog, way_of
from desktop_app.ui.widgets.file_dialogs import ask_for_place

Begun = tuple[str, tuple[tuple[int, ...], ...]]


@dataclass(frozen=True, slots=True)
class Papers:
    """What the preview shows: the file and what is in it; `again` is the run of which it is a reprint.

    `stock` is what its sheets are. Of all sheets only `sheets` are printed, where there are any; `begun(sheets)` tells
    a paper's begun sheets once these are printed.
    """

    file: Path
    result: PrintResult
    kind: Kind
    stock: Stock
    by: str
    again: PrintId | None = None
    sheets: tuple[int, ...] = ()
    begun: Callable[[tuple[int, ...]], Begun | None] | None = None

    @property
    def duplex(self) -> Duplex:
        """The sides they were made for."""
        return self.result.layout.duplex if self.result.layout else Duplex.OFF


class Outlet(QObject):
    """`printed(changes, printer, job, result)` with what was printed, `saved(changes, file)` once done and logged; else
    `failed(error)`, `no_printer`, `cancelled`; `held(error)` when a card may no longer be given to its reader.
    """

    printed = Signal(object, str, str, object)
    saved = Signal(object, object)
    failed = Signal(object)
    held = Signal(object)
    no_printer = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.dialog: QDialog | None = None

    def print(self, papers: Papers, *, wanted: str = "") -> None:
        """Ask in the system's dialog for a printer, and send the file there."""
        self._desk.work.run(
            printers, then=lambda found: self._choose(papers, found, wanted), failed=self.failed.emit, owner=self
        )

    def save(self, papers: Papers, name: str) -> None:
        """Ask for a place and keep the file there."""
        self.dialog = ask_for_place(
            self._window, self._desk.settings, self._desk.words("Save as PDF"), name,
            taken=lambda file: self.save_to(papers, file),
        )
        self.dialog.rejected.connect(self.cancelled.emit)

    def save_to(self, papers: Papers, to: Path) -> None:
        """Keep the file, whole, at a place and log it."""

        def keep(_: object) -> None:
            self._desk.work.run(
                keep_papers, papers.file, to, sha256=papers.result.sha256,
                then=lambda _: self._log(
                    papers, to, lambda done: self.saved.emit(done, to), printed=papers.result,
                    begun=papers.begun(()) if papers.begun else None,
                ),
                failed=self.failed.emit, owner=self,
            )

        self._desk.work.ask(refuse_held, papers.result.placed, then=keep, failed=self._fail, owner=self)

    def send(self, papers: Papers, way: Way) -> None:
        """Keep the file beside the shop, hand it to a printer, and log what it prints of it."""
        sheets = sheets_on(papers.result, way.pages) if way.pages else papers.sheets
        printed, begun = only_sheets(papers.result, sheets), papers.begun(sheets) if papers.begun else None

        def go(place: tuple[Path, str]) -> None:
            to, shop = place
            note = Handed(shop, printed, papers.kind, to, way.printer, papers.by, papers.again, begun)
            self._desk.work.run(
                _keep_and_print, papers, note, way, then=lambda job: log(to, job), failed=self.failed.emit, owner=self
            )

        def log(to: Path, job: str) -> None:
            self._log(
                papers, to, lambda done: self.printed.emit(done, way.printer, job, printed), printer=way.printer,
                job=job, printed=printed, begun=begun, failed=unlogged,
            )

        def unlogged(error: AppError) -> None:
            self.failed.emit(AppError(msg(
                "{why} The papers went to {printer} all the same. Keep what comes out: at the next start Cordial asks "
                "about it.", why=error.message, printer=way.printer,
            )))  # fmt: skip

        self._desk.work.ask(_place, papers, then=go, failed=self._fail, owner=self)

    def _fail(self, error: AppError) -> None:
        (self.held if isinstance(error, Conflict) else self.failed).emit(error)

    def _choose(self, papers: Papers, found: list[str], wanted: str) -> None:
        if not found:
            self.no_printer.emit()
            return
        wanted = wanted or self._desk.settings.get(DESK_PRINTER)
        self._show(system_dialog(
            self._window, self._desk.words, wanted=wanted if wanted in found else "",
            duplex=papers.duplex, pages=papers.result.pages, cancelled=self.cancelled.emit,
            chosen=lambda printer: self._chosen(papers, printer),
        ))

    def _chosen(self, papers: Papers, printer: QPrinter) -> None:
        file = file_of(printer)
        if file is not None:
            self.save_to(papers, file)
            return
        try:
            way = way_of(printer, papers.result.pages)
        except Invalid as error:
            self.failed.emit(error)
            return
        self._desk.settings.set(DESK_PRINTER, way.printer)
        self.send(papers, way)

    def _log(
        self, papers: Papers, file: Path, then: Callable[[Changes], object], *, printed: PrintResult,
        printer: str = "", job: str = "", begun: Begun | None = None,
        failed: Callable[[AppError], object] | None = None,
    ) -> None:
        self._desk.work.change(
            log_print, printed, kind=papers.kind, file=file, printer=printer, job=job, by=papers.by, again=papers.again,
            begun=begun, then=then, failed=failed or self.failed.emit, owner=self,
        )

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # a print dialog of its own wants a slot by name


def _place(shop: Shop, papers: Papers) -> tuple[Path, str]:
    """A name no run has, for the file of one before is what its cards are printed again from; and where the shop is.

    Raises Conflict when a card may no longer be given to its reader: a complaint may have come in meanwhile.
    """
    refuse_held(shop, papers.result.placed)
    folder, name = print_folder(shop), f"{papers.kind}-{shop.now():%Y%m%d-%H%M%S}"
    names = (folder / f"{name}{f'-{n}' if n else ''}.pdf" for n in count())
    return next(file for file in names if not file.exists()), shop.location


def _keep_and_print(papers: Papers, note: Handed, way: Way) -> str:
    """The name of the job that the printing system made of it."""
    to = note.file
    keep_papers(papers.file, to, sha256=papers.result.sha256)
    note_handed(note)
    try:
        return print_file(
            to, way.printer, title=f"Cordial {papers.kind}", stock=papers.stock, copies=way.copies, tray=way.tray,
            duplex=papers.duplex if way.duplex is None else way.duplex, reverse=way.reverse, collate=way.collate,
            pages=way.pages or page_ranges(papers.result, papers.sheets), besides=way.besides,
        )
    except DeliveryFailed:
        forget_handed(to)
        to.unlink(missing_ok=True)  # nothing came of it: no run of the log has this file
        raise
