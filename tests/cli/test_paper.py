"""The shop's paper from a shell: what it has, begun sheets, how cards are laid, calibrations, signatures."""

from __future__ import annotations

import os
import subprocess

import pytest

from desktop_app.paths import resources


def text_of(file, page=1):
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-layout", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def stock(cordial, key="a6-4up-a4"):
    [found] = [one for one in cordial("list", "stocks", "--json").json["stocks"] if one["id"] == key]
    return found


@pytest.fixture
def orders(cordial, orders_file):
    cordial("import", orders_file)
    return ("print", "thank-you", "--orders", "1001", "1002", "1003", "--stock", "a6-4up-a4")


def test_paper_the_shop_has_is_noted(cordial):
    assert cordial("stock", "own", "a6-4up-a4", "a5").code == 0
    assert cordial("stock", "disown", "a5").code == 0
    assert (stock(cordial)["owned"], stock(cordial, "a5")["owned"]) == (True, False)
    [line] = [line for line in cordial("list", "stocks", "--text", "a6-4up").out.splitlines() if line]
    assert "here" in line
    wrong = cordial("stock", "own", "papyrus")
    assert (wrong.code, "papyrus" in wrong.err) == (1, True)


def test_begun_sheets_are_filled_first_and_what_is_left_is_noted(cordial, orders, tmp_path):
    assert cordial("stock", "begun", "a6-4up-a4", "3-4", "2").code == 0
    assert stock(cordial)["begun"] == [[3, 4], [2]]
    made = cordial(*orders, "--left-over", "--to", tmp_path / "a.pdf", "--json").json
    assert (made["cards"], made["sheets"], made["begun"]) == (3, 2, [])
    assert stock(cordial)["begun"] == []
    made = cordial(*orders, "--left-over", "--to", tmp_path / "b.pdf", "--json").json
    assert (made["sheets"], made["begun"], stock(cordial)["begun"]) == (1, [[4]], [[4]])
    cordial("undo")  # the papers and what they left on the sheet are one change
    assert stock(cordial)["begun"] == []
    cordial("redo")
    cordial(*orders, "--to", tmp_path / "c.pdf")  # on new sheets: the begun one lies where it lay
    assert stock(cordial)["begun"] == [[4]]
    assert cordial("stock", "begun", "a6-4up-a4").code == 0
    assert stock(cordial)["begun"] == []


@pytest.mark.parametrize(("given", "said"), [("5", "places 1 to 4"), ("3-x", "3-x"), ("", "3,4 or 2-4")])
def test_places_that_are_not_on_the_sheet_are_refused(cordial, given, said):
    answer = cordial("stock", "begun", "a6-4up-a4", given)
    assert (answer.code, said in answer.err) == (1, True), answer.err


def test_a_guide_comes_last_and_marks_are_left_out(cordial, orders, tmp_path):
    made = cordial(*orders, "--guide", "--lang", "lv", "--to", tmp_path / "guide.pdf", "--json").json
    assert (made["pages"], made["sheets"], made["cards"]) == (2, 2, 3)
    assert "Līga" in text_of(tmp_path / "guide.pdf")
    assert "Līga" not in text_of(tmp_path / "guide.pdf", 2)
    for words, name in (((), "marked"), (("--no-marks",), "bare")):
        cordial(*orders, *words, "--to", tmp_path / f"{name}.pdf")
    marked, bare = ((tmp_path / f"{name}.pdf").stat().st_size for name in ("marked", "bare"))
    assert marked > bare


def test_cut_piles_come_out_in_order(cordial, orders, tmp_path):
    names = ("Līga", "Пётр", "Guest")
    cordial(*orders, "--copies", 2, "--order", "cut-and-stack", "--to", tmp_path / "a.pdf")
    pages = [[name for name in names if name in text_of(tmp_path / "a.pdf", page)] for page in (1, 2)]
    # 1, 3, 5, 6 over 2 and 4: the cut piles laid on one another are 1 to 6
    assert pages == [list(names), ["Līga", "Пётр"]]
    cordial(*orders, "--copies", 2, "--to", tmp_path / "b.pdf")
    assert [name for name in names if name in text_of(tmp_path / "b.pdf", 2)] == ["Guest"]


