"""The note about a file that was written: it opens the file or its folder, and takes back what went with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions.customers import add_customer
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerFields
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import customer_ids
from desktop_app.ui.window import Window
from desktop_app.ui.written_files import WrittenFiles
from tests.ui.around import House

SAID = msg("Saved to {file}: {papers}", file="cards.pdf", papers="2 cards")


@pytest.fixture
def window(house: House) -> Window:
    window = house.open()
    window._welcomed("today")
    house.settle()
    return window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "kept here" / "cards.pdf"
    made.parent.mkdir()
    made.write_bytes(b"%PDF")
    return made


def ways(window: Window) -> dict[str, QAbstractButton]:
    shown = window.stage.banner.findChildren(QAbstractButton)
    return {one.text(): one for one in shown if one.text() and one.isVisibleTo(window.stage.banner)}


def noted(window: Window, *, opens: bool = True) -> tuple[WrittenFiles, list[str]]:
    went: list[str] = []

    def open_url(url: QUrl) -> bool:
        went.append(url.toLocalFile())
        return opens

    return WrittenFiles(window.desk, lambda: window.stage.banner, lambda: window.undoing, open_url=open_url), went


def test_the_file_and_its_folder_are_one_press_away(window: Window, file: Path) -> None:
    files, went = noted(window)
    for press, where in (("Open", file), ("Show in its folder", file.parent)):
        files.say(SAID, file)
        assert list(ways(window)) == ["Open", "Show in its folder"]
        ways(window)[press].click()
        assert went[-1] == str(where)
        assert window.stage.banner.isHidden()


def test_what_was_changed_with_it_is_taken_back_from_the_same_note(window: Window, house: House, file: Path) -> None:
    done: list[Changes] = []
    window.work.change(add_customer, CustomerFields(given="Anna"), then=lambda made: done.append(made[1]))
    house.settle()
    files, went = noted(window)
    files.say(SAID, file, done[0])
    ways(window)["Undo"].click()
    house.settle()
    left: list[Any] = []
    window.work.ask(customer_ids, then=left.append)
    house.settle()
    assert ([list(ids) for ids in left], went) == ([[]], [])


@pytest.mark.parametrize("gone", [False, True], ids=["no program for it", "moved away"])
def test_a_file_that_does_not_open_is_told_with_its_place(window: Window, file: Path, gone: bool) -> None:
    files, _ = noted(window, opens=False)
    files.say(SAID, file)
    if gone:
        file.unlink()
    ways(window)["Open"].click()
    assert window.stage.banner.text == f"“cards.pdf” did not open here. Look for it in “{file.parent}”."
