"""Erasing people from a shell: nothing without a yes, and what is said."""

from __future__ import annotations

import io

import pytest


@pytest.fixture
def anna(cordial):
    cordial("customer", "add", "--given", "Anna", "--family", "Ozola")
    return cordial("list", "customers", "--json").json["customers"][0]["id"]


def names(cordial):
    return [row["name"] for row in cordial("list", "customers", "--json").json["customers"]]


def typed(monkeypatch, text):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdin", Terminal(text))


def test_nobody_is_erased_without_a_yes(cordial, anna):
    answer = cordial("erase", anna)
    assert answer.code == 1
    assert "--yes" in answer.err
    assert names(cordial) == ["Anna Ozola"]


def test_a_yes_erases(cordial, anna):
    answer = cordial("erase", anna, "--yes", "--json")
    assert (answer.code, answer.json["erased"]["tidy"], answer.json["erased"]["plan"]["name"]) == (
        0, True, "Anna Ozola",
    )  # fmt: skip
    assert names(cordial) == []
    assert cordial("undo").code == 1


@pytest.mark.parametrize(("text", "left"), [("anna  ozola\n", []), ("Anna\n", ["Anna Ozola"]), ("", ["Anna Ozola"])])
def test_the_name_typed_is_a_yes(cordial, anna, monkeypatch, text, left):
    typed(monkeypatch, text)
    answer = cordial("erase", anna)
    assert "Type “Anna Ozola”" in answer.err
    assert names(cordial) == left


def test_a_dry_run_says_what_goes_and_which_backups_hold_them(cordial, anna, tmp_path):
    cordial("order", "add", "--customer", anna, "--number", "7")
    cordial("backup")
    answer = cordial("erase", anna, "--dry-run")
    assert "1 order without name" in answer.out
    assert ".cordial-backup" in answer.out
    assert names(cordial) == ["Anna Ozola"]


def test_a_shop_can_be_tidied_again(cordial, anna):
    assert cordial("erase", "--tidy", "--json").json == {"tidy": True}
    assert cordial("erase").code == 2
    assert cordial("erase", anna, "--tidy").code == 2


def test_somebody_who_is_not_there(cordial, anna):
    assert cordial("erase", 99, "--yes").code == 1
    assert cordial("erase", "x", "--yes").code == 1
    assert names(cordial) == ["Anna Ozola"]
