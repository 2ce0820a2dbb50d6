"""Birthdays as a calendar (iCalendar, RFC 5545): one event a person, each year on the day the shop keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.domain.people_dates import Birthday, LeapRule
from desktop_app.exchange.lasting_ids import uid_of

if TYPE_CHECKING:
    from icalendar import Event

CUSTOMER = "birthday"  # what a customer's own day is called among the ids
# A leap year that calendars can show; nobody is to read an age off it, so the event says that the year is not known.
_NO_YEAR = 2000


@dataclass(frozen=True, slots=True)
class KeptBirthday:
    """A birthday for a calendar: whose (`what` and `number` name the record), its title, and a line about it."""

    what: str
    number: int
    birthday: Birthday
    title: str
    about: str


def write_calendar(
    out: BinaryIO, days: Iterable[KeptBirthday], *, name: str, mark: str, rule: LeapRule, made: dt.datetime
) -> int:
    """Writes the calendar and returns how many days it has; those without a day of the month are left out."""
    from icalendar import Calendar  # a heavy library: first use, not start

    calendar = Calendar()
    calendar.add("prodid", "-//Cordial//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    end = b"END:VCALENDAR\r\n"
    out.write(calendar.to_ical(sorted=False).removesuffix(end))
    written = 0
    for day in days:  # each written as it comes: a calendar of all would take a gigabyte for a large shop
        if day.birthday.day:
            out.write(_event(day, mark, rule, made).to_ical(sorted=False))
            written += 1
    out.write(end)
    return written


def _event(day: KeptBirthday, mark: str, rule: LeapRule, made: dt.datetime) -> Event:
    from icalendar import Event

    born = day.birthday
    first = dt.date(born.year or _NO_YEAR, born.month, born.day)
    event = Event()
    event.add("uid", f"{uid_of(mark, day.what, day.number)}@cordial")
    event.add("dtstamp", made.astimezone(dt.timezone.utc))
    event.add("dtstart", first)
    event.add("dtend", first + dt.timedelta(days=1))
    event.add("rrule", _rule(born, rule))
    event.add("summary", day.title)
    if day.about:
        event.add("description", day.about)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("categories", ["BIRTHDAY"])
    event.add("x-birthday", f"{born.year or '-'}-{born.month:02}-{born.day:02}")  # as cards have it, the year or none
    if day.what != CUSTOMER:  # an import is not to make a customer of them
        event.add("x-cordial-around", "1")
    return event


def _rule(born: Birthday, rule: LeapRule) -> dict[str, object]:
    """Every year; one of 29 February in common years on the shop's day: the last of February, or the year's 60th."""
    if (born.month, born.day) != (2, 29):
        return {"freq": "yearly"}
    if rule is LeapRule.FEB_28:
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly", "byyearday": 60}
