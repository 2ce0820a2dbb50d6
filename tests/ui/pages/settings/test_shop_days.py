"""Days off, countries and closed days are set in plain words; a week without a working day is refused at its boxes."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from desktop_app.actions.history import undo
from desktop_app.domain.settings import CLOSED_DAYS, COUNTRY, DAYS_OFF, MORE_COUNTRIES, Setting
from desktop_app.i18n import Language, Words
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.settings.groups import PROMISE, fields
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.shop_days import CountriesInput, WeekdaysInput
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.window import Window
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def week(page: SettingsPage) -> WeekdaysInput:
    found = page.forms[PROMISE].box(DAYS_OFF.key).input
    assert isinstance(found, WeekdaysInput)
    return found


def value(house: House, setting: Setting[str]) -> str:
    found: str = kept(house, settings)[setting]
    return found


def asked(house: House) -> FormDialog:
    house.settle()
    (found,) = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
    assert isinstance(found, FormDialog)
    return found


def test_countries_are_named_in_the_language_of_the_desk(theme: Theme) -> None:
    [field] = fields(theme, Words(Language.LV), [COUNTRY])
    assert dict(field.choices)["EE"] == "Igaunija (EE)"


def test_the_days_of_the_week_are_ticked_and_kept(page: SettingsPage, week: WeekdaysInput, house: House) -> None:
    assert [box.text() for box in week.boxes if box.value()] == ["Saturday", "Sunday"]
    week.boxes[5].click()
    assert page.dirty
    page.save()
    house.settle()
    assert value(house, DAYS_OFF) == "sun"


def test_a_week_without_a_working_day_is_refused(page: SettingsPage, week: WeekdaysInput, house: House) -> None:
    for box in week.boxes[:5]:
        box.click()
    page.save()
    house.settle()
    assert page.forms[PROMISE].box(DAYS_OFF.key).error.startswith("Leave one working day in the week")
    assert value(house, DAYS_OFF) == "sat, sun"
    page.drop()


def test_further_countries_are_chosen_and_taken_away(page: SettingsPage, house: House) -> None:
    countries = page.forms[PROMISE].box(MORE_COUNTRIES.key).input
    assert isinstance(countries, CountriesInput)
    for code in ("EE", "LT"):
        countries.add.click()
        countries.rows[-1].choice.set_value(code)
        countries.rows[-1].choice.edited.emit()
    page.save()
    house.settle()
    assert value(house, MORE_COUNTRIES) == "EE, LT"
    first = countries.rows[0]
    first.findChildren(QAbstractButton)[-1].click()
    page.save()
    house.settle()
    assert value(house, MORE_COUNTRIES) == "LT"
    assert [row.choice.value() for row in countries.rows] == ["LT"]


def test_closed_days_are_added_changed_and_removed(page: SettingsPage, house: House, window: Window) -> None:
    card = page.closed_days
    card.add_button.click()
    dialog = asked(house)
    dialog.form.box("first").input.set_value(dt.date(2026, 12, 24))
    dialog.form.box("last").input.set_value(dt.date(2026, 12, 20))
    dialog.save()
    house.settle()
    assert dialog.form.box("last").error == "The last day is before the first. Look at both."
    dialog.form.box("last").input.set_value(dt.date(2027, 1, 2))
    dialog.form.box("name").input.set_value("Vacation")
    dialog.save()
    house.settle()
    assert value(house, CLOSED_DAYS) == "2026-12-24..2027-01-02 Vacation"
    texts = [label.text() for row in card.rows for label in row.findChildren(QLabel) if label.text()]
    assert texts == ["24 December 2026 – 2 January 2027", "Vacation"]
    card.edit(card.shown[0])
    dialog = asked(house)
    next(one for one in dialog.findChildren(QAbstractButton) if one.text() == "Remove").click()
    house.settle()
    assert value(house, CLOSED_DAYS) == ""
    window.work.change(undo)
    house.settle()
    assert len(card.shown) == 1