def test_a_printer_is_measured_and_forgotten(cordial, tmp_path):
    words = ("calibrate", "--printer", "Bench", "--tray", "Tray 2", "--stock", "a6-4up-a4")
    assert cordial(*words, "--page", tmp_path / "test.pdf").code == 0
    assert (tmp_path / "test.pdf").read_bytes().startswith(b"%PDF")
    assert cordial(*words, "--measured", 21.5, 19, "--json").json["calibration"]["dx"] == pytest.approx(-1.5)
    [kept] = cordial("list", "calibrations", "--json").json["calibrations"]
    assert (kept["printer"], kept["tray"], kept["stock"], kept["dy"]) == ("Bench", "Tray 2", "a6-4up-a4", 1.0)
    assert cordial(*words, "--measured", 80, 20).code == 1
    odd = cordial(*words, "--measured", 20)
    assert (odd.code, "two, four or six" in odd.err) == (1, True)
    assert cordial(*words, "--forget").code == 0
    assert cordial("list", "calibrations", "--json").json["calibrations"] == []


def test_who_packs_signs(cordial, tmp_path):
    hand = resources("sample", "logo.png")
    assert cordial("signature", "add", "Anna", hand).code == 0
    assert [one["person"] for one in cordial("list", "signatures", "--json").json["signatures"]] == ["Anna"]
    assert cordial("signature", "remove", "anna").code == 0
    gone = cordial("signature", "remove", "Anna")
    assert (gone.code, "Anna" in gone.err) == (1, True)
    wrong = cordial("signature", "add", "Anna", tmp_path / "no.png")
    assert (wrong.code, "no.png" in wrong.err) == (1, True)


def test_a_card_and_a_sheet_of_a_run_are_printed_again(cordial, orders, tmp_path):
    cordial(*orders, "--copies", 2, "--to", tmp_path / "first.pdf")
    [row] = cordial("list", "prints", "--json").json["prints"]
    shown = cordial("show", "print", row["id"], "--json").json["print"]
    assert (shown["kind"], shown["cards"], shown["file"]) == ("thank-you", 6, str(tmp_path / "first.pdf"))
    assert [(card["card"], card["title"], card["sheet"], card["place"]) for card in shown["on_paper"]][4:] == [
        (5, "#1003", 2, 1), (6, "#1003", 2, 2),
    ]  # fmt: skip
    words = ("reprint", row["id"])
    one = cordial(*words, "--cards", 5, "--start", 4, "--to", tmp_path / "one.pdf", "--json")
    assert (one.code, one.json["cards"], one.json["sheets"]) == (0, 1, 1), one.err
    assert "Guest" in text_of(tmp_path / "one.pdf")
    rest = cordial(*words, "--sheets", 1, "--onward", "--to", tmp_path / "rest.pdf", "--json")
    assert (rest.json["sheets"], rest.json["cards"]) == (2, 6)
    last = cordial("list", "prints", "--json").json["prints"][0]
    assert cordial("show", "print", last["id"], "--json").json["print"]["again"] == row["id"]
    for wrong, said in ((("--cards", 7), "cards 1 to 6"), (("--sheets", 9), "sheets 1 to 2")):
        answer = cordial(*words, *wrong, "--to", tmp_path / "no.pdf")
        assert (answer.code, said in answer.err) == (1, True), answer.err
    for number in ("99", "first"):
        answer = cordial("reprint", number, "--cards", 1, "--to", tmp_path / "no.pdf")
        assert (answer.code, f"no print run number {number}" in answer.err) == (1, True), answer.err


def test_a_file_no_printer_took_is_not_left_behind(cordial, orders, tmp_path, monkeypatch):
    for name, script in (("lpstat", "echo Cards"), ("lp", 'echo "lp: no" >&2; exit 1')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    answer = cordial(*orders, "--printer", "Cards")
    assert answer.code == 1
    assert list(tmp_path.rglob("thank-you-*.pdf")) == []
    assert cordial("list", "prints", "--json").json["prints"] == []
