"""Days and moments of files as ISO 8601, literal local time and offset kept; what is no real day is a BadValue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, NoReturn

from desktop_app.domain.mapping import DateOrder
from desktop_app.exchange.months import MONTHS
from desktop_app.exchange.values import BadValue, unmarked
from desktop_app.i18n import msg

FIRST, LAST = 1970, 2100  # years in which a shop's order can be placed
_TIME = re.compile(
    r"[T ,]*(?:at |um |в |plkst\.? ?)?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*"
    r"(?:(Z|UTC|GMT)|([+-])(\d\d)(?::?(\d\d))?)?(?:[ECMP][SD]T|CES?T|EES?T|BST|MSK|Uhr)?",
    re.ASCII | re.IGNORECASE,
)
_THREE = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_SLASHED = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})(?:\2(?:\d{4}|\d{2}))?\b", re.ASCII)
_ALL_SLASHED = re.compile(r"\s*\d{1,2}([/-])\d{1,2}\1(?:19|20)\d\d(?:[ T,].*)?", re.ASCII)
_DAY_ZERO = dt.date(1899, 12, 30)  # of Excel's count of days; 1904 workbooks begin 1,462 days later
_LATER_1904 = 1462


class Ambiguous(Exception):
    """A date like 03/04/25 in a file that does not prove which part is the day; asked once for the whole file."""

    def __init__(self, value: str, column: str) -> None:
        super().__init__(value)
        self.value = value
        self.column = column


class NamedDate(NamedTuple):
    """A date that names its month."""

    month: int
    day: int
    year: int | None


def moment(cell: str, column: str, *, order: DateOrder | None = None, from_1904: bool = False) -> str:
    """A day or moment as ISO 8601 with the file's offset, "" for an empty cell; raises BadValue or Ambiguous."""
    if not cell:
        return ""
    plain = _plain(cell)
    if plain:
        return plain
    text = unmarked(cell.strip())
    return _moment(text, column, order, from_1904) if text else ""


def day(cell: str, column: str, *, order: DateOrder | None = None, from_1904: bool = False) -> dt.date | None:
    """The day of a cell, None for an empty one."""
    found = moment(cell, column, order=order, from_1904=from_1904)
    return dt.date.fromisoformat(found[:10]) if found else None


def are_slashed(cells: Iterable[str]) -> bool:
    """Whether a column holds dates like 3/24/1990 and nothing else."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(map(_ALL_SLASHED.fullmatch, filled))


def proven_order(cells: Iterable[str]) -> DateOrder | None:
    """Which part of a column's slashed dates its values prove to be the day."""
    for cell in cells:
        found = _SLASHED.match(cell)
        if not found:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            return DateOrder.DAY_FIRST
        if second > 12 >= first:
            return DateOrder.MONTH_FIRST
    return None


def _plain(cell: str) -> str:
    """The forms that stand in millions of cells, 2025-01-15 17:41:00 with or without -0500, checked in C."""
    if len(cell) == 25 and cell[19] == " ":
        text = f"{cell[:10]}T{cell[11:19]}{cell[20:23]}:{cell[23:]}"
    elif len(cell) == 19:
        text = f"{cell[:10]}T{cell[11:]}"
    else:
        return ""
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return ""
    return (
        text
        if FIRST <= found.year <= LAST and cell[4] == cell[7] == "-" and cell[10] in " T" and cell[13] == ":"
        else ""
    )


def _moment(text: str, column: str, order: DateOrder | None, from_1904: bool) -> str:
    if _SERIAL.fullmatch(text):
        return _from_serial(text, column, from_1904)
    found = _TIME.search(text)
    clock = _clock(found, text, column) if found else ""
    if found and text[found.end() :].strip(" .)"):
        _bad(text, column)
    part = (text[: found.start()] if found else text).strip(" ,")
    year, month, number = _parts(part, text, column, order)
    return f"{_checked(year, month, number, text, column)}{'T' + clock if clock else ''}"


