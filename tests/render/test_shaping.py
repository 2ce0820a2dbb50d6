"""Words are set as HarfBuzz sets them, in the face that has their letters, in the order they are read and seen."""

from __future__ import annotations

import re

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.cards import Face
from desktop_app.render import shaping
from desktop_app.render.bidi import visual_runs
from desktop_app.render.faces import FALLBACKS, SOURCES
from desktop_app.render.fonts import Font
from desktop_app.render.shaping import Fonts, Type, clusters

LATVIAN = "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ"
RUSSIAN = "".join(map(chr, range(0x410, 0x450))) + "ёЁ"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def meant(font: Font, data: bytes) -> str:
    """What the codes of a run stand for."""
    codes = b"".join(re.split(rb"\)-?\d+\(", data))
    return "".join(font.glyphs[int.from_bytes(codes[n : n + 2], "big")][1] for n in range(0, len(codes), 2))


@pytest.mark.parametrize("face", list(Face))
def test_every_face_has_every_letter_of_the_three_languages(face: Face) -> None:
    font = Font(SOURCES[face], b"/F1")
    assert [letter for letter in LATVIAN + RUSSIAN + "—–«»„“”’…№€×" if not font.has(letter)] == []
    assert 0.5 < font.cap < 0.8


@pytest.mark.parametrize("face", list(Face))
def test_codes_stand_for_the_letters_that_were_set(face: Face) -> None:
    font = Font(SOURCES[face], b"/F1")
    for text in ("Paldies!", "Ķēniņš", "объект", "fi ffl office", "AVATAR Tā To"):
        assert meant(font, font.run(text, rtl=False, plain=False)[0]) == text


def test_letters_are_kerned() -> None:
    font = Font(SOURCES[Face.SERIF], b"/F1")
    data, width = font.run("AVAT", rtl=False, plain=False)
    apart = sum(font.run(letter, rtl=False, plain=False)[1] for letter in "AVAT")
    assert b")" in data
    assert width < apart - 0.1


@given(st.from_regex(r"[A-Z#]{0,4}-?[0-9]{3,12}", fullmatch=True), st.sampled_from(list(Face)))
def test_a_number_by_pairs_is_the_number_as_a_whole(text: str, face: Face) -> None:
    font = Font(SOURCES[face], b"/F1")
    data, width = font.number(text)
    whole, wide = font.run(text, rtl=False, plain=False)
    assert data == whole
    assert width == pytest.approx(wide)


def test_no_code_needs_escaping(fonts: Fonts) -> None:
    font = Font(FALLBACKS[0], b"/F1")
    font.run("".join(map(chr, range(0x21, 0x500))), rtl=False, plain=True)
    assert len(font.glyphs) > 900
    assert not any(byte in b"\r()\\" for code in font.glyphs for byte in code.to_bytes(2, "big"))


def test_a_word_takes_another_face_only_for_what_it_lacks(fonts: Fonts) -> None:
    letters = fonts.letters(Face.HAND, 0.0)
    (piece,) = letters.pieces("aἀb")
    assert piece.data.count(b" 1 Tf") == 2
    assert letters.missing("aἀb") == ""
    assert letters.pieces("ab")[0].data.count(b"Tf") == 0


def test_letters_nobody_has_are_told_each_time_they_come(fonts: Fonts) -> None:
    letters = fonts.letters(Face.SERIF, 0.0)
    for _ in range(2):
        letters.pieces("Zoë 🎉 ok")
        assert letters.missing("Zoë 🎉 ok") == "🎉"
    assert letters.missing("ok") == ""


@given(st.text(st.sampled_from("abcŠžЖ李אב"), min_size=1, max_size=200), st.floats(1.0, 12.0))
def test_a_cut_word_keeps_every_letter_and_fits(text: str, width: float) -> None:
    letters = Fonts().letters(Face.SERIF, 0.0)
    pieces = [share for piece in letters.pieces(text) for share in letters.cut(piece, width)]
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.width <= width or len(piece.text) == 1 for piece in pieces)


