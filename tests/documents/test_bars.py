"""Codes of bars: widths that add up, check digits, and what a code cannot say; scanners read them in tests/render."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.bars import code128, ean13, whole_ean


def test_the_check_of_a_known_code() -> None:
    """“PJJ123C” is known to have the check value 54 after the start of set A, so 55 after that of set B: 311321."""
    widths = code128("PJJ123C")
    assert widths is not None
    assert widths[-13:-7] == (3, 1, 1, 3, 2, 1)
    assert widths[-7:] == (2, 3, 3, 1, 1, 1, 2)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40))
def test_every_sign_of_a_code_is_eleven_modules_wide(text: str) -> None:
    widths = code128(text)
    assert widths is not None
    assert (sum(widths) - 13) % 11 == 0
    assert len(widths) % 6 == 1


def test_figures_take_half_the_room() -> None:
    numbers, letters = code128("1234567890"), code128("ABCDEFGHIJ")
    assert numbers is not None
    assert letters is not None
    assert (sum(numbers), sum(letters)) == (11 * 7 + 13, 11 * 12 + 13)


@pytest.mark.parametrize("text", ["", "Šarlote", "tab\t", "x" * 81])
def test_what_no_code_can_say(text: str) -> None:
    assert code128(text) is None


def test_an_ean_gets_its_check_digit_or_proves_it() -> None:
    assert whole_ean("475012345678") == whole_ean("4750123456784") == whole_ean("4 750123-456784") == "4750123456784"
    widths = ean13("475012345678")
    assert widths is not None
    assert (sum(widths), len(widths)) == (95, 59)


@pytest.mark.parametrize("text", ["", "4750123456785", "47501234567", "47501234567a", "٤٧٥٠١٢٣٤٥٦٧٨٤"])
def test_what_is_no_ean(text: str) -> None:
    assert ean13(text) is None
