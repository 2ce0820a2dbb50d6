"""The days a shop does not work, as its settings tell them in words, and the calendar that promises count by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from desktop_app.domain.errors import Invalid
from desktop_app.domain.settings import (
    CLOSED_DAYS,
    COUNTRY,
    DAYS_OFF,
    MORE_COUNTRIES,
    Setting,
    SettingValues,
)
from desktop_app.domain.text import clean, shorten
from desktop_app.domain.working_days import WEEKEND, Calendar, are_holidays_known
from desktop_app.i18n import Message, msg

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES = (
    msg("Monday"), msg("Tuesday"), msg("Wednesday"), msg("Thursday"), msg("Friday"), msg("Saturday"), msg("Sunday"),
)  # fmt: skip
_WEEKDAYS = {
    word: day
    for words in (WEEKDAYS, [name.text.casefold() for name in WEEKDAY_NAMES])
    for day, word in enumerate(words)
}
LONGEST_CLOSED = 366  # days in one go
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s*\.\.\s*(\d{4}-\d\d-\d\d))?(?:\s+(.*))?")


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Days the shop is closed of its own will, first and last of them, and why in its own words."""

    first: dt.date
    last: dt.date
    name: str = ""


def days_off(text: str) -> frozenset[int]:
    """The weekdays of “sat, sun” (0 = Monday), none for an empty text; raises Invalid for others and for all seven."""
    found = set()
    for word in filter(None, re.split(r"[\s,;]+", text.casefold())):
        if word in _WEEKDAYS:
            found.add(_WEEKDAYS[word])
        else:
            raise Invalid(
                DAYS_OFF.key, msg("“{text}” is not a day of the week. Write days off as sat, sun.", text=shorten(word))
            )
    if len(found) == len(WEEKDAYS):
        raise Invalid(DAYS_OFF.key, msg("Leave one working day in the week at least, or nothing can be promised."))
    return frozenset(found)


def days_off_text(days: Iterable[int]) -> str:
    """Weekdays as the setting keeps them."""
    return ", ".join(WEEKDAYS[day] for day in sorted(set(days)))


def countries(text: str) -> tuple[str, ...]:
    """The countries of “EE, LT”; raises Invalid for one whose public holidays nobody knows."""
    found = dict.fromkeys(re.split(r"[\s,;]+", text.strip().upper()))
    found.pop("", None)
    for code in found:
        if not re.fullmatch("[A-Z]{2}", code):
            said = msg("“{text}” is not a country. Write countries with two letters each, as EE, LT.", text=code)
            raise Invalid(MORE_COUNTRIES.key, said)
        if not are_holidays_known(code):
            raise Invalid(MORE_COUNTRIES.key, unknown_holidays(code))
    return tuple(found)


def unknown_holidays(country: str) -> Message:
    """What is said of a country whose public holidays nobody knows."""
    return msg("No public holidays of {country} are known. Add them as closed days instead.", country=country)


def closed_days(text: str) -> tuple[ClosedDays, ...]:
    """The closed days of “2026-12-24..2027-01-02 Holiday”, one a line or after “;”; raises Invalid."""
    found = [_closed(part) for line in text.splitlines() for part in line.split(";") if part.strip()]
    return tuple(sorted(set(found), key=lambda one: (one.first, one.last, one.name)))


def closed_text(closed: Iterable[ClosedDays]) -> str:
    """Closed days as the setting keeps them."""
    lines = []
    for one in sorted(closed, key=lambda each: (each.first, each.last)):
        span = one.first.isoformat() if one.first == one.last else f"{one.first}..{one.last}"
        lines.append(f"{span} {one.name}".strip())
    return "\n".join(lines)


def checked_closed(first: dt.date | None, last: dt.date | None, name: str = "") -> ClosedDays:
    """Closed days as typed into a form; raises Invalid at `first` or `last`."""
    if first is None:
        raise Invalid("first", msg("Say on which day the shop is closed."))
    last = last or first
    if last < first:
        raise Invalid("last", msg("The last day is before the first. Look at both."))
    if (last - first).days >= LONGEST_CLOSED:
        raise Invalid(
            "last", msg("At most {n} days can be closed in one go. Add the rest as another entry.", n=LONGEST_CLOSED)
        )
    return ClosedDays(first, last, clean(name).replace(";", ","))


def shop_calendar(values: SettingValues) -> Calendar:
    """The working days of a shop; a setting that cannot be read (a newer program kept it) counts as not set."""
    closed: tuple[ClosedDays, ...] = ()
    with suppress(Invalid):
        closed = closed_days(values[CLOSED_DAYS])
    week = WEEKEND
    with suppress(Invalid):
        week = days_off(values[DAYS_OFF])
    days = (one.first + dt.timedelta(days=n) for one in closed for n in range((one.last - one.first).days + 1))
    more = (code for code in re.split(r"[\s,;]+", values[MORE_COUNTRIES]) if code)
    kept = dict.fromkeys(code for code in (values[COUNTRY], *more) if code)
    return Calendar(frozenset(days), week, tuple(kept))


# the settings told here, each with what makes a typed text the kept one
SHOP_DAYS: Mapping[Setting[str], Callable[[str], str]] = {
    DAYS_OFF: lambda text: days_off_text(days_off(text)),
    MORE_COUNTRIES: lambda text: ", ".join(countries(text)),
    CLOSED_DAYS: lambda text: closed_text(closed_days(text)),
}


def _closed(part: str) -> ClosedDays:
    found = _RANGE.fullmatch(part.strip())
    try:
        if found is None:
            raise ValueError
        first, last, name = found.groups()
        return checked_closed(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), name or "")
    except ValueError:
        raise Invalid(CLOSED_DAYS.key, _unreadable(part)) from None
    except Invalid as error:
        raise Invalid(CLOSED_DAYS.key, error.message) from None


def _unreadable(part: str) -> Message:
    return msg(
        "“{text}” is not a day. Write closed days as 2026-12-24..2027-01-02, one after another with ; between.",
        text=shorten(part),
    )
