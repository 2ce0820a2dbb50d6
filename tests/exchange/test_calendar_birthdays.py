"""Birthdays out of calendars: whose they are by the title, which years are years of birth, each person once."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile
from desktop_app.domain.people import DayKind
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.calendar_titles import Title, title_of
from tests.exchange.books import book, events

YEARLY = "RRULE:FREQ=YEARLY"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Forrest Gump's Birthday", Title("Forrest Gump", DayKind.BIRTHDAY)),
        ("Forrest Gump’s 40th birthday", Title("Forrest Gump", DayKind.BIRTHDAY)),
        ("James' birthday", Title("James", DayKind.BIRTHDAY)),
        ("Birthday of Mary Fern", Title("Mary Fern", DayKind.BIRTHDAY)),
        ("Mary Fern - birthday", Title("Mary Fern", DayKind.BIRTHDAY)),
        ("Happy birthday Mary!", Title("Mary", DayKind.BIRTHDAY)),
        ("Mary Fern's Anniversary", Title("Mary Fern", DayKind.ANNIVERSARY)),
        ("День рождения: Анна Мир", Title("Анна Мир", DayKind.BIRTHDAY)),
        ("Анна Мир – день рождения", Title("Анна Мир", DayKind.BIRTHDAY)),
        ("У Анны Мир день рождения", Title("Анны Мир", DayKind.BIRTHDAY)),
        ("ДР Анна Мир", Title("Анна Мир", DayKind.BIRTHDAY)),
        ("Jānis Kalns dzimšanas diena", Title("Jānis Kalns", DayKind.BIRTHDAY)),
        ("Dzimšanas diena: Jānis Kalns", Title("Jānis Kalns", DayKind.BIRTHDAY)),
        ("Jānis vārda diena", Title("Jānis", DayKind.NAME_DAY)),
        ("Karl Weiß hat Geburtstag", Title("Karl Weiß", DayKind.BIRTHDAY)),
        ("Geburtstag von Karl Weiß (1971)", Title("Karl Weiß", DayKind.BIRTHDAY, 1971)),
        ("🎂 Karl Weiß (*1971)", Title("Karl Weiß", DayKind.BIRTHDAY, 1971)),
        ("Karl Weiß's Geburtstag", Title("Karl Weiß", DayKind.BIRTHDAY)),
        ("Dentist", None),
        ("Birthday", None),
        ("", None),
    ],
)
def test_a_title_tells_whose_day_it_is(title: str, expected: Title | None) -> None:
    assert title_of(title) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"DTSTART;VALUE=DATE:19850407\r\n{YEARLY}", Birthday(4, 7, 1985)),
        ("DTSTART;VALUE=DATE:19850407", Birthday(4, 7)),  # a single event of that year
        (f"DTSTART;VALUE=DATE:20000407\r\n{YEARLY}", Birthday(4, 7)),
        (f"DTSTART;VALUE=DATE:19700407\r\n{YEARLY}", Birthday(4, 7)),
        (f"DTSTART;VALUE=DATE:20260407\r\n{YEARLY}", Birthday(4, 7)),
        (f"DTSTART;VALUE=DATE:16040229\r\n{YEARLY}", Birthday(2, 29)),
        (f"DTSTART:19850407T090000Z\r\n{YEARLY}", Birthday(4, 7, 1985)),
        (f"DTSTART;VALUE=DATE:20000407\r\n{YEARLY}\r\nX-BIRTHDAY:2000-04-07", Birthday(4, 7, 2000)),
        (f"DTSTART;VALUE=DATE:20240407\r\n{YEARLY}\r\nX-BIRTHDAY:--04-07", Birthday(4, 7)),
        (f"DTSTART;VALUE=DATE:20250304\r\n{YEARLY}\r\nX-BIRTHDAY:03/04/1990", Birthday(3, 4)),
        ("DTSTART;VALUE=DATE:20141210\r\nRRULE:FREQ=DAILY;COUNT=1\r\nRDATE:20131210Z", Birthday(12, 10)),
    ],
)
def test_only_the_year_of_birth_is_kept(tmp_path: Path, lines: str, expected: Birthday) -> None:
    assert book(tmp_path, "a.ics", events(f"UID:1\r\n{lines}\r\nSUMMARY:Mary Fern's birthday")).one.birthday == expected


def test_a_feed_with_an_event_for_each_year_brings_each_person_once(tmp_path: Path) -> None:
    told = book(tmp_path, "a.ics", events(
        "UID:2014_B\r\nDTSTART;VALUE=DATE:20141210\r\nRDATE:20131210Z\r\nSUMMARY:Vera Stone's birthday",
        "UID:B\r\nDTSTART;VALUE=DATE:20121210\r\nRECURRENCE-ID;VALUE=DATE:20121210\r\nSUMMARY:Vera Stone's birthday",
        "UID:C\r\nDTSTART;VALUE=DATE:20140531\r\nSUMMARY:Vera Stone's anniversary",
        "UID:D\r\nDTSTART;VALUE=DATE:20140531\r\nSUMMARY:Dentist\r\nBEGIN:VALARM\r\nDESCRIPTION:x\r\nEND:VALARM",
    ))  # fmt: skip
    assert (told.one.given, told.one.family, told.one.birthday) == ("Vera", "Stone", Birthday(12, 10))
    assert told.one.more is not None
    assert [(day.kind, day.date) for day in told.one.more.days] == [(DayKind.ANNIVERSARY, Birthday(5, 31))]
    assert told.odd == [("no-day", "Dentist", "SUMMARY")]


def test_a_calendar_without_birthdays_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="holds no birthdays"):
        book(tmp_path, "a.ics", events("UID:1\r\nDTSTART:20140531T120000\r\nSUMMARY:Dentist"))


def test_a_day_that_no_calendar_has_is_refused(tmp_path: Path) -> None:
    told = book(tmp_path, "a.ics", events("DTSTART;VALUE=DATE:19850230\r\nSUMMARY:Mary's birthday"))
    assert not told.people
    assert (told.refused[0].place.row, told.refused[0].place.column) == (3, "DTSTART")


def test_a_day_that_can_be_read_in_two_ways_is_refused(tmp_path: Path) -> None:
    told = book(tmp_path, "a.ics", events("DTSTART:03/04/1990\r\nSUMMARY:Mary's birthday"))
    assert not told.people
    assert (told.refused[0].value, told.refused[0].place.column) == ("03/04/1990", "DTSTART")
