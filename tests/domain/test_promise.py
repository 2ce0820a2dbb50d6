import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.promise import (
    REASON_WORDS,
    Promise,
    Promised,
    Reason,
    Rules,
    Standing,
    Stood,
    promised,
    risk_until,
    ship_by,
    slowest,
    standing_of,
    standing_words,
)
from desktop_app.domain.working_days import Calendar, public_holidays
from desktop_app.i18n import Words

LATVIA = Calendar(countries=("LV",))
days = st.dates(dt.date(2024, 2, 1), dt.date(2028, 10, 1))
calendars = st.builds(
    Calendar,
    st.frozensets(days, max_size=30),
    st.frozensets(st.integers(0, 6), max_size=6),
    st.sampled_from([(), ("LV",), ("LV", "EE"), ("US",)]),
)
hours = st.datetimes(dt.datetime(2024, 2, 1), dt.datetime(2028, 1, 1))
few = st.integers(0, 9)
perhaps = st.none() | few


def day(text):
    return dt.date.fromisoformat(text)


def counted_by_hand(placed, cutoff, handling, transit, calendar, holidays):
    """Both days found by going through the calendar a day at a time, with the holidays of each country by its list."""

    def works(one):
        return one.weekday() not in calendar.days_off and one not in calendar.holidays and one not in holidays

    def walk(one, working_days):
        while not works(one):
            one += dt.timedelta(days=1)
        while working_days:
            one += dt.timedelta(days=1)
            working_days -= works(one)
        return one

    start = placed.date()
    if works(start) and placed.hour >= cutoff:
        start += dt.timedelta(days=1)
    ship = walk(start, handling)
    return ship, None if transit is None else walk(ship, transit)


@given(calendars, hours, st.integers(0, 24), few, perhaps)
def test_both_days_are_those_found_by_going_day_by_day(calendar, placed, cutoff, handling, transit):
    holidays = {one for country in calendar.countries for one in public_holidays(country, range(2024, 2030))}
    by_hand = counted_by_hand(placed, cutoff, handling, transit, calendar, holidays)
    found = promised(placed.isoformat(), Rules(calendar, 99, cutoff), handling=handling, transit=transit)
    assert (found.ship_by, found.deliver_by) == by_hand


@given(calendars, hours, few, perhaps, st.none() | days, st.none() | days)
def test_what_was_given_is_never_counted(calendar, placed, handling, transit, ship, deliver):
    given_days = Promised(ship, deliver)
    found = promised(placed.isoformat(), Rules(calendar, handling, 14), transit=transit, given=given_days)
    assert ship is None or found.ship_by == ship
    assert deliver is None or found.deliver_by == deliver
    assert promised(placed.isoformat(), Rules(Calendar(), 30, 0), transit=30, given=found) == Promised(
        found.ship_by, found.deliver_by or Calendar().after(found.ship_by, 30)
    )


@given(calendars, hours, few, few, days)
def test_to_arrive_on_a_given_day_an_order_is_posted_early_enough_where_it_can_be(
    calendar, placed, handling, transit, deliver
):
    rules = Rules(calendar, handling, 14)
    found = promised(placed.isoformat(), rules, transit=transit, given=Promised(deliver_by=deliver))
    usual = ship_by(placed.isoformat(), rules)
    earliest = ship_by(placed.isoformat(), rules, handling=0)
    assert calendar.works(found.ship_by)
    assert earliest <= found.ship_by <= usual
    if found.ship_by > earliest:
        assert calendar.after(found.ship_by, transit) <= calendar.after(deliver, 0)
    if found.ship_by < usual:
        assert found.ship_by == max(earliest, calendar.before(deliver, transit))


def test_without_a_time_only_a_given_day_of_delivery_leads_to_a_day_to_post():
    rules = Rules(LATVIA, 2, 14)
    assert promised("", rules, transit=2) == Promised()
    friday = Promised(deliver_by=day("2026-11-20"))
    assert promised("", rules, transit=2, given=friday).ship_by == day("2026-11-17")  # the 18th is a holiday
    assert promised("", rules, given=friday).ship_by == day("2026-11-20")


def test_the_slowest_article_counts_and_one_without_days_of_its_own_takes_the_shops():
    rules = Rules(LATVIA, 2, 14)
    assert slowest([1, 5, None], rules) == 5
    assert slowest([0, None], rules) == 2
    assert slowest([0, 1], rules) == 1
    assert slowest([], rules) == 2


def stands(calendar=LATVIA, today="2026-11-20", status=Status.NEW, paid=True, ship=None, **more):
    return standing_of(Promise(status, paid, ship and day(ship), **more), day(today), calendar)


