"""Screens, papers, messages and handbook say each thing by the glossary's one word: the words put aside are nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
# What was once said in another word, and the word the glossary has for it.
ASIDE = {
    "en": {
        r"\btelephone": "phone", r"\bemail": "e-mail",
        r"\bclients?\b": "customer", r"\bSMS\b": "text message", r"\bshipping\b": "delivery", r"\bcoupon": "voucher",
        r"\bunsubscribe": "withdraw", r"\bcolor|\bcenter|\bcanceled": "British spelling",
        r"\btemplate": "design", r"\bdashboard": "Today",
        r"\b(an error|failed|failure|invalid|illegal|abort)": "what is wrong, in plain words",
    },
    "ru": {
        r"наклейк": "этикетка", r"\bклиент": "покупатель", r"пробн\w+ страниц": "пробный лист",
        r"открытк": "карточка", r"\bконтор": "офис", r"номер\w* (отправлени|отслеживани)": "номер для отслеживания",
        r"\b(по|через) почт": "по эл. почте, или обычной почтой", r"ваучер": "купон", r"штрих-код": "штрихкод",
        r"стол\w* упаковки": "упаковочный стол",
        r"мейл|\be-?mail": "эл. почта", r"\bSMS\b": "СМС", r"аутбокс": "исходящие",
        r"дизайн": "оформление", r"электронн\w+ таблиц": "табличная программа",
        r" – ": "— with a no-break space or none before it", r"[\"“”]": "«…»",
    },
    "lv": {
        r"\bdatn": "fails", r"pircēj": "klients", r"etiķet": "uzlīme", r"darba viet": "darbvieta",
        r"testa lap": "pārbaudes lapa", r"pakošan|\bsaiņo": "iesaiņošana", r"\bdarbdien": "darba diena",
        r"ziņojum": "ziņa", r"ziņot[nņ]|saziņas lietot": "ziņapmaiņas lietotne",
        r"\bsūtījuma numur": "izsekošanas numurs",
        r"pārsauk": "pārdēvēt", r"vaučer": "dāvanu kupons", r"telefon": "tālrunis", r"\be-?mail": "e-pasts",
        r"pa šo laiku": "pa to laiku", r"izklājlap": "tabulu programma", r"dizain": "noformējums",
        r"\bpriekš\b": "the dative", r"№": "Nr.", r"—": "–", r"[\"“»«]": "„…”",
    },
}  # fmt: skip
PLAIN = ("pip install", "shop.name=")  # quotation marks that are typed, not read


def texts(language: str) -> Iterator[str]:
    """Whatever a person reads in a language: the program, the handbook, the designs of cards, the texts of messages."""
    yield from (re.sub(r"\{[^}]*\}", "x", text) for text in program(language))
    for page in sorted((ROOT / "docs" / "handbook" / language).glob("*.md")):
        prose = re.sub(r"```.*?```|`[^`]*`|<[^>]*>|\]\([^)]*\)", "", page.read_text("utf-8"), flags=re.DOTALL)
        yield from prose.splitlines()
    for design in sorted((ROOT / "resources" / "cards").glob("*.json")):
        yield from said(json.loads(design.read_text("utf-8")), language)
    for file in sorted((ROOT / "resources" / "messages" / language).glob("*.txt")):
        yield from (line for line in file.read_text("utf-8").splitlines() if not line.startswith("==="))


def program(language: str) -> Iterator[str]:
    """Every text of the program: as it stands in the code, or as a catalogue translates it."""
    with (ROOT / "resources" / "i18n" / ("lv" if language == "en" else language) / "LC_MESSAGES/cordial.po").open(
        "rb"
    ) as po:
        for message in read_po(po):
            if not message.id:  # the head of the catalogue
                continue
            one = message.id if language == "en" else message.string
            yield from (text or "" for text in (one if isinstance(one, tuple | list) else (one,)))


def said(design: object, language: str) -> Iterator[str]:
    """The words of a design in one language, at whatever depth they stand."""
    if isinstance(design, dict):
        if {"en", "ru", "lv"} <= design.keys():
            yield from spoken(design[language])
        else:
            for part in design.values():
                yield from said(part, language)
    elif isinstance(design, list):
        for part in design:
            yield from said(part, language)


def spoken(words: object) -> Iterator[str]:
    """One text, or several wordings of it with their conditions."""
    for one in words if isinstance(words, list) else [words]:
        yield str(one["text"] if isinstance(one, dict) else one).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", list(ASIDE))
def test_each_thing_is_said_by_one_word(language: str) -> None:
    found = [
        f"{text!r}: say {better}"
        for text in texts(language)
        if text and not any(plain in text for plain in PLAIN)
        for aside, better in ASIDE[language].items()
        if re.search(aside, text, re.IGNORECASE)
    ]
    assert found == []


def test_the_glossary_says_each_thing_once() -> None:
    rows = [row.split("|")[1:4] for row in (ROOT / "resources/i18n/glossary.md").read_text("utf-8").splitlines()[7:]]
    english = [row[0].strip() for row in rows]
    assert sorted({word for word in english if english.count(word) > 1}) == []
    assert [row for row in rows if not all(cell.strip() for cell in row)] == []
