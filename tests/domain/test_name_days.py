"""The Latvian calendar of names: who has their name day when."""

from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.keys import given_key
from desktop_app.domain.name_days import is_calendar_name, name_days, name_keys_on
from desktop_app.domain.text import fold


@pytest.mark.parametrize(
    ("month", "day", "names"),
    [
        # Days that a second list (a calendar program's, made apart from the package) tells alike.
        (1, 1, {"Laimnesis", "Solvija", "Solvita"}),
        (1, 28, {"Kārlis", "Spodris"}),
        (5, 18, {"Inese", "Inesis", "Ēriks"}),
        (6, 23, {"Līga"}),
        (6, 24, {"Jānis"}),
        (7, 26, {"Anna", "Ance", "Annija"}),
        (9, 29, {"Miks", "Mikus", "Miķelis", "Mihails"}),
        (11, 10, {"Mārtiņš", "Mārcis", "Markuss"}),
        (11, 30, {"Andrejs", "Andrievs", "Andris"}),
        (12, 24, {"Ādams", "Ieva"}),
    ],
)
def test_calendars_print_these_names(month: int, day: int, names: set[str]) -> None:
    assert {fold(name) for name in names} <= name_keys_on([month * 100 + day]).keys()
    assert all(is_calendar_name(name) for name in names)


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("Jānis", ((6, 24),)), ("janis", ((6, 24),)), ("JĀNIS", ((6, 24),)), ("Jānis Kārlis", ((6, 24),)),
        ("Kristīne", ((7, 24),)), ("Kristine", ((7, 24),)), ("Līga", ((6, 23),)), ("Zane", ((2, 19),)),
        ("Smith", ()), ("Юлия", ()), ("", ()), ("-", ()), ("Visu", ()),
    ],
)  # fmt: skip
def test_a_name_day_goes_by_the_first_name_marks_and_case_aside(given: str, days: tuple[tuple[int, int], ...]) -> None:
    assert name_days(given) == days


@pytest.mark.parametrize(
    ("given", "days"),
    [
        # A second list, some ten years older and made apart from the package, has 964 names: 953 stand in the
        # package's traditional list and 6 in its extended one, all on the same day; these are of the rest and of both.
        ("Irina", ((5, 13),)), ("Gertrūde", ((3, 17),)), ("Igmārs", ((3, 30),)), ("Henrihs", ((7, 15),)),
        ("Jevgēņijs", ((11, 13),)), ("Jevgeņijs", ((11, 13),)),
        ("Alģis", ((1, 20),)),  # the package spells Aļģis
        ("Imgarde", ()), ("Dārgs", ()), ("Miģelis", ()), ("Sebastijans", ()),  # in no list of the package
        ("Emīlija", ((5, 22),)), ("Daniels", ((12, 30),)), ("Grēta", ((1, 23),)),  # the last two are newer
    ],
)  # fmt: skip
def test_the_list_differs_from_an_older_one_only_in_what_it_has(given: str, days: tuple[tuple[int, int], ...]) -> None:
    assert name_days(given) == days


def test_every_day_but_the_leap_day_has_names() -> None:
    days = [month * 100 + day for month in range(1, 13) for day in range(1, calendar.monthrange(2024, month)[1] + 1)]
    assert [day for day in days if not any(map(is_calendar_name, name_keys_on([day])))] == [229]
    assert all(name.isalpha() for name in name_keys_on(days))
    assert name_keys_on([1340]) == {}


def test_the_keys_of_some_days_are_found_with_their_day() -> None:
    found = name_keys_on([623, 624])
    assert found["liga"] == 623
    assert found["janis"] == 624
    assert "anna" not in found
    assert name_keys_on([]) == {}


def test_only_printed_names_count_as_known_ones() -> None:
    assert is_calendar_name("kristine")
    assert not is_calendar_name("afrodite")  # of the extended list alone
    assert not is_calendar_name("")


@given(month=st.integers(1, 12), day=st.integers(1, 31))
def test_whoever_is_kept_on_a_day_finds_that_day(month: int, day: int) -> None:
    for key, on in name_keys_on([month * 100 + day]).items():
        assert on == month * 100 + day
        assert divmod(on, 100) in name_days(key)


@given(st.text())
def test_any_text_has_name_days_or_none(text: str) -> None:
    assert all(given_key(text) in name_keys_on([month * 100 + day]) for month, day in name_days(text))
