"""What was measured on the test page leads to a correction with which everything comes out where it should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.calibration import Calibration, Measured, calibrated, checked, first_line, spans
from desktop_app.domain.errors import Invalid

OFF = st.floats(-6, 6)
STRETCH = st.floats(0.98, 1.02)
SHEETS = st.sampled_from([(210.0, 297.0), (215.9, 279.4), (105.0, 148.0), (297.0, 210.0), (62.0, 29.0)])


class Printer:
    """A printer that stretches and moves what it prints."""

    def __init__(self, kx: float, ky: float, ox: float, oy: float) -> None:
        self.kx, self.ky, self.ox, self.oy = kx, ky, ox, oy

    def prints(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page comes out."""
        return self.kx * x + self.ox, self.ky * y + self.oy

    def measured(self, sheet: tuple[float, float], used: Calibration, *, back: Printer | None = None) -> Measured:
        """What a perfect ruler says of its test page."""
        line = first_line(sheet)
        across, down = spans(sheet)
        x, y = self.prints(*used.placed(line, line))
        right, low = self.prints(*used.placed(line + across, line + down))
        there = back.prints(*used.placed(line, line, back=True)) if back else (None, None)
        return Measured(x, y, right - x, low - y, *there)


PRINTERS = st.builds(Printer, STRETCH, STRETCH, OFF, OFF)


@given(PRINTERS, SHEETS, st.floats(0, 200), st.floats(0, 290))
def test_with_its_correction_everything_lands_where_it_should(
    printer: Printer, sheet: tuple[float, float], x: float, y: float
) -> None:
    found = calibrated(printer.measured(sheet, Calibration()), sheet)
    assert printer.prints(*found.placed(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(PRINTERS, OFF, OFF, SHEETS)
def test_the_back_has_its_own_offset(printer: Printer, ox: float, oy: float, sheet: tuple[float, float]) -> None:
    behind = Printer(printer.kx, printer.ky, ox, oy)
    found = calibrated(printer.measured(sheet, Calibration(), back=behind), sheet)
    assert behind.prints(*found.placed(30, 40, back=True)) == pytest.approx((30, 40), abs=1e-6)


@given(PRINTERS, SHEETS, st.builds(Calibration, OFF, OFF, STRETCH, STRETCH))
def test_measuring_again_with_a_correction_in_use_leads_to_the_same_one(
    printer: Printer, sheet: tuple[float, float], used: Calibration
) -> None:
    found = calibrated(printer.measured(sheet, used), sheet, used)
    assert printer.prints(*found.placed(50, 60)) == pytest.approx((50, 60), abs=1e-6)


def test_without_the_distances_only_the_offset_is_corrected() -> None:
    found = calibrated(Measured(21.5, 18.0), (210.0, 297.0))
    assert (found.sx, found.sy) == (1, 1)
    assert (found.dx, found.dy) == (-1.5, 2.0)
    assert (found.back_dx, found.back_dy) == (-1.5, 2.0)


@pytest.mark.parametrize(
    ("measured", "field"),
    [
        (Measured(120.0, 20.0), "left"), (Measured(20.0, 0.0), "top"), (Measured(20.0, 20.0, 120.0), "across"),
        (Measured(20.0, 20.0, 170.0, 300.0), "down"), (Measured(20.0, 20.0, 170.0, 250.0, 60.0, 20.0), "back_left"),
        (Measured(float("nan"), 20.0), "left"),
    ],
)  # fmt: skip
def test_what_nobody_can_have_measured_is_refused_at_its_field(measured: Measured, field: str) -> None:
    with pytest.raises(Invalid) as told:
        calibrated(measured, (210.0, 297.0))
    assert told.value.field == field


@pytest.mark.parametrize("scale", [0.5, 1.2, float("nan")])
def test_a_correction_from_outside_is_checked_too(scale: float) -> None:
    with pytest.raises(Invalid):
        checked(Calibration(sy=scale))
