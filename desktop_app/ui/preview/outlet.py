"""Where the previewed file goes: to a printer of the system's dialog or a place on the disk; then into the log.

The bytes are those of the preview: copied whole and checked, never made or painted again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_app.actions.printers import print_file, printers
from desktop_app.actions.printing import keep_papers, print_folder
from desktop_app.actions.prints import log_print
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.settings import DESK_PRINTER
from desktop_app.domain.stock import Stock
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Papers:
    """What the preview shows: the file and what is in it; `again` is the run of which it is a reprint."""

    file: Path
    result: PrintResult
    kind: Kind
    stock: Stock
    by: str
    again: PrintId | None = None


class Outlet(QObject):
    """`printed(changes, printer)`, `saved(changes, file)` once done and logged; else `failed(error)`, `no_printer`."""

    printed = Signal(object, str)
    saved = Signal(object, object)
    failed = Signal(object)
    no_printer = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.dialog: QDialog | None = None

    def print(self, papers: Papers) -> None:
        """Ask for a printer and send the file there."""
        self._desk.work.run(
            printers, then=lambda found: self._choose(papers, found), failed=self.failed.emit, owner=self
        )

    def save(self, papers: Papers, name: str) -> None:
        """Ask for a place and keep the file there."""
        dialog = QFileDialog(self._window, self._desk.words("Save as PDF"), str(_usual() / name), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save_to(papers, Path(file)))
        dialog.rejected.connect(self.cancelled.emit)
        self._show(dialog)

    def save_to(self, papers: Papers, to: Path) -> None:
        """Keep the file at a place and log it."""
        self._desk.work.run(
            keep_papers, papers.file, to, sha256=papers.result.sha256,
            then=lambda _: self._log(papers, to, lambda done: self.saved.emit(done, to)),
            failed=self.failed.emit, owner=self,
        )

    def send(self, papers: Papers, printer: str, *, copies: int = 1) -> None:
        """Keep the file beside the shop, hand it to a printer, and log it."""

        def go(to: Path) -> None:
            self._desk.work.run(
                _keep_and_print, papers, to, printer, copies,
                then=lambda _: self._log(papers, to, lambda done: self.printed.emit(done, printer), printer=printer),
                failed=self.failed.emit, owner=self,
            )

        self._desk.work.ask(_place, papers.kind, then=go, failed=self.failed.emit, owner=self)

    def _choose(self, papers: Papers, found: list[str]) -> None:
        if not found:
            self.no_printer.emit()
            return
        wanted = self._desk.settings.get(DESK_PRINTER)
        printer = QPrinter(QPrinterInfo.printerInfo(wanted)) if wanted in found else QPrinter()
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self._desk.words("Print"))
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintToFile, QAbstractPrintDialog.PrintDialogOption.PrintSelection,
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        ):
            dialog.setOption(option, False)
        dialog.rejected.connect(self.cancelled.emit)
        dialog.accepted.connect(lambda: self._chosen(papers, printer))
        self._show(dialog)

    def _chosen(self, papers: Papers, printer: QPrinter) -> None:
        if printer.outputFileName():  # a “print to file” the system's dialog offered all the same
            self.save_to(papers, Path(printer.outputFileName()).with_suffix(".pdf"))
            return
        self._desk.settings.set(DESK_PRINTER, printer.printerName())
        self.send(papers, printer.printerName(), copies=printer.copyCount())

    def _log(self, papers: Papers, file: Path, then: object, *, printer: str = "") -> None:
        assert callable(then)
        self._desk.work.change(
            log_print, papers.result, kind=papers.kind, file=file, printer=printer, by=papers.by, again=papers.again,
            then=then, failed=self.failed.emit, owner=self,
        )

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # a print dialog of its own wants a slot by name


def _usual() -> Path:
    """Where people keep documents, else their own folder."""
    places = QStandardPaths.StandardLocation
    folders = (QStandardPaths.writableLocation(place) for place in (places.DocumentsLocation, places.HomeLocation))
    return next((Path(folder) for folder in folders if Path(folder).is_dir()), Path.home())


def _place(shop: Shop, kind: Kind) -> Path:
    return print_folder(shop) / f"{kind}-{shop.now():%Y%m%d-%H%M%S}.pdf"


def _keep_and_print(papers: Papers, to: Path, printer: str, copies: int) -> None:
    keep_papers(papers.file, to, sha256=papers.result.sha256)
    duplex = papers.result.layout.duplex if papers.result.layout else Duplex.OFF
    print_file(to, printer, title=f"Cordial {papers.kind}", stock=papers.stock, copies=copies, duplex=duplex)

