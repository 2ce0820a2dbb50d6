from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt

from desktop_app.i18n import Words
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode, Tone
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.column_menu import ColumnMenu
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


def made(theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any, *more: RowAction) -> ListView:
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    view = ListView(
        theme,
        settings,
        model,
        name="people",
        title="People",
        sort=("name", False),
        actions=[RowAction("Print", pressed.append), *more],
    )
    qtbot.addWidget(view)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    return view


def test_buttons_on_a_row_cover_no_more_than_its_last_column(
    theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any
) -> None:
    more = RowAction("Write", pressed.append), RowAction("Open", pressed.append)
    view = made(theme, settings, pressed, qtbot, *more)
    view.go_to_first()
    number = view.visualRect(view.model().index(0, 1))
    assert view.row_actions.isVisible()
    assert view.row_actions.x() > number.right()


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


POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
MANY = (
    *COLUMNS,
    Column[Row]("town", "Town", lambda row: "Rīga", width=110, chosen=False),
    Column[Row]("note", "", lambda row: "wide", width=500, chosen=False, named="Note"),
)


@pytest.fixture
def many(theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any, monkeypatch: Any) -> ListView:
    monkeypatch.setitem(globals(), "COLUMNS", MANY)
    return made(theme, settings, pressed, qtbot)


def seen(view: ListView) -> list[str]:
    head = view.head
    places = [head.logicalIndex(n) for n in range(head.count())]
    return [MANY[place].key for place in places if not head.isSectionHidden(place)]


def menu_of(view: ListView, words: Any) -> Any:
    return ColumnMenu(view.head._theme, words, view.head).popup(QPoint(0, 0))


def tick(menu: Any, *texts: str) -> None:
    for action in menu.actions():
        if action.text() in texts:
            action.toggle()


@POPUP
def test_columns_are_chosen_in_the_menu_and_come_in_the_order_they_were_ticked(
    many: ListView, theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any
) -> None:
    assert seen(many) == ["name", "id", "state"]
    menu = menu_of(many, Words())
    assert [action.text() for action in menu.actions() if action.isCheckable()] == ["Number", "State", "Town", "Note"]
    tick(menu, "Number")
    tick(menu, "Town")
    assert seen(many) == ["name", "state", "town"]
    menu.close()
    assert seen(made(theme, settings, pressed, qtbot)) == ["name", "state", "town"]
    menu = menu_of(many, Words())
    menu.actions()[-1].trigger()
    menu.close()
    assert seen(many) == ["name", "id", "state"]
    assert seen(made(theme, settings, pressed, qtbot)) == ["name", "id", "state"]


@POPUP
def test_what_a_person_chose_is_moved_sideways_not_left_out(many: ListView) -> None:
    menu = menu_of(many, Words())
    tick(menu, "Note")
    tick(menu, "Town")
    menu.close()
    many.resize(720, 400)
    assert seen(many) == ["name", "id", "state", "note", "town"]
    assert many.horizontalScrollBar().maximum() > 0
    many.resize(420, 400)  # too little room for any of them
    assert seen(many) == ["name", "state"]


def test_a_title_drawn_elsewhere_is_remembered_and_the_first_stays(
    many: ListView, theme: Theme, settings: DeskSettings, pressed: list[int], qtbot: Any
) -> None:
    many.head.moveSection(1, 2)
    assert seen(many) == ["name", "state", "id"]
    assert seen(made(theme, settings, pressed, qtbot)) == ["name", "state", "id"]


@POPUP
def test_the_menu_stays_open_while_things_are_ticked_by_keyboard(many: ListView) -> None:
    menu = menu_of(many, Words())
    menu.setActiveAction(menu.actions()[2])
    press_key(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert seen(many)[-1] == "town"
    menu.close()


def test_a_view_shows_its_sort_and_columns_and_forgets_the_choice_for_none(many: ListView) -> None:
    told: list[object] = []
    many.sorted_by.connect(lambda *what: told.append(what))
    many.show_as(("number", True), ("name", "note", "gone"))
    assert (seen(many), many.sort, told) == (["name", "note"], ("number", True), [])
    many.show_as(("name", False), ())
    assert seen(many) == ["name", "id", "state"]


def test_everything_marked_is_counted_and_named_by_its_runs(many: ListView) -> None:
    many.head.moveSection(1, 2)
    many.selectAll()
    assert many.selected_count() == 59
    assert many.selected_ids() == [row.id for row in ROWS]
    flags = QItemSelectionModel.SelectionFlag
    many.selectionModel().select(many.model().index(4, 0), flags.Deselect | flags.Rows)
    assert many.selected_count() == 58
    assert 5 not in many.selected_ids()
