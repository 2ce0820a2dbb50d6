"""The customers page tells how many may be one person, and opens them."""

from __future__ import annotations

import pytest

from desktop_app.domain.customers import Address
from desktop_app.ui.pages.customers.merging.dialog import MergingDialog
from desktop_app.ui.pages.customers.page import CustomersPage
from tests.made import person
from tests.ui.pages.around import Around, press, texts

RIGA = Address(city="Rīga")


@pytest.fixture
def filled():
    def fill(shop):
        for email in ("ilze@x.lv", "liepa@x.lv"):
            person(shop, "Ilze", "Liepa", email=email, address=RIGA)
        person(shop, "Pēteris", "Kalns")

    return fill


@pytest.fixture
def page(around):
    made = CustomersPage(around.desk)
    around.show(made)
    made.duplicates.count()
    around.settle()
    return made


def dialog(around: Around) -> MergingDialog:
    around.settle()
    return around.window.findChild(MergingDialog)


def test_the_number_stands_on_the_button_and_follows_the_shop(around, page):
    assert page.duplicates.text() == "Possible duplicates: 1"
    around.ask(lambda shop: person(shop, "Ilze", "Liepa", phone="29111222", address=RIGA))
    page.duplicates.count()
    around.settle()
    assert page.duplicates.text() == "Possible duplicates: 3"


def test_it_is_counted_anew_when_the_list_was_asked_anew(around, page):
    around.ask(lambda shop: person(shop, "Ilze", "Liepa", phone="29111222", address=RIGA))
    page.refresh()
    around.qtbot.waitUntil(lambda: page.duplicates.text() == "Possible duplicates: 3", timeout=5000)


def test_the_button_opens_the_pairs(around, page):
    page.duplicates.click()
    found = dialog(around)
    assert "Ilze Liepa" in texts(found)
    found.close()


def test_two_selected_customers_are_compared_and_another_number_is_not(around, page):
    page.merge([1, 3])
    found = dialog(around)
    assert {"Ilze Liepa", "Pēteris Kalns"} <= set(texts(found))
    found.close()
    page.merge([1, 2, 3])
    assert around.told[-1] == "Select two customers to merge them."


def test_a_page_without_any_says_no_number(around, page):
    page.merge([1, 2])
    found = dialog(around)
    press(found, "Merge")
    around.settle()
    found.close()
    page.duplicates.count()
    around.settle()
    assert page.duplicates.text() == "Possible duplicates"


def test_a_narrow_page_shows_a_sign_and_the_number(around, page):
    around.window.resize(640, 480)
    around.settle()
    assert page.duplicates.text() == "1"
    assert page.duplicates.toolTip() == page.duplicates.accessibleName() == "Possible duplicates: 1"
    around.window.resize(1100, 700)
    around.settle()
    assert page.duplicates.text() == "Possible duplicates: 1"
    assert page.duplicates.toolTip() == "Customers who may be one person"
