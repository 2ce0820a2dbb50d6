"""The shop's tags and interests are listed with who bears them, and renamed, told earlier or dropped for everybody."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from desktop_app.actions.customers import add_customer
from desktop_app.actions.history import undo
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.tags import WordKind
from desktop_app.queries.words import words_of
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.tags_card import TagsCard
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.window import Window
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def tags(page: SettingsPage, house: House) -> TagsCard:
    for given, worn in (("Anna", ("VIP", "wholesale")), ("Zane", ("VIP",))):
        fields = CustomerFields(given, tags=worn, interests=("tea",))
        house.window.work.change(add_customer, fields)
    house.settle()
    return page.words_cards[0]


def said(card: TagsCard) -> list[str]:
    return [label.text() for row in card.rows for label in row.findChildren(QLabel) if label.text()]


def asked(house: House) -> FormDialog:
    house.settle()
    (found,) = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
    assert isinstance(found, FormDialog)
    return found


def listed(house: House) -> list[tuple[str, int | None]]:
    return [(one.word, one.lead_days) for one in kept(house, lambda shop: words_of(shop, WordKind.TAG))]


def test_the_words_stand_there_with_who_bears_them_the_most_borne_first(tags: TagsCard, page: SettingsPage) -> None:
    assert said(tags) == ["VIP", "2 customers", "wholesale", "1 customer"]
    assert said(page.words_cards[1]) == ["tea", "2 customers"]


def test_a_tag_is_renamed_and_told_earlier_in_one_step_of_undo(tags: TagsCard, house: House, window: Window) -> None:
    tags.edit(tags.shown[0])
    dialog = asked(house)
    dialog.form.box("word").input.set_value("Gold")
    dialog.form.box("lead_days").input.set_value(10)
    dialog.save()
    house.settle()
    assert listed(house) == [("Gold", 10), ("wholesale", None)]
    assert "2 customers · told 10 days ahead" in said(tags)
    window.work.change(undo)
    house.settle()
    assert listed(house) == [("VIP", None), ("wholesale", None)]


def test_a_name_that_is_there_already_is_refused_at_the_field(tags: TagsCard, house: House) -> None:
    tags.edit(tags.shown[0])
    dialog = asked(house)
    dialog.form.box("word").input.set_value("Wholesale")
    dialog.save()
    house.settle()
    assert dialog.form.box("word").error
    dialog.form.mark_clean()
    dialog.reject()


def test_an_interest_has_no_lead_time(page: SettingsPage, tags: TagsCard, house: House) -> None:
    interests = page.words_cards[1]
    interests.edit(interests.shown[0])
    dialog = asked(house)
    assert [field.key for field in dialog.form.fields] == ["word"]
    dialog.reject()


def test_a_tag_is_dropped_for_everybody(tags: TagsCard, house: House) -> None:
    tags._remove(tags.shown[0])
    house.settle()
    assert listed(house) == [("wholesale", None)]
    assert "VIP" not in said(tags)
