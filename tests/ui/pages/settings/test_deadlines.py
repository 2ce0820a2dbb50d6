"""Deadlines of complaints on the Settings page: for all kinds and for one; hours in which the shop works."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from desktop_app.actions.history import undo
from desktop_app.domain.complaints import Severity
from desktop_app.domain.terms import STARTER_TERMS, Term
from desktop_app.queries.deadlines import hours_of, terms
from desktop_app.ui.pages.settings.deadlines_card import DeadlinesCard
from desktop_app.ui.pages.settings.groups import COMPLAINTS
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.window import Window
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> DeadlinesCard:
    return page.deadlines


def said(card: DeadlinesCard) -> list[str]:
    return [label.text() for row in card.rows for label in row.findChildren(QLabel) if label.text()]


def press(card: DeadlinesCard, name: str) -> None:
    next(one for one in card.findChildren(QAbstractButton) if one.accessibleName() == name).click()


def asked(house: House) -> FormDialog:
    house.settle()
    (found,) = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
    assert isinstance(found, FormDialog)
    return found


def fill(dialog: FormDialog, **hours: int) -> None:
    for key, value in hours.items():
        severity, half = key.split("_", 1)
        dialog.form.box(f"{severity}.{half}_hours").input.set_value(value)


def test_at_first_all_kinds_have_the_programs_terms(card: DeadlinesCard) -> None:
    assert said(card) == [
        "All kinds",
        "Serious: answered within 2 h, solved within 9 h\n"
        "Ordinary: answered within 4 h, solved within 27 h\n"
        "Minor: answered within 9 h, solved within 45 h",
    ]


def test_a_kind_gets_terms_of_its_own_and_loses_them_again(card: DeadlinesCard, house: House, window: Window) -> None:
    card.add_button.click()
    dialog = asked(house)
    dialog.form.box("kind").input.set_value("damaged")
    fill(dialog, high_answer=1, high_solve=4)
    dialog.save()
    house.settle()
    assert kept(house, terms).of("damaged", Severity.HIGH) == Term(1, 4)
    assert kept(house, terms).of("late", Severity.HIGH) == STARTER_TERMS[Severity.HIGH]
    assert said(card)[2] == "Damaged"
    press(card, "Change: Damaged")
    press_remove(asked(house), "As for all kinds")
    house.settle()
    assert not kept(house, terms).kept
    window.work.change(undo)
    house.settle()
    assert said(card)[2] == "Damaged"


def press_remove(dialog: FormDialog, text: str) -> None:
    next(one for one in dialog.findChildren(QAbstractButton) if one.text() == text).click()


def test_a_kind_that_has_its_own_is_not_offered_again(card: DeadlinesCard, house: House) -> None:
    card.add_button.click()
    dialog = asked(house)
    dialog.form.box("kind").input.set_value("damaged")
    dialog.save()
    house.settle()
    card.add_button.click()
    choice = asked(house).form.box("kind").input
    assert "Damaged" not in [choice.itemText(place) for place in range(choice.count())]


def test_the_programs_own_terms_are_kept_as_nothing(card: DeadlinesCard, house: House) -> None:
    press(card, "Change: All kinds")
    dialog = asked(house)
    fill(dialog, low_answer=18)
    dialog.save()
    house.settle()
    assert kept(house, terms).of("", Severity.LOW) == Term(18, 45)
    press(card, "Change: All kinds")
    press_remove(asked(house), "As at first")
    house.settle()
    assert not kept(house, terms).kept


def test_what_is_no_term_is_said_at_its_field(card: DeadlinesCard, house: House) -> None:
    press(card, "Change: All kinds")
    dialog = asked(house)
    fill(dialog, high_answer=20)
    dialog.save()
    house.settle()
    assert dialog.form.box("high.solve_hours").error == "Nothing is solved before it is answered. Give it longer."
    assert not kept(house, terms).kept


def test_hours_of_the_shop_are_set_with_its_other_settings(page: SettingsPage, house: House) -> None:
    form = page.forms[COMPLAINTS]
    form.box("complaints.opens").input.setText("8.30")
    form.box("complaints.closes").input.setText("8")
    page.save()
    house.settle()
    assert form.box("complaints.closes").error == "The shop cannot close at 08:00 when it opens at 08:30."
    form.box("complaints.closes").input.setText("17:00")
    page.save()
    house.settle()
    found = kept(house, hours_of)
    assert (found.opens, found.closes) == (510, 1020)
