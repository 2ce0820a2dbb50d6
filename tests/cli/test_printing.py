"""`cordial print`: the right papers for the right orders, counted and marked."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desktop_app.actions.ipp import GET_JOB, ask
from tests.cups import ask_at, cups


def text_of(file):
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_unprinted_parcels_print_once(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    out = tmp_path / "out.pdf"
    answer = cordial(
        "print", "parcel", "--unprinted", "--stock", "a6-4up-a4", "--by", "Анна Лиепиня", "--to", out, "--json"
    )
    assert answer.code == 0, answer.err
    made = answer.json
    assert (made["cards"], made["pages"], made["sheets"], made["skipped"]) == (6, 2, 2, [])
    assert made["file"] == str(out)
    text = text_of(out)
    for words in ("Анна Лиепиня", "Līga", "Пётр", "1001", "1002", "1003", "Linen napkin"):
        assert words in text
    again = cordial("print", "parcel", "--unprinted", "--to", tmp_path / "again.pdf", "--json")
    assert (again.code, again.json["cards"], again.json["file"]) == (0, 0, None)
    assert not (tmp_path / "again.pdf").exists()
    [row] = cordial("list", "prints", "--json").json["prints"]
    assert (row["cards"], row["by"]) == (6, "Анна Лиепиня")


def test_named_orders_and_one_that_is_not_there(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    answer = cordial(
        "print", "thank-you", "--orders", "1002", "9999", "--stock", "a6", "--to", tmp_path / "a.pdf", "--json"
    )
    assert answer.code == 3
    assert answer.json["cards"] == 1
    assert [one["id"] for one in answer.json["skipped"]] == ["9999"]
    assert "9999" in answer.err


def test_the_orders_of_a_day_and_of_customers(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    made = cordial("print", "packing-insert", "--for-date", "2026-11-19", "--to", tmp_path / "a.pdf", "--json").json
    assert made["cards"] == 1
    [row] = [one for one in cordial("list", "customers", "--json").json["customers"] if "Ёлкин" in one["name"]]
    made = cordial("print", "thank-you", "--customers", row["id"], "--to", tmp_path / "b.pdf", "--json").json
    assert made["cards"] == 1
    assert "Пётр" in text_of(tmp_path / "b.pdf")


def test_start_and_copies(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    words = ("--orders", "1001", "1002", "--stock", "a6-4up-a4")
    made = cordial("print", "thank-you", *words, "--start", 4, "--copies", 2, "--to", tmp_path / "a.pdf", "--json").json
    assert (made["cards"], made["pages"]) == (4, 2)


def test_wrong_paper_and_design_are_named(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    for option, value in (("--stock", "papyrus"), ("--template", "neon"), ("--start", "9")):
        answer = cordial("print", "thank-you", "--orders", "1001", option, value, "--to", tmp_path / "a.pdf")
        assert answer.code == 1, option
        assert value in answer.err
        assert not (tmp_path / "a.pdf").exists()


def test_a_folder_that_is_not_there_is_named(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    answer = cordial("print", "thank-you", "--orders", "1001", "--to", tmp_path / "no" / "a.pdf")
    assert answer.code == 1
    assert str(tmp_path / "no") in answer.err
    assert len(cordial("list", "prints", "--json").json["prints"]) == 0


@pytest.fixture
def office(monkeypatch):
    """A real CUPS with the printer “Office”."""
    with cups() as server:
        ask_at(monkeypatch, server.folder / "socket")
        yield server


def test_a_printer_gets_the_very_file_on_both_sides(cordial, orders_file, office):
    cordial("import", orders_file)
    words = ("--orders", "1001", "--stock", "a6", "--duplex", "short", "--printer", "Office")
    answer = cordial("print", "thank-you", *words, "--json")
    assert (answer.code, answer.err) == (0, "")
    [sent] = office.jobs()
    assert sent == Path(answer.json["file"]).read_bytes()
    assert ask(GET_JOB, "ipp://localhost/jobs/1", ("sides",))["sides"] == ["two-sided-short-edge"]


def test_a_printer_that_is_not_there_is_answered_with_those_that_are(cordial, orders_file, office):
    cordial("import", orders_file)
    answer = cordial("print", "thank-you", "--orders", "1001", "--printer", "Offise")
    assert (answer.code, answer.out) == (1, "")
    assert "“Offise”" in answer.err
    assert "Office" in answer.err
    assert cordial("list", "prints", "--json").json["prints"] == []


def test_papers_that_wait_at_a_stopped_printer_are_told(cordial, orders_file, office):
    cordial("import", orders_file)
    office.command("cupsdisable", "Office")
    answer = cordial("print", "thank-you", "--orders", "1001", "--stock", "a6", "--printer", "Office")
    assert answer.code == 0
    assert "wait at the printer “Office”, which is stopped" in answer.err


def test_what_was_printed_before_is_told_and_printed_again(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    wanted = ("print", "thank-you", "--orders", "1001", "1002", "--by", "Maija", "--to", tmp_path / "a.pdf", "--json")
    first = cordial("print", "thank-you", "--orders", "1001", "--by", "Maija", "--to", tmp_path / "b.pdf", "--json")
    assert first.json["warnings"] == []
    again = cordial(*wanted)
    assert (again.code, again.json["cards"]) == (0, 2)
    [told] = again.json["warnings"]
    assert told["id"] == "#1001"
    assert "was printed already" in again.err
    assert "by Maija" in again.err
