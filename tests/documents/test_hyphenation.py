"""Words are broken where a dictionary says, only when lines come out uneven, and never names, numbers or addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.hyphenation import Hyphens
from desktop_app.documents.model import MM
from desktop_app.documents.setting import Setting, set_text
from desktop_app.i18n import Language
from tests.documents.letters import LETTER, style

WIDTH = 24 * 10 * LETTER / MM  # 24 letters of 10 points


def lines(setting: Setting) -> list[str]:
    """The lines as they are seen."""
    return [
        "".join(
            piece.text + (" " if piece.advance > piece.width else "-" if piece.advance < piece.width else "")
            if piece is setting.pieces[end - 1] or piece.advance >= piece.width
            else piece.text
            for piece in setting.pieces[begin:end]
        ).rstrip()
        for begin, end in setting.lines
    ]


@pytest.mark.parametrize(
    ("language", "word", "seen"),
    [
        (Language.RU, "благодарность", "бла-го-дар-ность"),
        (Language.RU, "«подробностям».", "«по-дроб-но-стям»."),
        (Language.LV, "pateicība,", "pa-tei-cība,"),
        (Language.EN, "handcrafted", "hand-craf-ted"),
        (Language.LV, "Bērziņa", "Bērziņa"),
        (Language.RU, "что-нибудь", "что-нибудь"),
        (Language.EN, "shop.example/thanks", "shop.example/thanks"),
        (Language.EN, "lv100023abc", "lv100023abc"),
        (Language.EN, "little", "little"),
    ],
)
def test_a_word_is_broken_where_its_language_says(language: Language, word: str, seen: str) -> None:
    places = Hyphens(language).places(word)
    parts = [word[begin:end] for begin, end in zip([0, *places], [*places, len(word)], strict=True)]
    assert "-".join(parts) == seen


def test_uneven_lines_are_evened_with_a_hyphen() -> None:
    text = "katra lieta ir izgatavota ar vislielāko rūpību un uzmanību"
    soft = style(hyphens=Hyphens(Language.LV))
    assert lines(set_text(text, style(), WIDTH * 0.8)) == [
        "katra lieta ir", "izgatavota ar", "vislielāko rūpību un", "uzmanību",
    ]  # fmt: skip
    assert lines(set_text(text, soft, WIDTH * 0.8)) == [
        "katra lieta ir izga-",
        "tavota ar vislielāko",
        "rūpību un uzmanību",
    ]


def test_the_last_line_begins_with_a_whole_word() -> None:
    text = "katra lieta iesaiņota, ar rūpēm apskatīta un ietīta, ja kas izstāstiet mums"
    assert lines(set_text(text, style(hyphens=Hyphens(Language.LV)), WIDTH))[-1] == "izstāstiet mums"


def test_a_word_too_long_for_its_line_is_broken_rather_than_the_text_shrunk() -> None:
    text = "mūsu visneatkarīgākās un nepārspējamākās pateicības vārdi"
    narrow = WIDTH / 2
    assert set_text(text, style(least=5), narrow).size < 10
    setting = set_text(text, style(least=5, hyphens=Hyphens(Language.LV)), narrow)
    assert (setting.size, setting.tight) == (10, False)
    assert lines(setting)[1].endswith("-")


@pytest.mark.parametrize("text", ["Anna Elizabete Konstantinopole Vislielākā", "vislielāko rūpību uzmanību pateicības"])
def test_names_and_headings_stay_whole(text: str) -> None:
    soft = style(hyphens=Hyphens(Language.LV))
    assert set_text(text, soft, WIDTH) == set_text(text, style(), WIDTH)


@given(st.text(alphabet="abvisneatkarīgākās .\n", max_size=200), st.sampled_from(Language))
def test_no_letter_is_lost_to_a_hyphen(text: str, language: Language) -> None:
    setting = set_text(text, style(hyphens=Hyphens(language)), WIDTH)
    assert "".join(piece.text for piece in setting.pieces) == "".join(text.split())
    for begin, end in setting.lines:
        line = setting.pieces[begin:end]
        length = sum(piece.advance for piece in line[:-1]) + line[-1].width
        assert length * setting.size <= WIDTH * MM + 1e-6
