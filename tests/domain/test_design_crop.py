"""Cutting a picture: its whole lies still while edges are pulled, and it always fills the frame it is seen through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.cards import Fit, Format, PictureItem
from desktop_app.domain.design import Frame, frame_of, item_of
from desktop_app.domain.design_crop import crop_to, drawn_in, slid, whole_of, window_in
from desktop_app.domain.design_new import Thing
from tests.domain.designs import read_again, stand, standing, with_things

lengths = st.floats(2, 200)
shares = st.floats(0, 0.45)
turns = st.sampled_from([0.0, 30.0, 90.0, 215.0])
PIXELS = (600, 400)


def test_a_whole_picture_lies_around_its_cropped_part() -> None:
    assert whole_of(Frame(10, 20, 30, 20), (0.25, 0.0, 0.25, 0.5)) == Frame(-5, 20, 60, 40)


@given(lengths, lengths, shares, shares, shares, shares, turns)
def test_what_is_seen_and_what_is_cut_off_tell_the_same(
    wide: float, high: float, left: float, top: float, right: float, bottom: float, turn: float
) -> None:
    frame, crop = Frame(10, 20, wide, high, turn), (left, top, right, bottom)
    seen, cut = window_in(whole_of(frame, crop), frame)
    assert seen == pytest.approx(frame, abs=1e-6)
    assert cut == pytest.approx(crop, abs=1e-4)


@given(st.floats(-300, 300), st.floats(-300, 300), lengths, lengths, turns)
def test_a_frame_is_kept_within_the_picture(x: float, y: float, wide: float, high: float, turn: float) -> None:
    whole = Frame(0, 0, 60, 40, turn)
    seen, crop = window_in(whole, Frame(x, y, wide, high, turn))
    assert 0 < seen.width <= 60.001
    assert 0 < seen.height <= 40.001
    assert all(0 <= share < 1 for share in crop)
    assert crop[0] + crop[2] < 1
    assert crop[1] + crop[3] < 1


@given(st.floats(-300, 300), st.floats(-300, 300), turns)
def test_a_picture_pushed_along_goes_on_filling_its_frame(dx: float, dy: float, turn: float) -> None:
    frame = Frame(10, 20, 30, 20, turn)
    whole = slid(whole_of(frame, (0.25, 0.1, 0.25, 0.5)), frame, (dx, dy))
    seen, _ = window_in(whole, frame)
    assert seen == pytest.approx(frame, abs=1e-6)


@pytest.mark.parametrize("fit", list(Fit))
def test_a_cut_edge_takes_off_what_it_was_pulled_over(fit: Fit) -> None:
    card = stand()
    template = standing(with_things(Thing.PICTURE), picture=Frame(20, 20, 60, 60))
    item = item_of(template, "picture")
    assert isinstance(item, PictureItem)
    drawn, crop = drawn_in(PictureItem("picture", "", item.box, fit=fit), Frame(20, 20, 60, 60), PIXELS)
    whole = whole_of(drawn, crop)
    assert whole.width / whole.height == pytest.approx(1.5)  # the picture's own shape
    made = crop_to(template, "picture", whole=whole, frame=drawn._replace(width=30), stand=card)
    cut = item_of(made, "picture")
    assert isinstance(cut, PictureItem)
    assert frame_of(cut, Format.MEDIUM, {}) == pytest.approx(drawn._replace(width=30), abs=0.01)
    assert drawn_in(cut, frame_of(cut, Format.MEDIUM, {}), PIXELS)[1] == pytest.approx(cut.crop, abs=1e-3)
    assert cut.crop[2] == pytest.approx(crop[2] + (drawn.width - 30) / whole.width, abs=1e-3)
    assert read_again(made) == made
