"""Mouse and keys on the card: what a person does is what the design then says."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.cards import Format, Side, Symbology, TextItem
from desktop_app.domain.design_handles import Handle
from desktop_app.domain.design_new import Thing
from desktop_app.domain.printing import Kind
from tests.pictures import picture
from tests.ui.designer.hand import Hand

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


def things(hand: Hand, *wanted: Thing) -> None:
    """Put these things on the card, nothing selected."""
    for thing in wanted:
        hand.space.bench.add(thing)
    hand.session.select(())
    hand.settle()


def test_the_page_under_the_handles_is_the_rendered_card(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    assert hand.session.page.pdf.startswith(b"%PDF")
    image = hand.canvas.image
    assert image.width() == pytest.approx(111 * hand.canvas.view.scale, abs=2)
    heading = hand.frame("heading")
    point = (QPointF(heading.x + 4, heading.centre[1]) + QPointF(3, 3)) * hand.canvas.view.scale
    around = {image.pixelColor(round(point.x()) + dx, round(point.y())).name() for dx in range(-30, 30)}
    assert "#a8481f" in around  # the heading's own colour


def test_an_item_is_selected_moved_and_put_back(blank: Hand) -> None:
    things(blank, Thing.AREA)
    before = blank.frame("area")
    blank.drag(before.centre, (before.centre[0] + 7.3, before.centre[1] + 11.7), ALT)
    after = blank.frame("area")
    assert after.x - before.x == pytest.approx(7.3, abs=0.4)
    assert after.y - before.y == pytest.approx(11.7, abs=0.4)
    assert blank.session.ids == ("area",)
    blank.key(Qt.Key.Key_Z, CTRL)
    assert blank.frame("area") == before
    blank.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert blank.frame("area") == after


def test_a_move_snaps_to_the_margin_and_shows_the_line(blank: Hand) -> None:
    things(blank, Thing.AREA)
    frame = blank.frame("area")
    x, y = frame.centre
    QTest.mousePress(blank.canvas, Qt.MouseButton.LeftButton, pos=blank.at(x, y))
    for part in (0.5, 1.0):
        blank.move(blank.canvas, blank.canvas.view.to_points(x + (10.5 - frame.x) * part, y + 30 * part))
    assert [line.at for line in blank.canvas.gesture.snapped.upright] == [10]
    QTest.mouseRelease(blank.canvas, Qt.MouseButton.LeftButton, pos=blank.at(x + 10.5 - frame.x, y + 30))
    assert blank.frame("area").x == 10
    assert blank.canvas.gesture is None


def test_escape_in_the_middle_of_a_drag_leaves_everything(blank: Hand) -> None:
    things(blank, Thing.AREA)
    before = blank.template
    x, y = blank.frame("area").centre
    QTest.mousePress(blank.canvas, Qt.MouseButton.LeftButton, pos=blank.at(x, y))
    blank.move(blank.canvas, blank.canvas.view.to_points(x + 20, y))
    assert blank.template != before
    blank.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(blank.canvas, Qt.MouseButton.LeftButton, pos=blank.at(x, y))
    assert blank.template == before


def test_handles_resize_and_turn(blank: Hand) -> None:
    things(blank, Thing.AREA)
    frame = blank.frame("area")
    blank.click(*frame.centre)
    blank.pull(Handle.SE, (frame.right + 12, frame.bottom + 8), ALT)
    larger = blank.frame("area")
    assert larger.width - frame.width == pytest.approx(12, abs=1.6)  # the handle stands a little off
    assert (larger.x, larger.y) == (frame.x, frame.y)
    x, y = larger.centre
    blank.pull(Handle.TURN, (x + 60, y), SHIFT)
    assert blank.frame("area").rotate == 90


def test_a_code_keeps_its_shape_at_the_corner(blank: Hand) -> None:
    things(blank, Thing.QR)
    frame = blank.frame("qr")
    blank.click(*frame.centre)
    blank.pull(Handle.SE, (frame.right + 10, frame.bottom + 2), ALT)
    after = blank.frame("qr")
    assert after.width > frame.width + 5
    assert after.width == pytest.approx(after.height)


def test_a_band_selects_what_it_touches_and_shift_adds(blank: Hand) -> None:
    things(blank, Thing.AREA, Thing.QR, Thing.BACKGROUND)
    area, code = blank.frame("area"), blank.frame("qr")
    blank.drag((2, area.y - 1), (area.x + 2, area.y + 3))
    assert blank.session.ids == ("area",)
    blank.click(*code.centre, SHIFT)
    assert set(blank.session.ids) == {"area", "qr"}
    blank.click(*code.centre, SHIFT)
    assert blank.session.ids == ("area",)
    blank.click(1, 140)
    assert blank.session.ids == ()  # the ground is held in place and is not taken


def test_the_keyboard_nudges_and_a_row_of_nudges_is_one_step(blank: Hand) -> None:
    things(blank, Thing.AREA)
    before = blank.frame("area")
    blank.canvas.setFocus()
    blank.key(Qt.Key.Key_Tab)
    assert blank.session.ids == ("area",)
    blank.key(Qt.Key.Key_Right, times=3)
    blank.key(Qt.Key.Key_Down, SHIFT)
    blank.key(Qt.Key.Key_Up, ALT)
    after = blank.frame("area")
    assert (after.x - before.x, after.y - before.y) == (pytest.approx(1.5), pytest.approx(4.9))
    blank.key(Qt.Key.Key_Z, CTRL)
    assert blank.frame("area") == before


def test_every_key_of_the_card(blank: Hand) -> None:
    things(blank, Thing.AREA, Thing.QR)
    blank.canvas.setFocus()
    blank.key(Qt.Key.Key_A, CTRL)
    assert len(blank.session.ids) == 2
    blank.key(Qt.Key.Key_G, CTRL)
    assert len({item.group for item in blank.template.items}) == 1
    blank.key(Qt.Key.Key_D, CTRL)
    assert len(blank.template.items) == 4
    blank.key(Qt.Key.Key_C, CTRL)
    blank.key(Qt.Key.Key_V, CTRL)
    assert len(blank.template.items) == 6
    blank.key(Qt.Key.Key_Delete)
    assert len(blank.template.items) == 4
    blank.key(Qt.Key.Key_Escape)
    assert blank.session.ids == ()
    for _ in range(4):
        blank.key(Qt.Key.Key_Z, CTRL)
    assert [item.group for item in blank.template.items] == ["", ""]


def test_tab_goes_through_the_items_and_out_of_the_card(blank: Hand) -> None:
    things(blank, Thing.AREA, Thing.QR)
    blank.canvas.setFocus()
    blank.key(Qt.Key.Key_Tab)
    assert blank.session.ids == ("area",)
    blank.key(Qt.Key.Key_Tab)
    assert blank.session.ids == ("qr",)
    blank.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not blank.canvas


def test_a_picture_fills_the_card_and_lies_behind_everything(blank: Hand) -> None:
    things(blank, Thing.TEXT)
    blank.space.bench.add_picture(picture(600, 400))
    blank.settle()
    blank.press("Fill the whole card")
    frame = blank.frame("picture")
    assert (frame.x, frame.y) == (-3, -3)
    assert frame.width == pytest.approx(blank.session.card[0] + 6)
    assert [item.id for item in blank.template.items] == ["picture", "text"]
    blank.session.select(["text"])
    blank.settle()
    assert not blank.space.properties.buttons["fill"].isEnabled()


def test_the_order_by_keys(blank: Hand) -> None:
    things(blank, Thing.AREA, Thing.QR, Thing.LOGO)
    blank.session.select(["area"])
    blank.canvas.setFocus()
    blank.key(Qt.Key.Key_BracketRight, CTRL)
    assert [item.id for item in blank.template.items] == ["qr", "area", "logo"]
    blank.key(Qt.Key.Key_BraceRight, CTRL | SHIFT)  # as a keyboard says a bracket with Shift
    assert [item.id for item in blank.template.items] == ["qr", "logo", "area"]
    blank.key(Qt.Key.Key_PageDown, CTRL)
    assert [item.id for item in blank.template.items] == ["qr", "area", "logo"]


def test_a_text_is_opened_by_a_double_click_where_its_words_are(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    hand.double_click(*hand.frame("heading").centre)
    box = hand.space.words_panel.inputs[hand.session.language]
    assert QApplication.focusWidget() is box
    hand.key(Qt.Key.Key_A, CTRL)
    hand.write("Hello")
    said = hand.template.texts["heading"][hand.session.language]
    assert said[0].text == "Hello"
    hand.key(Qt.Key.Key_Z, CTRL)  # in the field too it takes back a step of the design
    assert hand.template.texts["heading"][hand.session.language][0].text == "Thank you!"
    assert box.toPlainText() == "Thank you!"


def test_the_letter_of_a_ready_design_is_moved_from_where_it_is_seen(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    before, other = hand.frame("letter"), hand.frame("greeting")
    hand.drag(before.centre, (before.centre[0], before.centre[1] + 6), ALT)
    letter = hand.item("letter")
    assert isinstance(letter, TextItem)
    assert letter.free[Format.MEDIUM].top == pytest.approx(before.y + 6, abs=0.4)
    assert hand.frame("greeting") == other
    assert hand.session.page.items["letter"].frame.y == pytest.approx(before.y + 6, abs=0.4)


def test_only_what_was_grabbed_moves_though_others_hung_on_it(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    others = {item.id: hand.frame(item.id) for item in hand.session.items if item.id != "greeting"}
    greeting = hand.frame("greeting")
    hand.drag(greeting.centre, (greeting.centre[0], greeting.centre[1] - 6), ALT)
    assert hand.frame("greeting").y == pytest.approx(greeting.y - 6, abs=0.4)
    seen = {name: hand.session.page.items[name].frame for name in others}
    for name, frame in others.items():
        assert seen[name] == pytest.approx(frame, abs=0.02), name


def test_zoom_about_the_mouse_and_the_whole_card_again(blank: Hand) -> None:
    view = blank.canvas.view
    fitted, point = view.scale, QPointF(200, 150)
    there = view.to_mm(point)
    event = QWheelEvent(
        point, blank.canvas.mapToGlobal(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(blank.canvas, event)
    blank.settle()
    assert view.scale > fitted
    assert view.to_mm(point) == pytest.approx(there)
    assert blank.canvas.image is not None
    assert blank.canvas.image.width() == pytest.approx(111 * view.scale, abs=2)
    blank.key(Qt.Key.Key_0, CTRL)
    assert view.scale == pytest.approx(fitted)


def test_a_guide_is_pulled_out_of_the_ruler_moved_and_thrown_away(blank: Hand) -> None:
    ruler, canvas = blank.space.card._down, blank.canvas
    start = ruler.rect().center()
    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=start)
    over = ruler.mapFrom(blank.designer, canvas.mapTo(blank.designer, blank.at(40.2, 60)))
    blank.move(ruler, QPointF(over))
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=over)
    assert canvas.guides.upright == [pytest.approx(40, abs=0.6)]
    blank.drag((canvas.guides.upright[0], 30), (55, 30), ALT)
    assert canvas.guides.upright == [pytest.approx(55, abs=0.4)]
    blank.drag((canvas.guides.upright[0], 30), (-8, 30), ALT)
    assert canvas.guides.upright == []


def test_guides_grid_and_snapping_are_as_the_desk_left_them(opened: Any) -> None:
    hand = opened(Kind.BIRTHDAY)
    hand.press("Grid")
    hand.press("Snap")
    hand.canvas.guides.upright.append(42.0)
    hand.canvas.guided.emit()
    hand.close()
    again = opened(Kind.APOLOGY)
    assert again.canvas.guides.upright == [42.0]
    assert again.space.toolbar.grid.isChecked()
    assert not again.space.toolbar.snap.isChecked()
    again.session.look(form=Format.SMALL)
    assert again.canvas.guides.upright == []  # a guide belongs to a size of card
    again.session.look(form=Format.MEDIUM, card=again.space.toolbar._cards[0].size)
    assert again.canvas.guides.upright == [42.0]


def test_with_snapping_off_alt_draws_to_the_lines(blank: Hand) -> None:
    things(blank, Thing.AREA)
    blank.press("Snap")
    frame = blank.frame("area")
    x, y = frame.centre
    blank.drag((x, y), (x + 10.5 - frame.x, y + 13.7))
    free = blank.frame("area").x
    assert free != 10
    assert free == pytest.approx(10.5, abs=0.45)
    blank.drag(blank.frame("area").centre, (blank.frame("area").centre[0] + 0.1, y + 25), ALT)
    assert blank.frame("area").x == 10


def test_a_box_too_small_for_its_words_is_made_high_enough_by_a_click(blank: Hand) -> None:
    things(blank, Thing.TEXT)
    blank.session.select(["text"])
    blank.space.words_panel.inputs[blank.session.language].setPlainText("Many words for a small place. " * 6)
    blank.settle()
    high = blank.frame("text").height
    frame = blank.frame("text")
    blank.pull(Handle.S, (frame.centre[0], frame.y + 3), ALT)
    panel = blank.space.properties
    assert "do not fit" in panel.advice.text()
    blank.press("As high as its words")
    assert blank.session.page.items["text"].frame.height == pytest.approx(high, abs=0.1)
    assert panel.grow.isHidden()


def test_what_is_wrong_is_said_on_the_item(blank: Hand) -> None:
    from desktop_app.ui.designer.remarks import remarks_of

    things(blank, Thing.TEXT)
    blank.session.select(["text"])
    blank.space.words_panel.inputs[blank.session.language].setPlainText("Many words for a small place. " * 40)
    blank.settle()
    seen = blank.session.seen_of("text")
    assert seen is not None
    assert list(remarks_of(blank.around.words, seen, blank.item("text"))) == ["Does not fit"]
    assert "Does not fit" in blank.space.things.items.item(0).text()


def test_the_other_side_has_its_own_things(blank: Hand) -> None:
    things(blank, Thing.AREA)
    blank.press("Back side")
    assert blank.session.side is Side.BACK
    blank.press("QR code")
    assert blank.item("qr").side is Side.BACK
    assert [blank.space.things.items.item(n).text() for n in range(blank.space.things.items.count())] == ["QR code"]
    assert blank.canvas.item_at(blank.canvas.view.to_points(*blank.frame("area").centre)) is not blank.item("area")


def test_each_size_is_laid_out_by_itself(blank: Hand) -> None:
    things(blank, Thing.AREA)
    medium = blank.frame("area")
    sizes = blank.space.toolbar.sizes
    small = next(n for n in range(sizes.count()) if sizes.itemText(n).startswith("Small"))
    sizes.setCurrentIndex(small)
    sizes.activated.emit(small)
    blank.settle()
    assert blank.session.form is Format.SMALL
    frame = blank.frame("area")
    blank.drag(frame.centre, (frame.centre[0] + 8, frame.centre[1]), ALT)
    assert blank.frame("area").x == pytest.approx(frame.x + 8, abs=0.4)
    blank.session.look(form=Format.MEDIUM)
    blank.settle()
    assert blank.frame("area") == medium


def test_escape_in_a_field_leads_back_to_the_card_and_does_not_close(blank: Hand) -> None:
    blank.press("Text")
    blank.write("Hello")
    blank.key(Qt.Key.Key_Escape)
    assert blank.focus is blank.canvas
    assert blank.session.ids == ("text",)
    blank.key(Qt.Key.Key_Escape)
    assert blank.session.ids == ()
    assert blank.designer.isVisible()


def test_the_grid_is_seen_and_draws(blank: Hand) -> None:
    things(blank, Thing.AREA)
    blank.press("Grid")
    frame = blank.frame("area")
    blank.drag(frame.centre, (frame.centre[0] + 16.2, frame.centre[1] + 33.3))
    after = blank.frame("area")
    on_lines = [abs(side / 5 - round(side / 5)) < 0.01 for side in (after.x, after.y)]
    assert any(on_lines)


def test_a_code_that_cannot_be_is_said(blank: Hand) -> None:
    blank.press("Own code")
    blank.write("not thirteen digits")
    form: Any = blank.space.properties.form
    field = form.box("symbology").input
    field.set_value(Symbology.EAN13)
    field.edited.emit()
    blank.settle()
    assert "No code of this sort can say that" in blank.space.things.items.item(0).text()
    field.set_value(Symbology.QR)
    field.edited.emit()
    blank.settle()
    assert "No code" not in blank.space.things.items.item(0).text()
