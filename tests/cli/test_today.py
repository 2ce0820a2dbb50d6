"""`cordial today`: the keys of the contract, and what stands in them."""

from __future__ import annotations

KEYS = (
    "date to_pack due at_risk late birthdays missed congratulated complaints inboxes renewals drifting vouchers gifts"
).split()


def test_every_key_of_the_contract_is_there(cordial):
    day = cordial("today", "--json").json
    assert list(day) == KEYS
    assert day["date"] == "2026-11-22"
    assert all(day[key] == [] for key in KEYS[1:])


def test_orders_stand_against_their_promise(cordial, orders_file):
    cordial("import", orders_file)
    # 16 November 2026 is a Monday and the 18th a public holiday in Latvia: two working days end on Thursday the 19th.
    day = cordial("today", "--json").json
    # Of Thursday to Sunday only Friday is a working day.
    assert [(row["number"], row["days_late"]) for row in day["late"]] == [("#1001", 1)]
    assert {row["number"] for row in day["to_pack"]} == {"#1001", "#1002", "#1003"}
    assert all(row["id"] and row["title"] for row in day["to_pack"])


def test_today_moves_with_the_day_given(cordial, orders_file):
    cordial("import", orders_file)
    assert [row["number"] for row in cordial("today", "--today", "2026-11-19", "--json").json["due"]] == ["#1001"]
    assert cordial("--today", "2026-11-17", "today", "--json").json["late"] == []


def test_birthdays_missed_and_coming(cordial):
    for name, day in (("Anna", "1990-11-21"), ("Boriss", "11-22"), ("Vera", "11-25"), ("Zane", "06-01")):
        cordial("customer", "add", "--given", name, "--birthday", day)
    day = cordial("today", "--json").json
    assert [row["title"] for row in day["missed"]] == ["Anna"]
    assert [(row["title"], row["days_until"], row["age"]) for row in day["birthdays"]] == [
        ("Boriss", 0, None),
        ("Vera", 3, None),
    ]
    said = cordial("today").out
    assert "Missed (1)" in said
    assert "To congratulate (2)" in said


def test_a_day_that_is_none_is_refused(cordial, monkeypatch):
    assert cordial("today", "--today", "2026-02-30").code == 2
    monkeypatch.setenv("CORDIAL_TODAY", "soon")
    answer = cordial("today")
    assert answer.code == 2
    assert "soon" in answer.err


def test_the_screen_language_speaks(cordial):
    assert "воскресенье" in cordial("today", "--lang", "ru").out.lower()
    assert "svētdiena" in cordial("today", "--lang", "lv").out.lower()


def test_complaints_come_first_with_the_inboxes_to_look_into(cordial):
    late = ("--kind", "damaged", "--text", "The cup came broken", "--received", "2026-11-16T10:00")
    cordial("complaint", "add", *late)
    cordial("complaint", "add", "--kind", "late", "--text", "Where is it?", "--received", "2026-11-20T17:00")
    cordial("inbox", "add", "Mailbox")
    day = cordial("today", "--json").json
    assert [(row["id"], row["urgency"], row["title"]) for row in day["complaints"]] == [
        (1, "late", "The cup came broken")
    ]
    assert [(row["name"], row["urgency"]) for row in day["inboxes"]] == [("Mailbox", "due")]
    said = cordial("today").out.splitlines()
    assert said[2:4] == [
        "Complaints to answer or solve (1)",
        "  1  Late 2026-11-16 14:00  Damaged  The cup came broken",
    ]
    assert said[5:7] == ["Look for complaints (1)", "  Mailbox  nobody looked there yet"]
