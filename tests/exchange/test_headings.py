"""Headings found by name, told apart where they stand twice."""

from __future__ import annotations

from desktop_app.exchange.headings import Headings, letters, looks_like_headings


def test_case_blanks_and_marks_do_not_matter() -> None:
    headings = Headings(["\ufeffOrder  Number", "Email *", "billing_city"])
    assert [headings.at(name) for name in ("order number", "EMAIL", "Billing City", "phone")] == [0, 1, 2, -1]


def test_a_heading_is_never_found_by_a_part_of_it() -> None:
    assert Headings(["Количество доставок"]).at("Количество") == -1


def test_headings_that_stand_twice_are_told_apart() -> None:
    headings = Headings(["Name", "Email", "Email", ""])
    assert headings.labels() == ("Name", "Email (B)", "Email (C)", "(D)")
    assert headings.at_label("Email (C)") == 2
    assert headings.all_at("email") == [1, 2]
    assert headings.stands_twice(1)
    assert not headings.stands_twice(0)


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letters(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_row_of_numbers_is_no_row_of_headings() -> None:
    assert looks_like_headings(["Name", "Email"])
    assert looks_like_headings(["Email"])
    assert not looks_like_headings(["1", "2.50", "2026-01-01"])
    assert not looks_like_headings(["Report of May", "", ""])
    assert not looks_like_headings([])
