import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.promise import (
    Calendar,
    Rules,
    Standing,
    days_late,
    public_holidays,
    risk_until,
    ship_by,
    standing,
    standing_words,
)
from desktop_app.i18n import Words

LATVIA = Calendar(public_holidays("LV", range(2024, 2029)))
days = st.dates(dt.date(2024, 2, 1), dt.date(2028, 10, 1))
calendars = st.builds(
    Calendar,
    st.frozensets(days, max_size=30),
    st.frozensets(st.integers(0, 6), max_size=5),
)


def day(text):
    return dt.date.fromisoformat(text)


@given(calendars, days, st.integers(0, 300))
def test_counting_by_weeks_equals_counting_by_days(calendar, first, length):
    last = first + dt.timedelta(days=length)
    one_by_one = sum(calendar.works(first + dt.timedelta(days=n)) for n in range(1, length + 1))
    assert calendar.between(first, last) == one_by_one
    assert calendar.between(last, first) == 0


@given(calendars, days, st.integers(1, 20))
def test_so_many_working_days_later_is_a_working_day_that_far_away(calendar, start, number):
    later = calendar.after(start, number)
    assert calendar.works(later)
    assert calendar.between(calendar.after(start, 0), later) == number


@given(calendars, days, days, st.sampled_from(Status), st.booleans())
def test_an_order_stands_in_one_way_and_late_ones_are_late_by_a_day_or_more(calendar, promised, today, status, paid):
    found = standing(promised, status, paid, today, calendar)
    if status not in TO_PACK:
        assert found is Standing.ON_TIME
    else:
        assert (found is Standing.LATE) == (promised < today)
        assert (found is Standing.DUE) == (promised == today)
    assert (days_late(promised, today) > 0) == (promised < today)


@given(calendars, days, st.integers(1, 60))
def test_the_last_day_at_risk_agrees_with_the_standing(calendar, today, ahead):
    promised = today + dt.timedelta(days=ahead)
    at_risk = standing(promised, Status.NEW, False, today, calendar) is Standing.AT_RISK
    assert at_risk == (promised <= risk_until(today, calendar))


@given(calendars, st.datetimes(dt.datetime(2024, 2, 1), dt.datetime(2028, 1, 1)), st.integers(0, 24), st.integers(0, 9))
def test_a_promise_is_a_working_day_not_before_the_order(calendar, placed, cutoff, handling):
    promised = ship_by(placed.isoformat(), Rules(calendar, handling, cutoff))
    assert calendar.works(promised)
    assert promised >= placed.date()


@pytest.mark.parametrize(
    ("placed", "promised"),
    [
        ("2026-11-16T10:00:00+02:00", "2026-11-19"),  # Monday; Wednesday the 18th is a holiday
        ("2026-11-16T14:00:00+02:00", "2026-11-20"),  # after the cut-off: counts from Tuesday
        ("2026-11-14", "2026-11-19"),  # Saturday: counts from Monday
        ("2026-11-14T23:59", "2026-11-19"),  # late on a day off changes nothing
        ("2026-11-16T10:00:00-05:00", "2026-11-19"),  # the literal local time counts, whatever its offset
    ],
)
def test_promises_in_latvia(placed, promised):
    assert ship_by(placed, Rules(LATVIA, 2, 14)) == day(promised)


def test_the_customer_waits_on_weekends_and_holidays_too():
    assert days_late(day("2026-11-13"), day("2026-11-15")) == 2  # Friday to Sunday
    assert days_late(day("2026-11-16"), day("2026-11-20")) == 4  # over a holiday
    assert days_late(day("2026-11-20"), day("2026-11-20")) == 0


def test_no_holidays_for_an_unknown_country():
    assert public_holidays("??", range(2026, 2027)) == frozenset()


def test_how_it_is_said():
    say = Words().say
    assert say(standing_words(Standing.LATE, 1, day("2026-11-18"))) == "1 day late"
    assert say(standing_words(Standing.LATE, 2, day("2026-11-18"))) == "2 days late"
    assert say(standing_words(Standing.DUE, 0, day("2026-11-18"))) == "Due today"
    assert say(standing_words(Standing.AT_RISK, 0, day("2026-11-18"))) == "At risk"
    assert say(standing_words(Standing.ON_TIME, 0, day("2026-11-18"))) == "By 18 November 2026"
    assert say(standing_words(Standing.ON_TIME, 0, None)) == "No promise"


def test_only_the_country_that_is_asked_for_is_loaded_and_tells_the_same_days():
    program = """
import sys, desktop_app.domain.promise as promise
found = promise.public_holidays("LV", range(2026, 2027))
loaded = [name for name in sys.modules if name.startswith("holidays.countries.")]
print(loaded, sorted(map(str, found)))
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    plainly = "import holidays; print(sorted(map(str, holidays.country_holidays('LV', years=2026))))"
    days_plainly = subprocess.run([sys.executable, "-c", plainly], capture_output=True, text=True, check=True).stdout
    assert said == f"['holidays.countries.latvia'] {days_plainly}"
    assert "2026-11-18" in said