def _parts(part: str, text: str, column: str, order: DateOrder | None) -> tuple[int, int, int]:
    """Year, month and day of a date without its time."""
    if part.isdigit() and part.isascii() and len(part) == 8:
        return int(part[:4]), int(part[4:6]), int(part[6:])
    three = _THREE.fullmatch(part)
    if three:
        return _of_three(three[1], three[2], int(three[3]), three[4], text=text, column=column, order=order)
    named = named_date(part)
    if named is None or named.year is None:
        _bad(text, column)
    return named.year, named.month, named.day


def _of_three(
    first: str, between: str, second: int, third: str, *, text: str, column: str, order: DateOrder | None
) -> tuple[int, int, int]:
    if len(first) == 4:
        return int(first), second, int(third)
    if len(first) > 2 or len(third) not in (2, 4):
        _bad(text, column)
    one, year = int(first), _century(third)
    if between == "." or (order is None and one > 12):  # points are only written day first
        return year, second, one
    if order is None and second > 12:
        return year, one, second
    if order is None and one != second:
        raise Ambiguous(text, column)
    return (year, one, second) if order is DateOrder.MONTH_FIRST else (year, second, one)


def named_date(part: str) -> NamedDate | None:
    """Month, day and year of a date that names its month, in whichever sequence."""
    words = [word.casefold() for word in _WORDS.findall(part)]
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [word for word in words if word.isdigit() and word.isascii()]
    if len(months) != 1 or len(numbers) not in (1, 2):
        return None
    if len(numbers) == 1:
        return NamedDate(months[0], int(numbers[0]), None) if len(numbers[0]) < 3 else None
    year = numbers[0] if len(numbers[0]) == 4 else numbers[1]
    number = numbers[1] if year is numbers[0] else numbers[0]
    if len(year) not in (2, 4) or len(number) > 2:
        return None
    return NamedDate(months[0], int(number), _century(year))


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 69 else 1900)


def _clock(found: re.Match[str], text: str, column: str) -> str:
    hour = int(found[1])
    half = (found[4] or "").casefold()[:1]
    if half:
        if not 1 <= hour <= 12:
            _bad(text, column)
        hour = hour % 12 + (12 if half == "p" else 0)
    clock = f"{hour:02}:{found[2]}:{found[3] or '00'}"
    offset = "+00:00" if found[5] else f"{found[6]}{found[7]}:{found[8] or '00'}" if found[6] else ""
    if not _is_clock(clock) or (offset and not _is_offset(offset.replace(":", ""))):
        _bad(text, column)
    return clock + offset


def _from_serial(text: str, column: str, from_1904: bool) -> str:
    days, _, fraction = text.partition(".")
    found = _DAY_ZERO + dt.timedelta(days=int(days) + (_LATER_1904 if from_1904 else 0))
    if not FIRST <= found.year <= LAST:
        _bad(text, column)
    if not fraction:
        return found.isoformat()
    seconds = min(round(float("0." + fraction) * 86400), 86399)
    return f"{found.isoformat()}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _is_clock(text: str) -> bool:
    return (
        len(text) == 8
        and text[2] == ":"
        and text[5] == ":"
        and "00" <= text[:2] <= "23"
        and "00" <= text[3:5] <= "59"
        and "00" <= text[6:] <= "59"
        and text.isascii()
        and (text[:2] + text[3:5] + text[6:]).isdigit()
    )


@lru_cache(256)
def _is_offset(text: str) -> bool:
    return re.fullmatch(r"[+-](?:0\d|1[0-4])[0-5]\d", text, re.ASCII) is not None


def _checked(year: int, month: int, number: int, text: str, column: str) -> str:
    try:
        found = dt.date(year, month, number)
    except ValueError:
        raise BadValue(text, column, msg("There is no such day in the calendar. Correct the date.")) from None
    if not FIRST <= year <= LAST:
        raise BadValue(text, column, msg("The year {year} cannot be right. Correct the date.", year=f"{year:04}"))
    return found.isoformat()


def _bad(text: str, column: str) -> NoReturn:
    raise BadValue(text, column, msg("This is not a date. Correct it to a form like 2026-03-31."))
