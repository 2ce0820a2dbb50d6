import datetime as dt

import pytest

from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.dates import birthday_text, greeting, long_day, near_day, short_day, stamp

TODAY = dt.date(2026, 11, 21)  # a Saturday
EN = Words()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2026, 11, 21), "today"),
        (dt.date(2026, 11, 22), "tomorrow"),
        (dt.date(2026, 11, 20), "yesterday"),
        (dt.date(2026, 11, 25), "on Wednesday"),
        (dt.date(2026, 11, 27), "on Friday"),
        (dt.date(2026, 11, 28), "Sat 28 Nov"),
        (dt.date(2026, 11, 19), "Thu 19 Nov"),
        (dt.date(2025, 11, 19), "19 Nov 2025"),
    ],
)
def test_a_near_day_is_said_as_people_say_it(day, said):
    assert near_day(EN, day, TODAY) == said


def test_a_short_day_names_its_year_only_when_it_is_another():
    assert short_day(EN, dt.date(2026, 1, 2), TODAY) == "Fri 2 Jan"
    assert short_day(EN, dt.date(2027, 1, 2), TODAY) == "2 Jan 2027"


def test_the_date_line_opens_with_a_capital_letter_in_every_language():
    said = {language: long_day(Words(language), TODAY) for language in Language}
    assert said[Language.EN] == "Saturday 21 November"
    assert said[Language.RU] == "Суббота, 21 ноября"
    assert said[Language.LV] == "Sestdiena, 21. novembris"


@pytest.mark.parametrize(
    ("hour", "said"), [(3, "evening"), (4, "morning"), (11, "morning"), (12, "afternoon"), (18, "evening")]
)
def test_the_greeting_goes_with_the_hour_and_the_name(hour, said):
    assert greeting(EN, hour, "Ilze") == f"Good {said}, Ilze"
    assert greeting(EN, hour, "") == f"Good {said}"


def test_a_stamp_is_near_or_dated():
    assert stamp(EN, "2026-11-21T09:05:00+02:00", TODAY) == "today 09:05"
    assert stamp(EN, "2026-11-20T23:59:00+02:00", TODAY) == "yesterday 23:59"
    assert stamp(EN, "2026-11-19T14:00:00+02:00", TODAY) == "Thu 19 Nov 14:00"
    assert stamp(EN, "", TODAY) == ""


@pytest.mark.parametrize(
    ("birthday", "said"),
    [
        ((3, 5, 1990), "5 March 1990"),
        ((3, 5, None), "5 March"),
        ((3, 0, None), "March"),
        ((2, 29, None), "29 February"),
    ],
)
def test_a_birthday_says_as_much_as_is_known(birthday, said):
    assert birthday_text(EN, *birthday) == said
