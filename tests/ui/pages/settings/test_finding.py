from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.mail_settings import MAIL_SERVER
from desktop_app.ui.pages.settings.groups import MAIL, PEOPLE, SHOP
from desktop_app.ui.pages.settings.page import SettingsPage
from tests.ui.around import House
from tests.ui.pages.settings.test_page import furnish
from tests.ui.widgets.typing_in import type_in


@pytest.fixture
def page(house: House) -> SettingsPage:
    furnish(house)
    house.open().navigate("settings")
    house.settle()
    assert isinstance(house.window.stage.page, SettingsPage)
    return house.window.stage.page


def test_only_the_cards_that_say_it_stay_whatever_the_letters_size_and_marks(house: House, page: SettingsPage) -> None:
    house.qtbot.keyClick(page, Qt.Key.Key_Slash)
    assert page.finding.box.edit.hasFocus()
    type_in(page.finding.box.edit, "STARTtls")
    assert page.forms[MAIL].isVisibleTo(page)
    assert not page.forms[SHOP].isVisibleTo(page)
    assert not page.desk_card.isVisibleTo(page)
    house.qtbot.keyClick(page.finding.box.edit, Qt.Key.Key_Escape)
    assert page.forms[SHOP].isVisibleTo(page)
    assert page.desk_card.isVisibleTo(page)


def test_enter_goes_into_what_was_found(house: House, page: SettingsPage) -> None:
    type_in(page.finding.box.edit, "certificate")
    house.qtbot.keyClick(page.finding.box.edit, Qt.Key.Key_Return)
    assert page.forms[MAIL].box(MAIL_SERVER.key).input.hasFocus()


def test_a_word_that_no_setting_says_is_told(house: House, page: SettingsPage) -> None:
    type_in(page.finding.box.edit, "zzz")
    assert page.finding.nothing.isVisibleTo(page)
    assert not page.forms[PEOPLE].isVisibleTo(page)
    page.finding.clear()
    assert not page.finding.nothing.isVisibleTo(page)


def test_what_is_refused_comes_into_sight_again(house: House, page: SettingsPage) -> None:
    server = page.forms[MAIL].box(MAIL_SERVER.key).input
    server.setText("not a server")
    server.edited.emit()
    type_in(page.finding.box.edit, "birthday")
    assert not page.forms[MAIL].isVisibleTo(page)
    page.save()
    house.settle()
    assert page.forms[MAIL].isVisibleTo(page)
    assert page.forms[MAIL].box(MAIL_SERVER.key).error


def test_another_page_that_leads_here_finds_its_card(house: House, page: SettingsPage) -> None:
    type_in(page.finding.box.edit, "birthday")
    house.window.navigate("settings", at="mail")
    house.settle()
    assert page.forms[MAIL].isVisibleTo(page)
