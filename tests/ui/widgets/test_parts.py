"""The small parts of a page: buttons, labels, tags, chips, banner, content, progress, search box, cards, layouts."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.jobs import Job
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import LIGHT, Tone
from desktop_app.ui.widgets.arranged import FieldGrid, SideBySide
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.beside import Beside
from desktop_app.ui.widgets.buttons import Button, icon_button, primary, quiet, small
from desktop_app.ui.widgets.card import Card, Line
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.marks import Mark
from desktop_app.ui.widgets.pill import paint_pill, pill_width
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.tag import Tag
from desktop_app.ui.widgets.task_row import TaskRow
from tests.ui.widgets.typing_in import press_key, type_in


def box(*sizes: tuple[int, int]) -> list[QWidget]:
    widgets = []
    for size in sizes:
        widget = QWidget()
        widget.setFixedSize(QSize(*size))
        widgets.append(widget)
    return widgets


def test_a_button_says_a_name_with_an_ampersand_as_it_is(theme: Theme, qtbot: Any) -> None:
    calls: list[int] = []
    button = primary("Print Ann & Co", lambda: calls.append(1), shortcut="Ctrl+P")
    qtbot.addWidget(button)
    button.click()
    assert button.text() == "Print Ann && Co"
    assert (button.accessibleName(), button.toolTip(), calls) == ("Print Ann & Co", "Ctrl+P", [1])


def test_a_button_of_only_an_icon_has_a_name(theme: Theme, qtbot: Any) -> None:
    button = icon_button(theme, "close", tip="Close")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.icon().isNull()) == ("Close", False)


@pytest.mark.parametrize("name", ["<b>Anna", '<img src="/dev/zero">', "Ann & Co"])
def test_customers_words_are_never_markup(theme: Theme, qtbot: Any, name: str) -> None:
    label, tag = Label(name), Tag(name)
    qtbot.addWidget(label)
    qtbot.addWidget(tag)
    assert {label.textFormat(), tag.textFormat()} == {Qt.TextFormat.PlainText}


def test_a_long_text_is_shortened_and_whole_in_its_tooltip(theme: Theme, qtbot: Any) -> None:
    text = "regular · 4 × Keramikas krūze, balta · Latvijas Pasts · promised Thu 19 Nov"
    label = Elided(text)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == text
    label.resize(2000, 20)
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 150


def test_chips_tell_what_a_person_chose_and_nothing_else(theme: Theme, qtbot: Any) -> None:
    chips = FilterChips([("all", "All"), ("late", "Late & due")], name="Show")
    qtbot.addWidget(chips)
    told: list[str] = []
    chips.chosen.connect(told.append)
    assert chips.value == "all"
    chips.choose("late")
    assert (chips.value, told) == ("late", [])
    chips.findChildren(Button)[0].click()
    chips.set_count("late", "12")
    assert (chips.value, told) == ("all", ["all"])
    assert chips.findChildren(Button)[1].text() == "Late && due 12"


def test_a_failure_stays_and_offers_the_way_out(theme: Theme, qtbot: Any) -> None:
    banner, calls, seen = Banner(theme, close="Close"), [], []
    qtbot.addWidget(banner)
    banner.seen.connect(seen.append)
    banner.say("The printer did not answer.", Tone.BAD, button=("Try again", lambda: calls.append(1)))
    assert (banner.text, banner.property("tone")) == ("The printer did not answer.", "bad")
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Try again").click()
    assert (banner.text, calls, seen) == ("", [1], [True, False])


def test_a_note_goes_by_itself(theme: Theme, qtbot: Any) -> None:
    banner = Banner(theme, close="Close")
    qtbot.addWidget(banner)
    banner.move(500, 400)  # not where the mouse happens to be
    banner.say("Settings saved.", Tone.MUTED, stays=30)
    qtbot.waitUntil(lambda: banner.text == "", timeout=2000)


def test_a_note_does_not_go_from_under_the_mouse(theme: Theme, qtbot: Any) -> None:
    banner = Banner(theme, close="Close")
    qtbot.addWidget(banner)
    banner.move(500, 400)
    banner.say("1 customer deleted", Tone.GOOD, stays=30)
    where = QPointF(5, 5)
    banner.enterEvent(QEnterEvent(where, where, where))
    qtbot.wait(120)
    assert banner.text == "1 customer deleted"
    banner.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: banner.text == "", timeout=2000)


def test_waiting_shows_shapes_only_after_a_while(theme: Theme, qtbot: Any) -> None:
    content = Content(theme, Label("rows"), waiting="Looking")
    qtbot.addWidget(content)
    content.show()
    content.wait()
    assert content.currentWidget().accessibleName() == ""
    qtbot.waitUntil(lambda: content.currentWidget().accessibleName() == "Looking", timeout=2000)
    content.show_content()
    content.wait()
    assert content.currentWidget() is content.content  # what is there stays while it is asked again


def test_an_empty_place_invites(theme: Theme, qtbot: Any) -> None:
    content, calls = Content(theme, Label("rows")), []
    qtbot.addWidget(content)
    content.show_empty("No orders yet", "Bring them in.", icon="import", button=("Import", lambda: calls.append(1)))
    content.currentWidget().findChild(Button).click()
    said = [label.text() for label in content.currentWidget().findChildren(Label)]
    assert (calls, said) == ([1], ["No orders yet", "Bring them in."])


def test_progress_appears_only_for_long_work_and_can_be_cancelled(theme: Theme, qtbot: Any) -> None:
    row, job = ProgressRow(Words()), Job(lambda shop: None)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(row)
    qtbot.addWidget(holder)
    holder.show()
    row.follow(job, "Importing orders")
    row.report(5, 10)
    assert not row.isVisible()
    qtbot.waitUntil(row.isVisible, timeout=2000)
    row.findChild(Button).click()
    assert job.cancelled
    row.finish()
    assert not row.isVisible()


def test_progress_is_told_in_steps_while_they_are_few_and_in_percent_when_they_are_many(theme: Theme) -> None:
    def said(done: int, total: int) -> str:
        row.report(done, total)
        return next(label.text() for label in row.findChildren(Label) if label.text())

    row = ProgressRow(Words())
    assert [said(3, 12), said(1_327_104, 4_671_393), said(4_700_000, 4_671_393)] == ["3 of 12", "28%", "100%"]


def test_short_work_shows_no_progress(theme: Theme, qtbot: Any) -> None:
    row = ProgressRow(Words())
    qtbot.addWidget(row)
    row.follow(Job(lambda shop: None), "Importing")
    row.finish()
    assert not row._timer.isActive()


def test_the_search_box_tells_text_and_keys(theme: Theme, qtbot: Any) -> None:
    search = SearchBox(theme, "Find anyone", shortcut="Ctrl+K")
    qtbot.addWidget(search)
    search.show()
    typed, keys = [], []
    search.typed.connect(typed.append)
    for name in ("down", "up", "entered", "escaped"):
        getattr(search, name).connect(lambda name=name: keys.append(name))
    type_in(search.edit, "Ķē")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press_key(search.edit, key)
    assert typed == ["Ķ", "Ķē", ""]
    assert keys == ["down", "up", "entered", "escaped"]


def test_a_card_holds_rows_with_lines_between_and_forgets_them(theme: Theme, qtbot: Any) -> None:
    card = Card("Promised", "3 of 12 need you")
    qtbot.addWidget(card)
    card.add_row(TaskRow(theme, "№ 10421 · Ķēniņa Agnese", "2 parcels"))
    card.add_note("9 more are on their way")
    assert (len(card.rows), len(card.findChildren(Line))) == (2, 2)
    card.clear()
    card.add_note("none")
    assert [row.text() for row in card.rows] == ["none"]


def test_up_and_down_go_to_the_same_button_of_the_next_row_and_scroll_there(theme: Theme, qtbot: Any) -> None:
    card = Card("Promised")
    rows = [TaskRow(theme, f"№ {n}", buttons=(("Print", int), ("Open", int))[: 1 + n % 2]) for n in range(1, 8)]
    card.add_row(rows[0])
    card.add_note("a row without a button")
    for row in rows[1:]:
        card.add_row(row)
    area = Scroll(card)
    qtbot.addWidget(area)
    area.resize(400, 150)
    with qtbot.waitActive(area):
        area.show()
    start = rows[0].buttons[1]
    start.setFocus()
    press_key(start, Qt.Key.Key_Up)
    assert start.hasFocus()  # the first row has none above
    press_key(start, Qt.Key.Key_Down)
    assert rows[1].buttons[0].hasFocus()  # it has one button only
    for row in rows[1:-1]:
        press_key(row.buttons[0], Qt.Key.Key_Down)
    assert rows[-1].buttons[0].hasFocus()
    assert area.verticalScrollBar().value() > 0
    press_key(rows[-1].buttons[0], Qt.Key.Key_Down)
    assert rows[-1].buttons[0].hasFocus()


def test_a_row_of_today_opens_by_click_and_enter_and_its_buttons_do_not(theme: Theme, qtbot: Any) -> None:
    calls, opened = [], []
    row = TaskRow(
        theme, "Anna", "regular", mark="Anna", tag=("late", Tone.BAD), buttons=[("Print", lambda: calls.append(1))]
    )
    row.opened.connect(lambda: opened.append(1))
    qtbot.addWidget(row)
    row.resize(600, 55)
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    press_key(row, Qt.Key.Key_Return)
    qtbot.mouseClick(row.buttons[0], Qt.MouseButton.LeftButton)
    assert (opened, calls) == ([1, 1], [1])
    assert row.accessibleName() == "Anna, regular, late"
    assert row.buttons[0].accessibleName() == "Print: Anna"


def test_the_whole_beginning_of_a_row_ticks_its_box(theme: Theme, qtbot: Any) -> None:
    lead, opened = CheckInput(theme), []
    row = TaskRow(theme, "№ 10421", lead=lead)
    row.opened.connect(lambda: opened.append(1))
    qtbot.addWidget(row)
    row.resize(600, 55)
    row.show()
    for place, ticked in (((2, 2), True), ((lead.geometry().right() + 6, 50), False)):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(*place))
        assert lead.isChecked() is ticked
    assert opened == []


def test_a_mark_and_a_pill_are_painted_in_the_themes_colours(theme: Theme, qtbot: Any) -> None:
    mark = Mark(theme, "Līga Ozoliņa")
    qtbot.addWidget(mark)
    assert mark.grab().toImage().pixelColor(14, 3).name() == LIGHT.soft.lower()
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    left = paint_pill(painter, 190, 20, "2 days late", QColor(LIGHT.bad))
    painter.end()
    assert left == pytest.approx(190 - pill_width("2 days late"))
    assert any(image.pixelColor(x, 20) != QColor(Qt.GlobalColor.white) for x in range(int(left), 190))


def test_a_flow_wraps_where_the_line_ends(qapp: Any) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, space=10)
    for widget in box((100, 20), (100, 30), (100, 20)):
        flow.addWidget(widget)
    shared_middle = [QRect(0, 5, 100, 20), QRect(110, 0, 100, 30), QRect(0, 40, 100, 20)]
    assert flow.places(220) == shared_middle
    assert (flow.heightForWidth(220), flow.heightForWidth(400)) == (60, 30)


def test_fields_stand_in_two_columns_and_wide_ones_alone(qapp: Any) -> None:
    holder = QWidget()
    grid = FieldGrid(holder, two_from=lambda: 300, gap=10, space=5)
    for widget, wide in zip(box((50, 20), (50, 30), (50, 10), (50, 40)), (False, False, False, True), strict=True):
        grid.add(widget, wide=wide)
    assert [(p.x(), p.y()) for p in grid.places(310)] == [(0, 0), (160, 0), (0, 35), (0, 50)]
    assert [(p.x(), p.y()) for p in grid.places(200)] == [(0, 0), (0, 25), (0, 60), (0, 75)]
    holder.deleteLater()


def test_cards_stand_beside_each_other_or_below(qapp: Any) -> None:
    holder = QWidget()
    both = SideBySide(holder, two_from=lambda: 500, three_from=lambda: 900, gap=20, shares=(5, 4))
    left, right = box((10, 100), (10, 50)), box((10, 70))
    both.fill(left, right)
    assert [(p.x(), p.y()) for p in both.places(920)] == [(0, 0), (0, 120), (520, 0)]
    assert [(p.x(), p.y()) for p in both.places(400)] == [(0, 0), (0, 120), (0, 190)]
    holder.deleteLater()


def test_where_there_is_much_room_what_came_below_the_right_has_a_column_of_its_own(qapp: Any) -> None:
    holder = QWidget()
    stacks = SideBySide(holder, two_from=lambda: 500, three_from=lambda: 900, gap=20, shares=(1, 1))
    stacks.fill(box((10, 100), (10, 50)), box((10, 70)), above=1)
    assert [(p.x(), p.y(), p.width()) for p in stacks.places(940)] == [(0, 0, 300), (320, 0, 300), (640, 0, 300)]
    assert [(p.x(), p.y(), p.width()) for p in stacks.places(820)] == [(0, 0, 400), (420, 0, 400), (0, 120, 400)]
    holder.deleteLater()


def test_columns_take_new_cards_in_place_of_the_old(theme: Theme, qtbot: Any) -> None:
    columns = Columns()
    qtbot.addWidget(columns)
    columns.fill([Card("One")], [Card("Two")])
    columns.fill([Card("Three")], [])
    qtbot.waitUntil(lambda: len(columns.findChildren(Card)) == 1, timeout=2000)
    assert columns.findChild(Card).accessibleName() == "Three"


def test_the_record_stands_beside_the_list_or_over_it(theme: Theme, qtbot: Any) -> None:
    first, second = QWidget(), QWidget()
    both = Beside(first, second)
    qtbot.addWidget(both)
    both.resize(1200, 600)
    both.show()
    both.open()
    assert (first.isVisible(), second.isVisible()) == (True, True)
    assert first.geometry().right() < second.geometry().left()
    both.resize(600, 600)
    assert (both.covers, first.isVisible(), second.geometry()) == (True, False, QRect(0, 0, 600, 600))
    both.close_second()
    assert (first.isVisible(), second.isVisible(), first.width()) == (True, False, 600)


def test_a_scrolled_body_is_as_wide_as_its_place(theme: Theme, qtbot: Any) -> None:
    inside = QWidget()
    inside.setMinimumHeight(2000)
    area = Scroll(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    assert inside.width() == area.viewport().width() < 300
    assert area.horizontalScrollBar().maximum() == 0


def test_small_buttons_are_lower(theme: Theme, qtbot: Any) -> None:
    low, high = small("Print"), primary("Print")
    for button in (low, high):
        qtbot.addWidget(button)
    assert (low.sizeHint().height(), high.sizeHint().height()) == (28, 34)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_key_in_a_page_too(theme: Theme, qtbot: Any, key: Qt.Key) -> None:
    pressed: list[int] = []
    button = Button("Print", lambda: pressed.append(1))
    qtbot.addWidget(button)
    button.show()
    press_key(button, key)
    button.setEnabled(False)
    press_key(button, key)
    assert pressed == [1]


def test_a_button_that_says_something_else_is_read_so(theme: Theme, qtbot: Any) -> None:
    button = primary("Mark as told")
    qtbot.addWidget(button)
    button.setText("Not told yet, Ann && Co")
    assert button.accessibleName() == "Not told yet, Ann & Co"
    button.setAccessibleName("Order 7: not told yet")
    button.setText("Mark as told")
    assert button.accessibleName() == "Order 7: not told yet"


def test_esc_in_an_empty_search_field_leaves_the_dialog_and_in_a_full_one_empties_it(theme: Theme, qtbot: Any) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box = SearchBox(theme, "Find", parent=dialog)
    box.escaped.connect(lambda: None)  # as hits below it listen, to go away
    dialog.show()
    type_in(box.edit, "anna")
    press_key(box.edit, Qt.Key.Key_Escape)
    assert (box.text(), dialog.isVisible()) == ("", True)
    press_key(box.edit, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_button_that_is_too_narrow_says_all_its_words_in_the_tooltip(theme: Theme, qtbot: Any) -> None:
    button = quiet("Print cards and inserts", shortcut="Ctrl+P")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.toolTip() == "Ctrl+P"
    whole = button.grab().toImage()
    button.resize(button.width() * 3 // 4, button.height())
    button.show()
    assert button.toolTip() == "Print cards and inserts · Ctrl+P"
    assert button.grab().toImage() != whole.copy(0, 0, button.width(), button.height())
    button.resize(button.sizeHint())
    assert button.toolTip() == "Ctrl+P"


def test_a_narrow_button_says_its_words_before_its_tip_and_gives_the_tip_back(theme: Theme, qtbot: Any) -> None:
    shown = quiet("Mark all of them as told", lambda: None, tip="Ctrl+T")
    qtbot.addWidget(shown)
    shown.resize(60, 32)
    shown.show()
    assert shown.toolTip() == "Mark all of them as told · Ctrl+T"
    shown.setText("Told")
    shown.setToolTip("Another tip")
    shown.resize(shown.sizeHint())
    assert shown.toolTip() == "Another tip"
    shown.setText("Mark all of them as told")
    shown.resize(61, 32)
    shown.resize(shown.sizeHint())
    assert shown.toolTip() == "Another tip"
