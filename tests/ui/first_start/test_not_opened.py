"""A shop that does not open: the filled button is the way out that fits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui.first_start.not_opened import NotOpened
from desktop_app.ui.pages.settings.restore import RestoreDialog
from desktop_app.ui.widgets.buttons import Button
from tests.ui.around import House

QUITE = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(house: House) -> NotOpened:
    window = house.open(ready=False)
    house.qtbot.waitUntil(lambda: isinstance(window.shell.cover, NotOpened), timeout=20_000)
    house.settle()
    cover = window.shell.cover
    assert isinstance(cover, NotOpened)
    return cover


def buttons(cover: NotOpened) -> dict[str, str]:
    return {one.text(): one.property("kind") for one in cover.findChildren(Button)}


def backed_up(house: House) -> None:
    """The shop was used and closed before: a backup lies beside it."""
    window = house.open()
    window.shell.cover.form.box("shop.name").input.setText("Mazais veikals")  # type: ignore[union-attr]
    window.shell.cover.empty.click()  # type: ignore[union-attr]
    house.settle()
    house.close()


@pytest.mark.parametrize("ruin", [b"", b"no shop any more, but a photo" * 400], ids=["empty", "photo"])
def test_a_ruined_shop_with_a_backup_leads_to_the_backup(house: House, ruin: bytes) -> None:
    backed_up(house)
    Path(house.location).write_bytes(ruin)
    cover = opened(house)
    assert buttons(cover) == {
        "Restore a backup": "primary", "Try again": "quiet", "Open another shop…": "quiet", "Quit": "quiet",
    }
    assert "restore the newest backup" in cover.sentence.text()
    assert cover.newest.text().startswith("Newest backup: ")
    assert cover.first is not None
    assert cover.first.hasFocus()
    cover.first.click()
    house.settle()
    dialog = house.shell.findChild(RestoreDialog)
    assert dialog is not None
    assert dialog.model.rowCount() == 1
    dialog.reject()


def test_a_ruined_shop_without_a_backup_can_only_be_tried_again_or_left_for_another(house: House) -> None:
    Path(house.location).write_bytes(b"no shop any more, but a photo" * 400)
    cover = opened(house)
    assert buttons(cover)["Try again"] == "primary"
    assert not cover.newest.isVisible()


def test_a_server_that_does_not_answer_is_tried_again_not_restored_over(house: House, tmp_path: Path) -> None:
    house.location, house.sample = "postgresql://cordial@127.0.0.1:1/shop", str(tmp_path / "sample.db")
    cover = opened(house)
    assert "does not answer" in cover.sentence.text()
    assert buttons(cover) == {"Try again": "primary", "Open another shop…": "quiet", "Quit": "quiet"}


@QUITE
def test_another_file_can_be_opened_instead(house: House, tmp_path: Path) -> None:
    Path(house.location).write_bytes(b"no shop any more, but a photo" * 400)
    cover = opened(house)
    next(one for one in cover.findChildren(Button) if one.text() == "Open another shop…").click()
    dialog = cover.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "other.db"))
    dialog.close()
    assert house.window.next_location == str(tmp_path / "other.db")


def test_a_shop_opened_instead_that_does_not_open_leads_home(house: House, tmp_path: Path) -> None:
    Path(house.location).write_bytes(b"no shop any more, but a photo" * 400)
    cover = opened(house)
    assert "Back to my own shop" not in buttons(cover)
    home: Any = str(tmp_path / "home.db")
    house.window.desk.home = home
    again = NotOpened(
        house.window.desk, _error(cover), again=house.settle, restore=house.settle, leave=house.settle
    )
    house.shell.set_cover(again)
    next(one for one in again.findChildren(Button) if one.text() == "Back to my own shop").click()
    assert house.window.next_location == home


def _error(cover: NotOpened) -> Any:
    from desktop_app.domain.errors import StoreUnavailable
    from desktop_app.i18n import msg

    return StoreUnavailable(msg("“{place}” is not a shop of Cordial.", place=cover.sentence.text()))
