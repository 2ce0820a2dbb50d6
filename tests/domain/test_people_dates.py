import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.people_dates import Birthday, LeapRule, kept_near, stored_days

days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 1))


def days_from(first, count):
    return [first + dt.timedelta(days=n) for n in range(count)]


@given(days, st.integers(1950, 2050), st.sampled_from(LeapRule))
def test_every_birthday_is_kept_once_a_year_and_is_found_on_that_day(born, year, rule):
    birthday = Birthday(born.month, born.day, born.year)
    kept = birthday.on(year, rule)
    assert kept is not None
    assert kept.year == year
    everyday = days_from(dt.date(year, 1, 1), 366 if calendar.isleap(year) else 365)
    assert [day for day in everyday if birthday.month_day in stored_days(day, day, rule)] == [kept]


@given(days, st.integers(0, 40), st.sampled_from(LeapRule))
def test_a_span_holds_what_its_days_hold(first, length, rule):
    last = first + dt.timedelta(days=length)
    one_by_one = [stored for day in days_from(first, length + 1) for stored in stored_days(day, day, rule)]
    assert stored_days(first, last, rule) == one_by_one


@pytest.mark.parametrize(("rule", "kept"), [(LeapRule.FEB_28, (2, 28)), (LeapRule.MAR_1, (3, 1))])
def test_the_29th_of_february_in_a_common_year(rule, kept):
    birthday = Birthday(2, 29, 2000)
    assert birthday.on(2027, rule) == dt.date(2027, *kept)
    assert birthday.on(2028, rule) == dt.date(2028, 2, 29)


def test_a_month_alone_falls_on_no_day():
    assert Birthday(5).on(2026, LeapRule.FEB_28) is None


def test_no_age_without_a_year():
    assert Birthday(5, 17).age_on(dt.date(2026, 5, 17)) is None
    assert Birthday(5, 17, 1990).age_on(dt.date(2026, 5, 17)) == 36


@given(days, st.booleans())
def test_the_stored_form_comes_back(born, with_year):
    birthday = Birthday(born.month, born.day, born.year if with_year else None)
    if born.month == 2 and born.day == 29 and not with_year:
        assert birthday.year is None
    assert Birthday.from_store(birthday.month_day, birthday.year) == birthday


@pytest.mark.parametrize("wrong", [(0, 1), (13, 1), (4, 31), (2, 30), (2, 29, 1999), (5, -1)])
def test_days_that_do_not_exist(wrong):
    with pytest.raises(ValueError, match="no "):
        Birthday(*wrong)


@pytest.mark.parametrize(
    ("birthday", "today", "expected"),
    [
        (Birthday(12, 30), "2027-01-03", "2026-12-30"),
        (Birthday(12, 20), "2027-01-03", "2027-12-20"),
        (Birthday(1, 3), "2027-01-03", "2027-01-03"),
        (Birthday(2, 29), "2027-03-02", "2027-02-28"),
        (Birthday(1, 2), "2026-12-31", "2027-01-02"),
        (Birthday(5), "2027-05-03", None),
        (None, "2027-05-03", None),
    ],
)
def test_a_card_is_for_the_day_just_missed_or_for_the_next(birthday, today, expected):
    found = kept_near(birthday, dt.date.fromisoformat(today), LeapRule.FEB_28, behind=7)
    assert (found and found.isoformat()) == expected
