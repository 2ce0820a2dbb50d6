import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.all_settings import ALL
from desktop_app.domain.errors import Invalid
from desktop_app.domain.settings import CLOSED_DAYS, DAYS_OFF, MORE_COUNTRIES, SettingValues
from desktop_app.domain.shop_days import (
    SHOP_DAYS,
    ClosedDays,
    checked_closed,
    closed_days,
    closed_text,
    countries,
    days_off,
    days_off_text,
    shop_calendar,
)

dates = st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1))
ranges = st.builds(
    lambda first, days, name: ClosedDays(first, first + dt.timedelta(days=days), name),
    dates, st.integers(0, 60), st.sampled_from(["", "Vacation", "Ziemassvētki, jaunais gads", "отпуск"]),
)  # fmt: skip


def day(text):
    return dt.date.fromisoformat(text)


@given(st.frozensets(st.integers(0, 6), max_size=6))
def test_days_off_come_back_as_they_were_kept(days):
    assert days_off(days_off_text(days)) == days


@given(st.lists(ranges, max_size=5, unique=True))
def test_closed_days_come_back_as_they_were_kept(closed):
    assert set(closed_days(closed_text(closed))) == set(closed)


@pytest.mark.parametrize("typed", ["sat, sun", "Sunday saturday", "SUN;sat"])
def test_days_off_are_read_as_people_write_them(typed):
    assert days_off(typed) == {5, 6}
    assert SHOP_DAYS[DAYS_OFF](typed) == "sat, sun"


@pytest.mark.parametrize(
    ("read", "typed", "said"),
    [
        (days_off, "sat, someday", "“someday” is not a day of the week"),
        (days_off, "mon tue wed thu fri sat sun", "Leave one working day"),
        (countries, "EE, Lietuva", "“LIETUVA” is not a country"),
        (countries, "EE, QQ", "No public holidays of QQ are known"),
        (closed_days, "Christmas", "“Christmas” is not a day"),
        (closed_days, "2026-02-30", "“2026-02-30” is not a day"),
        (closed_days, "2026-12-24..2026-12-20", "The last day is before the first"),
        (closed_days, "2026-01-01..2028-01-01", "At most 366 days"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(read, typed, said):
    with pytest.raises(Invalid, match=said) as refused:
        read(typed)
    assert refused.value.field in {one.key for one in ALL}


def test_a_form_is_told_which_of_its_days_is_wrong():
    with pytest.raises(Invalid, match="Say on which day") as refused:
        checked_closed(None, day("2026-12-24"))
    assert refused.value.field == "first"
    with pytest.raises(Invalid, match="before the first") as refused:
        checked_closed(day("2026-12-24"), day("2026-12-23"))
    assert refused.value.field == "last"
    assert checked_closed(day("2026-12-24"), None, " a; b ") == ClosedDays(day("2026-12-24"), day("2026-12-24"), "a, b")


def test_the_calendar_of_a_shop_keeps_all_of_them():
    kept = {CLOSED_DAYS.key: "2026-12-22..2026-12-23 Trip", DAYS_OFF.key: "sun", MORE_COUNTRIES.key: "EE"}
    calendar = shop_calendar(SettingValues(kept))
    closed = ("2026-12-22", "2026-12-23", "2026-12-27", "2026-11-18", "2026-02-24")  # trip, Sunday, LV, EE
    assert not any(calendar.works(day(one)) for one in closed)
    assert calendar.works(day("2026-11-21"))  # a Saturday
    assert shop_calendar(SettingValues({})).days_off == {5, 6}


def test_settings_that_cannot_be_read_count_as_not_set():
    kept = {CLOSED_DAYS.key: "?", DAYS_OFF.key: "never", MORE_COUNTRIES.key: "??"}
    calendar = shop_calendar(SettingValues(kept))
    assert calendar.days_off == {5, 6}
    assert calendar.works(day("2026-11-19"))
    assert not calendar.works(day("2026-11-18"))


def test_no_days_off_at_all_is_a_choice():
    assert shop_calendar(SettingValues({DAYS_OFF.key: ""})).works(day("2026-11-22"))
