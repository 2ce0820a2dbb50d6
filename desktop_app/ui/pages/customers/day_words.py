"""How the record speaks about days kept each year: what they are, when they come, what 29 February does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DAY_NAMES, DayKind, RelativeId, SpecialDay
from desktop_app.domain.people_dates import Birthday, LeapRule, next_kept
from desktop_app.i18n import Words
from desktop_app.ui.pages.dates import birthday_text, near_day
from desktop_app.ui.pages.orders.wording import joined

_SOON = 30  # days: from here on a day is said to come


def leap_phrase(words: Words, date: Birthday | None, rule: LeapRule) -> str:
    """What happens to 29 February in other years; empty for any other day."""
    if date is None or (date.month, date.day) != (2, 29):
        return ""
    if rule is LeapRule.FEB_28:
        return words("In other years it is kept on 28 February, as the settings say.")
    return words("In other years it is kept on 1 March, as the settings say.")


def name_days_phrase(words: Words, days: tuple[tuple[int, int], ...]) -> str:
    """“26 July in the calendar”; what is said where the calendar does not have the name."""
    if not days:
        return words("The Latvian calendar does not have this name.")
    said = ", ".join(birthday_text(words, month, day, None) for month, day in days)
    return words("{days} in the Latvian calendar", days=said)


def day_title(words: Words, day: SpecialDay) -> str:
    """What is kept: “Birthday”, or in the shop's own words."""
    return day.title if day.kind is DayKind.OTHER and day.title else joined(words.say(DAY_NAMES[day.kind]), day.title)


def next_key(
    customer: CustomerId, relative: RelativeId | None, days: Sequence[SpecialDay], today: dt.date, rule: LeapRule
) -> DayKey | None:
    """The day of these that comes next, as a card is printed for it; None where no day is known."""
    kept = [(on, day) for day in days if (on := next_kept(day.date, today, rule)) is not None]
    if not kept:
        return None
    on, day = min(kept, key=lambda one: one[0])
    return DayKey(customer, relative, day.kind, day.title, on)


def day_phrase(words: Words, day: SpecialDay, today: dt.date, rule: LeapRule) -> str:
    """“5 March 2019 · turns 8 on Wednesday”: the date as known, and how near it is where it comes soon."""
    date = day.date
    said = birthday_text(words, date.month, date.day, date.year)
    kept = next_kept(date, today, rule)
    if kept is None or (kept - today).days > _SOON:
        return said
    age = date.age_on(kept)
    near = near_day(words, kept, today)
    if day.kind is DayKind.BIRTHDAY and age:
        return joined(said, words("turns {age} {day}", age=age, day=near))
    return joined(said, words.n("{n} year {day}", "{n} years {day}", age, day=near) if age else near)
