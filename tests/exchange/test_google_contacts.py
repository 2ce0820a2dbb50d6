"""Google's contacts of both generations: lists in one cell, labels, days without a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.people import DayKind
from desktop_app.domain.people_dates import Birthday
from tests.exchange.books import book

NEW = "First Name,Last Name,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
OLD = "Name,Given Name,Family Name,Birthday,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_lists_in_one_cell_are_several_ways(tmp_path: Path, encoding: str) -> None:
    row = "Anna Mīra,Anna,Mīra, --05-02,* myContacts ::: Tea,* Work,a@b.example ::: c@d.example,+1 ::: +2 555 00"
    told = book(tmp_path, "a.csv", f"{OLD}\n{row}\n".encode(encoding))
    assert told.kind is FileKind.GOOGLE_CONTACTS
    assert (told.one.email, told.one.birthday) == ("a@b.example", Birthday(5, 2))
    assert told.one.more is not None
    assert told.one.more.tags == ("Tea",)
    assert ("c@d.example", "Work") in [(one.value, one.label) for one in told.one.more.contacts]


def test_the_address_that_is_marked_comes_first_whatever_its_column(tmp_path: Path) -> None:
    told = book(tmp_path, "a.csv", (
        f"E-mail 2 - Value,E-mail 2 - Label,{NEW}\nmain@b.example,* Home,Anna,Mir,,,Work,other@b.example,Mobile,\n"
    )).one  # fmt: skip
    assert told.email == "main@b.example"


def test_events_and_relations_by_their_labels(tmp_path: Path) -> None:
    told = book(tmp_path, "a.csv", (
        f"{NEW},Event 1 - Label,Event 1 - Value,Event 2 - Label,Event 2 - Value,Relation 1 - Label,Relation 1 - Value\n"
        "Anna,Mir,,,,a@b.example,,,Birthday,1985-03-31,Jubileja,2001-01-02,Spouse,Juris Mir ::: Boris\n"
    )).one  # fmt: skip
    assert told.birthday == Birthday(3, 31, 1985)
    assert told.more is not None
    assert [(day.kind, day.date.year) for day in told.more.days] == [(DayKind.ANNIVERSARY, 2001)]
    assert [one.given for one in told.more.relatives] == ["Juris", "Boris"]


@pytest.mark.parametrize(
    ("cell", "refused", "odd"),
    [("1985-02-30", 1, 0), ("soon", 0, 1), ("0000-00-00", 0, 0), ("1604-02-29", 0, 0)],
)
def test_a_birthday_that_is_none(tmp_path: Path, cell: str, refused: int, odd: int) -> None:
    told = book(tmp_path, "a.csv", f"{NEW}\nAnna,Mir,{cell},,,a@b.example,,\n")
    assert (len(told.refused), len(told.odd)) == (refused, odd)


def test_a_bad_address_beside_a_good_one_is_left_out(tmp_path: Path) -> None:
    told = book(tmp_path, "a.csv", f"{NEW}\nAnna,Mir,,,,no address ::: a@b.example,,\n")
    assert told.one.email == "a@b.example"
    assert told.odd == [("left-out", "no address", "E-mail 1 - Value")]


def test_birthdays_a_spreadsheet_wrote_in_its_own_way_are_proven_or_asked(tmp_path: Path) -> None:
    rows = f"{NEW}\nAnna,Mir,3/4/1985,Imported on 1/2/20,,a@b.example,,\nBo,Mir,{{}},,,b@b.example,,\n"
    told = book(tmp_path, "a.csv", rows.format("12/28/1969"))
    assert [one.birthday for one in told.people] == [Birthday(3, 4, 1985), Birthday(12, 28, 1969)]
    assert told.people[0].more is None
    with pytest.raises(Invalid, match="day first or month first"):
        book(tmp_path, "b.csv", rows.format(""))
