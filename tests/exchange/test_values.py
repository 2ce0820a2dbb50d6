"""Single cells: names, numbers, phones, e-mails."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.values import (
    BadValue,
    code,
    currency,
    email,
    has_lost_zero,
    line,
    lines,
    number,
    phone,
    truth,
)


def test_a_name_is_one_composed_line_without_controls() -> None:
    assert line("  Anna \u0007 Maria\u202e ", "Name") == "Anna Maria"
    assert line("Storgatan 1\n114 55 Stockholm", "Street") == "Storgatan 1, 114 55 Stockholm"
    assert line("Be\u0304rzin\u0327s\u030c", "Name") == unicodedata.normalize("NFC", "Be\u0304rzin\u0327s\u030c")


@pytest.mark.parametrize(
    "name",
    ["<b>Anna", "Ann & Co", "Ķēniņš-Žagariņa", "Ёлкин", "אבי", "李小龍", "👨‍👩‍👧 Family", "'t Hart", "\u200fאבי"],
)
def test_names_stay_as_people_write_them(name: str) -> None:
    assert line(name, "Name") == name


def test_a_name_of_ten_thousand_letters_is_refused() -> None:
    with pytest.raises(BadValue):
        line("A" * 10_000, "Name")


def test_exactly_one_apostrophe_comes_off_marked_text() -> None:
    assert line("'=1+1", "Name") == "=1+1"
    assert line("''=1+1", "Name") == "'=1+1"  # one, not both
    assert number("'7210448301122", "Id") == "7210448301122"
    assert phone("'+371 29123456", "Phone") == "+371 29123456"


def test_a_note_keeps_its_lines() -> None:
    assert lines("Ring twice,\r\nplease.\x00", "Note") == "Ring twice,\nplease."
    with pytest.raises(BadValue):
        lines("x" * 32_768, "Note")


@pytest.mark.parametrize("text", ["#1001", "1001", "A-17/2", "№13019_75", "112-9739103-000001", "А-17", "1001 B"])
def test_order_numbers_are_text(text: str) -> None:
    assert number(text, "Name") == text


def test_a_number_that_went_through_a_spreadsheet_comes_back_or_is_refused() -> None:
    assert number("37120000000.0", "Id") == "37120000000"
    for cell in ("1,23E+11", "1.23e+11", "7.21044830112201e+15"):
        with pytest.raises(BadValue):
            number(cell, "Id")
        with pytest.raises(BadValue):
            code(cell, "Sku")
    assert code("00012", "Sku") == "00012"
    assert code("1E5", "Sku") == "1E5"  # somebody's article


@pytest.mark.parametrize(
    "text", ["../../x", "=cmd|' /C calc'!A0", "9" * 300, "#" * 70, "a\\b", "@SUM(A1)", "x<y", "PT555H01M00S"]
)
def test_what_cannot_be_an_order_number(text: str) -> None:
    with pytest.raises(BadValue):
        number(text, "Name")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("+371 29123456", "+371 29123456"),
        ("37120000000.0", "37120000000"),
        ("3,71E+10", ""),
        ("-", ""),
        ("нет", ""),
        ("+371 20000001 ::: +371 20000002", "+371 20000001"),
        ("29123456, 67000000", "29123456"),
        ("(775) 555-0154", "(775) 555-0154"),
    ],
)
def test_phones(cell: str, found: str) -> None:
    assert phone(cell, "Phone") == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("\u200eanna@inbox.lv\u202c", "anna@inbox.lv"),
        (" anna@x.lv ", "anna@x.lv"),
        ("<anna@x.lv>", "anna@x.lv"),
        ("n/a", ""),
        ("", ""),
    ],
)
def test_emails(cell: str, found: str) -> None:
    assert email(cell, "Email") == found


@pytest.mark.parametrize(
    "cell", ["a@x.lv; b@x.lv", "a@x.lv, b@x.lv", "a@x.lv ::: b@x.lv", "anna", "anna@", "@x.lv", "a b@x.lv", "a@b"]
)
def test_what_is_not_one_email(cell: str) -> None:
    with pytest.raises(BadValue):
        email(cell, "Email")


def test_a_currency_is_three_letters() -> None:
    assert [currency(said, "Currency") for said in ("eur", "Euro", "руб.", "RUR")] == ["EUR", "EUR", "RUB", "RUB"]
    with pytest.raises(BadValue):
        currency("gold", "Currency")


def test_yes_in_three_languages() -> None:
    assert [truth(cell) for cell in ("Yes", "Да", "jā", "1", "no", "Нет", "", "0")] == [True] * 4 + [False] * 4


def test_a_lost_zero_is_noticed_only_where_postcodes_always_have_five_digits() -> None:
    assert has_lost_zero("1234", "US")
    assert not has_lost_zero("1010", "AT")


@given(st.text())
def test_no_text_breaks_them(cell: str) -> None:
    for read in (line, lines, number, code, phone, email, currency):
        try:
            found = read(cell, "")
        except BadValue:
            continue
        assert "\x00" not in found
        assert "\n" not in found or read is lines
