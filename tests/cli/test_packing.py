import subprocess

import pytest


def text_of(file):
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout.decode()


@pytest.fixture
def orders(cordial):
    """Three orders to pack, #1001 due first; only one of its articles has a code."""
    for words in (
        ("product", "add", "--name", "Cup", "--sku", "KR-2", "--barcode", "4750000000012", "--shelf", "B 2",
         "--stock", "9"),
        ("customer", "add", "--given", "Līga", "--family", "Kalniņa", "--language", "lv", "--country", "LV",
         "--street", "Brīvības 1", "--city", "Rīga", "--postcode", "LV-1001"),
        ("order", "add", "--number", "1001", "--customer", "1", "--line", "2;Cup;KR-2;12.50", "--line", "1;Ribbon;;2",
         "--paid", "yes", "--status", "paid", "--ship-by", "2026-11-23"),
        ("order", "add", "--number", "1002", "--customer", "1", "--line", "1;Cup;;12.50", "--paid", "yes", "--status",
         "paid", "--ship-by", "2026-11-24"),
        ("order", "add", "--number", "1003", "--customer", "1", "--line", "1;Cup;;12.50"),
    ):  # fmt: skip
        answer = cordial(*words)
        assert answer.code == 0, answer.err
    return cordial


def test_a_parcel_is_taken_checked_printed_and_packed(orders, tmp_path):
    found = orders("pack", "next", "--as", "Anna", "--json").json["order"]
    assert (found["number"], found["name"], found["unchecked"]) == ("1001", "Līga Kalniņa", 3)
    assert [(line["shelf"], line["quantity"], line["checked"]) for line in found["lines"]] == [
        ("B 2", 2, 0),
        ("", 1, 0),
    ]
    assert orders("pack", "check", "1001", "4750000000012", "--as", "Anna", "--json").json == {
        "scan": "right", "line": 1, "left": 2, "checked": 1,
    }  # fmt: skip
    assert orders("pack", "check", "1001", "kr-2", "--as", "Anna").out == "Cup: 2 / 2\n"
    wrong = orders("pack", "check", "1001", "999", "--as", "Anna")
    assert (wrong.code, wrong.out) == (1, "")
    assert "“999” does not belong to this parcel" in wrong.err
    many = orders("pack", "check", "1001", "KR-2", "--as", "Anna", "--json")
    assert (many.code, many.json["scan"]) == (1, "too-many")
    assert "there are 2 of “Cup”" in many.err
    assert "Everything is checked" in orders("pack", "check", "1001", "2", "--as", "Anna").out
    file = tmp_path / "parcel.pdf"
    made = orders("pack", "done", "1001", "--as", "Anna", "--tracking", "LV7", "--to", file, "--json")
    assert (made.code, made.json["unchecked"], made.err) == (0, 0, "")
    said = text_of(file)
    assert "Anna" in said
    assert "Ribbon" in said
    kept = orders("show", "order", "1001", "--json").json["order"]
    assert (kept["status"], kept["packed_by"], kept["tracking"], kept["printed"]) == ("packed", "Anna", "LV7", True)
    assert orders("show", "product", "1", "--json").json["product"]["stock"] == 7
    again = orders("pack", "done", "1001", "--as", "Anna", "--to", tmp_path / "again.pdf")
    assert (again.code, again.out) == (1, "")
    assert "Order 1001 is packed already, by Anna." in again.err
    assert not (tmp_path / "again.pdf").exists()


def test_what_another_bench_has_is_told_and_given_back(orders):
    assert orders("pack", "claim", "#1002", "--as", "Anna").code == 0
    taken = orders("pack", "claim", "1002", "--as", "Bruno")
    assert (taken.code, taken.err) == (1, "Anna is packing order 1002 at another bench. Take another one.\n")
    assert orders("pack", "release", "1002", "--as", "Bruno").code == 1
    assert orders("pack", "check", "1002", "1", "--as", "Bruno").code == 1
    queue = orders("pack", "queue", "--json").json
    assert [(row["number"], row["claimed_by"]) for row in queue["queue"]] == [("1001", ""), ("1002", "Anna")]
    assert (queue["left"], queue["packed_today"]) == (2, 0)
    assert orders("pack", "release", "1002", "--as", "Anna").code == 0
    assert orders("pack", "claim", "1002", "--as", "Bruno").code == 0


