"""Codes for paper: signs nobody mixes up, and a slip of one sign, or of two that change places, is noticed."""

from __future__ import annotations

import secrets

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.codes import SIGNS, check_sign, code_key, is_code, new_code, written

DRAWN = st.text(st.sampled_from(SIGNS), min_size=7, max_size=7)
RUSSIAN_TWINS = "ABCEHKMOPTXY3"


def test_no_sign_looks_like_another_in_either_alphabet() -> None:
    assert len(set(SIGNS)) == len(SIGNS) == 19
    assert not set(SIGNS) & set("0O1IL" + RUSSIAN_TWINS)
    assert SIGNS.isascii()


def test_a_new_code_is_one_of_ours_in_two_parts() -> None:
    code = new_code(secrets.choice)
    assert len(code) == 9
    assert code[4] == "-"
    assert is_code(code)


def test_a_code_is_known_however_it_is_typed() -> None:
    code = written("J75ZR78" + check_sign("J75ZR78"))
    assert is_code(f" {code.lower().replace('-', ' ')} ")
    assert code_key(code.lower()) == code.replace("-", "")


@given(DRAWN, st.integers(0, 7), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(drawn: str, place: int, other: str) -> None:
    code = drawn + check_sign(drawn)
    slip = code[:place] + other + code[place + 1 :]
    assert is_code(slip) is (slip == code)


@given(DRAWN, st.integers(0, 7), st.integers(0, 7))
def test_two_signs_that_change_places_are_noticed(drawn: str, one: int, other: int) -> None:
    code = list(drawn + check_sign(drawn))
    slip = code.copy()
    slip[one], slip[other] = slip[other], slip[one]
    assert is_code("".join(slip)) is (slip == code)


def test_what_is_no_code_is_told_from_one() -> None:
    for text in ("", "GIFT-5", "1000-0000", "J75Z-R78", "J75Z-R784-2", "ж75Z-R784"):
        assert not is_code(text)
