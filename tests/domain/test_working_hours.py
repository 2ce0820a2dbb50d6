"""Working hours against a clock that looks at every minute, over holidays and changes of the clocks in many zones."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.working_days import Calendar
from desktop_app.domain.working_hours import Span, WorkingHours
from tests.domain.minute_clock import DAY, FIRST, ZONES, at, is_open, slow_after, slow_between, wall_minutes

RIGA = ZoneInfo("Europe/Riga")
LATVIAN = Calendar(countries=("LV",))
YEAR = range(12 * DAY, 377 * DAY)  # 2026
SHOPS = (
    (LATVIAN, 540, 1080),
    (Calendar(frozenset({dt.date(2026, 3, 30), dt.date(2026, 7, 1)}), frozenset({0}), ("US",)), 90, 1380),
    (Calendar(days_off=frozenset()), 0, DAY),  # never closed: every change of the clocks falls into it
    (Calendar(countries=("EE",)), 150, 210),  # an hour of the night that some day lacks, or has twice
)


def riga(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=RIGA)


def differences(hours: WorkingHours, zone: str) -> Iterator[str]:
    """Where working hours differ from the slow clock in 2026, looked at every 61 minutes."""
    opened = is_open(hours.calendar, hours.opens, hours.closes, zone=zone)
    passed = [0, *accumulate(map(opened, range(YEAR.stop + 90 * DAY)))]
    reached = {count: minute for minute, count in reversed(list(enumerate(passed)))}
    for first, last in pairwise(YEAR[::61]):
        if hours.between(at(first), at(last)) != passed[last] - passed[first]:
            yield f"between {at(first)} and {at(last)}"
        wanted = 1 + first % 1700
        if hours.after(at(first), wanted) != at(reached[passed[first] + wanted]):
            yield f"{wanted} minutes after {at(first)}"


@pytest.mark.parametrize(
    ("shop", "zone"),
    [(shop, zone) for number, shop in enumerate(SHOPS) for zone in ZONES[number % 2 :: 2]],  # each zone with two shops
)
def test_a_whole_year_is_counted_like_minute_by_minute(shop, zone):
    assert not list(differences(WorkingHours(*shop, ZoneInfo(zone)), zone))


class OneOffset(WorkingHours):
    """A naive variant: the whole day has the offset of its midnight."""

    def _pieces(self, start, end):
        return [(Span(start, end), self._offset(start))]


class NoHolidays(WorkingHours):
    """A naive variant: only weekends are days off."""

    def open_on(self, day):
        return WorkingHours(replace(self.calendar, countries=()), self.opens, self.closes, self.zone).open_on(day)


class WallClock(WorkingHours):
    """A naive variant: subtracts what the wall shows."""

    def between(self, first, last):
        bare = WorkingHours(self.calendar, self.opens, self.closes, dt.timezone.utc)
        return bare.between(*(self.local(one).replace(tzinfo=dt.timezone.utc) for one in (first, last)))


@pytest.mark.parametrize(
    ("naive", "shop", "zone"),
    [
        (OneOffset, SHOPS[2], "Europe/Riga"),
        (OneOffset, SHOPS[1], "Australia/Lord_Howe"),
        (NoHolidays, SHOPS[0], "Asia/Kolkata"),
        (WallClock, SHOPS[2], "America/New_York"),
    ],
)
def test_the_slow_clock_catches_a_naive_count(naive, shop, zone):
    assert list(differences(naive(*shop, ZoneInfo(zone)), zone))


hours_of_zones = st.sampled_from(ZONES).flatmap(
    lambda zone: st.tuples(
        st.just(zone),
        st.builds(
            lambda days, off, countries, opens, length: WorkingHours(
                Calendar(days, off, countries), opens, min(DAY, opens + length), ZoneInfo(zone)
            ),
            st.frozensets(st.dates(dt.date(2026, 3, 1), dt.date(2026, 4, 30)), max_size=9),
            st.frozensets(st.integers(0, 6), max_size=5),
            st.sampled_from([(), ("LV",), ("US", "LT")]),
            st.integers(0, DAY - 60),
            st.integers(60, DAY),
        ),
    )
)
# spring and autumn, when the clocks change, and any other day
moments = st.one_of(st.integers(75 * DAY, 110 * DAY), st.integers(300 * DAY, 325 * DAY), st.integers(0, 377 * DAY))


@given(hours_of_zones, moments, st.integers(0, 1200))
def test_so_many_minutes_later_is_when_the_slow_clock_says(shop, minute, wanted):
    zone, hours = shop
    assert hours.after(at(minute), wanted) == slow_after(hours, minute, wanted, zone=zone)


@given(hours_of_zones, moments, st.integers(0, 20 * DAY))
def test_minutes_between_are_those_the_slow_clock_counts(shop, minute, length):
    zone, hours = shop
    assert hours.between(at(minute), at(minute + length)) == slow_between(hours, minute, minute + length, zone=zone)
    assert hours.between(at(minute + length), at(minute)) == 0


@given(hours_of_zones, moments, st.integers(1, 5000))
def test_what_is_so_far_away_is_so_far_away(shop, minute, wanted):
    _, hours = shop
    assert hours.between(at(minute), hours.after(at(minute), wanted)) == wanted


def test_the_slow_clock_has_days_of_unequal_length():
    lengths = [sum(1 for one in wall_minutes("Europe/Riga") if one // DAY == day.toordinal()) for day in CHANGES]
    assert lengths == [23 * 60, 25 * 60]
    assert FIRST.astimezone(RIGA).hour == 2


CHANGES = (dt.date(2026, 3, 29), dt.date(2026, 10, 25))


@pytest.mark.parametrize(
    ("received", "minutes", "due"),
    [
        ("2026-11-20T16:30", 60, "2026-11-20T17:30"),
        ("2026-11-20T17:30", 60, "2026-11-23T09:30"),  # over a weekend
        ("2026-11-17T17:30", 60, "2026-11-19T09:30"),  # over Latvia's day of independence
        ("2026-11-20T09:00", 540, "2026-11-20T18:00"),  # until it closes, not when it opens again
        ("2026-11-21T12:00", 1, "2026-11-23T09:01"),
        ("2026-12-23T17:00", 120, "2026-12-28T10:00"),  # over Christmas
    ],
)
def test_deadlines_a_shopkeeper_would_name(received, minutes, due):
    assert WorkingHours(LATVIAN, 540, 1080, RIGA).after(riga(received), minutes) == riga(due)


def test_nothing_to_wait_for_is_due_when_the_shop_works_next():
    hours = WorkingHours(LATVIAN, 540, 1080, RIGA)
    assert hours.after(riga("2026-11-21T12:00"), 0) == riga("2026-11-23T09:00")
    assert hours.after(riga("2026-11-23T12:00"), 0) == riga("2026-11-23T12:00")
    assert hours.after(riga("2026-11-23T18:00"), 0) == riga("2026-11-24T09:00")


def test_a_moment_without_an_offset_is_meant_in_the_shop():
    hours = WorkingHours(LATVIAN, 540, 1080, RIGA)
    assert hours.after(dt.datetime(2026, 11, 20, 17, 30), 60) == riga("2026-11-23T09:30")


def test_the_zone_of_the_computer_is_taken_where_none_is_said(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        due = WorkingHours(LATVIAN).after(riga("2026-11-20T17:30"), 60)  # 10:30 there
    finally:
        monkeypatch.undo()
        time.tzset()
    assert due == riga("2026-11-20T18:30")


def test_counts_end_with_the_calendar():
    last = dt.datetime(9999, 12, 30, 12, tzinfo=dt.timezone.utc)
    assert WorkingHours(LATVIAN, zone=dt.timezone.utc).after(last, 90_000).year == dt.MAXYEAR


@pytest.mark.parametrize(("opens", "closes"), [(600, 600), (1080, 540), (-1, 60), (0, 1441)])
def test_a_shop_closes_after_it_opens(opens, closes):
    with pytest.raises(ValueError, match="open from"):
        WorkingHours(LATVIAN, opens, closes)
