"""What a customer pays for by period, on their record: added, marked as paid, changed, taken away."""

import datetime as dt

import pytest

from desktop_app.actions.renewals import add_renewal
from desktop_app.domain.money import Money
from desktop_app.domain.renewals import RenewalFields
from desktop_app.queries.renewals import renewals_of
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.customers.sections import ORDERS
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, TODAY, person
from tests.ui.pages.around import Around, press, texts

TEA = RenewalFields("Tea of the month", Money(1250, "EUR"), 1, TODAY - dt.timedelta(days=1))


def fill(shop):
    add_renewal(shop, person(shop, "Anna", "Ozola"), TEA, actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def card(around: Around):
    page = CustomersPage(around.desk)
    around.show(page, height=900)
    page.open(customer=page.model.id_at(0))
    around.settle()
    page.record.sections.show_part(ORDERS)
    return page.record.renewals


def kept(around, card):
    return around.ask(lambda shop: renewals_of(shop, card._customer))


def test_what_is_over_says_so_and_is_paid_by_one_press(around: Around, card) -> None:
    assert "Tea of the month" in texts(card)
    assert "Overdue" in texts(card)
    assert any("€12.50 · every month · due yesterday" in text for text in texts(card))
    press(card, "Mark paid")
    around.settle()
    assert "Overdue" not in texts(card)
    [tea] = kept(around, card)
    assert (tea.next_on, tea.paid_on) == (dt.date(2026, 12, 19), TODAY)
    assert any("last paid Fri 20 Nov" in text for text in texts(card))
    assert around.done


def test_one_is_added_with_its_day_and_refused_without(around: Around, card) -> None:
    card.add()
    dialog = around.window.findChild(FormDialog)
    dialog.form.box("what").input.set_value("Storage")
    dialog.form.box("what").input.edited.emit()
    dialog.save()
    around.settle()
    assert "Choose the day it is due next." in texts(dialog)
    dialog.form.box("next").input.set_value(dt.date(2026, 12, 1))
    dialog.form.box("next").input.edited.emit()
    dialog.save()
    around.settle()
    assert [one.fields.what for one in kept(around, card)] == ["Tea of the month", "Storage"]


def test_one_that_rests_is_told_of_to_nobody(around: Around, card) -> None:
    [tea] = kept(around, card)
    card.edit(tea)
    dialog = around.window.findChild(FormDialog)
    dialog.form.box("active").input.set_value(False)
    dialog.form.box("active").input.edited.emit()
    dialog.save()
    around.settle()
    assert "resting" in texts(card)
    assert not any(button.text() == "Mark paid" for button in card.findChildren(type(card.add_button)))