@given(calendars, st.none() | days, days, st.sampled_from(Status), st.booleans(), perhaps, st.none() | days)
def test_an_order_stands_in_one_way(calendar, ship, today, status, paid, transit, deliver):
    found = standing_of(Promise(status, paid, ship, deliver, transit), today, calendar)
    if status not in TO_PACK or ship is None:
        assert found == Stood()
        return
    assert (found.standing is Standing.LATE) == (ship < today)
    assert (found.standing is Standing.DUE) == (ship == today)
    one_by_one = sum(calendar.works(ship + dt.timedelta(days=n)) for n in range(1, (today - ship).days + 1))
    assert found.late == one_by_one
    if ship > today:
        assert (found.standing is Standing.AT_RISK) == bool(found.reasons)
    assert (Reason.UNPAID in found.reasons) == (not paid and calendar.between(today, ship) <= 1)


@given(calendars, days, st.integers(1, 60))
def test_the_last_day_at_risk_agrees_with_the_standing(calendar, today, ahead):
    promise = today + dt.timedelta(days=ahead)
    found = standing_of(Promise(Status.NEW, False, promise), today, calendar)
    assert (found.standing is Standing.AT_RISK) == (promise <= risk_until(today, calendar))


def test_each_reason_is_told():
    assert stands(ship="2026-11-23", paid=False).reasons == (Reason.UNPAID,)
    assert stands(ship="2026-11-24", paid=False).reasons == ()
    assert stands(ship="2026-12-15", short=True) == Stood(Standing.AT_RISK, 0, (Reason.OUT_OF_STOCK,))
    by_friday = {"ship": "2026-11-25", "deliver_by": day("2026-11-27")}
    assert stands(**by_friday, transit=2) == Stood(Standing.ON_TIME)
    assert stands(**by_friday, transit=3) == Stood(Standing.AT_RISK, 0, (Reason.CARRIER,))
    assert stands(**by_friday) == Stood(Standing.ON_TIME)  # nobody knows the carrier's days
    everything = stands(ship="2026-11-20", paid=False, short=True, deliver_by=day("2026-11-20"), transit=1)
    assert everything == Stood(Standing.DUE, 0, tuple(Reason))
    assert set(REASON_WORDS) == set(Reason)


def test_lateness_is_counted_in_working_days():
    assert stands(ship="2026-11-13", today="2026-11-15") == Stood(Standing.LATE, 0)  # Friday to Sunday
    assert stands(ship="2026-11-13", today="2026-11-16") == Stood(Standing.LATE, 1)
    assert stands(ship="2026-11-16", today="2026-11-20") == Stood(Standing.LATE, 3)  # over a holiday


@pytest.mark.parametrize(
    ("placed", "promise"),
    [
        ("2026-11-16T10:00:00+02:00", "2026-11-19"),  # Monday; Wednesday the 18th is a holiday
        ("2026-11-16T14:00:00+02:00", "2026-11-20"),  # after the cut-off: counts from Tuesday
        ("2026-11-14", "2026-11-19"),  # Saturday: counts from Monday
        ("2026-11-14T23:59", "2026-11-19"),  # late on a day off changes nothing
        ("2026-11-16T10:00:00-05:00", "2026-11-19"),  # the literal local time counts, whatever its offset
        ("2026-12-31T15:00", "2027-01-06"),  # over the new year: the 1st is a holiday, then a weekend
        ("2028-02-28T10:00", "2028-03-01"),  # over 29 February
        ("2024-11-15T10:00", "2024-11-20"),  # the holiday on Monday the 18th
        ("2023-06-21T10:00", "2023-06-26"),  # midsummer
        ("2025-04-30T10:00", "2025-05-07"),  # 1 May, the Friday bridged, and Monday in place of Sunday the 4th
    ],
)
def test_promises_in_latvia(placed, promise):
    assert ship_by(placed, Rules(LATVIA, 2, 14)) == day(promise)


def test_how_it_is_said():
    say = Words().say
    assert say(standing_words(Standing.LATE, 0, day("2026-11-18"))) == "Late already"
    assert say(standing_words(Standing.LATE, 1, day("2026-11-18"))) == "1 working day late"
    assert say(standing_words(Standing.LATE, 2, day("2026-11-18"))) == "2 working days late"
    assert say(standing_words(Standing.DUE, 0, day("2026-11-18"))) == "Due today"
    assert say(standing_words(Standing.AT_RISK, 0, day("2026-11-18"))) == "At risk"
    assert say(standing_words(Standing.ON_TIME, 0, day("2026-11-18"))) == "By 18 November 2026"
    assert say(standing_words(Standing.ON_TIME, 0, None)) == "No promise"
