"""Screens and papers say each thing by the glossary's one word: the words it puts aside are nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
# What was once said in another word, and the word the glossary has for it.
ASIDE = {
    "ru": {
        r"наклейк": "этикетка", r"\bклиент": "покупатель", r"пробн\w+ страниц": "пробный лист",
        r" – ": "— with a no-break space or none before it", r"[\"“”]": "«…»",
    },
    "lv": {
        r"\bdatn": "fails", r"pircēj": "klients", r"etiķet": "uzlīme", r"darba viet": "darbvieta",
        r"testa lap": "pārbaudes lapa", r"pakošan": "saiņošana", r"—": "–", r"[\"“»«]": "„…”",
    },
}  # fmt: skip
PLAIN = ("pip install", "shop.name=")  # quotation marks that are typed, not read


def texts(language: str) -> list[str]:
    """Every translation of a language, and every text of the handbook."""
    po = ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "cordial.po"
    with po.open("rb") as file:
        messages = [message.string for message in read_po(file) if message.id]
    said = [text for one in messages for text in (one if isinstance(one, tuple | list) else (one,))]
    for page in sorted((ROOT / "docs" / "handbook" / language).glob("*.md")):
        said += re.sub(r"```.*?```|`[^`]*`|<[^>]*>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines()
    return [text for text in said if text and not any(plain in text for plain in PLAIN)]


@pytest.mark.parametrize("language", list(ASIDE))
def test_each_thing_is_said_by_one_word(language: str) -> None:
    found = [
        f"{text!r}: say {better}"
        for text in texts(language)
        for aside, better in ASIDE[language].items()
        if re.search(aside, text, re.IGNORECASE)
    ]
    assert found == []
