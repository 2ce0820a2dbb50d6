"""The system's own print dialog, for what is not beside the preview; what is chosen there goes to the printer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrintEngine, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.sheet_choice import joined_ranges
from desktop_app.i18n import Words, msg

_DUPLEX = {Duplex.LONG: QPrinter.DuplexMode.DuplexLongSide, Duplex.SHORT: QPrinter.DuplexMode.DuplexShortSide}
_SIDES = {mode: duplex for duplex, mode in _DUPLEX.items()} | {QPrinter.DuplexMode.DuplexNone: Duplex.OFF}
_CUPS_OPTIONS = 0xFE00  # where Qt keeps what its dialog sets beyond a QPrinter: name, value, name, value, …
_OURS = frozenset(("number-up", "number-up-layout", "page-ranges", "page-set", "sides", "outputorder", "Collate"))
_USUAL = {"job-billing": "", "job-priority": "50", "job-sheets": "none,none", "job-hold-until": "no-hold"}


@dataclass(frozen=True, slots=True)
class Way:
    """How papers go to a printer; `duplex` None is as they were made, `pages` none is all, `besides` the system's."""

    printer: str
    tray: str = ""
    copies: int = 1
    duplex: Duplex | None = None
    pages: tuple[tuple[int, int], ...] = ()
    reverse: bool = False
    collate: bool = True
    besides: Mapping[str, str] = field(default_factory=dict)


def system_dialog(
    window: QWidget, words: Words, *, wanted: str, duplex: Duplex, pages: int,
    chosen: Callable[[QPrinter], object], cancelled: Callable[[], object],
) -> QPrintDialog:
    """The dialog over a window, the `wanted` printer (empty: the system's own choice) and the papers' sides set.

    `chosen(printer)` is called once it is accepted.
    """
    printer = QPrinter(QPrinterInfo.printerInfo(wanted)) if wanted else QPrinter()
    printer.setDuplex(_DUPLEX.get(duplex, QPrinter.DuplexMode.DuplexNone))
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(words("Print"))
    dialog.setMinMax(1, pages)
    for option in (
        QAbstractPrintDialog.PrintDialogOption.PrintToFile, QAbstractPrintDialog.PrintDialogOption.PrintSelection,
        QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
    ):
        dialog.setOption(option, False)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.rejected.connect(cancelled)
    return dialog


def file_of(printer: QPrinter) -> Path | None:
    """Where a person wished the papers kept, where the dialog offered a file all the same."""
    return Path(printer.outputFileName()).with_suffix(".pdf") if printer.outputFileName() else None


def way_of(printer: QPrinter, pages: int) -> Way:
    """What was chosen in the dialog, for a file of so many pages; raises Invalid for what would spoil the cards."""
    options = _cups_options(printer)
    if options.get("number-up", "1") != "1":
        raise Invalid(
            "pages", msg("Cards are laid on their sheets already: choose one page per sheet in the print dialog.")
        )
    besides = {name: value for name, value in options.items() if name not in _OURS and _USUAL.get(name) != value}
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        besides["print-color-mode"] = "monochrome"
    return Way(
        printer.printerName(),
        copies=printer.copyCount(),
        duplex=_SIDES.get(printer.duplex()),
        pages=_pages(printer, options, pages),
        reverse=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        collate=printer.collateCopies(),
        besides={name: value for name, value in besides.items() if value},
    )


def _cups_options(printer: QPrinter) -> dict[str, str]:
    kept = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS))
    words = [str(word) for word in kept] if isinstance(kept, list) else []
    return dict(zip(words[::2], words[1::2], strict=False))


def _pages(printer: QPrinter, options: Mapping[str, str], count: int) -> tuple[tuple[int, int], ...]:
    """The pages chosen as ranges, none for all: from – to, “2-3,5”, the odd or the even ones."""
    chosen = set(range(1, count + 1))
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        chosen &= set(range(printer.fromPage(), (printer.toPage() or count) + 1))
    if options.get("page-ranges"):
        named: set[int] = set()
        for part in options["page-ranges"].split(","):
            first, dash, last = part.partition("-")
            begin = int(first or 1)
            named |= set(range(begin, (int(last or count) if dash else begin) + 1))
        chosen &= named
    odd = {"odd": 1, "even": 0}.get(options.get("page-set", ""))
    chosen = {page for page in chosen if odd is None or page % 2 == odd}
    if len(chosen) == count:
        return ()
    if not chosen:
        raise Invalid("pages", msg("There is nothing on the pages chosen in the print dialog. Choose others."))
    return joined_ranges((page, page) for page in sorted(chosen))
