"""`cordial print KIND` for every kind: for whom it is made, what is said of it, and how wrong words end."""

from __future__ import annotations

import os
import subprocess

import pytest


def text_of(file):
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def people(cordial):
    """Two customers with birthdays near 22 November 2026."""
    ids = []
    for given, family, language, born in (
        ("Jānis", "Bērziņš", "lv", "1986-11-24"), ("Юлия", "Щёкина", "ru", "11-26"),
    ):  # fmt: skip
        answer = cordial(
            "customer", "add", "--given", given, "--family", family, "--language", language, "--birthday", born,
            "--street", "Brīvības iela 1", "--city", "Rīga", "--postcode", "LV-1010", "--country", "LV", "--json",
        )  # fmt: skip
        assert answer.code == 0, answer.err
        ids.append(answer.json["customer"]["id"])
    return ids


def test_birthday_cards_of_a_day_and_of_all_that_are_near(cordial, people, tmp_path):
    out = tmp_path / "day.pdf"
    made = cordial("print", "birthday", "--for-date", "2026-11-24", "--stock", "a6", "--to", out, "--json")
    assert (made.code, made.json["cards"]) == (0, 1), made.err
    assert "Mīļais Jāni," in text_of(out)
    near = tmp_path / "near.pdf"
    words = ("print", "birthday", "--unprinted", "--template", "ribbon", "--code", "TEA-1", "--worth", "10", "--json")
    made = cordial(*words, "--until", "2027-05-31", "--to", near)
    assert (made.code, made.json["cards"]) == (0, 1), made.err  # Jānis has his
    for said in ("Дорогая Юлия,", "TEA-1", "10 €", "31 мая 2027"):
        assert said in text_of(near).replace("\u00a0", " ")
    assert cordial(*words, "--to", tmp_path / "again.pdf").json["cards"] == 0


def test_everybody_gets_their_own_code(cordial, people, tmp_path):
    out = tmp_path / "v.pdf"
    words = ("print", "voucher", "--customers", *people, "--percent", 15, "--stock", "card-85x55", "--to", out)
    made = cordial(*words, "--code", "AAA-1", "BBB-2", "--json")
    assert (made.code, made.json["cards"]) == (0, 2), made.err
    first, second = text_of(out).split("\f")[:2]
    assert ("AAA-1" in first, "BBB-2" in first) == (True, False)
    assert ("BBB-2" in second, "15" in second) == (True, True)
    wrong = cordial(*words, "--code", "A", "B", "C")
    assert wrong.code == 1
    assert "3" in wrong.err
    assert "2" in wrong.err


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (("--worth", "-5"), "worth more than nothing"), (("--worth", "ten"), "ten"),
        (("--percent", 150), "1 to 100 percent"), (("--percent", 5, "--until", "2026-11-21"), "over already"),
        (("--percent", 5, "--warranty", 9999), "0 to 1200 months"),
    ],
)  # fmt: skip
def test_what_no_paper_can_say_is_refused_before_anything_is_made(cordial, people, tmp_path, extra, said):
    answer = cordial("print", "voucher", "--customers", people[0], "--code", "A", *extra, "--to", tmp_path / "v.pdf")
    assert (answer.code, said in answer.err) == (1, True), answer.err
    assert not (tmp_path / "v.pdf").exists()


def test_a_voucher_without_a_code_is_refused_by_name(cordial, people, tmp_path):
    answer = cordial("print", "voucher", "--customers", people[0], "--to", tmp_path / "v.pdf")
    assert answer.code == 1
    assert "Jānis Bērziņš" in answer.err
    assert not (tmp_path / "v.pdf").exists()


