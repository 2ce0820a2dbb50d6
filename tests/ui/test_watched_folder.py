"""The folder exports land in: a new file is offered quietly, once, and never taken by itself."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import current_thread
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions import watched
from desktop_app.domain.desk_settings import WATCHED_FOLDER
from desktop_app.domain.watching import SINCE
from desktop_app.queries.imports import import_rows
from desktop_app.queries.orders import order_ids
from desktop_app.ui.watched_folder import left_marks
from tests.ui.around import House
from tests.ui.pages.around import press, texts

DATA = Path(__file__).parents[1] / "data"
FILE = "shopify_orders.csv"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for exports; what comes into it counts as written at once."""
    monkeypatch.setattr(watched, "SETTLES", 0.0)
    made = tmp_path / "exports"
    made.mkdir()
    return made


def begun(house: House, folder: Path | None) -> House:
    """A window whose desk watches the folder; the shop's first questions are answered."""
    if folder is not None:
        house.settings.set(WATCHED_FOLDER, str(folder))
        house.settings.remember(SINCE, 0.0)
    house.settings.remember(f"welcomed.{house.location}", True)
    house.open()
    return house


def shown(house: House) -> Any:
    """The page the window shows."""
    return house.window.stage.page


def watcher(house: House) -> Any:
    """What follows the folder; None where none is watched."""
    return house.window.folder._watcher


def said(house: House) -> str:
    return house.window.stage.banner.text


def test_nothing_is_watched_until_a_folder_is_chosen(house: House, folder: Path) -> None:
    shutil.copy(DATA / FILE, folder)
    begun(house, None)
    assert said(house) == ""
    assert watcher(house) is None
    house.window.navigate("imports")
    house.settle()
    page = shown(house)
    assert "off" in texts(page)


def test_what_came_while_the_window_was_closed_is_offered_and_not_taken(house: House, folder: Path) -> None:
    shutil.copy(DATA / FILE, folder)
    begun(house, folder)
    assert said(house) == f"{FILE} has come into exports."
    asked: list[int] = []
    house.window.work.ask(lambda shop: len(order_ids(shop)), then=asked.append)
    house.settle()
    assert asked == [0]
    house.window.stage.banner._button.click()
    house.settle()
    page = shown(house)
    assert page.header.title == f"Import {FILE}"
    assert page.header.line == "nothing is written yet"


def test_a_file_that_comes_now_is_offered_once_and_listed(house: House, folder: Path) -> None:
    begun(house, folder)
    assert said(house) == ""
    shutil.copy(DATA / FILE, folder)
    house.qtbot.waitUntil(lambda: bool(said(house)), timeout=5_000)
    house.window.stage.banner.dismiss()
    house.window.folder.look()
    house.settle()
    assert said(house) == ""
    house.window.navigate("imports")
    house.settle()
    assert FILE in texts(shown(house))


def test_files_are_read_beside_the_shops_questions_not_before_them(
    house: House, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, asking, examine, asked = set(), set(), watched.examine, watched.was_imported
    monkeypatch.setattr(watched, "examine", lambda path: (reading.add(current_thread()), examine(path))[1])
    monkeypatch.setattr(watched, "was_imported", lambda *of: (asking.add(current_thread()), asked(*of))[1])
    shutil.copy(DATA / FILE, folder)
    begun(house, folder)
    assert "shopify_orders.csv" in said(house)
    assert len(reading) == len(asking) == 1
    assert reading.isdisjoint(asking)


def test_a_file_nobody_wants_stays_away(house: House, folder: Path) -> None:
    shutil.copy(DATA / FILE, folder)
    begun(house, folder)
    house.window.navigate("imports")
    house.settle()
    page = shown(house)
    buttons = page.findChildren(QAbstractButton)
    put_away = next(button for button in buttons if button.text() == "Not this one" and button.isVisible())
    put_away.setFocus()
    put_away.click()
    house.settle()
    assert FILE not in texts(page)
    assert said(house) == ""  # the line at the foot does not go on about it
    assert page.zone.invitation.button.hasFocus()
    assert len(left_marks(house.settings)) == 1
    os.utime(folder / FILE)  # written anew it is another file
    house.window.folder.look()
    house.settle()
    assert FILE in texts(page)


def test_an_import_of_it_takes_it_off_the_list(house: House, folder: Path) -> None:
    shutil.copy(DATA / FILE, folder)
    begun(house, folder)
    house.window.navigate("imports")
    house.settle()
    page = shown(house)
    press(page, "Show the plan")
    house.settle()
    page.primary.click()
    house.settle()
    house.window.navigate("imports")
    house.settle()
    assert not any("Show the plan" in text for text in texts(page))
    rows: list[int] = []
    house.window.work.ask(lambda shop: len(import_rows(shop)), then=rows.append)
    house.settle()
    assert rows == [1]


def test_watching_begins_and_ends_on_the_page(house: House, folder: Path) -> None:
    begun(house, None)
    house.window.navigate("imports")
    house.settle()
    page = shown(house)
    card = page.start.watched
    card.watch(str(folder))
    house.settle()
    assert watcher(house).directories() == [str(folder)]
    assert page.start.watched is not card
    press(page, "Stop")
    house.settle()
    assert watcher(house).directories() == []
    assert house.settings.get(WATCHED_FOLDER) == ""


def test_a_folder_that_is_gone_is_said_to_be(house: House, folder: Path) -> None:
    begun(house, folder)
    folder.rmdir()
    house.window.navigate("imports")
    house.settle()
    assert f"{folder} is not there now." in texts(shown(house))
