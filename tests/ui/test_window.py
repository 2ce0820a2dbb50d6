from __future__ import annotations

import datetime as dt
import json
import socket
import threading
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.actions.customers import add_customer, remove_customers
from desktop_app.actions.demo import fill_sample
from desktop_app.actions.orders import add_order
from desktop_app.actions.printing import print_folder
from desktop_app.actions.prints import log_print
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_PERSON, DESK_TEXT
from desktop_app.domain.errors import BUG, AppError, StoreUnavailable
from desktop_app.domain.orders import OrderFields
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import Words, msg
from desktop_app.queries.changes import change_rows
from desktop_app.queries.customer_list import customer_ids
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.snapshots import backups
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.history import HistoryDialog
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.shell import Shell
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import Window
from tests.made import TODAY
from tests.ui.around import House


@pytest.fixture
def lived_in(house: House) -> House:
    """A shop with a name, a customer and an order to pack."""
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor="test")
    customer, _ = add_customer(shop, CustomerFields(given="Agnese", family="Ķēniņa"), actor="test")
    add_order(shop, OrderFields(number="10421", customer=customer, ship_by=TODAY), actor="test")
    shop.close()
    return house


@pytest.fixture
def window(lived_in: House) -> Window:
    return lived_in.open()


def action(window: Window, keys: str) -> QAction:
    found = [a for a in window.shell.actions() if keys in [k.toString() for k in a.shortcuts()]]
    assert len(found) == 1, keys
    return found[0]


def button(place: QWidget, text: str) -> QAbstractButton:
    return next(b for b in place.findChildren(QAbstractButton) if b.text() == text)


def banner(window: Window) -> str:
    return window.stage.banner.text


def test_today_is_shown_first_with_what_waits_beside_it(window: Window) -> None:
    assert window.stage.name == "today"
    assert window.shell.windowTitle() == "Mazais veikals"
    assert window.shell.sidebar.button("today").isChecked()
    assert window.shell.sidebar.button("orders").accessibleName() == "Orders, 1"


def test_a_page_clicked_before_the_shop_is_open_comes_up_first(
    lived_in: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    clicked = threading.Event()

    def slowly() -> Shop:
        assert clicked.wait(20)
        return open_shop(lived_in.location, today=lambda: TODAY)

    lived_in.opener = slowly
    with monkeypatch.context() as hurry:
        hurry.setattr(lived_in, "settle", lambda: None)
        window = lived_in.open(ready=False)
    orders = window.shell.sidebar.button("orders")
    orders.click()
    assert (orders.isChecked(), window.stage.page) == (True, None)
    clicked.set()
    lived_in.qtbot.waitUntil(lambda: window.stage.page is not None, timeout=20_000)
    assert window.stage.name == "orders"
    lived_in.settle()


@pytest.mark.parametrize("place", range(len(ENTRIES)))
def test_every_page_has_its_key_and_opens(window: Window, lived_in: House, place: int) -> None:
    action(window, f"Ctrl+{place + 1}").trigger()
    lived_in.settle()
    assert window.stage.name == ENTRIES[place].name
    assert window.stage.page is not None
    assert window.stage.page.header.title or window.stage.page.accessibleName()
    assert banner(window) == ""


def test_pages_are_made_only_when_they_are_wanted(window: Window) -> None:
    assert list(window.stage._pages) == ["today"]


def test_a_change_renews_name_counts_and_what_undo_says(window: Window, lived_in: House) -> None:
    window.work.change(set_settings, {SHOP_NAME: "Lielais veikals"})
    lived_in.settle()
    assert window.shell.windowTitle() == "Lielais veikals"
    assert "Shop name" in action(window, "Ctrl+Z").text()


def test_undo_and_redo_go_back_and_forth_and_say_so(window: Window, lived_in: House) -> None:
    def people() -> int:
        found: list[int] = []
        window.work.ask(lambda shop: len(customer_ids(shop)), then=found.append)
        lived_in.settle()
        return found[0]

    window.work.change(add_customer, CustomerFields(given="Līga"))
    lived_in.settle()
    assert people() == 2
    action(window, "Ctrl+Z").trigger()
    lived_in.settle()
    assert (people(), "Līga" in banner(window)) == (1, True)
    action(window, "Ctrl+Shift+Z").trigger()
    lived_in.settle()
    assert (people(), "Līga" in banner(window)) == (2, True)


def test_enter_goes_to_the_page_of_the_sidebar_the_keyboard_is_on(window: Window, lived_in: House, qtbot: Any) -> None:
    button = window.shell.sidebar.button("customers")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    lived_in.settle()
    page = window.stage.page
    assert page is not None
    assert (page.name, page.has_keyboard) == ("customers", True)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Enter)  # it is there already: into it
    assert page.has_keyboard


