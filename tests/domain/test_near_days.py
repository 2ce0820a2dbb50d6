import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.near_days import Leads, near_days
from desktop_app.domain.people import LONGEST_LEAD, DayKind
from desktop_app.domain.people_dates import Birthday, LeapRule, next_kept
from desktop_app.domain.settings import ANNIVERSARY_LEAD, SettingValues

# four hundred years are one whole round of the calendar; 2100, 2200 and 2300 are no leap years
ROUND = st.dates(dt.date(1999, 12, 25), dt.date(2400, 1, 10))
BORN = st.dates(dt.date(1904, 1, 1), dt.date(1904, 12, 31))  # any day there is, 29 February too
RULES = st.sampled_from(LeapRule)


def falls_on(birthday, day, rule):
    """Whether a birthday is kept on a day, by the words of the rule alone."""
    if (birthday.month, birthday.day) == (2, 29) and not calendar.isleap(day.year):
        return (day.month, day.day) == ((2, 28) if rule is LeapRule.FEB_28 else (3, 1))
    return (day.month, day.day) == (birthday.month, birthday.day)


@given(BORN, ROUND, RULES)
def test_the_next_time_of_any_day_is_the_first_on_which_it_falls(born, today, rule):
    birthday = Birthday(born.month, born.day)
    expected = next(
        day for n in range(367) if falls_on(birthday, day := today + dt.timedelta(days=n), rule)
    )  # fmt: skip
    assert next_kept(birthday, today, rule) == expected


@given(BORN, ROUND, RULES, st.integers(0, LONGEST_LEAD), st.integers(0, 60))
def test_a_day_is_near_exactly_in_its_lead_time_also_over_the_end_of_a_year(born, today, rule, ahead, behind):
    birthday = Birthday(born.month, born.day)
    expected = [
        (day, offset)
        for offset in range(-behind, ahead + 1)
        if falls_on(birthday, day := today + dt.timedelta(days=offset), rule)
    ]
    near = near_days(today, ahead=ahead, behind=behind, rule=rule)
    assert [(one.kept_on, one.until) for one in near if one.stored == birthday.month_day] == expected
    assert len({one.stored for one in near}) == len(near)  # each day at most once: coming or missed


@given(ROUND, RULES, st.integers(0, LONGEST_LEAD), st.integers(0, 60))
def test_a_month_alone_lasts_from_its_first_day_to_its_last(today, rule, ahead, behind):
    for near in near_days(today, ahead=ahead, behind=behind, rule=rule):
        if not near.whole_month:
            continue
        last = near.kept_on.replace(day=calendar.monthrange(near.kept_on.year, near.kept_on.month)[1])
        if near.until > 0:
            assert near.kept_on - today == dt.timedelta(days=near.until) <= dt.timedelta(days=ahead)
        elif near.until == 0:
            assert near.kept_on <= today <= last
        else:
            assert today - last == dt.timedelta(days=-near.until) <= dt.timedelta(days=behind)


def test_the_nearest_stand_first_and_months_alone_last():
    near = near_days(dt.date(2026, 12, 31), ahead=2, behind=1, rule=LeapRule.FEB_28)
    assert [(one.stored, one.until) for one in near] == [
        (1231, 0), (1230, -1), (101, 1), (102, 2), (1200, 0), (100, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("own", "lead"),
    [
        ({}, 7),
        ({"group": 3}, 3),
        ({"group": 3, "person": 20}, 20),
        ({"group": 3, "person": 20, "day": 0}, 0),
        ({"day": 900}, LONGEST_LEAD),
    ],
)
def test_the_day_tells_before_the_person_before_the_group_before_the_kind(own, lead):
    leads = Leads.of(SettingValues({}))
    assert leads.lead(DayKind.BIRTHDAY, **own) == lead


def test_each_kind_has_its_own_lead_time():
    leads = Leads.of(SettingValues({ANNIVERSARY_LEAD.key: 21}))
    assert [leads.lead(kind) for kind in DayKind] == [7, 3, 21, 7]
    assert leads.longest == 21
