import pytest


@pytest.fixture
def shop(cordial, monkeypatch):
    """Orders of every standing on Friday the 20th: late, due, at risk, on time."""
    monkeypatch.setenv("CORDIAL_TODAY", "2026-11-20")
    cordial("settings", "shop.name=Māja", "shop.contact=maja@x.example", "shop.language=lv")
    cordial("customer", "add", "--given", "Anna", "--language", "lv", "--email", "anna@x.example")
    for number, day, paid in (
        ("1", "2026-11-17", "no"), ("2", "2026-11-20", "no"), ("3", "2026-11-23", "no"), ("4", "2026-11-25", "no"),
        ("5", "2026-11-19", "yes"),
    ):  # fmt: skip
        cordial("order", "add", "--number", number, "--ship-by", day, "--paid", paid, "--customer", "1")
    return cordial


def numbers(done):
    return sorted(row["number"] for row in done.json["orders"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--late",), ["1", "5"]),
        (("--status", "late"), ["1", "5"]),
        (("--status", "due"), ["2"]),
        (("--status", "at-risk"), ["3"]),
        (("--status", "late", "--status", "paid"), []),
        (("--status", "late", "--status", "due"), ["1", "2", "5"]),
        (("--status", "late", "--status", "new"), ["1", "5"]),
    ],
)
def test_orders_are_listed_by_how_they_stand(shop, words, found):
    assert numbers(shop("list", "orders", *words, "--json")) == found


def test_a_mistyped_standing_is_told_with_those_there_are(shop):
    said = shop("list", "orders", "--status", "later").err
    assert said.startswith("“later” is not a step of an order; use one of new, paid")
    assert said.endswith("late, due, at-risk.\n")


def test_a_list_says_why_a_promise_may_not_be_kept(shop):
    [row] = shop("list", "orders", "--status", "at-risk", "--json").json["orders"]
    assert (row["standing"], row["reasons"], row["deliver_by"]) == ("at-risk", ["unpaid"], None)
    assert "At risk: not paid yet" in shop("list", "orders", "--status", "at-risk").out
    [first, _] = shop("today", "--json").json["late"]
    assert (first["number"], first["days_late"], first["reasons"]) == ("1", 2, ["unpaid"])
    assert "2 working days late: not paid yet" in shop("today").out


def test_late_orders_come_with_a_message_in_the_customers_language(shop):
    first, second = shop("late", "--by", "Zane", "--json").json["late"]
    assert (first["number"], first["title"], first["days_late"]) == ("1", "1 · Anna", 2)
    assert (first["language"], first["email"], first["new_day"]) == ("lv", "anna@x.example", "2026-11-23")
    assert first["subject"] == "Jūsu pasūtījums 1: mēs kavējamies"
    assert first["message"].startswith("Mīļā Anna,\n\nlūdzam piedošanu")
    assert first["message"].endswith("Zane\nMāja")
    assert (second["number"], second["reasons"]) == ("5", [])
    text = shop("late", "--limit", "1").out
    assert text.startswith("1  Anna  2 working days late  not paid yet\n    anna@x.example\n    Mīļā Anna,")


def test_it_is_noted_who_was_told(shop):
    assert shop("late", "--told", "1").out == "Order 1: customer told of the delay\n"
    first, second = shop("late", "--json").json["late"]
    assert (first["told_on"], second["told_on"]) == ("2026-11-20", None)
    assert "told on 20 November 2026" in shop("late", "--limit", "1").out
    shop("undo")
    assert shop("late", "--json").json["late"][0]["told_on"] is None
    assert shop("late", "--told", "99").err == "There is no order 99 in this shop. Check the number.\n"


def test_nobody_late_is_said(cordial):
    assert cordial("late").out == "No order is late.\n"
    assert cordial("late", "--json").json == {"late": []}


def test_rules_are_set_in_words_and_a_wrong_one_is_refused(cordial):
    cordial(
        "settings",
        "promise.days_off=Sunday",
        "promise.more_countries=ee lt",
        "promise.closed_days=2026-12-24..2026-12-31 Trip",
    )
    kept = cordial("settings", "--json").json["settings"]
    assert kept["promise.days_off"] == "sun"
    assert kept["promise.more_countries"] == "EE, LT"
    assert kept["promise.closed_days"] == "2026-12-24..2026-12-31 Trip"
    cordial("order", "add", "--number", "9", "--placed", "2026-12-23T10:00")
    [row] = cordial("list", "orders", "--json").json["orders"]
    assert row["ship_by"] == "2027-01-04"  # Saturday the 2nd works, the 1st and Sunday do not
    for setting, said in (
        ("promise.days_off=xyz", "“xyz” is not a day of the week"),
        ("promise.more_countries=QQ", "No public holidays of QQ are known"),
        ("promise.closed_days=soon", "“soon” is not a day"),
    ):
        assert cordial("settings", setting).err.startswith(said)