@pytest.mark.parametrize("name", ["orders", "customers", "products", "imports"])
def test_an_empty_page_has_the_keyboard_on_its_one_button(house: House, name: str) -> None:
    window = house.open()
    window.shell.cover.empty.click()  # type: ignore[union-attr]
    house.settle()
    window.shell.sidebar.button("today").setFocus()
    window.navigate(name)
    house.settle()
    assert isinstance(window.shell.focusWidget(), Button)
    assert window.shell.focusWidget().isVisible()


def test_undo_leaves_what_others_did_and_says_whose_change_is_the_last(window: Window, lived_in: House) -> None:
    def names() -> list[str]:
        found: list[list[str]] = []
        window.work.ask(lambda shop: [given for (given,) in shop.sql("SELECT given FROM customer")], then=found.append)
        lived_in.settle()
        return found[0]

    window.work.change(add_customer, CustomerFields(given="Līga"))
    window.work.change(add_customer, CustomerFields(given="Zane"), actor="Boriss")
    lived_in.settle()
    action(window, "Ctrl+Z").trigger()
    lived_in.settle()
    assert names() == ["Agnese", "Zane"]
    action(window, "Ctrl+Z").trigger()
    lived_in.settle()
    assert names() == ["Agnese", "Zane"]
    assert banner(window) == "Nothing of yours is left to undo. The last change is “Add Zane”, by Boriss."
    button(window.stage.banner, "Show the changes").click()
    lived_in.settle()
    assert window.shell.findChild(HistoryDialog) is not None
    window.shell.findChild(HistoryDialog).reject()


def test_a_desk_without_a_person_has_a_name_of_its_own_that_stays(window: Window, lived_in: House) -> None:
    lived_in.settings.set(DESK_PERSON, "")
    window.work.change(add_customer, CustomerFields(given="Līga"))
    found: list[str] = []
    window.work.ask(lambda shop: change_rows(shop, 1)[0].actor, then=found.append)
    lived_in.settle()
    assert found[0].startswith(socket.gethostname())
    assert found[0] == DeskSettings(lived_in.written[-1]).who
    lived_in.settings.set(DESK_PERSON, "Anna")
    action(window, "Ctrl+Z").trigger()  # a name given later makes it no stranger's
    lived_in.settle()
    assert "Līga" in banner(window)


def test_a_deletion_offers_undo_of_exactly_itself(window: Window, lived_in: House) -> None:
    done: list[Any] = []
    window.work.change(add_customer, CustomerFields(given="Līga"), then=done.append)
    lived_in.settle()
    window.work.change(remove_customers, [done[0][0]], then=lambda changes: window.desk.tell_done(changes, None))
    lived_in.settle()
    undo = next(b for b in window.stage.banner.findChildren(Button) if b.text() == "Undo")
    undo.click()
    lived_in.settle()
    assert banner(window).startswith("Undone: Remove Līga")


def test_the_first_window_leaves_room_for_its_title_bar(theme: Theme, qtbot: Any) -> None:
    shell = Shell(theme, DeskSettings(), Words(), name="", sample=False)
    qtbot.addWidget(shell)
    assert shell.height() <= shell.screen().availableSize().height() - 40


