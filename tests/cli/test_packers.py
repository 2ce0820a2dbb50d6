"""Packers and the owner's word from a shell."""

from __future__ import annotations

import io

import pytest


@pytest.fixture
def typed(monkeypatch):
    """What stands on standard input of the next command."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def people(cordial):
    return cordial("packer", "list", "--json").json["packers"]


def test_packers_are_added_changed_and_removed(cordial):
    assert cordial("packer", "add", "Anna", "--in", "lv").code == 0
    assert cordial("packer", "add", "Toms", "--rests").code == 0
    again = cordial("packer", "add", "ANNA")
    assert (again.code, "packer called ANNA already" in again.err) == (1, True)
    assert cordial("packer", "edit", "anna", "--name", "Anna Ozola").code == 0
    assert [(one["person"], one["language"], one["active"], one["pin"]) for one in people(cordial)] == [
        ("Anna Ozola", "lv", True, False),
        ("Toms", "", False, False),
    ]
    assert cordial("packer", "edit", "Anna Ozola", "--in", "", "--rests").code == 0
    assert [(one["language"], one["active"]) for one in people(cordial)] == [("", False), ("", False)]
    assert cordial("packer", "remove", "Anna Ozola", "toms").code == 0
    assert people(cordial) == []
    assert cordial("undo").code == 0
    assert len(people(cordial)) == 2
    gone = cordial("packer", "remove", "Berta")
    assert (gone.code, "no packer called Berta" in gone.err) == (1, True)
    assert cordial("list", "packers", "--json").json["packers"] == people(cordial)
    assert "Toms" in cordial("list", "packers").out


def test_a_language_nobody_speaks_here_is_refused(cordial):
    wrong = cordial("packer", "add", "Anna", "--in", "de")
    assert (wrong.code, "en, ru or lv" in wrong.err) == (1, True)
    assert people(cordial) == []


def test_a_pin_comes_from_standard_input_and_is_never_shown(cordial, typed):
    cordial("packer", "add", "Anna")
    typed("25\n")
    short = cordial("packer", "pin", "Anna")
    assert (short.code, "4 to 8 digits" in short.err) == (1, True)
    typed("2580\n")
    done = cordial("packer", "pin", "Anna", "--json")
    assert done.code == 0
    assert "2580" not in done.out + done.err
    assert people(cordial)[0]["pin"] is True
    assert "with PIN" in cordial("packer", "list").out
    assert cordial("packer", "pin", "Anna", "--forget").code == 0
    assert people(cordial)[0]["pin"] is False


def test_a_word_is_said_for_today_and_for_a_day_to_come(cordial):
    cordial("packer", "add", "Anna", "--in", "lv")
    assert cordial("word", "set", "Wrap", "glass", "twice").code == 0
    assert cordial("word", "set", "Stiklu divreiz", "--in", "lv").code == 0
    assert cordial("word", "set", "Papīra maz", "--in", "lv", "--day", "2026-11-23").code == 0
    found = cordial("word", "show", "--json").json["words"]
    assert [(one["day"], one["texts"]) for one in found] == [
        ("2026-11-22", {"en": "Wrap glass twice", "lv": "Stiklu divreiz"}),
        ("2026-11-23", {"lv": "Papīra maz"}),
    ]
    assert "Wrap glass twice" in cordial("word", "show").out
    over = cordial("word", "set", "Late", "--day", "2026-11-21")
    assert (over.code, "is over" in over.err) == (1, True)
    assert cordial("word", "set", "--day", "2026-11-23").code == 0
    assert len(cordial("word", "show", "--json").json["words"]) == 1


def test_the_owner_sees_who_has_read(cordial):
    cordial("packer", "add", "Anna")
    [told] = cordial("word", "readings", "--json").json["readings"]
    assert told == {"person": "Anna", "mission": "", "word": ""}
    assert "the mission" in cordial("word", "readings").out
    assert "the word of the day" not in cordial("word", "readings").out
    cordial("word", "set", "Wrap glass twice")
    assert "the word of the day" in cordial("word", "readings").out
