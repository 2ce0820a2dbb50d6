"""Texts are set whole: at their size, smaller, or broken by force, and then it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.model import MM
from desktop_app.documents.setting import Setting, set_text, widowed
from desktop_app.domain.cards import Align
from tests.documents.letters import CAP, LETTER, Blocks, style

WIDTH = 20 * 10 * LETTER / MM  # 20 letters of 10 points


def lines(setting: Setting) -> list[str]:
    """The lines as they read."""
    return [
        "".join(p.text + (" " if p.advance > p.width else "") for p in setting.pieces[begin:end]).rstrip()
        for begin, end in setting.lines
    ]


def test_a_text_that_fits_stays_as_large_as_it_is() -> None:
    setting = set_text("Paldies par pasūtījumu", style(least=5), WIDTH)
    assert lines(setting) == ["Paldies par", "pasūtījumu"]
    assert (setting.size, setting.tight) == (10, False)
    assert setting.height == (CAP + 1.5) * 10 / MM


def test_a_long_name_shrinks_before_it_breaks() -> None:
    setting = set_text("Константин-Александр", style(least=5, max_lines=1), WIDTH * 0.8)
    assert lines(setting) == ["Константин-Александр"]
    assert 5 < setting.size <= 8
    assert not setting.tight


def test_what_is_too_long_at_the_least_size_breaks_and_is_said() -> None:
    setting = set_text("A" * 100, style(least=5, max_lines=1), WIDTH)
    assert "".join(lines(setting)) == "A" * 100
    assert setting.size == 5
    assert setting.tight


def test_a_line_break_of_the_design_is_kept_and_capitals_are_made() -> None:
    assert lines(set_text("viens\ndivi", style(upper=True), WIDTH)) == ["VIENS", "DIVI"]


def test_short_lines_stand_where_their_style_says() -> None:
    assert set_text("abc", style(), 30.0).indents == ()
    right = set_text("abc", style(align=Align.RIGHT), 30.0).indents[0]
    assert abs(right - (30.0 - 3 * LETTER * 10 / MM)) < 1e-9
    assert abs(set_text("abc", style(align=Align.CENTRE), 30.0).indents[0] - right / 2) < 1e-9


@given(st.text(alphabet="abcдё-– /12", max_size=300))
def test_no_letter_is_ever_lost(text: str) -> None:
    setting = set_text(text, style(least=6, max_lines=3), WIDTH)
    kept = "".join(lines(setting)).replace(" ", "")
    assert kept == text.replace(" ", "")
    for begin, end in setting.lines:
        line = setting.pieces[begin:end]
        length = sum(piece.advance for piece in line[:-1]) + line[-1].width
        assert length * setting.size <= WIDTH * MM + 1e-6


def test_a_last_line_that_looks_lost_is_known() -> None:
    assert widowed(set_text("A" * 19 + " b", style(), WIDTH), WIDTH)
    assert not widowed(set_text("A" * 19 + " bbbbbb", style(), WIDTH), WIDTH)
    assert not widowed(set_text("b", style(), WIDTH), WIDTH)


def test_large_letters_begin_on_the_margin_with_their_ink() -> None:
    assert set_text("1000 1000 AAAA", style(30, 30), 40).indents == pytest.approx([-1.0583, -1.0583, 0], abs=1e-3)
    assert set_text("A b", style(30, 30), 40).indents == ()
    assert set_text("1000 1000 A", style(10, 10), 10).indents == ()


def test_letters_the_face_lacks_are_known_to_it() -> None:
    assert Blocks(lacking="龍").missing("李小龍") == "龍"
