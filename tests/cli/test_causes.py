"""Causes and figures of complaints from the command line."""

import pytest


@pytest.fixture
def broken(cordial):
    """Two complaints about cups, one solved, and the cause of one."""
    for kind in ("damaged", "late"):
        assert cordial("complaint", "add", "--kind", kind, "--text", "Broken", "--carrier", "DPD").code == 0
    assert cordial("cause", "set", "No corners", 1).code == 0
    return cordial


def test_a_cause_with_what_was_changed(broken):
    done = broken("cause", "changed", "NO CORNERS", "Cardboard corners", "--on", "2026-11-20", "--json")
    assert done.code == 0, done.err
    [row] = broken("cause", "list", "--json").json["causes"]
    assert (row["name"], row["complaints"], row["open"]) == ("No corners", 1, 1)
    [change] = row["changes"]
    assert (change["text"], change["on"], change["days"]) == ("Cardboard corners", "2026-11-20", 3)
    assert (change["before"], change["after"]) == (0, 1)
    text = broken("cause", "list").out
    assert "No corners" in text
    assert "3 days before: 0, after: 1" in text
    assert broken("cause", "correct", 1, "--text", "Foam").code == 0
    assert broken("cause", "list", "--json").json["causes"][0]["changes"][0]["text"] == "Foam"
    assert broken("cause", "forget", 1).code == 0
    assert broken("cause", "rename", "no corners", "Bare cups").code == 0
    refused = broken("cause", "remove", "Bare cups")
    assert (refused.code, "another one first" in refused.err) == (1, True)
    assert broken("cause", "set", "", 1).code == 0
    assert broken("cause", "remove", "Bare cups").code == 0
    assert broken("cause", "list", "--json").json == {"causes": []}
    assert {row["cause"] for row in broken("list", "complaints", "--json").json["complaints"]} == {""}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("cause", "changed", "Nobody", "x"), "no cause “Nobody”"),
        (("cause", "set", "x", "99"), "no complaint 99"),
        (("cause", "changed", "No corners", "x", "--on", "2027-01-01"), "still to come"),
        (("cause", "correct", "7", "--text", "x"), "no change 7"),
        (("cause", "add", ""), "come from"),
        (("complaint", "figures", "--from", "2026-12-01", "--to", "2026-11-01"), "is after"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(broken, words, why):
    before = broken("cause", "list", "--json").json
    answer = broken(*words)
    assert answer.code == 1
    assert why in answer.err
    assert broken("cause", "list", "--json").json == before


def test_figures_by_what_one_likes(broken):
    by_kind = broken("complaint", "figures", "--json").json
    assert [(row["title"], row["complaints"]) for row in by_kind["figures"]] == [("Damaged", 1), ("Came late", 1)]
    assert by_kind["bought_again"] == {"complainers": 0, "again": 0, "fresh": 0, "share": None, "after": []}
    carriers = broken("complaint", "figures", "--by", "carrier", "--json").json["figures"]
    assert [(row["id"], row["complaints"], row["orders"]) for row in carriers] == [("dpd", 2, 0)]
    causes = broken("complaint", "figures", "--by", "cause").out
    assert "No corners" in causes
    assert "not known" in causes
    months = broken("complaint", "figures", "--by", "month", "--from", "2026-10-01", "--json").json["figures"]
    assert [row["id"] for row in months] == ["2026-10", "2026-11"]
    assert broken("complaint", "figures", "--by", "weather").code == 2
