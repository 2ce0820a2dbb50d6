from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode, Tone
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_view import ListView, RowAction
from tests.ui.widgets.typing_in import press_key


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    state: str = "Late"


COLUMNS = (
    Column[Row](
        "name",
        "Customer",
        lambda row: row.name,
        Kind.LEAD,
        detail=lambda row: "regular",
        mark=lambda row: row.name,
        sort="name",
        stretch=True,
    ),
    Column[Row]("id", "Number", lambda row: str(row.id), Kind.NUMBER, sort="number", width=100),
    Column[Row]("state", "State", lambda row: row.state, Kind.TAG, tone=lambda row: Tone.BAD, narrow=True),
)
ROWS = [Row(number, f"Person {number}") for number in range(1, 60)]


@pytest.fixture
def settings() -> DeskSettings:
    return DeskSettings()


@pytest.fixture
def pressed() -> list[int]:
    return []


@pytest.fixture
def view(theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any) -> ListView:
    return made(theme, settings, pressed, qtbot)


def made(theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any) -> ListView:
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    view = ListView(
        theme,
        settings,
        model,
        name="people",
        title="People",
        sort=("name", False),
        actions=[RowAction("Print", pressed.append)],
    )
    qtbot.addWidget(view)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    return view


def test_arrows_move_and_enter_opens(view: ListView) -> None:
    opened: list[int] = []
    moved: list[int] = []
    view.opened.connect(opened.append)
    view.current.connect(moved.append)
    view.go_to_first()
    press_key(view, Qt.Key.Key_Down)
    press_key(view, Qt.Key.Key_Return)
    assert (moved, opened) == ([2], [2])


def test_a_click_opens_and_ctrl_click_only_marks(view: ListView, qtbot: Any) -> None:
    opened: list[int] = []
    view.opened.connect(opened.append)

    def click(row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        where = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(60, where.y()))

    click(2)
    click(4, Qt.KeyboardModifier.ControlModifier)
    assert opened == [3]
    assert view.selected_ids() == [3, 5]


def test_a_title_sorts_and_turns_round_and_is_remembered(
    view: ListView, settings: DeskSettings, theme: Theme, pressed: list[int], qtbot: Any
) -> None:
    asked: list[tuple[str, bool]] = []
    view.sorted_by.connect(lambda key, down: asked.append((key, down)))
    for section in (1, 1, 2):  # the third column has no sort
        view.head.sectionClicked.emit(section)
    assert asked == [("number", False), ("number", True)]
    assert made(theme, settings, pressed, qtbot).sort == ("number", True)


def test_a_width_drawn_by_hand_is_remembered(
    view: ListView, settings: DeskSettings, theme: Theme, pressed: list[int], qtbot: Any
) -> None:
    view.head.resizeSection(1, 155)
    again = made(theme, settings, pressed, qtbot)
    assert again.head.sectionSize(1) == 155


@pytest.mark.parametrize("kept", [{"id": "wide"}, {"id": -3}, [1], "x", {"gone": 90}])
def test_damaged_widths_are_passed_over(kept: object, theme: Theme, pressed: list[int], qtbot: Any) -> None:
    settings = DeskSettings()
    settings.remember("columns.people", kept)
    assert made(theme, settings, pressed, qtbot).head.sectionSize(1) == 100


def test_columns_fill_the_room_and_lesser_ones_go_when_it_is_narrow(view: ListView) -> None:
    head = view.head
    assert sum(head.sectionSize(n) for n in range(3)) == view.viewport().width()
    view.resize(420, 400)
    assert [head.isSectionHidden(n) for n in range(3)] == [False, True, False]
    assert head.sectionSize(0) + head.sectionSize(2) == view.viewport().width()


def test_the_row_under_the_mouse_shows_its_buttons(view: ListView, pressed: list[int], qtbot: Any) -> None:
    where = view.visualRect(view.model().index(3, 0)).center()
    qtbot.mouseMove(view.viewport(), QPoint(60, where.y()))
    assert view.row_actions.isVisible()
    view.row_actions.findChild(Button).click()
    assert pressed == [4]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_key_offers_the_same(view: ListView, pressed: list[int]) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication, QMenu

    view.go_to(7)
    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    )
    menu = view.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert pressed == [7]


def test_letters_are_left_to_the_window(view: ListView) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    slash = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier, "/")
    view.keyPressEvent(slash)
    assert not slash.isAccepted()


def test_rows_are_painted_in_the_colours_of_the_theme(view: ListView, theme: Theme) -> None:
    light = view.grab().toImage()
    theme.choose(Mode.DARK)
    dark = view.grab().toImage()
    theme.choose(Mode.LIGHT)
    colours = {light.pixelColor(x, 70).name() for x in range(light.width())}
    assert light != dark
    assert len(colours) > 3  # mark, texts, number: something is really painted there


def test_a_record_is_gone_to_without_opening_it(view: ListView) -> None:
    opened: list[int] = []
    view.opened.connect(opened.append)
    assert view.go_to(40)
    assert not view.go_to(4000)
    assert (view.current_id(), view.selected_ids(), opened) == (40, [40], [])