def test_an_apology_says_what_was_wrong_and_leaves_the_unknown_out(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    out = tmp_path / "a.pdf"
    made = cordial(
        "print", "apology", "--orders", "1002", "77", "--what", "кружка разбилась", "--promised", "новая кружка",
        "--template", "wave", "--to", out, "--json",
    )  # fmt: skip
    assert (made.code, [one["id"] for one in made.json["skipped"]]) == (3, ["77"])
    assert "кружка разбилась" in text_of(out)


def test_papers_about_the_shop_are_for_nobody(cordial, tmp_path):
    out = tmp_path / "p.pdf"
    made = cordial("print", "promise", "--in", "ru", "--stock", "a5", "--to", out, "--json")
    assert (made.code, made.json["cards"]) == (0, 1), made.err
    assert "Наше обещание" in text_of(out)
    assert cordial("print", "mission", "--in", "lv", "--copies", 3, "--to", out, "--json").json["cards"] == 3
    wrong = cordial("print", "mission", "--unprinted", "--to", out)
    assert (wrong.code, "usage:" in wrong.err) == (2, True)


def test_labels_and_contacts(cordial, people, orders_file, tmp_path):
    out = tmp_path / "l.pdf"
    made = cordial("print", "address", "--customers", *people, 999, "--to", out, "--json")
    assert (made.code, made.json["cards"], made.json["sheets"]) == (3, 2, 1)
    assert "Rīga, LV-1010" in text_of(out)
    made = cordial("print", "contacts", "--customers", *people, "--to", out, "--json")
    assert (made.code, made.json["cards"]) == (0, 1), made.err
    assert "Щёкина" in text_of(out)
    cordial("import", orders_file)
    no_address = cordial("print", "address", "--orders", "1002", "--to", out)
    assert (no_address.code, "1002" in no_address.err) == (1, True)


def test_care_sheets_for_what_was_ordered(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    out = tmp_path / "c.pdf"
    made = cordial(
        "print", "care-sheet", "--orders", "1001", "--warranty", 24, "--link", "https://ozols.example/care",
        "--to", out, "--json",
    )  # fmt: skip
    assert (made.code, made.json["cards"]) == (0, 2), made.err
    assert "Linen napkin" in text_of(out)
    assert "month" not in text_of(out)  # that stands on a card of its own
    made = cordial("print", "warranty", "--orders", "1001", "--warranty", 24, "--to", out, "--json")
    assert (made.code, made.json["cards"]) == (0, 2), made.err
    assert "24 m" in text_of(out)
    for kind in ("care-sheet", "promise"):
        wrong = cordial(
            "print", kind, "--link", "the shelf", "--to", out, *(() if kind == "promise" else ("--orders", 1001))
        )
        assert (wrong.code, "the shelf" in wrong.err) == (1, True)
    bare = cordial("print", "care-sheet", "--orders", "1001", "--to", tmp_path / "d.pdf")
    assert (bare.code, "1001" in bare.err) == (1, True)


def test_both_sides_and_the_log(cordial, people, tmp_path):
    out = tmp_path / "b.pdf"
    words = ("print", "birthday", "--customers", *people, "--template", "dots", "--stock", "a6", "--to", out, "--json")
    assert cordial(*words, "--duplex", "long").json["pages"] == 4
    assert cordial(*words).json["pages"] == 2
    rows = cordial("list", "prints", "--json").json["prints"]
    assert [(row["kind"], row["cards"]) for row in rows] == [("birthday", 2), ("birthday", 2)]


def test_a_referral_card_for_the_customer_of_an_order(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    out = tmp_path / "r.pdf"
    made = cordial("print", "referral", "--orders", "1002", "--code", "PETR-7", "--worth", "5", "--to", out, "--json")
    assert (made.code, made.json["cards"]) == (0, 1), made.err
    assert "PETR-7" in text_of(out)


def test_a_printer_gets_the_sides_the_tray_and_the_very_file_that_was_logged(cordial, people, tmp_path, monkeypatch):
    lp = tmp_path / "lp"
    lp.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{tmp_path}/asked\necho "request id is Cards-1 (1 file(s))"\n')
    lp.chmod(0o755)
    lpstat = tmp_path / "lpstat"
    lpstat.write_text("#!/bin/sh\necho Cards\n")
    lpstat.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    words = ("print", "birthday", "--customers", people[0], "--template", "dots", "--stock", "a6", "--duplex", "long")
    made = cordial(*words, "--printer", "Cards", "--tray", "tray-2", "--json")
    assert (made.code, made.json["pages"]) == (0, 2), made.err
    asked = (tmp_path / "asked").read_text().split("\n")
    assert "sides=two-sided-long-edge" in asked
    assert any("tray-2" in word for word in asked)
    assert made.json["file"] in asked


def test_a_voucher_on_another_card_needs_its_code_too(cordial, people, tmp_path):
    words = ("print", "birthday", "--customers", people[0], "--worth", 5, "--to", tmp_path / "b.pdf")
    answer = cordial(*words)
    assert (answer.code, "code" in answer.err) == (1, True)
    assert cordial(*words, "--code", "TEA-1").code == 0


def test_the_insert_says_what_the_shop_wrote_to_the_customer(cordial, tmp_path):
    note = ("--gift", "yes", "--note-to", "Ķīnas porcelāns: lūdzu, uzmanīgi!")
    cordial("order", "add", "--number", "A-9", "--line", "1;Mug;M-1;7.00", *note)
    out = tmp_path / "insert.pdf"
    done = cordial("print", "packing-insert", "--orders", "A-9", "--to", str(out), "--stock", "a6")
    assert done.code == 0, done.err
    assert "Ķīnas porcelāns: lūdzu, uzmanīgi!" in " ".join(text_of(out).split())
    assert "7.00" not in text_of(out)
