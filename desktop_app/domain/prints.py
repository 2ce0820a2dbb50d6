"""The print log in detail: one run with how its cards were laid on sheets, so that some can be printed once more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.calibration import Calibration
from desktop_app.domain.imposing import Duplex, Fold
from desktop_app.domain.print_outcome import PrintOutcome
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.stock import Stock


@dataclass(frozen=True, slots=True)
class RunLayout:
    """How a run's cards lie on its pages, `sides` pages for each sheet.

    Of a run to be folded `stock` holds the double cards, and `fold` is the line they are folded on.
    """

    stock: Stock
    duplex: Duplex = Duplex.OFF
    marks: bool = True
    calibration: Calibration | None = None
    sides: int = 1
    fold: Fold | None = None

    def pages_of(self, sheet: int) -> range:
        """The pages of the file, from 0, that print a sheet counted from 1."""
        first = (sheet - 1) * self.sides
        return range(first, first + self.sides)


@dataclass(frozen=True, slots=True)
class PrintRun:
    """One run of the print log; `file` may be gone, `kept_until` is the last day on which it is sure to be there.

    `choices` is the run's layout as JSON, empty where it is not known; `again` the run of which this is a reprint.
    """

    id: PrintId
    at: str
    kind: Kind
    design: str
    stock: str
    by: str
    file: str
    sha256: str
    cards: int
    sheets: int
    printer: str
    kept_until: dt.date | None
    again: PrintId | None
    choices: str
    job: str = ""
    outcome: PrintOutcome | None = None  # None: it went to no printer
