"""The owner says today's word to the packers on the Today page, and sees there who has yet to read it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.actions.packers import add_packer
from desktop_app.actions.words_of_day import confirm_read
from desktop_app.domain.packers import PackerFields
from desktop_app.i18n import Language
from desktop_app.queries.packers import packer_named
from desktop_app.queries.words_of_day import day_word, unread
from desktop_app.ui.pages.today.page import TodayPage
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, TODAY, bought
from tests.ui.pages.around import Around
from tests.ui.widgets.typing_in import type_in


def fill(shop):
    bought(shop)
    for name in ("Anna", "Toms"):
        add_packer(shop, PackerFields(name), actor=BY)


@pytest.fixture
def filled():
    return fill


def word_card_of(page: TodayPage) -> list[Card]:
    cards = [one for one in page.findChildren(Card) if one.accessibleName() == "Word to the packers"]
    return [one for one in cards if one.isVisibleTo(page)]


def said(page: TodayPage) -> list[str]:
    [card] = word_card_of(page)
    return [label.text() for label in card.findChildren(QLabel)]


def opened(around: Around) -> TodayPage:
    page = TodayPage(around.desk)
    around.show(page)
    return page


def read_all(shop, name, *, actor):
    one = packer_named(shop, name)
    return [confirm_read(shop, one.id, text.kind, text.key, actor=actor) for text in unread(shop, one.id, TODAY)][-1]


def test_the_word_is_said_from_the_morning_page_and_its_readers_are_seen(around: Around) -> None:
    page = opened(around)
    assert "Not read yet: the mission – Anna, Toms" in said(page)
    [card] = word_card_of(page)
    [button] = card.findChildren(QPushButton)
    button.click()
    [dialog] = around.window.findChildren(FormDialog)
    assert dialog.form.box("day").input.value() == TODAY
    type_in(dialog.form.box("en").input, "Wrap glass twice")
    dialog.save()
    around.settle()
    kept = around.ask(lambda shop: day_word(shop, TODAY))
    assert kept.texts == ((Language.EN, "Wrap glass twice"),)
    page.refresh()
    around.settle()
    assert "Wrap glass twice" in said(page)
    around.change(read_all, "Anna")
    page.refresh()
    around.settle()
    assert "read by 1 of 2" in said(page)
    assert "Not read yet: today’s word – Toms" in said(page)


@pytest.mark.parametrize("filled", [lambda shop: bought(shop)])
def test_where_nobody_packs_there_is_no_such_card(around: Around, filled) -> None:
    assert word_card_of(opened(around)) == []
