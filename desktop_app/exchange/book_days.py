"""Days of an address book as birthdays and kept days; whose they are and of what kind, as its labels tell."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.importing import RelativeRecord
from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.people import DayKind, Relation, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.birthdays import birthday
from desktop_app.exchange.book_entry import Entry, label_of
from desktop_app.exchange.names import split_name
from desktop_app.exchange.values import BadValue, line

_MONTH_OF_YEAR = re.compile(r"(\d{4})(\d\d)", re.ASCII)
# What is meant as a date, whether or not any calendar has it: such a slip is told, words are only left out.
_DATE = re.compile(
    r"\d{4}[-./]?\d\d?[-./]?\d\d?(?:[T ].*)?|--\d\d-?\d\d|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d\d|\d{4}))?\.?", re.ASCII
)
_BIRTH = re.compile(r"birth|geburts|рожд|dzimšanas", re.IGNORECASE)
_NAME_DAY = re.compile(r"name ?day|namenstag|именин|vārda diena", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"anniver|wedding|jahrestag|hochzeit|годовщин|свадьб|jubilej|gadadien|kāz", re.IGNORECASE)
_WORDS_OF = {
    Relation.SPOUSE: "spouse|wife|husband|partner|ehe|gatt|супруг|жена|муж|партн[её]р|dzīvesbiedr|sieva|vīr[sa]",
    Relation.CHILD: r"child|son\b|daughter|kind|sohn|tochter|реб[её]н|сын|дочь|дети|bērn|dēl|meita",
    Relation.PARENT: "parent|mother|father|mutter|vater|eltern|родител|мать|мама|отец|папа|vecāk|māte|tēv",
    Relation.FRIEND: "friend|freund|друг|подруга|draug|draudzene",
}
_RELATIONS = tuple((re.compile(rf"\b(?:{words})", re.IGNORECASE), one) for one, words in _WORDS_OF.items())
_LONGEST = 100  # letters that can be a day
_AT_WORK = re.compile(r"assistant|manager|referred|boss|помощник|руководител|asistent|vadītāj", re.IGNORECASE)


def book_birthday(
    text: str, column: str, entry: Entry, *, today: dt.date, order: DateOrder | None = None
) -> Birthday | None:
    """A birthday of an address book; words that are no date are noted and left out.

    Raises BadValue for a day no calendar has, Ambiguous for 03/04 where nothing proves the order.
    """
    cell = text.strip()
    if len(cell) > _LONGEST:
        entry.leave_out(text, column)
        return None
    whole = _MONTH_OF_YEAR.fullmatch(cell)
    if whole and 1 <= int(whole[2]) <= 12:
        cell = f"{whole[1]}-{whole[2]}"
    try:
        return birthday(cell, column, order=order, today=today)
    except BadValue:
        if _DATE.fullmatch(cell):
            raise
        entry.leave_out(text, column)
        return None


def tell_day(entry: Entry, date: Birthday, label: str) -> None:
    """Keeps a day of an entry under its label: a birthday, an anniversary, a name day or another one."""
    words = label_of(label)[0]
    if _BIRTH.search(words) and any(pattern.search(words) for pattern, _ in _RELATIONS):
        entry.tell(SpecialDay(DayKind.OTHER, date, words))  # “spouse's birthday”, of a spouse who is not named
    elif _BIRTH.search(words):
        entry.birthday = fuller(entry.birthday, date)
    elif _NAME_DAY.search(words):
        entry.tell(SpecialDay(DayKind.NAME_DAY, date))
    elif not words or _ANNIVERSARY.search(words):
        entry.tell(SpecialDay(DayKind.ANNIVERSARY, date))
    else:
        entry.tell(SpecialDay(DayKind.OTHER, date, words))


def tell_relative(entry: Entry, name: str, label: str) -> None:
    """Keeps somebody around the person of an entry; who only works for them is nobody to congratulate."""
    words = label_of(label)[0]
    called = line(name, "")
    if not called or _AT_WORK.search(words):
        return
    relation = next((found for pattern, found in _RELATIONS if pattern.search(words)), Relation.OTHER)
    parts = split_name(called)
    given, family = parts.given or parts.company, parts.family
    said = (words or "relative") if relation is Relation.OTHER else ""
    if all((one.given, one.family) != (given, family) for one in entry.relatives):
        entry.relatives.append(RelativeRecord(relation, given, family, said))


def fuller(one: Birthday | None, other: Birthday | None) -> Birthday | None:
    """Of two tellings of a birthday the one that says more; of equal ones the first."""
    if one is None or other is None:
        return one or other
    return other if (bool(other.day), bool(other.year)) > (bool(one.day), bool(one.year)) else one