def test_what_was_done_is_said_over_the_page_without_moving_it(window: Window, lived_in: House) -> None:
    page = window.stage.page
    assert page is not None
    before = page.geometry()
    done: list[Any] = []
    window.work.change(add_customer, CustomerFields(given="Līga"), then=done.append)
    lived_in.settle()
    window.desk.tell_done(done[0][1], None)
    bar = window.stage.banner
    assert bar.isVisible()
    assert page.geometry() == before
    assert window.stage.rect().contains(bar.geometry())
    assert bar.geometry().bottom() < window.stage.height() - 60
    window.shell.resize(520, 500)
    lived_in.settle()
    assert window.stage.rect().contains(bar.geometry())


def test_an_empty_search_box_leaves_undo_to_the_shop(window: Window, lived_in: House, qtbot: Any) -> None:
    page = window.stage.page
    assert page is not None
    assert page.header.search is not None
    window.work.change(add_customer, CustomerFields(given="Līga"))
    lived_in.settle()
    window.shell.activateWindow()
    box = page.header.search
    box.take_focus()
    qtbot.keyClicks(box.edit, "xy")
    qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
    assert (box.text(), box.edit.hasFocus()) == ("", False)
    box.take_focus()
    qtbot.keyClick(box.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    lived_in.settle()
    assert (box.text(), banner(window)[:11]) == ("", "Undone: Add")


def test_a_failure_nobody_took_is_said_and_stays(window: Window, lived_in: House) -> None:
    def fails(shop: Shop) -> None:
        raise StoreUnavailable(msg("The disk is full. Make room, then try again."))

    window.work.ask(fails)
    lived_in.settle()
    assert banner(window) == "The disk is full. Make room, then try again."


def test_a_bug_is_said_in_words(window: Window, lived_in: House, caplog: pytest.LogCaptureFixture) -> None:
    window.work.ask(lambda shop: [][1])
    lived_in.settle()
    assert banner(window) == window.desk.words.say(BUG)
    caplog.clear()


def test_the_language_is_switched_at_once_and_the_page_stays(window: Window, lived_in: House) -> None:
    window.navigate("settings")
    lived_in.settle()
    lived_in.settings.set(DESK_LANGUAGE, "ru")
    window.rebuild()
    lived_in.settle()
    assert window.stage.name == "settings"
    assert window.shell.sidebar.button("settings").text() == "Настройки"
    assert len(window.shell.actions()) == len({a.shortcut().toString() for a in window.shell.actions()})


def test_large_text_is_in_force_after_a_rebuild(window: Window, lived_in: House, theme: Theme) -> None:
    height = window.shell.sidebar.button("today").height()
    lived_in.settings.set(DESK_TEXT, "150")
    theme.set_text_size(150)
    try:
        window.rebuild()
        lived_in.settle()
        assert window.shell.sidebar.button("today").height() == pytest.approx(height * 1.5, abs=1)
    finally:
        theme.set_text_size(100)


def test_ctrl_k_goes_to_the_search_box(window: Window, qtbot: Any) -> None:
    action(window, "Ctrl+K").trigger()
    assert window.stage.page is not None
    search = window.stage.page.header.search
    assert search is not None
    qtbot.waitUntil(search.edit.hasFocus, timeout=2000)


def test_a_narrow_window_shows_icons_only_and_still_every_page(lived_in: House) -> None:
    window = lived_in.open(width=640, height=400)
    sidebar = window.shell.sidebar
    assert (sidebar.slim, sidebar.width()) == (True, 57)
    assert (window.shell.width(), window.shell.height()) == (640, 400)
    for entry in ENTRIES:
        button = sidebar.button(entry.name)
        assert button.toolTip().startswith(window.desk.words.say(entry.title))
        assert button.mapTo(window.shell, QPoint(0, button.height())).y() <= 400
    assert window.more.isVisible()


def test_a_wide_window_keeps_its_measure(lived_in: House) -> None:
    window = lived_in.open(width=2560, height=1200)
    for page, widest in (("today", 2180), ("customers", 1460)):
        window.navigate(page)
        lived_in.settle()
        assert window.stage.page is not None
        assert window.stage.page.header.width() <= widest


def test_size_and_name_are_remembered(lived_in: House, qtbot: Any) -> None:
    lived_in.open(width=700, height=600)
    lived_in.close()
    kept = json.loads(lived_in.written[-1])
    assert kept[f"window.name.{lived_in.location}"] == "Mazais veikals"
    again = lived_in.shell.__class__(lived_in.theme, lived_in.settings, lived_in.voice(), name="", sample=False)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 600)


