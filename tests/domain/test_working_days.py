import datetime as dt
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.working_days import Calendar, are_holidays_known, public_holidays, public_holidays_of

days = st.dates(dt.date(2024, 2, 1), dt.date(2028, 10, 1))
calendars = st.builds(
    Calendar,
    st.frozensets(days, max_size=30),
    st.frozensets(st.integers(0, 6), max_size=6),
    st.sampled_from([(), ("LV",), ("LT", "EE")]),
)


@given(calendars, days, st.integers(0, 400))
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


@given(calendars, days, st.integers(0, 20))
def test_going_back_is_going_forth_the_other_way(calendar, day, number):
    back = calendar.before(day, number)
    assert calendar.works(back)
    assert back <= day
    assert calendar.after(back, number) == calendar.before(day, 0)


def test_a_week_without_a_working_day_ends_all_the_same():
    assert Calendar(days_off=frozenset(range(7))).after(dt.date(2026, 11, 20), 2) == dt.date(2026, 11, 22)


def test_counts_end_with_the_calendar():
    assert Calendar().after(dt.date.max, 5) == dt.date.max
    assert Calendar().before(dt.date.min, 5) == dt.date.min


def test_the_holidays_of_several_countries_are_kept_together():
    independence = {"LV": dt.date(2026, 11, 18), "EE": dt.date(2026, 2, 24)}
    assert all(day in public_holidays_of(("LV", "EE"), 2026) for day in independence.values())
    assert Calendar(countries=("LV",)).works(independence["EE"])
    assert not Calendar(countries=("LV", "EE")).works(independence["EE"])


def test_no_holidays_for_an_unknown_country():
    assert public_holidays("??", range(2026, 2027)) == frozenset()
    assert not are_holidays_known("??")
    assert are_holidays_known("EE")


def test_only_the_country_that_is_asked_for_is_loaded_and_tells_the_same_days():
    program = """
import sys, desktop_app.domain.working_days as days
found = days.public_holidays("LV", range(2026, 2027))
loaded = [name for name in sys.modules if name.startswith("holidays.countries.")]
print(loaded, sorted(map(str, found)))
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    plainly = "import holidays; print(sorted(map(str, holidays.country_holidays('LV', years=2026))))"
    days_plainly = subprocess.run([sys.executable, "-c", plainly], capture_output=True, text=True, check=True).stdout
    assert said == f"['holidays.countries.latvia'] {days_plainly}"
    assert "2026-11-18" in said
