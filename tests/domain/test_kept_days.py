import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import Invalid
from desktop_app.domain.kept_days import OLDEST, checked_birthday, checked_kept_day
from desktop_app.domain.people_dates import Birthday

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (Birthday(11, 23, 2026), "23 November 2026 is still to come"),
        (Birthday(12, 0, 2026), "The year 2026 is still to come"),
        (Birthday(1, 1, 2027), "1 January 2027 is still to come"),
        (Birthday(11, 23, 1850), "Nobody born in 1850 is alive"),
        (Birthday(2, 28, 1), "Nobody born in 1 is alive"),
        (Birthday(1, 1, 12345), "The year 12345"),
    ],
)
def test_a_birthday_that_cannot_be_is_said(day, said):
    with pytest.raises(Invalid, match=said) as error:
        checked_birthday(day, TODAY)
    assert error.value.field == "birthday"


@pytest.mark.parametrize(
    "day", [None, Birthday(2, 29), Birthday(11, 0), Birthday(11, 22, 2026), Birthday(11, 0, 2026), Birthday(1, 1, 1896)]
)
def test_a_birthday_that_can_be_stays(day):
    assert checked_birthday(day, TODAY) == day


def test_other_days_may_be_older_than_anybody():
    assert checked_kept_day(Birthday(6, 24, 1201), TODAY).year == 1201
    with pytest.raises(Invalid, match="“999” is not a year") as error:
        checked_kept_day(Birthday(6, 24, 999), TODAY)
    assert error.value.field == "days"
    with pytest.raises(Invalid, match="still to come"):
        checked_kept_day(Birthday(6, 24, 2027), TODAY)


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)), st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_a_birthday_is_kept_when_somebody_alive_can_have_it(born, today):
    day = Birthday(born.month, born.day, born.year)
    possible = born <= today and today.year - born.year <= OLDEST
    try:
        assert checked_birthday(day, today) == day
    except Invalid:
        assert not possible
    else:
        assert possible