def test_a_backup_is_made_at_close_and_only_when_something_changed(lived_in: House) -> None:
    lived_in.open()
    lived_in.close()
    assert len(backups(lived_in.location)) == 1
    lived_in.open()
    lived_in.close()
    assert len(backups(lived_in.location)) == 1


def test_unsaved_words_hold_the_window_open(window: Window, monkeypatch: Any) -> None:
    assert window.stage.page is not None
    monkeypatch.setattr(window.stage.page, "may_leave", lambda: False)
    assert not window.shell.close()
    window.navigate("orders")
    assert window.stage.name == "today"
    window.switch("/other.db")
    assert (window.next_location, window.shell.isVisible()) == ("", True)


def test_another_shop_is_named_for_start_to_open(window: Window, lived_in: House) -> None:
    window.switch("/other.db", restore="/backup")
    assert (window.next_location, window.restore_from, window.shell.isVisible()) == ("/other.db", "/backup", False)


def test_a_shop_that_does_not_open_says_why_and_can_be_tried_again(lived_in: House) -> None:
    tries: list[int] = []

    def opener() -> Shop:
        tries.append(1)
        if len(tries) == 1:
            raise StoreUnavailable(msg("Another program has the shop open."))
        return open_shop(lived_in.location, today=lambda: TODAY)

    lived_in.opener = opener
    window = lived_in.open(ready=False)
    cover = window.shell.cover
    assert cover is not None
    assert cover.sentence.text() == "Another program has the shop open."
    cover.first.click()
    lived_in.qtbot.waitUntil(lambda: window.stage.page is not None, timeout=20_000)
    assert window.shell.cover is None


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_menu_holds_every_command_with_its_key(window: Window) -> None:
    from desktop_app.ui.keys import COMMANDS, show_menu

    actions = {key.name: action(window, key.keys[0]) for key in COMMANDS}
    actions |= {f"go {e.name}": action(window, f"Ctrl+{n}") for n, e in enumerate(ENTRIES, 1)}
    menu = show_menu(window.more, actions, window.desk.words, other_shop=window._other_shop())
    held = set(menu.actions()) | {a for m in menu.actions() if m.menu() for a in m.menu().actions()}
    other = next(a for a in menu.actions() if a.text() == "Look around in a sample shop")
    other.trigger()
    menu.close()
    assert window.next_location == "/nowhere/sample.db"
    assert {a for name, a in actions.items() if name != "menu"} <= held


def test_help_lists_every_key_and_where_the_shop_lies(window: Window, lived_in: House, qtbot: Any) -> None:
    from desktop_app.ui.help import HelpDialog
    from desktop_app.ui.keys import COMMANDS
    from desktop_app.ui.widgets.labels import Label

    action(window, "Ctrl+F1").trigger()
    dialog = window.shell.findChild(HelpDialog)
    said = " ".join(label.text() for label in dialog.findChildren(Label))
    assert lived_in.location in said
    assert {key.keys[0] for key in COMMANDS} <= set(said.split())
    dialog.accept()


def test_tell_takes_notes_and_failures(window: Window) -> None:
    window.tell(msg("Backed up."))
    assert (banner(window), window.stage.banner.property("tone")) == ("Backed up.", "muted")
    window.tell(AppError(msg("It did not work.")))
    assert (banner(window), window.stage.banner.property("tone")) == ("It did not work.", "bad")


