"""Whatever a hand does, its line is smooth, begins and ends where the hand did, and stays where the hand was."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.strokes import Inked, Touched, inked, spread

_PLACE = st.floats(-50, 900)
_POINTS = st.lists(
    st.builds(Touched, _PLACE, _PLACE, st.floats(0, 9_000), st.none() | st.floats(0, 1)), min_size=1, max_size=30
)


@given(_POINTS)
def test_the_line_goes_from_first_to_last_without_gaps_and_within_what_was_touched(points: list[Touched]) -> None:
    line = inked(points, 3.0)
    assert (line[0].x, line[0].y) == (points[0].x, points[0].y)
    assert abs(line[-1].x - points[-1].x) + abs(line[-1].y - points[-1].y) < 1e-6
    for one, other in pairwise(line):
        assert hypot(one.x - other.x, one.y - other.y) < 3.5  # no wider apart than the line is
    for values, reached in (([p.x for p in points], [i.x for i in line]), ([p.y for p in points], [i.y for i in line])):
        assert min(values) - 1e-6 <= min(reached)
        assert max(reached) <= max(values) + 1e-6


@given(_POINTS, st.floats(0.5, 8))
def test_no_line_is_thinner_or_thicker_than_a_pen_makes_it(points: list[Touched], pen: float) -> None:
    assert all(0.4 * pen < one.width < 1.4 * pen for one in inked(points, pen))


def test_pressure_makes_a_line_swell_and_haste_makes_it_thin() -> None:
    light = inked([Touched(x, 0, x, 0.1) for x in range(20)], 3)
    heavy = inked([Touched(x, 0, x, 0.9) for x in range(20)], 3)
    slow = inked([Touched(x * 10, 0, x * 100) for x in range(20)], 3)
    quick = inked([Touched(x * 10, 0, x * 2) for x in range(20)], 3)
    assert light[-1].width < heavy[-1].width
    assert quick[-1].width < slow[-1].width


def test_a_corner_is_rounded_off_and_a_dot_is_a_dot() -> None:
    corner = inked([Touched(0, 0), Touched(100, 0), Touched(100, 100)], 3)
    assert min(hypot(one.x - 100, one.y) for one in corner) > 5
    dot = inked([Touched(5, 6)], 3)
    assert {(one.x, one.y) for one in dot} == {(5, 6)}
    assert inked([], 3) == []


def test_the_spread_holds_the_width_too() -> None:
    assert spread([Inked(10, 20, 4), Inked(30, 25, 2)]) == (8, 18, 31, 26)
