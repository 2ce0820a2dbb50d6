"""Scans of every kind, whatever layout they were typed through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.bench.scanner import Scanner, bare, latin, reading, readings


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ДТ-011", "LN-011"),  # a scanner of LN-011 while the Russian layout is on
        ("дт-011", "ln-011"),
        ("ЫЛГ.12", "SKU/12"),  # its "." is the key of "/"
        ("№10437", "#10437"),
        ("4750123456789", "4750123456789"),
        ("12.5", "12.5"),
        ("LN-011", "LN-011"),
        ("Ķ-7", "Ķ-7"),  # Latvian letters are letters of their own
    ],
)
def test_a_scan_through_the_russian_layout_is_read_as_the_keys_it_pressed(typed: str, meant: str) -> None:
    assert latin(typed) == meant


def test_a_code_in_cyrillic_letters_is_tried_as_it_was_typed_first() -> None:
    assert readings("КР-204") == ("КР-204", "RH-204")
    assert reading("КР-204", ["кр-204", "RH-204"]) == "КР-204"
    assert reading("ДТ-011", ["LN-011"]) == "LN-011"
    assert reading("ДТ-011", ["other"]) == "ДТ-011"


@given(st.text(st.sampled_from("ABCXYZabcxyz0123456789-/.#"), min_size=1).filter(lambda text: text.strip()))
def test_what_the_layout_made_of_a_code_comes_back(code: str) -> None:
    american = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~@#$%^&QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
    russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю.Ё"№;%:?ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
    keys = dict(zip(american, russian, strict=True))
    typed = "".join(keys.get(letter, letter) for letter in code)
    if any(letter.isalpha() for letter in code) or "#" in code:
        assert latin(typed) == code


def test_the_scanners_own_signs_are_taken_off_and_only_those() -> None:
    scanner = Scanner("~", "$")
    scanner.type("~4750123456789$")
    assert scanner.take() == "4750123456789"
    scanner.type("10437")  # typed by hand, without them
    assert scanner.take() == "10437"
    assert bare("Ё4750", "~") == "4750"  # through the Russian layout
    assert bare("~~1", "~") == "~1"


def test_nothing_typed_is_lost_and_nothing_unseen_is_taken() -> None:
    scanner = Scanner()
    for letter in "A\x02\x1d B":
        scanner.type(letter)
    assert scanner.text == "A B"
    scanner.erase()
    assert scanner.take() == "A"
    assert scanner.take() == ""


def test_a_key_that_got_stuck_fills_no_memory() -> None:
    scanner = Scanner()
    for _ in range(10_000):
        scanner.type("7")
    assert len(scanner.text) == 200


def test_a_leading_space_is_no_letter() -> None:
    scanner = Scanner()
    assert not scanner.type(" ")
    scanner.type("B")
    assert scanner.type(" ")
    scanner.type("3")
    assert scanner.take() == "B 3"
