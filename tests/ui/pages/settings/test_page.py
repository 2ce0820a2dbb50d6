from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from desktop_app.actions.backups import backup
from desktop_app.actions.settings import set_settings
from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_PERSON, DESK_THEME
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.settings import BIRTHDAY_LEAD, HANDLING_DAYS, SHOP_LOGO, SHOP_NAME
from desktop_app.i18n import msg
from desktop_app.queries.settings import settings
from desktop_app.store.connect import open_shop
from desktop_app.store.snapshots import backups
from desktop_app.ui.pages.settings.desk_card import DeskCard
from desktop_app.ui.pages.settings.groups import MAIL, MESSAGES, MISSION, PEOPLE, PERSON, PROMISE, SHOP
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.restore import RestoreDialog
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import DARK, Mode
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.window import Window
from tests.made import TODAY
from tests.ui.around import House
from tests.ui.widgets.typing_in import type_in


def furnish(house: House) -> None:
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals", HANDLING_DAYS: 4}, actor="test")
    shop.close()


@pytest.fixture
def window(house: House) -> Window:
    furnish(house)
    window = house.open()
    window.navigate("settings")
    house.settle()
    return window


@pytest.fixture
def page(window: Window) -> SettingsPage:
    assert isinstance(window.stage.page, SettingsPage)
    return window.stage.page


def kept(house: House, question: Any) -> Any:
    found: list[Any] = []
    house.window.work.ask(question, then=found.append)
    house.settle()
    return found[0]


def edit(page: SettingsPage, group: Any, setting: Any, text: str) -> None:
    field = page.forms[group].box(setting.key).input
    field.setText(text)
    field.edited.emit()


def test_what_is_kept_stands_there_and_there_is_nothing_to_save(page: SettingsPage) -> None:
    assert page.forms[SHOP].value()[SHOP_NAME.key] == "Mazais veikals"
    assert page.forms[PROMISE].value()[HANDLING_DAYS.key] == 4
    assert page.forms[PERSON].value()[DESK_PERSON.key] == "Ilze"
    assert (page.dirty, page.save_button.isEnabled()) == (False, False)


def test_save_keeps_all_cards_in_one_change_that_can_be_undone(page: SettingsPage, house: House) -> None:
    edit(page, SHOP, SHOP_NAME, "Lielais veikals")
    edit(page, PEOPLE, BIRTHDAY_LEAD, "21")
    edit(page, PERSON, DESK_PERSON, "Inese")
    page.save_button.click()
    house.settle()
    values = kept(house, settings)
    assert (values[SHOP_NAME], values[BIRTHDAY_LEAD], house.settings.get(DESK_PERSON)) == (
        "Lielais veikals",
        21,
        "Inese",
    )
    assert not page.dirty
    house.window.undoing.undo()
    house.settle()
    assert kept(house, settings)[SHOP_NAME] == "Mazais veikals"
    assert page.forms[SHOP].value()[SHOP_NAME.key] == "Mazais veikals"


def test_a_value_that_cannot_be_is_marked_at_its_field(page: SettingsPage, house: House) -> None:
    edit(page, PEOPLE, BIRTHDAY_LEAD, "999")
    page.save_button.click()
    house.settle()
    assert page.forms[PEOPLE].box(BIRTHDAY_LEAD.key).error
    assert kept(house, settings)[BIRTHDAY_LEAD] == BIRTHDAY_LEAD.default


def test_a_change_elsewhere_does_not_take_away_what_is_being_typed(page: SettingsPage, house: House) -> None:
    edit(page, SHOP, SHOP_NAME, "Half typ")
    house.window.work.change(set_settings, {HANDLING_DAYS: 9})
    house.settle()
    assert page.forms[SHOP].box(SHOP_NAME.key).input.text() == "Half typ"


def test_unsaved_settings_are_not_left_without_a_word(page: SettingsPage, window: Window, house: House) -> None:
    edit(page, SHOP, SHOP_NAME, "Other")
    window.navigate("today")
    assert window.stage.name == "settings"
    assert window.stage.banner.text
    page.drop()
    house.settle()
    window.navigate("today")
    assert window.stage.name == "today"


