"""Birthdays and other days of cards, in every form that programs write."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.people import DayKind, SpecialDay
from desktop_app.domain.people_dates import Birthday
from tests.exchange.books import book, cards


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("BDAY:19850407", Birthday(4, 7, 1985)),
        ("BDAY:1985-04-07", Birthday(4, 7, 1985)),
        ("BDAY;value=date:1985-04-07", Birthday(4, 7, 1985)),
        ("BDAY:1953-10-15T23:10:00Z", Birthday(10, 15, 1953)),
        ("BDAY:19531015T231000Z", Birthday(10, 15, 1953)),
        ("BDAY:--0412", Birthday(4, 12)),
        ("BDAY:--04-12", Birthday(4, 12)),
        ("BDAY:--01", Birthday(1)),
        ("BDAY:2015-01", Birthday(1, 0, 2015)),
        ("BDAY:202510", Birthday(10, 0, 2025)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-07", Birthday(4, 7)),
        ("BDAY;X-APPLE-OMIT-YEAR=1988:1988-04-07", Birthday(4, 7)),
        ("BDAY:1604-06-26", Birthday(6, 26)),
        ("BDAY:1900-05-26", Birthday(5, 26)),
        ("BDAY:0000-05-26", Birthday(5, 26)),
        ("BDAY:1825-05-26", Birthday(5, 26)),  # nobody is as old
        ("BDAY:2031-05-26", Birthday(5, 26)),  # nor born later
        ("BDAY:--0229", Birthday(2, 29)),
        ("BDAY:1900-01-01", None),
        ("BDAY:", None),
        ("BDAY:19410909\r\nBDAY:--0311", Birthday(9, 9, 1941)),
        ("BDAY:--0311\r\nBDAY:19410909", Birthday(9, 9, 1941)),
        ("BDAY:19850230\r\nBDAY:--0311", Birthday(3, 11)),
        ("BDAY;ALTID=1:20160801\r\nBDAY;ALTID=1;VALUE=text:2016-08-01", Birthday(8, 1, 2016)),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1971-03-11;3;;", Birthday(3, 11, 1971)),
        ("item1.X-ABDATE:1971-03-11\r\nitem1.X-ABLabel:Birthday", Birthday(3, 11, 1971)),
    ],
)
def test_a_birthday_in_any_form(tmp_path: Path, lines: str, expected: Birthday | None) -> None:
    assert book(tmp_path, "a.vcf", cards(f"FN:Anna\r\n{lines}", version="4.0")).one.birthday == expected


@pytest.mark.parametrize("value", ["---28", "2025", "circa 1800", "x", "foo", "03/04/1985"])
def test_what_is_no_day_is_left_out_and_the_person_taken(tmp_path: Path, value: str) -> None:
    told = book(tmp_path, "a.vcf", cards(f"FN:Anna\r\nBDAY;VALUE=text:{value}"))
    assert told.one.birthday is None
    assert told.odd == [("left-out", value, "BDAY")]


@pytest.mark.parametrize("value", ["19850230", "1985-13-01", "--0431", "31.04.1985"])
def test_a_day_that_no_calendar_has_is_refused_with_its_place(tmp_path: Path, value: str) -> None:
    told = book(tmp_path, "a.vcf", cards("FN:Anna", f"FN:Juris\r\nBDAY:{value}"))
    assert told.one.given == "Anna"
    (refused,) = told.refused
    assert (refused.place.row, refused.place.column, refused.value) == (8, "BDAY", value)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ANNIVERSARY:19960415", SpecialDay(DayKind.ANNIVERSARY, Birthday(4, 15, 1996))),
        ("X-ANNIVERSARY:1996-04-15", SpecialDay(DayKind.ANNIVERSARY, Birthday(4, 15, 1996))),
        ("X-MS-ANNIVERSARY;VALUE=DATE:--0415", SpecialDay(DayKind.ANNIVERSARY, Birthday(4, 15))),
        ("X-EVOLUTION-ANNIVERSARY:1996-04-15", SpecialDay(DayKind.ANNIVERSARY, Birthday(4, 15, 1996))),
        ("ITEM1.X-ABDATE:19710311", SpecialDay(DayKind.ANNIVERSARY, Birthday(3, 11, 1971))),
        ("i.X-ABDATE:19710311\r\ni.X-ABLabel:_$!<Anniversary>!$_",
         SpecialDay(DayKind.ANNIVERSARY, Birthday(3, 11, 1971))),
        ("i.X-ABDATE:19710311\r\ni.X-ABLabel:spouse's birthday",
         SpecialDay(DayKind.OTHER, Birthday(3, 11, 1971), "spouse's birthday")),
        ("i.X-ABDATE:19710311\r\ni.X-ABLabel:Moved in", SpecialDay(DayKind.OTHER, Birthday(3, 11, 1971), "Moved in")),
        ("i.X-ABDATE:--1124\r\ni.X-ABLabel:Vārda diena", SpecialDay(DayKind.NAME_DAY, Birthday(11, 24))),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1985-06-29;1;;;",
         SpecialDay(DayKind.ANNIVERSARY, Birthday(6, 29, 1985))),
    ],
)  # fmt: skip
def test_other_days_are_kept_as_what_their_label_says(tmp_path: Path, lines: str, expected: SpecialDay) -> None:
    told = book(tmp_path, "a.vcf", cards(f"FN:Anna\r\n{lines}")).one
    assert told.birthday is None
    assert told.more is not None
    assert told.more.days == (expected,)
