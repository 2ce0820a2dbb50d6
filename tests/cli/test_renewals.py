"""`cordial renewal` and `list renewals`: what customers pay for by period."""

import pytest


@pytest.fixture
def tea(cordial):
    """Anna's tea, due on 1 December."""
    cordial("customer", "add", "--given", "Anna")
    return cordial(
        "renewal", "add", 1, "--what", "Tea", "--amount", "12.50", "--next", "2026-12-01", "--json"
    ).json["renewal"]["id"]  # fmt: skip


def test_it_is_added_listed_paid_and_told_of_on_the_day(cordial, tea):
    [row] = cordial("list", "renewals", "--json").json["renewals"]
    assert row == {
        "id": tea, "what": "Tea", "amount": {"amount": "12.50", "currency": "EUR"}, "every_months": 1,
        "next_on": "2026-12-01", "paid_on": None, "active": True, "note": "", "title": "Anna · Tea",
        "customer": {"id": 1, "name": "Anna"}, "days_until": 9,
    }  # fmt: skip
    assert cordial("today", "--json").json["renewals"] == [row]
    assert "Renewals (1)" in cordial("today").out
    assert "Anna, Tea, in 9 days" in cordial("today").out
    paid = cordial("renewal", "paid", tea, "--on", "2026-11-20")
    assert "Anna paid a renewal" in paid.out
    assert "January" in paid.out
    assert cordial("today", "--json").json["renewals"] == []
    [row] = cordial("list", "renewals", "--json").json["renewals"]
    assert (row["next_on"], row["paid_on"]) == ("2027-01-01", "2026-11-20")
    cordial("undo")
    assert len(cordial("today", "--json").json["renewals"]) == 1
    assert cordial("show", "customer", 1, "--json").json["customer"]["renewals"][0]["what"] == "Tea"


def test_only_what_is_named_is_changed(cordial, tea):
    cordial("renewal", "edit", tea, "--every", 12, "--active", "no")
    [row] = cordial("list", "renewals", "--json").json["renewals"]
    assert (row["what"], row["every_months"], row["active"], row["next_on"]) == ("Tea", 12, False, "2026-12-01")
    assert cordial("today", "--json").json["renewals"] == []
    cordial("renewal", "edit", tea, "--amount", "")
    assert cordial("list", "renewals", "--json").json["renewals"][0]["amount"] is None
    assert cordial("renewal", "remove", tea).code == 0
    assert "Nothing to list" in cordial("list", "renewals").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", 99, "--what", "Tea", "--next", "2026-12-01"), "no customer 99"),
        (("add", 1, "--what", "Tea"), "Choose the day"),
        (("add", 1, "--next", "2026-12-01"), "what is renewed"),
        (("add", 1, "--what", "Tea", "--next", "soon"), "“soon” at --next is not a day"),
        (("add", 1, "--what", "Tea", "--next", "2026-12-01", "--amount", "12,5"), "is not an amount of EUR"),
        (("add", 1, "--what", "Tea", "--next", "2026-12-01", "--every", "0"), "from 1 to 120"),
        (("edit", 77, "--what", "Tea"), "no renewal number 77"),
        (("paid", 77), "no renewal number 77"),
        (("paid", 1, "--on", "2026-11-23"), "still to come"),
        (("paid", 1, "--periods", "0"), "from 1 to 120"),
        (("remove", "x"), "no renewal number x"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(cordial, tea, words, said):
    before = cordial("list", "renewals", "--json").out
    answer = cordial("renewal", *words)
    assert answer.code == 1
    assert said in answer.err
    assert cordial("list", "renewals", "--json").out == before