def test_wider_spacing_is_counted(fonts: Fonts) -> None:
    plain, spaced = (fonts.letters(Face.SANS, tracking).pieces("VEIKALS")[0] for tracking in (0.0, 0.1))
    ligatures_apart = fonts.letters(Face.SANS, 0.0).pieces("VEIKALS")[0].width
    assert spaced.width == pytest.approx(ligatures_apart + 0.7)
    assert plain.width == ligatures_apart


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Dear אבי כהן, hello", [("Dear ", False), ("אבי כהן", True), (", hello", False)]),
        ("אבי 12 כהן", [("אבי ", True), ("12", False), (" כהן", True)][::-1]),
        ("abc", [("abc", False)]),
    ],
)
def test_runs_stand_in_the_order_they_are_seen(text: str, runs: list[tuple[str, bool]]) -> None:
    assert visual_runs(text) == runs


@settings(max_examples=400)
@given(st.text(st.sampled_from("ab אבג ג 12.,()[]-"), max_size=30))
def test_runs_agree_with_the_bidi_library(text: str) -> None:
    seen = "".join(
        run[::-1] if rtl else run for run, rtl in visual_runs(text)
    )  # HarfBuzz mirrors, as the library does not
    assert seen == get_display(text, base_dir="L")


def test_a_line_of_two_scripts_is_joined_as_it_is_seen(fonts: Fonts) -> None:
    letters: Type = fonts.letters(Face.SERIF, 0.0)
    pieces = letters.pieces("Dear אבי כהן")
    line = letters.line(pieces)
    assert letters.block(pieces, [(0, 3)], b"|") == line
    first, last = (letters.pieces(word)[0].data for word in ("אבי", "כהן"))
    inside = [re.search(rb"Tf\[\((.*?)\)\]TJ", data, re.S) for data in (first, last)]
    assert all(inside)
    one, two = (match.group(1) for match in inside if match)
    assert 0 < line.index(two) < line.index(one)


def test_a_block_is_its_lines_with_something_between(fonts: Fonts) -> None:
    letters = fonts.letters(Face.SERIF, 0.0)
    pieces = letters.pieces("Paldies Ķēniņš-Žagariņa par pasūtījumu")
    assert [piece.text for piece in pieces] == ["Paldies", "Ķēniņš-", "Žagariņa", "par", "pasūtījumu"]
    lines = [(0, 2), (2, 3), (3, 5)]
    block = letters.block(pieces, lines, b"|")
    assert block.split(b"|") == [letters.line(pieces[begin:end]) for begin, end in lines]
    assert letters.line(pieces[1:3]) == pieces[1].data + pieces[2].data


def test_words_forgotten_are_set_again_with_their_parts(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "_REMEMBERED", 3)
    letters = Fonts().letters(Face.SERIF, 0.0)
    for _ in range(3):
        pieces = letters.pieces("viens divi trīs četri Bērziņa-Ozola")
        assert [piece.text for piece in pieces] == ["viens", "divi", "trīs", "četri", "Bērziņa-", "Ozola"]


def test_marks_stay_with_their_letters() -> None:
    assert list(clusters("a\u0304\u0323bc\u0301")) == ["a\u0304\u0323", "b", "c\u0301"]


def test_the_leaning_hand_has_wider_spaces_and_says_the_same(fonts: Fonts) -> None:
    letters = fonts.letters(Face.FORMAL, 0.0)
    own = letters.font.run(" ", rtl=False, plain=True)[1]
    first, last = letters.pieces("С днём")
    assert first.advance - first.width == pytest.approx(own + SOURCES[Face.FORMAL].word_space)
    assert SOURCES[Face.FORMAL].word_space > 0.1
    assert meant(letters.font, letters.line([first, last])) == "С днём"
