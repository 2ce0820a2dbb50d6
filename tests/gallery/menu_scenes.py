"""Menus, pickers and Qt's own dialogs as a person opens them, and pages that wait or could not be shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_app.ui.designer.asking import NameQuestion, RecordQuestion
from desktop_app.ui.pages.complaints.picture_view import PictureView
from desktop_app.ui.pages.settings.colours import ColourRow, ColoursInput
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.calendar import CalendarPopup
from desktop_app.ui.widgets.column_menu import ColumnMenu
from desktop_app.ui.widgets.date_inputs import DateInput
from tests.gallery import customer_scenes, design_scenes, import_scenes
from tests.pictures import meadow
from tests.ui.around import House

Scene = Callable[[House], QWidget]


def listed(house: House, name: str = "orders") -> Any:
    """A page with a list, its first row current."""
    house.window.navigate(name)
    house.settle()
    return house.window.stage.page


def menu(open_it: Callable[[House], QMenu]) -> Scene:
    """A menu alone: it is a window of its own."""

    def show(house: House) -> QWidget:
        found = open_it(house)
        found.popup(QPoint(40, 40))
        QApplication.sendPostedEvents()
        actions = [action for action in found.actions() if action.isEnabled() and not action.isSeparator()]
        found.setActiveAction(actions[0])
        return found

    return show


def everything(house: House) -> QMenu:
    """The menu of everything, at the foot of the sidebar."""
    house.window.more.click()
    return next(one for one in house.shell.findChildren(QMenu) if isinstance(one.parent(), Button))


def columns(house: House) -> QMenu:
    """Which columns a list shows."""
    page = listed(house)
    found: QMenu = ColumnMenu(page.desk.theme, page.words, page.list.head).popup(QPoint(40, 40))
    return found


def row(house: House) -> QMenu:
    """What can be done with a row."""
    page = listed(house)
    page.list.go_to_first()
    page.list.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(40, 40)))
    found: QMenu = page.list.findChildren(QMenu)[-1]
    return found


def exporting(house: House) -> QMenu:
    """How a list is written to a file."""
    found: QMenu = next(button.menu() for button in listed(house).bar.buttons if button.menu())
    return found


def views(house: House) -> QMenu:
    """The views of a list."""
    found: QMenu = listed(house).views.menu
    return found


def record(house: House) -> QMenu:
    """What is seldom done with a record."""
    customer_scenes.part("details")(house)
    found: Any = house.window.stage.page.record  # type: ignore[union-attr]
    shown: QMenu = next(one for one in found.findChildren(QMenu) if one.actions())
    return shown


def designing(house: House) -> QMenu:
    """What is done with a whole design."""
    design_scenes.designer(house)
    window = design_scenes.shown(house)
    window._menu()
    return window.findChildren(QMenu)[-1]


def calendar(house: House) -> QWidget:
    """A day picked in the calendar."""
    page = listed(house)
    if not page.narrowing.is_open:
        page.narrowing.button.click()
    house.settle()
    page.findChildren(DateInput)[0]._open()
    found: QWidget = page.findChildren(CalendarPopup)[-1]
    return found


def colours(house: House) -> None:
    """A colour of the shop picked."""
    page = listed(house, "settings")
    found = page.findChildren(ColoursInput)[0]
    if not found.findChildren(ColourRow):
        found._add()
    found.findChildren(ColourRow)[0].pick()


def files(house: House) -> None:
    """A file chosen for the import."""
    import_scenes.empty(house)
    house.window.stage.page.new()  # type: ignore[union-attr]


def name(house: House) -> None:
    """What a design shall be called."""
    design_scenes.designer(house)
    over, words = design_scenes.shown(house), house.window.desk.words
    NameQuestion(
        house.window.desk, over, title=words("Keep this design"), name=words("Thank-you card"), button=words("Save")
    ).open()


def trying(house: House) -> None:
    """A real record to try a design on."""
    design_scenes.designer(house)
    RecordQuestion(house.window.desk, design_scenes.shown(house)).open()


def picture(house: House) -> None:
    """A complaint's picture, large."""
    PictureView(house.window.desk, house.shell, "cup.png", meadow()).open()


def waiting(house: House) -> QWidget:
    """A list that has not come yet."""
    page = listed(house)
    page.content.setCurrentWidget(page.content._skeleton)
    return house.shell


def failed(house: House) -> QWidget:
    """A page that could not be shown."""
    page = listed(house, "messages")
    words = house.window.desk.words
    again = (words("Try again"), page.refresh)
    said = words(
        "“{server}” does not answer at port {port}. Check the name, the port and the network.", server="db.example.com",
        port=5432,
    )
    page.content.show_failure(said, button=again)
    return house.shell


MENU_SCENES: dict[str, Scene] = {
    "menu": menu(everything),
    "menu-columns": menu(columns),
    "menu-row": menu(row),
    "menu-export": menu(exporting),
    "menu-views": menu(views),
    "menu-record": menu(record),
    "menu-design": menu(designing),
    "calendar": calendar,
    "waiting": waiting,
    "failed": failed,
}
DIALOG_SCENES: dict[str, Callable[[House], None]] = {
    "files": files,
    "colours": colours,
    "design-name": name,
    "design-record": trying,
    "complaint-picture": picture,
}
