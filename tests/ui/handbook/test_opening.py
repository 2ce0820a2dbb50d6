"""F1 opens the page for where one is: a page, a card of it, a dialog, the first start."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions.settings import set_settings
from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.store.connect import open_shop
from desktop_app.ui.handbook.book import Book
from desktop_app.ui.handbook.places import page_for
from desktop_app.ui.handbook.reader import Reader
from tests.made import TODAY
from tests.ui.around import House

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")


@pytest.fixture
def lived_in(house: House) -> House:
    """A shop that has a name, on its first page."""
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor="Boriss")
    shop.close()
    house.settings.remember(f"welcomed.{house.location}", True)
    house.open()
    return house


def asked(house: House, window: QWidget) -> str:
    with house.qtbot.waitActive(window):
        window.activateWindow()
    house.qtbot.keyClick(window, Qt.Key.Key_F1)
    house.qtbot.waitUntil(lambda: window.findChild(Reader) is not None)
    reader = window.findChild(Reader)
    assert reader is not None
    page = reader.page
    reader.close()
    house.qtbot.waitUntil(lambda: window.findChild(Reader) is None)
    return page


def test_every_page_of_the_sidebar_opens_its_own(lived_in: House) -> None:
    window, pages = lived_in.window, []
    for name in ("today", "customers", "complaints", "paper", "settings"):
        window.navigate(name)
        lived_in.settle()
        pages.append(asked(lived_in, lived_in.shell))
    assert pages == ["morning", "find-anybody", "complaint-next", "other-papers", "settings"]


def test_a_card_of_the_settings_opens_its_own(lived_in: House) -> None:
    lived_in.window.navigate("settings")
    lived_in.settle()
    page: Any = lived_in.window.stage.page
    assert page_for(page.carriers) == "promises"
    assert (
        page_for(next(form for group, form in page.forms.items() if group.page == "set-up-e-mail")) == "set-up-e-mail"
    )


def test_a_dialog_hears_the_key_too(lived_in: House) -> None:
    lived_in.window._show_history()
    lived_in.settle()
    dialog = next(found for found in lived_in.shell.findChildren(QDialog))
    lived_in.qtbot.waitActive(dialog)
    assert asked(lived_in, dialog) == "undo"
    dialog.reject()


def test_asked_again_the_window_turns_to_the_page(lived_in: House) -> None:
    window = lived_in.window
    window._help()
    window.navigate("products")
    lived_in.settle()
    window._help()
    readers = lived_in.shell.findChildren(Reader)
    assert [reader.page for reader in readers] == ["products"]
    assert readers[0].back.isEnabled()
    readers[0].close()


def test_asked_again_in_another_language_it_is_in_that(lived_in: House) -> None:
    window = lived_in.window
    window._help()
    lived_in.settings.set(DESK_LANGUAGE, "lv")
    window.rebuild()
    lived_in.settle()
    window._help()
    lived_in.qtbot.waitUntil(lambda: len(lived_in.shell.findChildren(Reader)) == 1)
    [reader] = lived_in.shell.findChildren(Reader)
    assert reader.windowTitle() == "Rokasgrāmata"
    assert reader.view.toPlainText().startswith(Book(Language.LV).title("morning"))
    reader.close()


def test_a_place_of_no_page_of_its_own_leads_to_the_first(lived_in: House) -> None:
    assert page_for(QWidget(lived_in.shell), None) == "start"


def test_the_first_questions_have_a_page(house: House) -> None:
    window = house.open()
    assert house.shell.cover is not None
    assert asked(house, house.shell) == "start"
    assert window.stage.page is None
