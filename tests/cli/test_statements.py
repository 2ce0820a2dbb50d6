"""Statements from a shell."""

from __future__ import annotations

import json


def test_both_files_are_written(cordial, tmp_path):
    cordial("customer", "add", "--given", "Anna", "--family", "Ozola", "--language", "ru")
    to = tmp_path / "anna.pdf"
    answer = cordial("statement", 1, "--to", to, "--json")
    assert (answer.code, answer.json) == (0, {"customer": 1, "to": str(to), "json": str(tmp_path / "anna.json")})
    assert to.read_bytes().startswith(b"%PDF")
    assert json.loads((tmp_path / "anna.json").read_bytes())["customer"]["given"] == "Anna"


def test_nobody_and_no_name(cordial, tmp_path):
    assert cordial("statement", 7, "--to", tmp_path / "a.pdf").code == 1
    assert cordial("statement", "x", "--to", tmp_path / "a.pdf").code == 1
    cordial("customer", "add", "--given", "Anna")
    assert cordial("statement", 1, "--to", tmp_path / "a.docx").code == 1
    assert cordial("statement", 1).code == 2
    assert list(tmp_path.glob("a.*")) == []
