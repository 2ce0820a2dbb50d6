"""Days people are congratulated on: when a birthday falls this year, and which are coming or were missed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.states import StrEnum

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class LeapRule(StrEnum):
    """When a 29 February birthday is kept in a common year."""

    FEB_28 = "feb-28"
    MAR_1 = "mar-1"


class NameDays(StrEnum):
    """Who is congratulated on the name day of the Latvian calendar."""

    NOBODY = "nobody"
    LATVIAN = "latvian"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Birthday:
    """Month and day of a birthday, the day unknown as 0 and the year as None; never an age without a year."""

    month: int
    day: int = 0
    year: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError(f"no month {self.month}")
        longest = _DAYS[self.month - 1] + (self.month == 2 and _leap(self.year or 2000))
        if not 0 <= self.day <= longest:
            raise ValueError(f"no day {self.day} in month {self.month}")

    @property
    def month_day(self) -> int:
        """The day of the year as month * 100 + day, the form the store keeps and indexes."""
        return self.month * 100 + self.day

    @classmethod
    def from_store(cls, month_day: int, year: int | None) -> Birthday:
        """The birthday back from its stored form."""
        return cls(month_day // 100, month_day % 100, year)

    def on(self, year: int, rule: LeapRule) -> dt.date | None:
        """The day it is kept in `year`; None when only the month is known."""
        if not self.day:
            return None
        if (self.month, self.day) == (2, 29) and not _leap(year):
            return dt.date(year, 2, 28) if rule is LeapRule.FEB_28 else dt.date(year, 3, 1)
        return dt.date(year, self.month, self.day)

    def age_on(self, day: dt.date) -> int | None:
        """The age reached in the year of `day`; None when the year of birth is unknown."""
        return None if self.year is None else day.year - self.year


def next_kept(birthday: Birthday | None, today: dt.date, rule: LeapRule) -> dt.date | None:
    """The next day from `today` on a birthday is kept on; None when no day is known."""
    if birthday is None:
        return None
    kept = birthday.on(today.year, rule)
    return birthday.on(today.year + 1, rule) if kept is not None and kept < today else kept


def kept_near(birthday: Birthday | None, today: dt.date, rule: LeapRule, *, behind: int) -> dt.date | None:
    """The day a card of today is for: the last one where that was missed in the last `behind` days, else the next."""
    following = next_kept(birthday, today, rule)
    if birthday is None or following is None or following == today:
        return following
    last = birthday.on(following.year - 1, rule)
    return last if last is not None and (today - last).days <= behind else following


def stored_days(first: dt.date, last: dt.date, rule: LeapRule) -> list[int]:
    """The month*100+day values whose birthdays are kept from `first` to `last` inclusive, for an indexed IN list."""
    found: list[int] = []
    day = first
    while day <= last:
        found.append(day.month * 100 + day.day)
        if not _leap(day.year) and (day.month, day.day) == ((2, 28) if rule is LeapRule.FEB_28 else (3, 1)):
            found.append(229)
        day += dt.timedelta(days=1)
    return found


def _leap(year: int) -> bool:
    # The calendar module has this too, but costs every start of the program 3 ms.
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