class Flashes(QObject):
    """Notes every window that comes up: a widget shown before it has a parent is one for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_widget_flashes_up_as_a_window_of_its_own(lived_in: House, qapp: Any) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    window = lived_in.open()
    for entry in ENTRIES:
        window.navigate(entry.name)
        lived_in.settle()
        window.tell(msg("Done."))
    qapp.removeEventFilter(flashes)
    assert flashes.seen == ["Shell "]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_control_has_a_name_for_screen_readers(window: Window, lived_in: House, entry: Any) -> None:
    window.navigate(entry.name)
    lived_in.settle()
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
        for widget in window.shell.findChildren(kind)
        if widget.isVisible() and not isinstance(widget.parent(), QComboBox)
    ]
    assert len(controls) > len(ENTRIES)
    nameless = [
        type(widget).__name__
        for widget in controls
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_a_close_without_a_backup_is_said_at_the_next_start_which_makes_it(
    lived_in: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable(msg("The connection was lost."))

    lived_in.open()
    with monkeypatch.context() as patched:
        patched.setattr("desktop_app.actions.backups.backup_if_changed", away)
        lived_in.close()
    assert "no backup (closing): StoreUnavailable" in caplog.text
    caplog.clear()
    assert backups(lived_in.location) == []
    window = lived_in.open()
    assert banner(window).startswith("No backup could be made when Cordial was closed last.")
    assert [row.reason.value for row in backups(lived_in.location)] == ["regular"]
    lived_in.close()
    assert banner(lived_in.open()) == ""


def test_a_backup_is_made_by_itself_when_something_changed(window: Window, lived_in: House) -> None:
    assert window.safekeeping.timer.isActive()
    window.safekeeping.timer.timeout.emit()
    lived_in.settle()
    window.safekeeping.timer.timeout.emit()
    lived_in.settle()
    assert [row.reason.value for row in backups(lived_in.location)] == ["regular"]


def test_the_tag_of_the_sample_shop_leads_home(house: House, qtbot: Any) -> None:
    house.sample = house.location
    window = house.open()
    tag = window.shell.sidebar.way_home
    assert tag is not None
    assert (tag.text(), tag.toolTip()) == ("Sample shop", "Start my own shop")
    window.desk.home = "/nowhere/own.db"
    window.shell.set_cover(None)
    qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert window.next_location == "/nowhere/own.db"


def test_a_shop_of_ones_own_has_no_such_tag(window: Window) -> None:
    assert window.shell.sidebar.way_home is None


class Strays(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.width()}x{watched.height()}")
        return False


def test_the_page_one_is_on_is_seen_in_a_sidebar_too_low_for_all(window: Window, lived_in: House) -> None:
    window.shell.resize(640, 360)
    for name in ("settings", "today"):
        window.navigate(name)
        lived_in.settle()
        button = window.shell.sidebar.button(name)
        assert button.visibleRegion().boundingRect().height() == button.height()


@pytest.mark.parametrize(("width", "text"), [(480, 100), (1280, 200), (2400, 100)])
def test_nothing_flashes_up_as_a_window_of_its_own(house: House, qapp: Any, width: int, text: int) -> None:
    house.theme.set_text_size(text)
    shop = open_shop(house.location, today=lambda: TODAY)
    fill_sample(shop, customers=20, orders=40, actor="test")
    shop.close()
    strays = Strays()
    qapp.installEventFilter(strays)
    try:
        window = house.open(width=width)
        for entry in ENTRIES:
            window.navigate(entry.name)
            house.settle()
        for name, what in (("orders", "order"), ("customers", "customer"), ("products", "product")):
            window.navigate(name, **{what: 1})
            house.settle()
        window.rebuild()
        house.settle()
    finally:
        qapp.removeEventFilter(strays)
        house.theme.set_text_size(100)
    assert set(strays.seen) == {f"Shell {house.shell.width()}x{house.shell.height()}"}


def test_printed_files_whose_days_are_over_go_with_the_window(house: House) -> None:
    shop = open_shop(house.location, today=lambda: TODAY - dt.timedelta(days=90))
    file = print_folder(shop) / "old.pdf"
    file.write_bytes(b"%PDF-")
    placed = Placements()
    placed.record(RecordKey(None, None, "mission"))
    placed.card(Kind.MISSION)
    log_print(shop, PrintResult(1, 1, placed, stock="a6"), kind=Kind.MISSION, file=file, actor="test")
    shop.close()
    house.open()
    assert file.exists()
    house.close()
    assert not file.exists()
