"""A PIN is four to eight digits, and wrong ones cost a pause that grows and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import Invalid
from desktop_app.domain.pins import PinTries, checked_pin, pause_after, wrong_pin
from desktop_app.i18n import english


@given(st.text("0123456789", min_size=4, max_size=8), st.sampled_from(["", " ", "\t"]))
def test_four_to_eight_digits_are_a_pin_however_spaced_around(digits: str, around: str) -> None:
    assert checked_pin(around + digits + around) == digits


@given(st.text())
def test_whatever_else_is_typed_is_refused_in_a_sentence(text: str) -> None:
    if text.strip().isascii() and text.strip().isdigit() and 4 <= len(text.strip()) <= 8:
        return
    with pytest.raises(Invalid, match="4 to 8 digits") as error:
        checked_pin(text)
    assert error.value.field == "pin"


@pytest.mark.parametrize("text", ["", "123", "123456789", "12 34", "١٢٣٤", "1234\n5", "12a4"])
def test_what_a_slip_makes_is_no_pin(text: str) -> None:
    with pytest.raises(Invalid):
        checked_pin(text)


def test_the_pause_grows_and_never_locks_anybody_out() -> None:
    assert [pause_after(wrong) for wrong in range(1, 9)] == [0, 0, 5, 10, 20, 40, 60, 60]
    assert pause_after(10**6) == 60


def test_after_the_pause_the_next_try_is_free_to_make() -> None:
    tries = PinTries()
    assert tries.wait(0) == 0
    for _ in range(3):
        tries = tries.after_wrong(100.0)
    assert tries.wait(100.0) == 5
    assert tries.wait(102.1) == 3
    assert tries.wait(105.0) == 0
    assert PinTries().wait(101.0) == 0  # a right PIN begins anew


def test_a_wrong_pin_is_told_with_how_long_to_wait() -> None:
    assert english(wrong_pin("Anna", 0)) == "This is not the PIN of Anna. Try again."
    assert english(wrong_pin("Anna", 1)).endswith("in 1 second.")
    assert english(wrong_pin("Anna", 20)).endswith("in 20 seconds.")
