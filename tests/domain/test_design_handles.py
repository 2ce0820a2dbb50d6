"""Pulling handles: what lies across stays, shapes are kept when asked, and it works as well on what is turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.design import Frame
from desktop_app.domain.design_handles import WAYS, Handle, contains, from_local, point_of, pulled, to_local, turned_to

frames = st.builds(Frame, st.floats(-50, 50), st.floats(-50, 50), st.floats(2, 80), st.floats(2, 80), st.floats(0, 359))
corners = st.sampled_from([handle for handle in Handle if handle is not Handle.TURN])
points = st.tuples(st.floats(-100, 150), st.floats(-100, 150))


def across_from(handle: Handle) -> Handle:
    way = (-WAYS[handle][0], -WAYS[handle][1])
    return next(one for one in WAYS if WAYS[one] == way and one is not Handle.TURN)


@given(frames, corners, points, st.booleans())
def test_what_lies_across_from_the_handle_stays(
    frame: Frame, handle: Handle, to: tuple[float, float], keep: bool
) -> None:
    made = pulled(frame, handle, to=to, keep=keep)
    assert point_of(made, across_from(handle)) == pytest.approx(point_of(frame, across_from(handle)), abs=1e-6)
    if keep:
        assert made.width / made.height == pytest.approx(frame.width / frame.height)


@given(frames, corners)
def test_a_handle_pulled_to_where_it_is_changes_nothing(frame: Frame, handle: Handle) -> None:
    assert pulled(frame, handle, to=point_of(frame, handle)) == pytest.approx(frame, abs=1e-6)


@given(frames, points)
def test_points_go_there_and_back(frame: Frame, point: tuple[float, float]) -> None:
    assert from_local(frame, *to_local(frame, *point)) == pytest.approx(point, abs=1e-6)


def test_a_corner_follows_the_mouse() -> None:
    assert pulled(Frame(10, 10, 20, 10), Handle.SE, to=(50, 40)) == Frame(10, 10, 40, 30)
    assert pulled(Frame(10, 10, 20, 10), Handle.NW, to=(0, 5)) == Frame(0, 5, 30, 15)
    assert pulled(Frame(10, 10, 20, 10), Handle.E, to=(50, 99)) == Frame(10, 10, 40, 10)


def test_nothing_is_pulled_through_itself() -> None:
    made = pulled(Frame(10, 10, 20, 10), Handle.E, to=(-50, 0))
    assert (made.x, made.width) == (10, 1)


def test_what_is_turned_holds_other_points() -> None:
    flat = Frame(0, 0, 40, 4)
    assert contains(flat, 38, 2)
    assert not contains(flat._replace(rotate=90), 38, 2)
    assert contains(flat._replace(rotate=90), 20, 20)
    assert contains(flat, 41, 2, slack=1.5)


@pytest.mark.parametrize(("point", "degrees"), [((20, -9), 0), ((99, 5), 90), ((20, 99), 180), ((-99, 5), 270)])
def test_turning_looks_to_the_mouse(point: tuple[float, float], degrees: float) -> None:
    assert turned_to(Frame(10, 0, 20, 10), point) == degrees


def test_turning_in_steps() -> None:
    assert turned_to(Frame(10, 0, 20, 10), (23, -5), step=15) == 15
    assert point_of(Frame(0, 0, 10, 10, 90), Handle.TURN, stem=5) == pytest.approx((15, 5))
