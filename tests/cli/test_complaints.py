"""`cordial complaint …`: recorded by an order's number, moved on, its thread and pictures kept, listed and written."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from tests.pictures import picture


@pytest.fixture
def recorded(cordial, orders_file):
    """Orders of a file, and a complaint about the first."""
    cordial("import", orders_file)
    cordial("carrier", "add", "Omniva")
    done = cordial("complaint", "add", "--order", "1001", "--kind", "damaged", "--text", "Saplīsa\npa ceļam",
                   "--rating", "2", "--article", "Cup", "--json")  # fmt: skip
    assert done.json["complaint"] == {"id": 1}
    return cordial


def test_one_by_an_orders_number_is_shown_whole(recorded):
    shown = recorded("complaint", "show", 1, "--json").json["complaint"]
    told = ("customer_name", "order_number", "article", "kind", "kind_name", "rating", "state", "open")
    assert [shown[name] for name in told] == [
        "Līga Kalniņa", "#1001", "Cup", "damaged", "Damaged", 2, "new", True
    ]  # fmt: skip
    assert shown["text"] == "Saplīsa\npa ceļam"
    assert shown["answer_by"] < shown["solve_by"]
    assert all(dt.datetime.fromisoformat(shown[due]).tzinfo for due in ("answer_by", "solve_by"))
    assert recorded("show", "complaint", 1, "--json").json["complaint"] == shown


def test_its_customer_and_its_order_tell_of_it(recorded):
    for kind, number in (("customer", 1), ("order", "1001")):
        [told] = recorded("show", kind, number, "--json").json[kind]["complaints"]
        assert (told["id"], told["kind"], told["state"], told["rating"]) == (1, "damaged", "new", 2)
    assert "Complaint: Damaged · Unanswered" in recorded("show", "customer", 1).out


def test_its_thread_moves_it_on_until_it_is_solved(recorded):
    for words, state in (
        (("note", 1, "Look at the boxes"), "new"),
        (("told", 1, "We are sorry", "--channel", "telephone"), "answered"),
        (("state", "promised", 1, "--by", "2026-11-30"), "promised"),
        (("state", "solved", 1), "solved"),
        (("heard", 1, "It broke again", "--at", "2026-11-22 12:00"), "reopened"),
    ):
        assert recorded("complaint", *words).code == 0
        assert recorded("complaint", "show", 1, "--json").json["complaint"]["state"] == state
    thread = recorded("complaint", "show", 1, "--json").json["complaint"]["words"]
    assert {(word["way"], word["text"], word["channel"]) for word in thread} == {
        ("note", "Look at the boxes", ""), ("out", "We are sorry", "telephone"), ("in", "It broke again", ""),
    }  # fmt: skip
    place = next(n for n, word in enumerate(thread, 1) if word["way"] == "note")
    assert recorded("complaint", "forget", 1, place).code == 0
    assert "Remove only notes." in recorded("complaint", "forget", 1, 1).err


def test_pictures_are_added_saved_and_removed(recorded, tmp_path):
    file = tmp_path / "box.png"
    file.write_bytes(picture(8, 6))
    assert recorded("complaint", "picture", "add", 1, file, file).code == 0
    [kept] = recorded("complaint", "show", 1, "--json").json["complaint"]["files"]
    assert (kept["name"], kept["width"], kept["height"]) == ("box.png", 8, 6)
    recorded("complaint", "picture", "save", kept["id"], "--to", tmp_path / "again.png")
    assert (tmp_path / "again.png").read_bytes() == file.read_bytes()
    assert recorded("complaint", "picture", "remove", kept["id"]).code == 0
    assert recorded("complaint", "show", 1, "--json").json["complaint"]["files"] == []
    gone = recorded("complaint", "picture", "remove", kept["id"])
    assert (gone.code, gone.err) == (1, "This picture is no longer there. Open the complaint again.\n")


def test_it_is_listed_narrowed_and_written_to_a_file(recorded, tmp_path):
    recorded("complaint", "add", "--kind", "late", "--customer", 2, "--text", "Where is it?", "--source", "phone")
    recorded("complaint", "add", "--rating", 5, "--text", "Lovely", "--source", "marketplace", "--where", "Etsy")

    def ids(*options):
        return [one["id"] for one in recorded("list", "complaints", *options, "--json").json["complaints"]]

    assert ids() == [3, 2, 1]
    assert ids("--open") == [2, 1]
    assert ids("--praise") == [3]
    assert ids("--status", "open", "--of-kind", "late") == [2]
    assert ids("--source", "marketplace") == [3]
    assert ids("--text", "saplisa") == [1]
    assert ids("--customer", 2) == [2]
    assert ids("--received", "..2026-11-21") == []
    assert ids("--late", "--today", "2026-12-24") == [2, 1]
    assert "not for orders: --open" in recorded("list", "orders", "--open").err
    assert "use one of email, phone" in recorded("list", "complaints", "--source", "pigeon").err
    file = tmp_path / "complaints.csv"
    recorded("export", "complaints", "--columns", "id,customer,text,rating", "--sort", "id", "--to", file)
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    assert rows[1] == ["1", "Līga Kalniņa", "Saplīsa\npa ceļam", "2"]


def test_edited_removed_and_brought_back(recorded):
    assert recorded("complaint", "edit", 1, "--verdict", "yes", "--severity", "high", "--order", "").code == 0
    shown = recorded("complaint", "show", 1, "--json").json["complaint"]
    assert (shown["verdict"], shown["severity"], shown["order"]) == ("yes", "high", None)
    assert recorded("complaint", "remove", 1).code == 0
    assert recorded("complaint", "show", 1).err == "There is no complaint 1 in this shop. Check the number.\n"
    recorded("undo")
    assert recorded("complaint", "show", 1, "--json").json["complaint"]["id"] == 1


def test_the_list_of_kinds_is_the_shops(recorded):
    assert recorded("complaint", "kind", "add", "--lv", "Smarža", "--json").json["kind"] == {"code": "own-1"}
    assert recorded("complaint", "kind", "order", "own-1").code == 0
    listed = recorded("complaint", "kinds", "--json").json["kinds"]
    assert (listed[0]["name"], listed[1]["name"]) == ("Smarža", "Came late")
    recorded("complaint", "kind", "hide", "late")
    assert "late     hidden  Came late" in recorded("complaint", "kinds").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "--kind", "smell"), "There is no kind “smell”. Use one of late, damaged"),
        (("add", "--order", "9999"), "There is no order 9999 in this shop. Check the number."),
        (("add", "--rating", "6"), "A review has 1 to 5 stars, not 6. Choose among them."),
        (("add", "--received", "2026-12-24"), "24 December 2026 is still to come. Check the day."),
        (("add", "--received", "soon"), "“soon” is not a time."),
        (("add",), "Say whose complaint it is"),
        (("add", "--order", ""), "Say whose complaint it is"),
        (("add", "--customer", "999"), "There is no customer 999 in this shop. Check the number."),
        (("add", "--picture", "nowhere.png"), "“nowhere.png” cannot be read."),
        (("state", "promised", "1"), "Say by which day it was promised."),
        (("state", "new", "1", "7"), "There is no complaint 7 in this shop. Check the number."),
        (("state", "reopened", "1"), "Complaint 1 cannot go from “Unanswered” to “Reopened”. Choose another step."),
        (("told", "1", "  "), "Write the text first."),
        (("show", "one"), "There is no complaint one in this shop. Check the number."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_written(recorded, words, said):
    before = recorded("list", "changes", "--json").out
    done = recorded("complaint", *words)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert recorded("list", "changes", "--json").out == before


def test_a_new_one_is_told_by_its_number_and_numbers_stay_numbers(recorded):
    assert recorded("complaint", "add", "--order", "1001", "--kind", "late").out.strip().endswith(": 2")
    assert recorded("complaint", "note", 2, "x", "--json").json["complaint"] == {"id": 2}
    assert recorded("complaint", "answer", 2, "--json").json["answer"]["complaint"] == 2


def test_the_ways_to_count_are_named_when_another_is_asked_for(recorded):
    done = recorded("complaint", "figures", "--by", "moon")
    assert (done.code, "Grouping" in done.err, "'supplier'" in done.err) == (2, False, True)


@pytest.mark.parametrize("stars", ["9", "0"])
def test_a_list_of_stars_that_cannot_be_is_refused(recorded, stars):
    done = recorded("list", "complaints", "--stars", stars)
    assert (done.code, done.err.strip()) == (1, f"A review has 1 to 5 stars, not {stars}. Choose among them.")
