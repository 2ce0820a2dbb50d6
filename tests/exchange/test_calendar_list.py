"""Birthdays written as a calendar."""

from __future__ import annotations

import datetime as dt
import io
import tracemalloc

from icalendar import Calendar

from desktop_app.domain.people_dates import Birthday, LeapRule
from desktop_app.exchange.calendar_list import CUSTOMER, KeptBirthday, write_calendar

MADE = dt.datetime(2026, 11, 22, 12, tzinfo=dt.timezone.utc)


def test_a_calendar_of_many_days_is_whole_and_never_held_in_memory() -> None:
    days = (KeptBirthday(CUSTOMER, at, Birthday(3, at % 29), f"Anna {at}", "") for at in range(1, 601))
    out = io.BytesIO()
    write_calendar(io.BytesIO(), (), name="Shop", mark="m", rule=LeapRule.FEB_28, made=MADE)  # loads the library
    tracemalloc.start()
    written = write_calendar(out, days, name="Shop", mark="m", rule=LeapRule.FEB_28, made=MADE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    found = Calendar.from_ical(out.getvalue())
    assert written == len(found.events) == 580  # a month alone is no day
    assert (str(found["x-wr-calname"]), str(found.events[-1]["summary"])) == ("Shop", "Anna 600")
    assert peak < 2_000_000
