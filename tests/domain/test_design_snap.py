"""What a moved edge is drawn to, and when it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.design import Frame
from desktop_app.domain.design_snap import Line, Pull, lines_of, snap_move, snap_point

CARD = (105.0, 148.0)
OTHER = Frame(30, 40, 20, 10)
LINES = lines_of(CARD, [OTHER], margin=10, guides_x=[70], guides_y=[99])


@pytest.mark.parametrize(
    ("frame", "x", "y", "pulls"),
    [
        (Frame(0.6, 20, 7, 5), 0, 20, {Pull.PAGE}),
        (Frame(10.7, 147.5 - 6, 7, 6), 10, 142, {Pull.MARGIN, Pull.PAGE}),
        (Frame(52, 73.5, 1.6, 1.4), 51.7, 73.3, {Pull.CENTRE}),
        (Frame(49.5, 60, 13, 5), 50, 60, {Pull.ITEM}),
        (Frame(56.6, 94.2, 14, 4), 56, 95, {Pull.GUIDE}),
        (Frame(20, 20, 7, 5), 20, 20, set()),
    ],
)  # fmt: skip
def test_a_frame_is_drawn_to_lines_within_reach(frame: Frame, x: float, y: float, pulls: set[Pull]) -> None:
    found = snap_move(frame, LINES, reach=1.0)
    assert (frame.x + found.dx, frame.y + found.dy) == (pytest.approx(x), pytest.approx(y))
    assert {line.pull for line in (*found.upright, *found.level)} == pulls


def test_a_pulled_corner_moves_only_in_its_directions() -> None:
    assert snap_point(50.4, None, LINES, reach=1)[:2] == (pytest.approx(-0.4), 0)
    assert snap_point(None, 98.7, LINES, reach=1).level == (Line(99, Pull.GUIDE),)


def test_the_grid_holds_where_no_line_does() -> None:
    lines = lines_of(CARD, [], margin=10, grid=5)
    found = snap_move(Frame(22.4, 33.2, 7, 5), lines, reach=1)
    assert (22.4 + found.dx, 33.2 + found.dy) == (pytest.approx(20), pytest.approx(35))
    assert found.upright == ()


@given(
    st.builds(Frame, st.floats(-20, 120), st.floats(-20, 160), st.floats(1, 80), st.floats(1, 80), st.floats(0, 360)),
    st.floats(0, 5),
)
def test_nothing_is_drawn_further_than_the_reach_and_then_it_lies_on_a_line(frame: Frame, reach: float) -> None:
    found = snap_move(frame, LINES, reach=reach)
    assert abs(found.dx) <= reach
    assert abs(found.dy) <= reach
    assert bool(found.upright) or found.dx == 0
    assert bool(found.level) or found.dy == 0
