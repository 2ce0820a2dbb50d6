"""A name or two tell the encoding of a table, where guessers trained on long texts do not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.exchange.files import examine
from desktop_app.exchange.likely_encoding import likely_encoding
from tests.exchange.made import written

NAMES = {
    "cp1257": "Jānis Bērziņš|Līga Ķērsta|Žanete Kļaviņa|Ģirts Šķēle|Āris Ūdris|Rūta Ąžuolienė|Šarūnas Žemaitis",
    "cp1251": "Ёлкин Пётр|Анна Щукина|Жанна Эйдель|Юрий Цой|ООО «Ромашка»|Ыйван Ъ|Фёдор Чехов",
    "cp1252": "Jürgen Groß|Käthe Müller|Hélène Noël|Bjørn Åse|Begoña Núñez|João Conceição",
    "cp1250": "Łukasz Żak|Małgorzata Świętek|Jiří Dvořák|Řehoř Šťastný",
    "koi8-r": "Ёлкин Пётр|Анна Щукина|Фёдор Чехов",
    "cp866": "Ёлкин Пётр|Анна Щукина|Фёдор Чехов",
    "mac-cyrillic": "Анна Щукина|Фёдор Чехов",
    "cp775": "Jānis Bērziņš|Žanete Kļaviņa",
    "cp932": "田中 花子|さくら商店|マグカップ",
}
OLD = ("mac-cyrillic", "cp775")  # these need a few words
ALONE = [(encoding, name) for encoding, names in NAMES.items() if encoding not in OLD for name in names.split("|")]


@pytest.mark.parametrize(("encoding", "name"), ALONE)
def test_one_name_alone_is_read_right(encoding: str, name: str) -> None:
    content = name.encode(encoding)
    assert content.decode(likely_encoding(content)) == name


@pytest.mark.parametrize("encoding", NAMES)
def test_many_names_are_read_right(encoding: str, tmp_path: Path) -> None:
    rows = [f"{number};Anna;{name};5,00" for number, name in enumerate(NAMES[encoding].split("|") * 200)]
    content = "\n".join(["Nr;Kas;Name;Total", *rows]).encode(encoding)
    assert content.decode(examine(written(tmp_path, content)).encoding) == content.decode(encoding)


def test_signs_alone_are_read_right() -> None:
    for text in ("1 234,50 €", "5 – 7 °C", "„Cup“"):
        content = text.replace(" ", "\u00a0").encode("cp1252")
        assert content.decode(likely_encoding(content)) == text.replace(" ", "\u00a0")


def test_what_no_language_here_explains_is_left_to_another() -> None:
    assert likely_encoding(bytes(range(128, 256))) == ""
