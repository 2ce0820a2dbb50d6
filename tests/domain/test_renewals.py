"""The day something paid by period is due next: the day agreed on, and the last one of a month that has it not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.renewals import RenewalFields, checked_renewal, due_after, period
from desktop_app.i18n import english

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2150, 12, 31))


def test_a_thirty_first_is_kept_over_a_short_month():
    days = [dt.date(2026, 12, 31)]
    for _ in range(4):
        days.append(due_after(days[-1], 1, due_day=31))
    assert [day.isoformat() for day in days[1:]] == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]


@given(DAYS, st.integers(1, 40), st.integers(1, 40))
def test_paying_two_times_is_paying_for_both_at_once(day, first, second):
    there = due_after(due_after(day, first, due_day=day.day), second, due_day=day.day)
    assert there == due_after(day, first + second, due_day=day.day)
    assert (there.year - day.year) * 12 + there.month - day.month == first + second
    assert there.day == day.day or (there + dt.timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("months", "said"), [(1, "every month"), (3, "every 3 months"), (12, "every year"), (24, "every 2 years")]
)
def test_a_period_is_said_as_people_say_it(months, said):
    assert english(period(months)) == said


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (RenewalFields(" ", next_on=dt.date(2026, 12, 1)), "what"),
        (RenewalFields("x" * 201, next_on=dt.date(2026, 12, 1)), "what"),
        (RenewalFields("Tea", every_months=0, next_on=dt.date(2026, 12, 1)), "every"),
        (RenewalFields("Tea", every_months=121, next_on=dt.date(2026, 12, 1)), "every"),
        (RenewalFields("Tea"), "next"),
        (RenewalFields("Tea", next_on=dt.date(1926, 12, 1)), "next"),
        (RenewalFields("Tea", Money(-1, "EUR"), next_on=dt.date(2026, 12, 1)), "amount"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(fields, field):
    with pytest.raises(Invalid) as error:
        checked_renewal(fields)
    assert error.value.field == field