def test_esc_drops_changed_settings_and_goes_where_a_person_wanted_to(
    page: SettingsPage, window: Window, house: House, qtbot: Any
) -> None:
    edit(page, SHOP, SHOP_NAME, "Other")
    window.navigate("customers")
    assert "press Esc" in window.stage.banner.text
    qtbot.keyClick(page.save_button, Qt.Key.Key_Escape)
    house.settle()
    assert window.stage.name == "customers"
    assert page.forms[SHOP].value()[SHOP_NAME.key] != "Other"


def test_who_types_on_after_the_question_stays(page: SettingsPage, window: Window, house: House) -> None:
    edit(page, SHOP, SHOP_NAME, "Other")
    window.navigate("customers")
    edit(page, SHOP, SHOP_NAME, "Another")
    page.save()
    house.settle()
    assert window.stage.name == "settings"


def test_appearance_is_in_force_at_once(page: SettingsPage, house: House, theme: Theme) -> None:
    choice = page.findChild(DeskCard).theme
    choice.set_value("dark")
    choice.edited.emit()
    try:
        assert theme.colours is DARK
        assert house.settings.get(DESK_THEME) == "dark"
    finally:
        theme.choose(Mode.LIGHT)


def test_the_language_is_in_force_at_once(page: SettingsPage, window: Window, house: House) -> None:
    choice = page.findChild(DeskCard).language
    choice.set_value("lv")
    choice.edited.emit()
    house.settle()
    assert house.settings.get(DESK_LANGUAGE) == "lv"
    assert window.stage.page is not None
    assert window.stage.page.header.title == "Iestatījumi"
    assert window.stage.page.findChild(DeskCard).language.hasFocus()  # and the arrows go on choosing


def test_another_language_waits_while_settings_are_not_saved(page: SettingsPage, window: Window, house: House) -> None:
    form = next(form for form in page.forms.values() if any(field.key == "shop.name" for field in form.fields))
    type_in(form.box("shop.name").input, "Lina")
    choice = page.findChild(DeskCard).language
    choice.set_value("lv")
    choice.edited.emit()
    house.settle()
    assert "not saved yet" in window.stage.banner.text
    assert (house.settings.get(DESK_LANGUAGE), choice.value()) == ("en", "en")
    assert "Lina" in form.value()["shop.name"]
    page.drop()
    house.settle()


def test_a_logo_is_seen_before_and_after_it_is_kept(
    page: SettingsPage, window: Window, house: House, tmp_path: Path
) -> None:
    picture = QImage(30, 30, QImage.Format.Format_RGB32)
    picture.fill(0x2C7048)
    picture.save(str(tmp_path / "logo.png"))
    page.logo.take(tmp_path / "logo.png")
    assert page.save_button.isEnabled()
    page.save_button.click()
    house.settle()
    assert kept(house, settings)[SHOP_LOGO] > 0
    assert window.desk.logo == (tmp_path / "logo.png").read_bytes()
    page.logo.take(None)
    page.save_button.click()
    house.settle()
    assert kept(house, settings)[SHOP_LOGO] == 0


def test_a_backup_is_made_by_hand_and_listed(page: SettingsPage, window: Window, house: House) -> None:
    page.backups.back_up.click()
    house.settle()
    assert len(backups(house.location)) == 1
    said = [label.text() for label in page.backups.findChildren(Label)]
    assert any("made by hand" in text for text in said)
    assert "verified" in window.stage.banner.text


def test_restoring_names_the_file_and_closes_the_shop_for_it(page: SettingsPage, window: Window, house: House) -> None:
    page.backups.back_up.click()
    house.settle()
    page.backups.bring_back.click()
    dialog = window.shell.findChild(RestoreDialog)
    house.settle()
    house.qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=5000)
    assert dialog.list.selected_ids() == [dialog.model.id_at(0)]  # the newest
    assert dialog.list.hasFocus()
    dialog.go.click()
    assert (window.next_location, window.restore_from) == (house.location, str(backups(house.location)[0].file))
    assert not window.shell.isVisible()


