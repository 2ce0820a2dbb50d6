"""Which days of the year are near today, how long before each the shop wants to know, and what names one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.people import LONGEST_LEAD, DayKind, RelativeId
from desktop_app.domain.people_dates import LeapRule, stored_days
from desktop_app.domain.settings import (
    ANNIVERSARY_LEAD,
    BIRTHDAY_LEAD,
    NAME_DAY_LEAD,
    OTHER_DAY_LEAD,
    SettingValues,
)


@dataclass(frozen=True, slots=True)
class NearDay:
    """A day of the year as the store keeps it, where it falls near today; `until` is below 0 once it is over.

    A day of which only the month is known lasts from the first of the month, which is its `kept_on`, to the last.
    """

    stored: int
    kept_on: dt.date
    until: int

    @property
    def whole_month(self) -> bool:
        """Whether only the month is known."""
        return self.stored % 100 == 0

    @property
    def place(self) -> tuple[bool, int]:
        """Where it stands among others: the nearest first, months after the days that are known."""
        return self.whole_month, abs(self.until)


@dataclass(frozen=True, slots=True)
class DayKey:
    """One day of one year of a customer or of somebody around them: what a congratulation is kept under."""

    customer: CustomerId
    relative: RelativeId | None
    kind: DayKind
    title: str
    kept_on: dt.date


@dataclass(frozen=True, slots=True)
class Leads:
    """How many days ahead the shop wants to know of a day: by the day, the person, the group, else by the kind."""

    kinds: Mapping[DayKind, int]

    @classmethod
    def of(cls, values: SettingValues) -> Leads:
        """The lead times as the shop set them."""
        return cls({
            DayKind.BIRTHDAY: values[BIRTHDAY_LEAD],
            DayKind.NAME_DAY: values[NAME_DAY_LEAD],
            DayKind.ANNIVERSARY: values[ANNIVERSARY_LEAD],
            DayKind.OTHER: values[OTHER_DAY_LEAD],
        })  # fmt: skip

    @property
    def longest(self) -> int:
        """The longest of the usual lead times."""
        return max(self.kinds.values())

    def lead(
        self, kind: DayKind, *, day: int | None = None, person: int | None = None, group: int | None = None
    ) -> int:
        """The lead time in days; the first that was set counts, and no more than LONGEST_LEAD."""
        own = next((lead for lead in (day, person, group) if lead is not None), self.kinds[kind])
        return max(0, min(own, LONGEST_LEAD))


def near_days(today: dt.date, *, ahead: int, behind: int, rule: LeapRule) -> list[NearDay]:
    """The days from `behind` days ago to `ahead` days from now, also months alone, in the order of their place."""
    found = [
        NearDay(stored, day, offset)
        for offset in range(-behind, ahead + 1)
        for day in (today + dt.timedelta(days=offset),)
        for stored in stored_days(day, day, rule)
    ]
    first = (today - dt.timedelta(days=behind)).replace(day=1)
    while (first - today).days <= ahead:
        after = (first + dt.timedelta(days=31)).replace(day=1)
        last = after - dt.timedelta(days=1)
        until = (first - today).days if first > today else min(0, (last - today).days)
        if until >= -behind:
            found.append(NearDay(first.month * 100, first, until))
        first = after
    return sorted(found, key=lambda near: near.place)