def test_the_queue_comes_to_an_end(orders):
    numbers = [orders("pack", "next", "--as", "Anna", "--json").json["order"]["number"] for _ in range(2)]
    assert numbers == ["1001", "1002"]
    assert orders("pack", "next", "--as", "Anna", "--json").json == {"order": None}
    assert orders("pack", "next", "--as", "Anna").out == "Nothing is left to pack.\n"
    assert orders("pack", "claim", "1003", "--as", "Anna").code == 0  # unpaid, but a person asked for it


def test_pieces_nobody_checked_are_told(orders):
    orders("pack", "claim", "1002", "--as", "Anna")
    done = orders("pack", "done", "1002", "--as", "Anna", "--json")
    assert (done.code, done.json["unchecked"], done.err) == (0, 1, "1 piece was not checked.\n")
    assert orders("pack", "unpack", "1002", "--as", "Anna").code == 0
    assert orders("show", "order", "1002", "--json").json["order"]["status"] == "paid"


def test_an_order_is_set_aside_followed_and_put_back(orders):
    assert orders("pack", "aside", "1001", "no cups", "--as", "Anna").code == 0
    assert "no cups" in orders("pack", "show", "1001").out
    assert [row["number"] for row in orders("pack", "queue", "--json").json["queue"]] == ["1002"]
    assert orders("pack", "back", "1001").code == 0
    assert len(orders("pack", "queue", "--json", "--as", "Anna").json["queue"]) == 2
    assert orders("pack", "track", "1001", "LV1", "--as", "Anna").code == 0
    assert orders("show", "order", "1001", "--json").json["order"]["tracking"] == "LV1"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("claim", "9999", "--as", "Anna"), "There is no order 9999 in this shop. Check the number."),
        (("check", "1001", "KR-2", "--as", "Anna"), "Order 1001 went back to the queue. Open it again to go on."),
        (("done", "1001", "--as", "Anna"), "Order 1001 went back to the queue. Open it again to go on."),
        (("aside", "1001", " ", "--as", "Anna"), "Say why, in at most 200 letters."),
        (("track", "1001", ""), "Scan or type the tracking number, at most 100 letters."),
        (
            ("unpack", "1001", "--as", "Anna"),
            "Order 1001 is “Paid” now: only a packed one can be taken back. Ask the office.",
        ),
        (("claim", "", "--as", "Anna"), "Scan or type the number of an order."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(orders, words, sentence):
    answer = orders("pack", *words)
    assert (answer.code, answer.out, answer.err) == (1, "", sentence + "\n")


def test_the_checklist_is_kept_from_the_command_line(cordial):
    first = cordial("checklist", "add", "--en", "Tissue", "--lv", "Zīdpapīrs", "--json").json["step"]["id"]
    second = cordial("checklist", "add", "--en", "Ribbon", "--for", "gift", "--json").json["step"]["id"]
    cordial("checklist", "move", second, 1)
    cordial("checklist", "edit", first, "--en", "Tissue paper")
    assert cordial("checklist", "list", "--json").json["checklist"] == [
        {"id": second, "place": 1, "for": "gift", "en": "Ribbon"},
        {"id": first, "place": 2, "for": "every", "en": "Tissue paper", "lv": "Zīdpapīrs"},
    ]
    assert cordial("checklist", "remove", second).code == 0
    assert "Zīdpapīrs" in cordial("checklist", "list", "--lang", "lv").out
    assert cordial("checklist", "add").err == "Say what is to be done, in one language at least.\n"
    assert cordial("checklist", "remove", 99).code == 1


def test_imported_orders_are_walked_by_their_shelves(cordial, orders_file):
    for name, sku, shelf in (("Cup", "CU-1", "A 2"), ("Napkin", "LN-1", "A 10")):
        cordial("product", "add", "--name", name, "--sku", sku, "--shelf", shelf)
    cordial("settings", "packing.unpaid=yes")
    assert cordial("import", orders_file).code == 0
    rows = {row["number"]: row["shelf"] for row in cordial("pack", "queue", "--json").json["queue"]}
    assert rows == {"#1001": "A 2", "#1002": "A 2", "#1003": "A 10"}
