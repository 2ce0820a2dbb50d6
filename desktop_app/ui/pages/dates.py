"""Days as people say them, with today always given; list rows and records take their phrases from here."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Words, msg

_ON_WEEKDAY = (
    msg("on Monday"), msg("on Tuesday"), msg("on Wednesday"), msg("on Thursday"),
    msg("on Friday"), msg("on Saturday"), msg("on Sunday"),
)  # fmt: skip


class _Style(StrEnum):
    SHORT = "short"  # Thu 19 Nov
    DATED = "dated"  # 19 Nov 2025
    LONG = "long"  # Saturday 21 November
    DAY = "day"  # 19 November
    FULL = "full"  # 19 November 2025


# CLDR's skeletons shorten the weekday and the month where no room is wanting, so the patterns are given.
_PATTERNS: dict[Language, dict[_Style, str]] = {
    Language.EN: {
        _Style.SHORT: "EEE d MMM", _Style.DATED: "d MMM y", _Style.LONG: "EEEE d MMMM",
        _Style.DAY: "d MMMM", _Style.FULL: "d MMMM y",
    },
    Language.RU: {
        _Style.SHORT: "EEE, d MMM", _Style.DATED: "d MMM y", _Style.LONG: "EEEE, d MMMM",
        _Style.DAY: "d MMMM", _Style.FULL: "d MMMM y",
    },
    Language.LV: {
        _Style.SHORT: "EEEEEE, d. MMM", _Style.DATED: "d. MMM y", _Style.LONG: "EEEE, d. MMMM",
        _Style.DAY: "d. MMMM", _Style.FULL: "y. 'gada' d. MMMM",
    },
}  # fmt: skip


def short_day(words: Words, day: dt.date, today: dt.date) -> str:
    """“Thu 19 Nov”, with the year when it is not this one."""
    return _said(words, day, _Style.SHORT if day.year == today.year else _Style.DATED)


def long_day(words: Words, day: dt.date) -> str:
    """“Saturday 21 November”."""
    said = _said(words, day, _Style.LONG)
    return said[:1].upper() + said[1:]


def _said(words: Words, day: dt.date, style: _Style) -> str:
    return words.date(day, _PATTERNS[words.language][style])


def near_day(words: Words, day: dt.date, today: dt.date) -> str:
    """“today”, “tomorrow”, “yesterday”, “on Wednesday” within six days ahead, else the short day."""
    days = (day - today).days
    if days == 0:
        return words("today")
    if days == 1:
        return words("tomorrow")
    if days == -1:
        return words("yesterday")
    if 1 < days < 7:
        return words.say(_ON_WEEKDAY[day.weekday()])
    return short_day(words, day, today)


def stamp(words: Words, at: str, today: dt.date) -> str:
    """An ISO time of the log as “today 14:05” or “19 Nov 14:05”; empty when there is none."""
    if not at:
        return ""
    moment = dt.datetime.fromisoformat(at)
    day = moment.date()
    near = near_day(words, day, today) if -1 <= (day - today).days <= 0 else short_day(words, day, today)
    return f"{near} {moment:%H:%M}"


def greeting(words: Words, hour: int, person: str) -> str:
    """“Good morning, Ilze” by the hour of the day; without the name when the desk does not know it."""
    if 4 <= hour < 12:
        return words("Good morning, {person}", person=person) if person else words("Good morning")
    if 12 <= hour < 18:
        return words("Good afternoon, {person}", person=person) if person else words("Good afternoon")
    return words("Good evening, {person}", person=person) if person else words("Good evening")


def month_name(words: Words, month: int) -> str:
    """“March”, standing alone."""
    return words.date(dt.date(2000, month, 1), "LLLL")


def birthday_text(words: Words, month: int, day: int, year: int | None) -> str:
    """“5 March 1990”, “5 March” or “March”, as much as is known."""
    if not day:
        return f"{month_name(words, month)} {year}" if year else month_name(words, month)
    return _said(words, dt.date(year or 2000, month, day), _Style.FULL if year else _Style.DAY)
