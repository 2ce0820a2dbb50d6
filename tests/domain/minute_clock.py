"""A slow clock for tests: it looks at every minute of a year in a zone, and asks of each whether the shop is open."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable
from functools import lru_cache
from zoneinfo import ZoneInfo

from desktop_app.domain.working_days import Calendar
from desktop_app.domain.working_hours import WorkingHours

DAY = 24 * 60
FIRST = dt.datetime(2025, 12, 20, tzinfo=dt.timezone.utc)
MINUTES = 500 * DAY
ZONES = (
    "Europe/Riga",
    "America/Havana",  # puts its clocks back from 1:00 to midnight
    "Asia/Beirut",  # puts them forward at midnight: a day begins at 1:00, and back from midnight to 23:00
    "Australia/Lord_Howe",  # by half an hour
    "America/New_York",
    "Asia/Kolkata",
)


@lru_cache(maxsize=len(ZONES))
def wall_minutes(zone: str) -> array[int]:
    """What the wall shows at each minute since FIRST: the day's ordinal times 1440 and the minute of that day."""
    here, shown = ZoneInfo(zone), array("q")
    for minute in range(MINUTES):
        at = (FIRST + dt.timedelta(minutes=minute)).astimezone(here)
        shown.append(at.toordinal() * DAY + at.hour * 60 + at.minute)
    return shown


def is_open(calendar: Calendar, opens: int, closes: int, *, zone: str) -> Callable[[int], bool]:
    """Whether the shop is open in a minute, counted from FIRST."""
    shown, works = wall_minutes(zone), lru_cache(lambda day: calendar.works(dt.date.fromordinal(day)))
    return lambda minute: opens <= shown[minute] % DAY < closes and works(shown[minute] // DAY)


def at(minute: int) -> dt.datetime:
    """The moment so many minutes after FIRST."""
    return FIRST + dt.timedelta(minutes=minute)


def slow_after(hours: WorkingHours, minute: int, wanted: int, *, zone: str) -> dt.datetime:
    """WorkingHours.after, a minute at a time."""
    opened = is_open(hours.calendar, hours.opens, hours.closes, zone=zone)
    while not wanted and not opened(minute):
        minute += 1
    while wanted:
        wanted -= opened(minute)
        minute += 1
    return at(minute)


def slow_between(hours: WorkingHours, first: int, last: int, *, zone: str) -> int:
    """WorkingHours.between, a minute at a time."""
    return sum(map(is_open(hours.calendar, hours.opens, hours.closes, zone=zone), range(first, last)))
