"""Birthdays as files write them, with or without a year; placeholders of programs are no birthdays."""

from __future__ import annotations

import datetime as dt
import re
from typing import NoReturn

from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.dates import Ambiguous, named_date
from desktop_app.exchange.values import BadValue, is_nothing, unmarked
from desktop_app.i18n import msg

_FULL = re.compile(r"(\d{4})(?:[-./]?(\d\d)[-./]?(\d\d)|[-./](\d{1,2})[-./](\d{1,2}))(?:[T ].*)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_YEARLESS = re.compile(r"--(\d\d)-?(\d\d)?", re.ASCII)
_THREE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?", re.ASCII)
_TWO = re.compile(r"(\d{1,2})([./-])(\d{1,2})\.?", re.ASCII)
_NONE = re.compile(r"[0./-]*|0000-00-00.*|1900-01-01.*|0?1[./-]0?1[./-]1900", re.ASCII)
_CLOCK = re.compile(  # 1C and Magento write one behind each day
    r"(?<![\s,]),?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?$", re.IGNORECASE | re.ASCII
)
_NO_YEAR = (0, 1604, 1900)  # what programs write for a year that nobody knows
_OLDEST = 120


def birthday(cell: str, column: str, *, order: DateOrder | None = None, today: dt.date) -> Birthday | None:
    """A birthday, None where the cell is empty or holds a placeholder; a year that cannot be one is left out.

    Raises BadValue for a day that does not exist, Ambiguous for 03/04 in a file that does not prove the order.
    """
    text = _CLOCK.sub("", unmarked(cell.strip()))
    if not text or is_nothing(text) or _NONE.fullmatch(text):
        return None
    year, month, day = _parts(text, column, order)
    try:
        return Birthday(month, day, _year(year, month, day, today))
    except ValueError:
        raise BadValue(text, column, msg("There is no such day in the calendar. Correct the date.")) from None


def _parts(text: str, column: str, order: DateOrder | None) -> tuple[int, int, int]:
    """Year (0 unknown), month and day (0 unknown)."""
    if full := _FULL.fullmatch(text):
        return int(full[1]), int(full[2] or full[4]), int(full[3] or full[5])
    if month := _MONTH.fullmatch(text):
        return int(month[1]), int(month[2]), 0
    if yearless := _YEARLESS.fullmatch(text):
        return 0, int(yearless[1]), int(yearless[2] or 0)
    if three := _THREE.fullmatch(text):
        month_number, day = _day_and_month(int(three[1]), three[2], int(three[3]), text, column, order)
        return int(three[4]) if len(three[4]) == 4 else 10_000 + int(three[4]), month_number, day
    if two := _TWO.fullmatch(text):
        month_number, day = _day_and_month(int(two[1]), two[2], int(two[3]), text, column, order)
        return 0, month_number, day
    named = named_date(text)
    if named is None:
        no_birthday(text, column)
    return named.year or 0, named.month, named.day


def _day_and_month(
    first: int, between: str, second: int, text: str, column: str, order: DateOrder | None
) -> tuple[int, int]:
    if between == "." or (order is None and first > 12):
        return second, first
    if order is DateOrder.MONTH_FIRST or first == second or (order is None and second > 12):
        return first, second
    if order is None:
        raise Ambiguous(text, column)
    return second, first


def _year(year: int, month: int, day: int, today: dt.date) -> int | None:
    if year >= 10_000:  # two digits: the last such year that is past
        year = year - 10_000 + 2000
        year -= 100 if (year, month, day) > (today.year, today.month, today.day) else 0
    if year in _NO_YEAR or year < today.year - _OLDEST or (year, month, day) > (today.year, today.month, today.day):
        Birthday(month, day, None)  # 29 February stands, 31 April does not
        return None
    return year


def no_birthday(text: str, column: str) -> NoReturn:
    """Raises BadValue for what cannot be read as a birthday."""
    raise BadValue(
        text, column, msg("This is not a birthday. Correct it to a form like 1985-03-31, or 03-31 without a year.")
    )
