"""Whose birthday, name day or other day is near or was missed: what Today shows, and whose cards wait to be printed.

Four statements, however large the shop: how many there may be on each day, read off the indexes; the people of the
nearest days that together hold no more than ENOUGH, the rest being but “more”; what was done for those shown; and
what stands in the way of greeting them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.near_days import Leads, NearDay, near_days
from desktop_app.domain.people import LONGEST_LEAD, DayKind
from desktop_app.domain.people_dates import LeapRule, NameDays
from desktop_app.domain.reaching import paper_hindrance, together
from desktop_app.domain.settings import (
    LEAP_RULE,
    MISSED_DAYS,
    NAME_DAYS,
    REGULAR_FROM,
    SHOP_LANGUAGE,
    SettingValues,
)
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.congratulated import DoneRow, Marks, congratulated
from desktop_app.queries.day_rows import DayPerson, DayRow, day_row, in_reach
from desktop_app.queries.days_sought import Counts, Sought, counted, found_on
from desktop_app.queries.reaching import standings_of

__all__ = ["DayPerson", "DayRow", "DaysNear", "DoneRow", "days_near", "days_on"]

SHOWN = 100  # rows of coming and of missed days
ENOUGH = 500  # rows looked at for each: so far the counts are exact


@dataclass(frozen=True, slots=True)
class DaysNear:
    """Coming and missed days, the nearest first and regulars before others, each list at most SHOWN long.

    The counts tell how many there are, up to ENOUGH exactly; `more` says that there are more than counted. `done` is
    what was done about the days near today, the latest first.
    """

    coming: tuple[DayRow, ...] = ()
    missed: tuple[DayRow, ...] = ()
    done: tuple[DoneRow, ...] = ()
    coming_count: int = 0
    missed_count: int = 0
    more_coming: bool = False
    more_missed: bool = False


def days_near(shop: Shop, values: SettingValues, *, whole: bool = False) -> DaysNear:
    """The days in reach of their lead time and those missed in the last days, of everybody not yet congratulated.

    With `whole` it is all of them however many they are, for the press.
    """
    leads, behind, enough = Leads.of(values), values[MISSED_DAYS], None if whole else ENOUGH
    near = near_days(shop.today(), ahead=LONGEST_LEAD, behind=behind, rule=LeapRule(values[LEAP_RULE]))
    sought = _sought(near, values)
    usual = [day for day in near if day.until <= leads.longest]
    counts = counted(shop, sought, birthdays=usual, names=_named(usual, leads))
    coming, more_coming = _enough([day for day in usual if day.until >= 0], counts, enough)
    missed, more_missed = _enough([day for day in usual if day.until < 0], counts, enough)
    nearest = [*coming, *missed]
    limits = _limit(coming, counts, enough), _limit(missed, counts, enough)
    far = [] if more_coming else [day for day in near if leads.kinds[DayKind.NAME_DAY] < day.until <= counts.longest]
    found = found_on(
        shop, sought, birthdays=nearest, names=_named(nearest, leads), far=far, counts=counts, limits=limits
    )
    people = in_reach(found, leads)
    ahead, over = [one for one in people if one[0].day.until >= 0], [one for one in people if one[0].day.until < 0]
    rows = [
        [day_row(one, regular_from=values[REGULAR_FROM]) for one in part[: None if whole else SHOWN]]
        for part in (ahead, over)
    ]
    first, last = min(day.kept_on for day in near), max(day.kept_on for day in near)
    marks = congratulated(shop, [*rows[0], *rows[1]], first=first, last=last)
    kept = [_with(part, marks) for part in rows]
    if not whole:
        kept = _held(shop, kept)  # the press asks for itself
    return DaysNear(
        kept[0], kept[1], marks.done,
        len(ahead) - len(rows[0]) + len(kept[0]), len(over) - len(rows[1]) + len(kept[1]), more_coming, more_missed,
    )  # fmt: skip


def days_on(shop: Shop, values: SettingValues, day: dt.date) -> list[DayRow]:
    """Everybody's days kept on one day, of those not yet congratulated; where only the month is known, its first."""
    found = near_days(day, ahead=0, behind=0, rule=LeapRule(values[LEAP_RULE]))
    near = [one for one in found if one.kept_on == day]
    counts = Counts({}, -1, groups=False)
    people = found_on(shop, _sought(near, values), birthdays=near, names=near, far=(), counts=counts)
    rows = [day_row(one, regular_from=values[REGULAR_FROM]) for one in in_reach(people, Leads.of(values))]
    return list(_with(rows, congratulated(shop, rows, first=day, last=day)))


def _held(shop: Shop, parts: Sequence[Sequence[DayRow]]) -> list[tuple[DayRow, ...]]:
    """The rows with what stands in the way of a card or message: of the customer, or of who of them has a record."""
    standings = standings_of(shop, {one for part in parts for row in part for one in _concerned(row)})

    def told(row: DayRow) -> DayRow:
        who = together(standings[one] for one in _concerned(row) if one in standings)
        held = paper_hindrance(Kind.BIRTHDAY, who)
        return row if held is None else replace(row, held=held)

    return [tuple(told(row) for row in part) for part in parts]


def _concerned(row: DayRow) -> tuple[CustomerId, ...]:
    return (row.customer_id, *(one.also for one in row.people if one.also is not None))


def _sought(near: Sequence[NearDay], values: SettingValues) -> Sought:
    return Sought(near, names=NameDays(values[NAME_DAYS]), shop_language=Language(values[SHOP_LANGUAGE]))


def _named(days: Sequence[NearDay], leads: Leads) -> list[NearDay]:
    """Those of the days on which name days are looked for."""
    return [day for day in days if day.until <= leads.kinds[DayKind.NAME_DAY]]


def _enough(days: Sequence[NearDay], counts: Counts, most: int | None) -> tuple[list[NearDay], bool]:
    """The nearest days, one at least, that hold no more than `most`; whether days, or people of that one, are left."""
    kept: list[NearDay] = []
    found = 0
    for day in days:
        number = counts.on.get(day, 0)
        if most is not None and kept and number and found + number > most:
            return kept, True
        if number:
            kept.append(day)
            found += number
    return kept, most is not None and found > most


def _limit(days: Sequence[NearDay], counts: Counts, most: int | None) -> int | None:
    """Of one day alone there may be far more than enough: as many of each sort are looked at then as are shown.

    Of several days all are, for those found first may be of the farthest.
    """
    found = sum(counts.on.get(day, 0) for day in days)
    return SHOWN if most is not None and found > most else None


def _with(rows: Sequence[DayRow], marks: Marks) -> tuple[DayRow, ...]:
    return tuple(row for row in map(marks.on, rows) if row is not None)
