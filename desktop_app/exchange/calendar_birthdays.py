"""Birthdays out of a calendar (iCalendar): each person once, however many events a feed has of their day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Place, Refusal, Remark, Remarked
from desktop_app.domain.keys import name_key
from desktop_app.domain.people import DayKind, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import shorten
from desktop_app.exchange.birthdays import birthday, no_birthday
from desktop_app.exchange.book_days import fuller
from desktop_app.exchange.book_entry import Entry, record_of
from desktop_app.exchange.book_people import BookPeople
from desktop_app.exchange.calendar_titles import Title, title_of
from desktop_app.exchange.content_lines import ContentLine, content_lines, unescaped
from desktop_app.exchange.dates import Ambiguous
from desktop_app.exchange.files import Examined
from desktop_app.exchange.magic import Form
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import DocumentReader
from desktop_app.exchange.values import BadValue
from desktop_app.i18n import Message, msg

_DUMMY = (1604, 1900, 1970, 1972, 2000)  # years programs put where nobody knows one
_YOUNGEST = 10  # a yearly event of these last years began when it was written, not when somebody was born
_YEARLY = re.compile(r"FREQ=YEARLY", re.IGNORECASE)
_TOLD = ("X-BIRTHDAY", "X-BIRTHDATE", "BDAY")  # the birthday itself beside the event, in the forms of cards


def read_calendar(examined: Examined, options: Options) -> Iterator[Item]:
    """The people whose days a calendar holds; other events are noted and left out.

    Raises BadFile for a calendar without any such day.
    """
    people: dict[str, Entry] = {}
    others: list[Remarked] = []
    for row, event in _events(examined):
        if _value(event, "X-CORDIAL-AROUND"):
            continue  # written here, of somebody around a customer
        title = title_of(unescaped(_value(event, "SUMMARY")))
        if title is None:
            others.append(Remarked(Remark.NO_DAY, unescaped(_value(event, "SUMMARY")), row, "SUMMARY"))
            continue
        entry = people.setdefault(name_key(title.name), Entry(row, whole=title.name))
        try:
            _tell(entry, event, title, options)
        except BadValue as bad:
            yield Refusal(Place(examined.name, row, column=bad.column), shorten(bad.value), bad.reason)
    book = BookPeople()
    found = False
    for entry in people.values():
        if entry.birthday is None and not entry.days:
            continue
        found = True
        try:
            record = record_of(entry)
        except BadValue as bad:
            yield Refusal(Place(examined.name, entry.row), shorten(bad.value), bad.reason)
            continue
        yield from book.take(record, entry, Place(examined.name, entry.row))
    yield from book.all()
    if not (found or people):
        said = msg(
            "{file} holds no birthdays. Export the calendar of birthdays, where the titles name whose they are.",
            file=shorten(examined.name),
        )
        raise BadFile(said, file=examined.name)
    yield from others


def _events(examined: Examined) -> Iterator[tuple[int, list[ContentLine]]]:
    """Each event's first row and its properties; alarms within it are none of them."""
    found: list[ContentLine] | None = None
    row = inner = 0
    for each in content_lines(examined.lines()):
        what = each.value.strip().upper()
        if each.name == "BEGIN" and what == "VEVENT":
            row, found, inner = each.row, [], 0
        elif each.name == "END" and what == "VEVENT" and found is not None:
            yield row, found
            found = None
        elif each.name in ("BEGIN", "END") and found is not None:
            inner += 1 if each.name == "BEGIN" else -1
        elif found is not None and not inner and len(found) < 200:
            found.append(each)


def _value(event: Sequence[ContentLine], *names: str) -> str:
    return next((each.value.strip() for each in event if each.name in names), "")


def _tell(entry: Entry, event: Sequence[ContentLine], title: Title, options: Options) -> None:
    told, start = _value(event, *_TOLD), _value(event, "DTSTART")[:10].partition("T")[0]
    try:
        date = birthday(told or start, "DTSTART", today=options.today)
    except Ambiguous:  # 03/04/1990: no calendar is meant to write so, and its event has its day anyway
        told, date = "", _day(start, options)
    if date is None:
        return
    if not told:
        year = title.year or (date.year if _is_year_of_birth(event, date, options.today.year) else None)
        date = Birthday(date.month, date.day, year if year and year <= options.today.year else None)
    if title.kind is DayKind.BIRTHDAY:
        entry.birthday = fuller(entry.birthday, date)
    else:
        entry.tell(SpecialDay(title.kind, date))


def _day(start: str, options: Options) -> Birthday | None:
    try:
        return birthday(start, "DTSTART", today=options.today)
    except Ambiguous:
        no_birthday(start, "DTSTART")


def _is_year_of_birth(event: Sequence[ContentLine], date: Birthday, this_year: int) -> bool:
    """Whether a yearly event began with the birth; feeds that list single years, and dummy years, tell none."""
    rule = _value(event, "RRULE")
    feed = _value(event, "RDATE") or _value(event, "RECURRENCE-ID")
    omitted = any(str(date.year) in each.params.get("X-SABRE-OMIT-YEAR", ()) for each in event)
    known = date.year is not None and date.year not in _DUMMY and date.year <= this_year - _YOUNGEST
    return bool(_YEARLY.search(rule)) and not feed and not omitted and known


def _refuse(file: str) -> Message:
    return msg("{file} is not a calendar. Export the birthdays as an iCalendar file (.ics).", file=file)


READER = DocumentReader(
    FileKind.CALENDAR, "calendar", Form.CALENDAR, read_calendar, _refuse, notes=cannot_tell(FileKind.CALENDAR)
)
