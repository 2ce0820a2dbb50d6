"""A server that wants a password: asked in the window until it is right, and written nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.actions.settings import set_settings
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.paths import with_password
from desktop_app.store.connect import open_shop
from desktop_app.ui.first_start.password import AskPassword
from desktop_app.ui.theme.theme import Theme
from tests.conftest import Server
from tests.made import TODAY
from tests.ui.around import House


@pytest.fixture
def whole(server: Server) -> str:
    """The address of a shop with a name, with its password."""
    address = server.ready()
    shop = open_shop(address)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor="test")
    shop.close()
    return address


@pytest.fixture
def house(qtbot: Any, theme: Theme, whole: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A desk that knows the address alone."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    parts = urlsplit(whole)
    bare = urlunsplit(parts._replace(netloc=f"{parts.username}@{parts.netloc.rpartition('@')[2]}"))
    made = House(qtbot, theme, bare)

    def opener() -> Any:
        return open_shop(with_password(bare, made.typed[-1]) if made.typed else bare, today=lambda: TODAY)

    made.opener = opener
    yield made
    made.close()


def asking(house: House) -> AskPassword:
    cover = house.shell.cover
    assert isinstance(cover, AskPassword)
    return cover


def type_in(house: House, password: str) -> None:
    field = asking(house).password
    assert field.hasFocus()
    house.qtbot.keyClicks(field, password)
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    house.settle()


def test_the_window_asks_and_opens_the_shop_with_the_right_one(house: House, whole: str) -> None:
    house.open()
    assert "wants a password" in asking(house).sentence.text()
    assert asking(house).password.echoMode() is QLineEdit.EchoMode.Password
    assert not asking(house).go.isEnabled()
    type_in(house, "wrong")
    assert "did not accept" in asking(house).sentence.text()
    assert asking(house).password.text() == ""
    password = urlsplit(whole).password or ""
    type_in(house, password)
    house.qtbot.waitUntil(lambda: house.shell.cover is None, timeout=20_000)
    house.settle()
    assert house.shell.windowTitle() == "Mazais veikals"
    house.settings.save()
    assert password not in "".join(house.written)
    assert "wrong" not in "".join(house.written)


def test_it_is_offered_to_be_kept_only_where_there_is_a_keyring(
    house: House, whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.open()
    assert not asking(house).keep.isVisible()
    house.close()
    monkeypatch.setattr("desktop_app.ui.first_start.password.can_keep", lambda: True)
    house.open()
    assert asking(house).keep.isVisible()
    asking(house).keep.click()
    asking(house).password.setFocus()
    type_in(house, urlsplit(whole).password or "")
    assert house.kept == [True]
