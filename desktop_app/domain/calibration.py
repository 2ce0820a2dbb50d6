"""Where a printer really prints, from what a person measured on its test page; the press moves its pages by it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg

FARTHEST = 15.0  # mm a page may be moved
_SCALES = (0.9, 1.1)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A correction: what lies at (x, y) mm from the sheet's top left goes to (sx·x + dx, sy·y + dy).

    The back of a sheet has its own offset, in mm from the back's own top left, and the same scale.
    """

    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0
    back_dx: float = 0.0
    back_dy: float = 0.0

    def placed(self, x: float, y: float, *, back: bool = False) -> tuple[float, float]:
        """Where the press puts a point so that the printer brings it to (x, y)."""
        dx, dy = (self.back_dx, self.back_dy) if back else (self.dx, self.dy)
        return self.sx * x + dx, self.sy * y + dy


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A correction with where it holds, the tray empty for the printer's own choice, and when it was measured."""

    printer: str
    tray: str
    stock: str
    measures: Calibration
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a ruler says on the test page, in mm: from the paper's edge to each first line, and between the lines.

    `across` and `down` are 0 where nobody measured them; then the scale is left alone. The back is measured from the
    back's own left and top edge; None where there is none.
    """

    left: float
    top: float
    across: float = 0.0
    down: float = 0.0
    back_left: float | None = None
    back_top: float | None = None


def first_line(sheet: tuple[float, float]) -> float:
    """How far the test page's first lines are from the sheet's left and top edge, in mm."""
    return 20.0 if min(sheet) >= 90 else 6.0


def spans(sheet: tuple[float, float]) -> tuple[float, float]:
    """How far apart the test page's lines are, across and down, on a sheet of this size; whole centimetres, in mm."""
    wide, high = (length - 2 * first_line(sheet) for length in sheet)
    return max(wide // 10 * 10, 10.0), max(high // 10 * 10, 10.0)


def calibrated(measured: Measured, sheet: tuple[float, float], before: Calibration | None = None) -> Calibration:
    """The correction for a printer from its measured test page.

    `before` is the correction the test page was printed with, none by default. A printer is taken to stretch and move:
    a point sent to x comes out at k·x + o. The first line and the distance of the lines tell k and o; the correction
    is their inverse. Raises Invalid for a length that cannot have been measured on such a page.
    """
    before = before or Calibration()
    line = first_line(sheet)
    across, down = spans(sheet)
    kx = _stretch("across", measured.across, across) / before.sx
    ky = _stretch("down", measured.down, down) / before.sy
    ox = measured.left - kx * before.placed(line, line)[0]
    oy = measured.top - ky * before.placed(line, line)[1]
    bx, by = ox, oy
    if measured.back_left is not None:
        bx = measured.back_left - kx * before.placed(line, line, back=True)[0]
    if measured.back_top is not None:
        by = measured.back_top - ky * before.placed(line, line, back=True)[1]
    return checked(Calibration(-ox / kx, -oy / ky, 1 / kx, 1 / ky, -bx / kx, -by / ky))


def checked(calibration: Calibration) -> Calibration:
    """The correction itself; raises Invalid when no printer is that far off."""
    offsets = {
        "left": calibration.dx, "top": calibration.dy,
        "back_left": calibration.back_dx, "back_top": calibration.back_dy,
    }  # fmt: skip
    for field, offset in offsets.items():
        if not abs(offset) <= FARTHEST:
            message = msg(
                "A printer that is more than {n} mm off was not measured on this page: measure again from the "
                "paper’s edge to the first line.",
                n=round(FARTHEST),
            )
            raise Invalid(field, message)
    for field, scale in (("across", calibration.sx), ("down", calibration.sy)):
        if not _SCALES[0] <= scale <= _SCALES[1]:
            raise Invalid(field, _NO_SUCH_LENGTH)
    return calibration


_NO_SUCH_LENGTH = msg(
    "These lines are not that far apart on any printer that prints in actual size: switch scaling off in the printer’s "
    "own settings and print the test page again."
)


def _stretch(field: str, measured: float, nominal: float) -> float:
    if not measured:
        return 1.0
    stretch = measured / nominal
    if not _SCALES[0] < stretch < _SCALES[1]:
        raise Invalid(field, _NO_SUCH_LENGTH)
    return stretch
