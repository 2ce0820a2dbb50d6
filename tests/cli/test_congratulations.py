"""The people of Today on the command line: who is told of, whose cards are printed, what is kept as done."""

import subprocess

import pytest


def text_of(file):
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout.decode()


@pytest.fixture
def anna(cordial):
    """A customer with two children whose birthday is on 24 November 2026, and who get one card."""
    made = cordial(
        "customer", "add", "--given", "Anna", "--family", "Kalniņa", "--language", "lv", "--street", "Upes iela 2",
        "--city", "Cēsis", "--postcode", "LV-4101", "--json",
    )  # fmt: skip
    number = made.json["customer"]["id"]
    for given in ("Pēteris", "Līga"):
        answer = cordial(
            "customer", "person", "add", number, "--relation", "child", "--given", given, "--together", "yes",
            "--day", "birthday=2019-11-24",
        )  # fmt: skip
        assert answer.code == 0, answer.err
    return number


def test_today_tells_of_the_people_around_a_customer(cordial, anna):
    [row] = cordial("today", "--json").json["birthdays"]
    assert (row["id"], row["title"], row["customer"], row["age"]) == (anna, "Pēteris, Līga", "Anna Kalniņa", 7)
    assert [one["relation"] for one in row["people"]] == ["child", "child"]
    assert "Pēteris, Līga (Anna Kalniņa), Birthday, in 2 days" in cordial("today").out


@pytest.mark.parametrize("asked", [("--for-date", "2026-11-24"), ("--unprinted",)])
def test_one_card_for_both_greets_them_by_name(cordial, anna, tmp_path, asked):
    out = tmp_path / "card.pdf"
    made = cordial("print", "birthday", *asked, "--stock", "a6", "--to", out, "--json")
    assert (made.code, made.json["cards"], made.json["skipped"]) == (0, 1, []), made.err
    assert "Pēteri un Līga" in text_of(out)
    [row] = cordial("today", "--json").json["birthdays"]
    assert row["printed"] == "2026-11-22"
    assert cordial("print", "birthday", "--unprinted", "--to", tmp_path / "again.pdf", "--json").json["cards"] == 0


def test_what_was_done_is_told_and_taken_back(cordial, anna):
    done = cordial("customer", "congratulate", anna, "--how", "card", "--json")
    assert (done.code, len(done.json["congratulated"])) == (0, 1), done.err
    day = cordial("today", "--json").json
    assert day["birthdays"] == []
    assert {(row["title"], row["how"], row["state"]) for row in day["congratulated"]} == {
        ("Pēteris", "card", "done"), ("Līga", "card", "done"),
    }  # fmt: skip
    nothing = cordial("customer", "congratulate", anna)
    assert (nothing.code, "No day of customer" in nothing.err) == (1, True)
    assert cordial("undo").code == 0
    assert len(cordial("today", "--json").json["birthdays"]) == 1


def test_a_second_greeting_within_a_year_is_asked_about(cordial, anna, tmp_path):
    [child, _] = cordial("today", "--json").json["birthdays"][0]["people"]
    assert cordial("customer", "congratulate", anna, "--person", child["person"]).code == 0
    for person in cordial("show", "customer", anna, "--json").json["customer"]["people"]:
        cordial("customer", "person", "edit", person["id"], "--day", "birthday=2019-11-26")
    refused = cordial("customer", "congratulate", anna)
    assert refused.code == 1
    assert "--again" in refused.err
    made = cordial("print", "birthday", "--for-date", "2026-11-26", "--to", tmp_path / "card.pdf", "--json")
    assert "Congratulated within a year already" in made.err
    assert made.json["warnings"]
    assert cordial("customer", "congratulate", anna, "--again").code == 0


def test_who_is_left_out_this_year_is_not_told_of(cordial, anna):
    assert cordial("customer", "congratulate", anna, "--not-this-year").code == 0
    day = cordial("today", "--json").json
    assert (day["birthdays"], day["congratulated"][0]["state"]) == ([], "not-this-year")


@pytest.mark.parametrize(
    ("option", "why"), [(("--deceased", "yes"), "have died"), (("--congratulate", "no"), "not wish to be")]
)
def test_no_card_is_made_for_who_is_not_to_get_one(cordial, tmp_path, option, why):
    made = cordial("customer", "add", "--given", "Zane", "--birthday", "11-24", *option, "--json")
    number = made.json["customer"]["id"]
    printed = cordial("print", "birthday", "--customers", number, "--to", tmp_path / "card.pdf", "--json")
    assert (printed.code, printed.json["cards"]) == (1, 0)
    assert why in printed.err
