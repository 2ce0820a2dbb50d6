"""The wizard for several desks: from a file to a server in three steps, and back to a file by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.actions.customers import add_customer
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.servers import Role
from desktop_app.paths import with_password
from desktop_app.queries import Shop
from desktop_app.store.connect import open_shop
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.server_dialog import ServerDialog
from desktop_app.ui.theme.theme import Theme
from tests.conftest import Server
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


def names(shop: Shop) -> list[str]:
    return [given for (given,) in shop.sql("SELECT given FROM customer ORDER BY id")]


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """An empty database, with what the wizard makes for it taken away again."""
    address = server.empty()
    name = urlsplit(address).path[1:]
    server.forget_roles_of(address)
    server.forget(f"{name}_desk", f"{name}_bench")
    yield address
    server.drop(address)


@pytest.fixture
def dialog(page: SettingsPage, house: House) -> ServerDialog:
    page.server.button.click()
    found = house.shell.findChild(ServerDialog)
    assert isinstance(found, ServerDialog)
    return found


def fill(dialog: ServerDialog, address: str, **others: Any) -> None:
    parts = urlsplit(address)
    values = {
        "host": parts.hostname, "database": parts.path[1:], "port": parts.port, "user": parts.username,
        "password": parts.password, "certificate": "",
    }  # fmt: skip
    dialog.server.set_value({**values, **others})


def wait_for_step(house: House, dialog: ServerDialog, step: int) -> None:
    house.qtbot.waitUntil(lambda: dialog.steps.currentIndex() == step, timeout=20_000)


def test_enter_goes_on_and_what_was_wrong_before_is_said_no_longer(
    dialog: ServerDialog, house: House, empty: str
) -> None:
    fill(dialog, empty, password="nearly")
    house.qtbot.keyClick(dialog.server.box("password"), Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: not dialog.banner.isHidden(), timeout=20_000)
    fill(dialog, empty)
    house.qtbot.keyClick(dialog.server.box("password"), Qt.Key.Key_Return)
    wait_for_step(house, dialog, 1)
    assert dialog.banner.isHidden()


def test_a_shop_is_set_up_moved_and_opened_there(
    dialog: ServerDialog, house: House, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring: dict[str, str] = {}
    monkeypatch.setattr("desktop_app.actions.passwords.keep_password", lambda place, word: ring.update({place: word}))
    house.window.work.change(add_customer, CustomerFields(given="Anna"))
    house.settle()
    fill(dialog, empty)
    dialog.next.click()
    wait_for_step(house, dialog, 1)
    assert "a shop can be made in it" in dialog.found.text()
    dialog.next.click()
    wait_for_step(house, dialog, 2)
    owner, bench = dialog.logins[Role.OWNER], dialog.logins[Role.PACKER]
    assert owner.password in dialog.shown.text()
    assert bench.password in dialog.shown.text()
    assert "copied and compared" in dialog.shown.text()
    assert ring == {dialog.owners: owner.password}
    moved = open_shop(with_password(dialog.owners, owner.password))
    assert names(moved) == ["Anna"]
    moved.close()
    assert kept(house, names) == ["Anna"]  # the old one stays
    dialog.copy.click()
    assert owner.password in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    shown = dialog.owners
    dialog.next.click()
    assert house.window.next_location == shown
    assert house.settings.recall("shop") == shown
    assert owner.password not in str(vars(house.settings))


def test_passwords_shown_once_are_not_closed_by_a_stray_esc(dialog: ServerDialog, house: House, empty: str) -> None:
    fill(dialog, empty)
    dialog.next.click()
    wait_for_step(house, dialog, 1)
    dialog.people.box("keep").input.set_value(False)
    dialog.next.click()
    dialog.reject()  # while the logins are made
    assert dialog.isVisible()
    wait_for_step(house, dialog, 2)
    dialog.reject()
    assert dialog.isVisible()
    assert "shown only now" in dialog.banner.text
    dialog.reject()
    assert not dialog.isVisible()


def test_what_is_wrong_is_said_and_nothing_made(dialog: ServerDialog, house: House, empty: str) -> None:
    fill(dialog, empty, password="wrong")
    dialog.next.click()
    house.qtbot.waitUntil(lambda: "did not accept the user name or password" in dialog.banner.text, timeout=20_000)
    fill(dialog, empty, database="")
    dialog.next.click()
    assert dialog.steps.currentIndex() == 0
    fill(dialog, empty)
    dialog.next.click()
    wait_for_step(house, dialog, 1)
    dialog.people.box("packers password").input.set_value("short")
    dialog.next.click()
    assert dialog.steps.currentIndex() == 1
    shop = open_shop(empty)
    assert shop.sql("SELECT count(*) FROM pg_roles WHERE rolname = current_database() || '_packer'") == [(0,)]
    shop.close()


def test_a_login_that_may_not_is_kept_from_going_on(
    dialog: ServerDialog, house: House, empty: str, server: Server
) -> None:
    fill(dialog, server.login(empty))
    dialog.next.click()
    wait_for_step(house, dialog, 1)
    assert "may not create tables and roles" in dialog.found.text()
    assert not dialog.next.isEnabled()
    dialog.back.click()
    assert dialog.steps.currentIndex() == 0


def test_from_a_server_the_shop_is_copied_to_a_file(qtbot: Any, theme: Theme, server: Server, tmp_path: Path) -> None:
    address = server.ready()
    shop = open_shop(address)
    add_customer(shop, CustomerFields(given="Zoe"), actor="Anna")
    shop.close()
    house = House(qtbot, theme, address)
    settings_window = house.open()
    settings_window.navigate("settings")
    house.settle()
    shown = settings_window.stage.page
    assert isinstance(shown, SettingsPage)
    file = tmp_path / "back.db"
    shown.server.copy_to(file)
    qtbot.waitUntil(lambda: settings_window.next_location == str(file), timeout=20_000)
    house.close()
    back = open_shop(file)
    assert names(back) == ["Zoe"]
    back.close()
    server.drop(address)
