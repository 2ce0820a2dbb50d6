"""Words of a file as each encoding would spell them, for the eye to choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import look_at
from desktop_app.exchange.letters import spellings

DATA = Path(__file__).parents[1] / "data"


def test_the_words_come_as_they_were_read_first_and_as_others_spell_them() -> None:
    found = spellings(["Jānis", "Rīga", "plain"], "cp1257")
    assert found[0] == ("cp1257", "Jānis · Rīga")
    assert dict(found)["cp1252"] == "Jânis · Rîga"
    assert len({text for _, text in found}) == len(found)


def test_what_was_misread_can_be_put_right() -> None:
    misread = "Bērziņš".encode().decode("cp1252")
    assert ("utf-8", "Bērziņš") in spellings([misread], "cp1252")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_says_how_it_is_written_asks_nothing(encoding: str) -> None:
    assert spellings(["Jānis"], encoding) == ()


def test_plain_letters_ask_nothing_and_four_words_are_enough() -> None:
    assert spellings(["Anna", "12,50"], "cp1257") == ()
    assert spellings(["ā ē ī ū ž š"], "cp1257")[0].text == "ā · ē · ī · ū"


def test_spellings_nobody_writes_are_left_out() -> None:
    assert not any("─" in text or "\x81" in text for _, text in spellings(["Žanete", "Дмитрий"[:0], "Līga"], "cp1257"))


def test_a_look_at_a_file_brings_them() -> None:
    look = look_at(DATA / "orders_ru_cp1251.csv", FileMapping())
    assert look.letters[0].encoding == "cp1251"
    assert "Иванова" in look.letters[0].text


def test_a_workbook_has_nothing_to_choose() -> None:
    assert spellings(["Līga", "Ёлкин"], "") == ()
