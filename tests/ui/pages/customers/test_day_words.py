import datetime as dt

import pytest

from desktop_app.domain.people import DayKind, SpecialDay
from desktop_app.domain.people_dates import Birthday, LeapRule
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.customers.day_words import day_phrase, day_title, leap_phrase, name_days_phrase

TODAY = dt.date(2026, 11, 21)
EN = Words()
RULE = LeapRule.FEB_28


@pytest.mark.parametrize(
    ("kind", "date", "said"),
    [
        (DayKind.BIRTHDAY, Birthday(11, 25, 2019), "25 November 2019 · turns 7 on Wednesday"),
        (DayKind.BIRTHDAY, Birthday(11, 25), "25 November · on Wednesday"),
        (DayKind.BIRTHDAY, Birthday(11), "November"),
        (DayKind.BIRTHDAY, Birthday(6, 1, 2019), "1 June 2019"),
        (DayKind.ANNIVERSARY, Birthday(11, 21, 2014), "21 November 2014 · 12 years today"),
        (DayKind.ANNIVERSARY, Birthday(11, 22, 2025), "22 November 2025 · 1 year tomorrow"),
        (DayKind.OTHER, Birthday(12, 1), "1 December · Tue 1 Dec"),
    ],
)
def test_a_day_is_said_as_known_and_how_near_it_is_where_it_comes_soon(kind, date, said):
    assert day_phrase(EN, SpecialDay(kind, date, "x"), TODAY, RULE) == said


def test_the_days_number_of_years_agrees_in_russian():
    day = SpecialDay(DayKind.ANNIVERSARY, Birthday(11, 21, 2005))
    assert "21 год сегодня" in day_phrase(Words(Language.RU), day, TODAY, RULE)


def test_a_day_of_the_shops_own_is_called_by_its_words():
    assert day_title(EN, SpecialDay(DayKind.OTHER, Birthday(1, 1), "first order")) == "first order"
    assert (
        day_title(EN, SpecialDay(DayKind.ANNIVERSARY, Birthday(1, 1), "their wedding")) == "Anniversary · their wedding"
    )
    assert day_title(EN, SpecialDay(DayKind.NAME_DAY, Birthday(1, 1))) == "Name day"


def test_only_29_february_says_what_other_years_do():
    assert leap_phrase(EN, Birthday(2, 29, 1988), LeapRule.MAR_1) == (
        "In other years it is kept on 1 March, as the settings say."
    )
    assert leap_phrase(EN, Birthday(2, 28), RULE) == leap_phrase(EN, None, RULE) == ""


def test_name_days_are_said_or_that_there_are_none():
    assert name_days_phrase(EN, ((6, 24), (5, 8))) == "24 June, 8 May in the Latvian calendar"
    assert name_days_phrase(EN, ()) == "The Latvian calendar does not have this name."
