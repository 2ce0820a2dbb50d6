"""Cutting a picture by mouse and keys: a double click begins, edges are pulled, Enter or Esc ends."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.cards import PictureItem
from desktop_app.domain.design_handles import Handle
from desktop_app.domain.design_new import Thing
from desktop_app.ui.designer.painting import handle_point
from tests.pictures import picture
from tests.ui.designer.hand import Hand


@pytest.fixture
def photo(blank: Hand) -> Hand:
    """A picture of 3 to 2 on the card, about to be cut."""
    blank.space.bench.add_picture(picture(600, 400))
    blank.settle()
    blank.double_click(*blank.frame("picture").centre)
    assert blank.canvas.cropping is not None
    return blank


def crop(hand: Hand) -> tuple[float, ...]:
    item = hand.item("picture")
    assert isinstance(item, PictureItem)
    return item.crop


def pull_edge(hand: Hand, handle: Handle, dx: float, dy: float) -> None:
    cropping: Any = hand.canvas.cropping
    start = handle_point(hand.canvas.view, cropping.frame, handle)
    x, y = hand.canvas.view.to_mm(start)
    hand.drag_points(start.toPoint(), hand.at(x + dx, y + dy))


def test_an_edge_is_cut_off_and_the_rest_stays_where_it_is(photo: Hand) -> None:
    before = photo.frame("picture")
    pull_edge(photo, Handle.E, -before.width / 4, 0)
    after = photo.frame("picture")
    assert after.width == pytest.approx(before.width * 0.75, abs=1.2)  # the handle stands a little off
    assert (after.x, after.y, after.height) == pytest.approx((before.x, before.y, before.height), abs=0.02)
    assert crop(photo) == pytest.approx((0, 0, 0.25, 0), abs=0.02)
    photo.key(Qt.Key.Key_Return)
    assert photo.canvas.cropping is None
    photo.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert crop(photo) == (0, 0, 0, 0)


def test_the_picture_is_pushed_along_behind_its_frame(photo: Hand) -> None:
    whole = photo.frame("picture")
    pull_edge(photo, Handle.W, whole.width / 2, 0)
    frame = photo.frame("picture")
    x, y = frame.centre
    photo.drag((x, y), (x + 6, y))
    assert photo.frame("picture") == pytest.approx(frame, abs=0.02)
    assert crop(photo)[0] == pytest.approx(0.5 - 6 / whole.width, abs=0.02)
    photo.key(Qt.Key.Key_Left, times=2)
    assert crop(photo)[0] == pytest.approx(0.5 - 5 / whole.width, abs=0.02)


def test_escape_leaves_it_as_it_was(photo: Hand) -> None:
    before = photo.template
    pull_edge(photo, Handle.SE, -10, -10)
    pull_edge(photo, Handle.N, 0, 4)
    assert photo.template != before
    photo.key(Qt.Key.Key_Escape)
    assert photo.template == before
    assert photo.canvas.cropping is None
    assert photo.session.ids == ("picture",)


def test_a_press_beside_the_picture_is_done_with_it(photo: Hand) -> None:
    photo.click(2, 2)
    assert photo.canvas.cropping is None
    assert photo.session.ids == ()


def test_the_button_and_enter_begin_it_too(blank: Hand) -> None:
    blank.space.bench.add_picture(picture(600, 400))
    blank.settle()
    blank.press("Cut…")
    assert blank.canvas.cropping is not None
    blank.key(Qt.Key.Key_Return)
    assert blank.canvas.cropping is None
    blank.key(Qt.Key.Key_Return)
    assert blank.canvas.cropping is not None


def test_a_picture_taken_in_has_the_keyboard(blank: Hand) -> None:
    blank.space.things.buttons.buttons[Thing.PICTURE].setFocus()
    blank.space.bench.add_picture(picture(600, 400))
    blank.settle()
    assert blank.focus is blank.canvas
    blank.key(Qt.Key.Key_Delete)
    assert blank.template.items == ()


def test_a_photograph_that_lies_turned_comes_upright(blank: Hand) -> None:
    blank.space.bench.add_picture(picture(600, 400, turned=True))
    blank.settle()
    frame = blank.frame("picture")
    assert frame.width / frame.height == pytest.approx(400 / 600, rel=0.01)
