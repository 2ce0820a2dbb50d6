"""The page a printer is measured by, printed: what the calibration's dialog asks of the pool."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.printers import print_file
from desktop_app.actions.printing import make_test_page
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, Words


def page_of(words: Words, *, check: bool) -> str:
    """What the page is called that is measured."""
    return words("Check page") if check else words("Test page")


def print_test_page(
    stock: Stock, file: Path, name: str, *, tray: str, duplex: Duplex, calibration: Calibration | None,
    language: Language,
) -> None:
    """Makes the test page of a sheet and hands it to a printer, for the pool."""
    make_test_page(stock, file, language=language, duplex=duplex, calibration=calibration)
    print_file(file, name, title="Cordial test page", stock=stock, duplex=duplex, tray=tray)
