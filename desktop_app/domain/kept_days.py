"""Whether a day of somebody's can be true; forms, the command line and the actions say so at the field."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.errors import Invalid
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import msg

OLDEST = 130  # years; the oldest person whose age was proven lived for 122
_FIRST_YEAR = 1000  # of other days: a town or a trade may be old, a slip of the finger is older


def checked_birthday(
    birthday: Birthday | None, today: dt.date, *, field: str = "birthday", deceased: bool = False
) -> Birthday | None:
    """A birthday as it is; raises Invalid for one that is still to come or of somebody nobody is as old as."""
    if birthday is None or birthday.year is None:
        return birthday
    _check_not_to_come(birthday, today, field)
    if today.year - birthday.year > OLDEST and not deceased:
        raise Invalid(
            field,
            msg("Nobody born in {year} is alive. Check the year, or leave it empty.", year=str(birthday.year)),
        )
    return birthday


def checked_kept_day(day: Birthday, today: dt.date, *, field: str = "days") -> Birthday:
    """Another day kept each year, as it is; raises Invalid when its first time is still to come."""
    if day.year is not None:
        _check_not_to_come(day, today, field)
        if day.year < _FIRST_YEAR:
            raise Invalid(field, msg("“{year}” is not a year of four digits; write it as 1985.", year=str(day.year)))
    return day


def _check_not_to_come(day: Birthday, today: dt.date, field: str) -> None:
    year = day.year or 0
    if (year, day.month, day.day) > (today.year, today.month, today.day):
        when = dt.date(year, day.month, max(1, day.day)) if year <= dt.MAXYEAR else None
        if when is not None and day.day:
            raise Invalid(field, msg("{day} is still to come. Check the year, or leave it empty.", day=when))
        raise Invalid(field, msg("The year {year} is still to come. Check it, or leave it empty.", year=str(year)))
