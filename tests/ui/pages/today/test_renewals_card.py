"""Renewals on the Today page: those near or over stand there, and go when they are paid."""

import datetime as dt

import pytest

from desktop_app.actions.renewals import add_renewal
from desktop_app.domain.renewals import RenewalFields
from desktop_app.ui.pages.today.page import TodayPage
from tests.made import BY, TODAY, bought, person
from tests.ui.pages.around import Around, press, texts


def fill(shop):
    bought(shop)
    for number in range(8):
        fields = RenewalFields("Tea", next_on=TODAY + dt.timedelta(days=number - 1))
        add_renewal(shop, person(shop, f"Anna{number}"), fields, actor=BY)


@pytest.fixture
def filled():
    return fill


def test_the_nearest_stand_there_and_all_when_asked(around: Around) -> None:
    page = TodayPage(around.desk)
    around.show(page)
    said = texts(page)
    assert "8 coming due" in said
    assert "yesterday" in said
    assert "Anna3" in said
    assert "Anna4" not in said
    press(page, "4 more")
    assert "Anna7" in texts(page)


def test_what_is_paid_goes_and_can_be_undone(around: Around) -> None:
    page = TodayPage(around.desk)
    around.show(page)
    press(page, "Mark paid")
    around.settle()
    assert "Anna0" not in texts(page)
    assert [said for _, said in around.done] == ["Anna0 paid a renewal"]


def test_writing_to_them_leads_to_the_messages(around: Around) -> None:
    page = TodayPage(around.desk)
    around.show(page)
    press(page, "Write")
    assert around.went == [("messages", {})]
