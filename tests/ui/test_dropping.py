"""Files dragged over the window and dropped: it shows that it takes them, and none is ever forgotten without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.actions.customers import add_customer
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import customer_ids
from desktop_app.store.connect import open_shop
from desktop_app.ui.drop_cover import DropCover
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.imports.page import ImportsPage
from desktop_app.ui.shell import Shell
from desktop_app.ui.window import Window
from tests.made import TODAY
from tests.ui.around import House
from tests.ui.pages.around import type_text

EXPORT = Path(__file__).parents[1] / "data" / "shopify_orders.csv"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(house: House) -> Window:
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor="Ilze")
    add_customer(shop, CustomerFields(given="Anna"), actor="Ilze")
    shop.close()
    return house.open()


def carrying(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drag(shell: Shell, data: QMimeData) -> DropCover | None:
    """Come over the window with something; what the window shows of it."""
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDragEnterEvent(QPointF(300, 300), offered, data, LEFT, Qt.KeyboardModifier.ShiftModifier)
    event.ignore()
    shell.dragEnterEvent(event)
    covers = [cover for cover in shell.findChildren(DropCover) if cover.isVisible()]
    assert event.isAccepted() == bool(covers)
    if covers:
        assert event.dropAction() is Qt.DropAction.CopyAction  # after a move its owner would delete the file
    return covers[0] if covers else None


def drop(house: House, *files: Path) -> None:
    data = carrying(*files)  # the event does not keep it
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, NONE)
    house.shell.dropEvent(event)
    house.settle()


def press(place: QWidget, text: str) -> None:
    next(b for b in place.findChildren(QAbstractButton) if b.text() == text and b.isVisible()).click()


def half_typed(window: Window, house: House) -> CustomersPage:
    """Somebody types a new name into a record."""
    window.navigate("customers")
    house.settle()
    page = window.stage.page
    assert isinstance(page, CustomersPage)
    page.show_record(1)
    house.settle()
    assert page.record.form is not None
    type_text(page.record.form.box("family").input, "Kalniņa")
    return page


def planned(window: Window) -> str:
    """The file whose plan is shown on the Import page."""
    page = window.stage.page
    return page.plan.summary.file if isinstance(page, ImportsPage) and page.plan is not None else ""


def test_a_file_dropped_on_any_page_is_planned(window: Window, house: House) -> None:
    window.navigate("orders")
    drop(house, EXPORT)
    assert planned(window) == EXPORT.name


def test_the_whole_window_says_that_it_takes_a_file(window: Window, house: House, tmp_path: Path) -> None:
    cover = drag(window.shell, carrying(EXPORT))
    assert cover is not None
    assert cover.title == "Drop the file to import it"
    assert cover.geometry() == window.shell.rect()
    window.shell.dragLeaveEvent(QDragLeaveEvent())
    assert not cover.isVisible()
    cover = drag(window.shell, carrying(EXPORT, tmp_path / "b.csv"))
    assert cover is not None
    assert cover.title == "Drop the files to import them"
    drop(house, EXPORT)
    assert window.shell.findChildren(DropCover) == []


def test_a_folder_is_the_files_in_it(window: Window, house: House, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(EXPORT.read_bytes())
    (tmp_path / "a.csv").write_bytes(EXPORT.read_bytes().replace(b"#10", b"#99"))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    cover = drag(window.shell, carrying(tmp_path))
    assert cover is not None
    assert cover.title == "Drop the folder to import the files in it"
    drop(house, tmp_path)
    page = window.stage.page
    assert page is not None
    assert (planned(window), page.header.line) == ("a.csv", "1 more file waits")


def test_a_folder_without_such_files_says_what_it_is(window: Window, house: House, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    drop(house, folder)
    page = window.stage.page
    assert isinstance(page, ImportsPage)
    assert page.banner.text == "pictures is a folder. Take the files you want from it."


def test_a_picture_among_the_files_holds_none_of_them_up(window: Window, house: House, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    assert drag(window.shell, carrying(photo)) is None  # that is for a place on a page
    assert drag(window.shell, carrying(photo, EXPORT)) is not None
    drop(house, photo, EXPORT)
    page = window.stage.page
    assert isinstance(page, ImportsPage)
    assert planned(window) == EXPORT.name
    assert page.banner.text.startswith("photo.jpg is a picture (JPEG). Give a table")


def test_what_is_no_file_is_not_taken(window: Window) -> None:
    link, words = QMimeData(), QMimeData()
    link.setUrls([QUrl("https://shop.example/orders.csv")])
    words.setText("orders")
    assert (drag(window.shell, link), drag(window.shell, words)) == (None, None)


def test_a_window_whose_shop_did_not_open_takes_nothing(house: House) -> None:
    def closed() -> None:
        raise StoreUnavailable(msg("The server does not answer."))

    house.opener = closed
    house.open()
    assert drag(house.shell, carrying(EXPORT)) is None


@pytest.mark.parametrize(("answer", "name"), [("Save", "Anna Kalniņa"), ("Drop changes", "Anna")])
def test_a_file_dropped_on_unsaved_words_opens_once_they_are_kept_or_dropped(
    window: Window, house: House, answer: str, name: str
) -> None:
    page = half_typed(window, house)
    drop(house, EXPORT)
    assert window.stage.name == "customers"
    press(page.record, answer)
    house.settle()
    house.settle()
    assert planned(window) == EXPORT.name
    assert page.model.row(0).name == name  # type: ignore[union-attr]


def test_who_goes_on_editing_is_told_that_the_file_was_not_opened(window: Window, house: House) -> None:
    page = half_typed(window, house)
    drop(house, EXPORT)
    press(page.record, "Go on editing")
    assert window.stage.banner.text == "Not opened: shopify_orders.csv. Drop it here again when this is done."
    page.record.save()
    house.settle()
    assert window.stage.name == "customers"  # it was said: nothing comes up later by itself


def test_words_that_cannot_be_kept_keep_the_file_waiting(window: Window, house: House) -> None:
    page = half_typed(window, house)
    assert page.record.form is not None
    type_text(page.record.form.box("email").input, "nonsense")
    drop(house, EXPORT)
    press(page.record, "Save")
    house.settle()
    assert window.stage.name == "customers"
    press(page.record, "Drop changes")
    house.settle()
    assert planned(window) == EXPORT.name


def test_any_page_asked_for_over_unsaved_words_is_gone_to_after_the_answer(window: Window, house: House) -> None:
    page = half_typed(window, house)
    window.navigate("orders")
    press(page.record, "Save")
    house.settle()
    assert window.stage.name == "orders"
    found: list[int] = []
    window.work.ask(lambda shop: len(customer_ids(shop)), then=found.append)
    house.settle()
    assert found == [1]


def test_the_window_closes_after_the_answer_to_its_question(window: Window, house: House, qtbot: Any) -> None:
    page = half_typed(window, house)
    house.shell.close()
    assert house.shell.isVisible()
    press(page.record, "Go on editing")
    qtbot.wait(20)
    assert house.shell.isVisible()
    window.switch("/other.db")
    assert house.shell.isVisible()
    press(page.record, "Save")
    qtbot.waitUntil(lambda: not house.shell.isVisible(), timeout=5_000)
    assert window.next_location == "/other.db"
    shop = open_shop(house.location)
    assert shop.sql("SELECT family FROM customer") == [("Kalniņa",)]
    shop.close()


def test_a_file_dropped_on_another_ones_plan_waits_and_is_counted(window: Window, house: House, tmp_path: Path) -> None:
    later = tmp_path / "later.csv"
    later.write_bytes(EXPORT.read_bytes().replace(b"#10", b"#99"))
    drop(house, EXPORT)
    drop(house, later)
    page = window.stage.page
    assert page is not None
    assert (planned(window), page.header.line) == (EXPORT.name, "1 more file waits")
    press(page, "Skip")
    house.settle()
    assert planned(window) == "later.csv"


def test_files_that_wait_are_named_and_can_all_be_left(window: Window, house: House, tmp_path: Path) -> None:
    names = ("a.csv", "b.csv", "c.csv")
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(EXPORT.read_bytes().replace(b"#10", b"#9%d" % number))
    drop(house, tmp_path)
    page = window.stage.page
    assert isinstance(page, ImportsPage)
    assert page.waiting.names.text() == "Next: b.csv, c.csv"
    press(page, "Leave these")
    assert (planned(window), page.header.line) == ("a.csv", "nothing is written yet")
    assert not page.waiting.isVisible()
    press(page, "Cancel")
    house.settle()
    assert (planned(window), page.header.title) == ("", "Import")
