"""The book of offers in the settings: a row a kind, its pages written at once, undone, and put back."""

from __future__ import annotations

import pytest

from desktop_app.domain.complaints import KINDS, Verdict
from desktop_app.domain.money import Money
from desktop_app.domain.resolution_book import PageKey, starter
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.queries.resolutions import book
from desktop_app.ui.pages.settings.book_card import BookCard
from desktop_app.ui.pages.settings.book_dialog import BookDialog
from tests.ui.pages.around import press, texts

LATE = PageKey("late", Verdict.YES, regular=False)


@pytest.fixture
def filled():
    return lambda shop: None


@pytest.fixture
def card(around):
    made = BookCard(around.desk)
    around.show(made)
    made.refresh()
    around.settle()
    return made


@pytest.fixture
def dialog(around, card):
    card.rows[0].opened.emit()
    around.settle()
    (found,) = card.window().findChildren(BookDialog)
    return found


def page(around, key=LATE):
    return around.ask(lambda shop: book(shop).page(key))


def test_each_kind_says_what_is_offered(card):
    assert len(card.rows) == len(KINDS)
    assert "Came late" in texts(card)
    assert "Free delivery next time" in " ".join(texts(card))


def test_an_offer_is_added_moved_removed_and_all_put_back(around, dialog):
    assert dialog.key == LATE
    dialog.deeds.set_value(Deed.PARTIAL_REFUND)
    dialog.deeds.edited.emit()
    dialog.size_input.setText("5,00")
    press(dialog, "Add the offer")
    around.settle()
    assert page(around)[-1] == Offer(Deed.PARTIAL_REFUND, amount=Money(500, "EUR"))
    assert dialog.size_input.text() == ""
    press(dialog, "More generous")
    around.settle()
    assert page(around)[:2] == starter(LATE)[1::-1]
    press(dialog, "Remove")
    around.settle()
    assert len(page(around)) == len(starter(LATE))
    dialog.undo()
    around.settle()
    assert len(page(around)) == len(starter(LATE)) + 1
    press(dialog, "As the program has it")
    around.settle()
    assert page(around) == starter(LATE)
    assert not dialog.reset_button.isEnabled()


def test_a_size_that_is_none_is_said_and_nothing_is_kept(around, dialog):
    dialog.deeds.set_value(Deed.VOUCHER)
    dialog.deeds.edited.emit()
    for typed, said in (("much", "neither a share"), ("", "needs a share or a sum")):
        dialog.size_input.setText(typed)
        press(dialog, "Add the offer")
        around.settle()
        assert said in dialog.banner.text
    assert page(around) == starter(LATE)


def test_other_pages_are_a_press_away(around, dialog):
    dialog.verdicts.choose(Verdict.NO.value)
    dialog.orders.choose("later")
    dialog.orders.chosen.emit("later")
    assert dialog.key == PageKey("late", Verdict.NO, regular=True)
    assert "Apology" in texts(dialog.card)
