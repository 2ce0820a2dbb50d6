import datetime as dt

import pytest

from desktop_app.i18n import Words
from desktop_app.ui.pages.customers.wording import birthday_phrase, orders_phrase

TODAY = dt.date(2026, 11, 21)
EN = Words()


@pytest.mark.parametrize(
    ("days", "age", "said"),
    [
        (-1, 41, "turned 41 yesterday"),
        (-1, None, "birthday was yesterday"),
        (-3, 24, "turned 24, 3 days ago"),
        (-3, None, "birthday was 3 days ago"),
        (0, 35, "turns 35 today"),
        (0, None, "birthday today"),
        (1, None, "birthday tomorrow"),
        (4, 6, "turns 6 on Wednesday"),
        (7, None, "birthday Sat 28 Nov"),
    ],
)
def test_a_birthday_is_said_as_people_say_it_and_an_age_only_when_known(days, age, said):
    assert birthday_phrase(EN, TODAY + dt.timedelta(days), TODAY, age) == said


def test_orders_are_counted_in_words():
    assert [orders_phrase(EN, n) for n in (0, 1, 3)] == ["no orders yet", "1 order", "3 orders"]