def test_every_shop_setting_has_its_place(page: SettingsPage) -> None:
    from desktop_app.domain.all_settings import ALL
    from desktop_app.domain.desk_settings import (
        BENCH_PREFIX,
        BENCH_SOUND,
        BENCH_SUFFIX,
        DESK_PRINTER,
        DESK_PRINTERS,
        DESK_TEXT,
        WATCHED_FOLDER,
    )
    from desktop_app.domain.paper_settings import DESIGNS, LABEL_STOCK, ONLY_OWNED, SHEET_STOCK, STOCK
    from desktop_app.domain.settings import CLOSED_DAYS

    shown = {setting for group in page.forms for setting in group.settings}
    paper = {*DESIGNS.values(), STOCK, LABEL_STOCK, SHEET_STOCK, ONLY_OWNED}  # they are on the Paper page
    desk = {DESK_PRINTER, DESK_PRINTERS, DESK_LANGUAGE, DESK_THEME, DESK_TEXT, BENCH_PREFIX, BENCH_SUFFIX, BENCH_SOUND}
    assert not shown & desk  # in force at once, each in one card
    elsewhere = {SHOP_LOGO, CLOSED_DAYS, WATCHED_FOLDER, *paper, *desk}  # the folder is chosen on the Import page
    assert set(ALL) - shown - elsewhere == set()


@pytest.mark.parametrize("place", ["messages", "mail"])
def test_other_pages_lead_to_a_card(page: SettingsPage, place: str) -> None:
    page.open(at=place)
    here = page.window().focusWidget()
    assert here is not None
    assert page.forms[{"messages": MESSAGES, "mail": MAIL}[place]].isAncestorOf(here)


def test_the_menu_of_contents_leads_to_each_card(page: SettingsPage) -> None:
    entries = {entry.text(): entry for entry in page.finding.contents.menu().actions()}
    assert len(entries) == len(page.finding._cards)  # cards with the same title are told apart by what they are for
    assert {"Your shop", "Backups", "Packing bench · which orders come to it"} <= set(entries)
    page.finding.box.edit.setText("backup")
    entries["Mission"].trigger()
    assert page.filter_box is not None
    assert page.filter_box.text() == ""
    card = page.cards[MISSION]
    assert card.isAncestorOf(page.window().focusWidget())
    assert card.mapTo(page, QPoint(0, 0)).y() < page.height() / 2


def test_the_signature_is_found_before_there_is_a_packer(page: SettingsPage) -> None:
    page.finding.box.edit.setText("signature")
    assert not page.packers.isHidden()
    assert page.finding.nothing.isHidden()


def test_backups_that_came_by_themselves_are_there_when_the_page_is_shown(
    page: SettingsPage, window: Window, house: House
) -> None:
    window.navigate("orders")
    window.work.ask(backup)
    house.settle()
    window.navigate("settings")
    house.settle()
    assert any("made by hand" in label.text() for label in page.backups.findChildren(Label))


def test_every_language_is_named_in_itself(page: SettingsPage) -> None:
    choice = page.findChild(DeskCard).language
    assert [choice.itemText(place) for place in range(choice.count())] == ["English", "Русский", "Latviešu"]


def test_settings_that_did_not_come_cannot_be_kept(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_: Any) -> Any:
        raise StoreUnavailable(msg("The server does not answer."))

    furnish(house)
    window = house.open()
    monkeypatch.setattr("desktop_app.queries.settings.settings", away)
    window.navigate("settings")
    house.settle()
    page = window.stage.page
    assert isinstance(page, SettingsPage)
    shown = page.content.currentWidget()
    assert shown is not page.content.content
    said = [label.text() for label in shown.findChildren(Label)]
    assert "The server does not answer." in said
    page.save()
    house.settle()
    monkeypatch.undo()
    assert kept(house, settings)[HANDLING_DAYS] == 4
    window.navigate("today")
    window.navigate("settings")
    house.settle()
    assert page.content.currentWidget() is page.content.content
    assert page.forms[PROMISE].box(HANDLING_DAYS.key).input.text() == "4"


def test_what_another_desk_set_meanwhile_stays(page: SettingsPage, house: House) -> None:
    house.window.work.change(set_settings, {HANDLING_DAYS: 9}, then=lambda _: None)
    edit(page, SHOP, SHOP_NAME, "Sweet Peas")
    page.save()
    house.settle()
    values = kept(house, settings)
    assert (values[HANDLING_DAYS], values[SHOP_NAME]) == (9, "Sweet Peas")


def test_every_one_of_several_boxes_is_read_by_its_own_name(page: SettingsPage) -> None:
    named = [box.accessibleName() for box in page.findChildren(CheckInput)]
    assert "Days off in the week: Monday" in named
    assert "Tuesday" in named
