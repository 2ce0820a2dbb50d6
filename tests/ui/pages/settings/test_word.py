"""The owner says a word to the packers in one line, plans others, and sees who has read what."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.actions.packers import add_packer
from desktop_app.actions.words_of_day import confirm_read
from desktop_app.domain.packers import PackerFields
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer_named
from desktop_app.queries.words_of_day import day_words, unread
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.word_card import WordCard
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import TODAY
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window
from tests.ui.widgets.typing_in import type_in

__all__ = ["page", "window"]  # fixtures
TOMORROW = TODAY + dt.timedelta(1)


@pytest.fixture
def card(page: SettingsPage) -> WordCard:
    return page.word


def words_of(house: House) -> list[tuple[dt.date, dict[Language, str]]]:
    return [(one.day, dict(one.texts)) for one in kept(house, _words)]


def _words(shop: Shop) -> object:
    return day_words(shop, since=TODAY)


def rows(card: WordCard) -> list[str]:
    return [row.accessibleName() for row in card.rows if isinstance(row, DetailRow)]


def test_todays_word_is_one_line_and_enter(card: WordCard, house: House) -> None:
    assert not card.say_button.isEnabled()
    type_in(card.word, "Wrap glass twice")
    house.qtbot.keyClick(card.word, Qt.Key.Key_Return)
    house.settle()
    assert words_of(house) == [(TODAY, {Language.EN: "Wrap glass twice"})]
    assert not card.say_button.isEnabled()
    card.word.clear()
    card.word.edited.emit()
    card.say_button.click()
    house.settle()
    assert words_of(house) == []
    house.window.undoing.undo()
    house.settle()
    assert card.word.value() == "Wrap glass twice"


def test_what_is_typed_stays_while_the_card_asks_anew(card: WordCard, house: House) -> None:
    type_in(card.word, "Half a sen")
    card.refresh()
    house.settle()
    assert card.word.value() == "Half a sen"
    assert card.say_button.isEnabled()


def test_a_word_that_was_not_said_is_not_left_behind(card: WordCard, page: SettingsPage, house: House) -> None:
    type_in(card.word, "Half a sen")
    house.window.navigate("today")
    assert house.window.stage.name == "settings"
    assert "not said yet" in house.window.stage.banner.text
    house.qtbot.keyClick(card.word, Qt.Key.Key_Escape)
    house.settle()
    assert card.word.value() == ""
    house.window.navigate("today")
    assert house.window.stage.name == "today"


def test_a_word_for_a_day_to_come_in_two_languages(card: WordCard, house: House) -> None:
    card.more_button.click()
    [dialog] = house.shell.findChildren(FormDialog)
    assert dialog.form.box("day").input.value() == TOMORROW
    type_in(dialog.form.box("ru").input, "Бумаги мало")
    type_in(dialog.form.box("lv").input, "Papīra maz")
    dialog.save()
    house.settle()
    assert words_of(house) == [(TOMORROW, {Language.RU: "Бумаги мало", Language.LV: "Papīra maz"})]
    assert any("Бумаги мало" in name for name in rows(card))
    assert card.word.value() == ""


def test_a_day_that_is_over_is_said_at_its_field(card: WordCard, house: House) -> None:
    card.edit(None)
    [dialog] = house.shell.findChildren(FormDialog)
    dialog.form.box("day").input.set_value(TODAY - dt.timedelta(1))
    type_in(dialog.form.box("en").input, "Too late")
    dialog.save()
    house.settle()
    assert "is over" in dialog.form.box("day").error
    assert words_of(house) == []


def test_who_has_read_is_seen_as_it_happens(card: WordCard, house: House) -> None:
    house.window.work.change(add_packer, PackerFields("Anna"))
    type_in(card.word, "Wrap glass twice")
    card.say()
    house.settle()
    assert rows(card) == ["Anna, Not read yet: the mission, today’s word, Not yet"]
    house.window.work.change(_read_all, "Anna")
    house.settle()
    [told] = rows(card)
    assert told.startswith("Anna, Read today’s word at ")
    assert told.endswith("Read")


def _read_all(shop: Shop, name: str, *, actor: str) -> object:
    one = packer_named(shop, name)
    return [confirm_read(shop, one.id, text.kind, text.key, actor=actor) for text in unread(shop, one.id, TODAY)][-1]


def test_a_word_too_long_is_said_beside_it(card: WordCard, house: House) -> None:
    card.word.setMaxLength(400)
    card.word.setText("a" * 301)
    card.word.edited.emit()
    card.say()
    house.settle()
    assert "at most 300 letters" in card.said.text()
    assert card.findChildren(QPushButton)
    assert words_of(house) == []
