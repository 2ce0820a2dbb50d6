"""`cordial text …` and `cordial complaint answer`: texts written and seen, an answer proposed and kept."""

from __future__ import annotations

import pytest


@pytest.fixture
def recorded(cordial, orders_file):
    """Orders of a file, and a complaint about the first."""
    cordial("import", orders_file)
    cordial("settings", "shop.name=Māja")
    cordial("complaint", "add", "--order", "1001", "--kind", "damaged", "--verdict", "yes", "--text", "Saplīsa")
    return cordial


def test_texts_are_listed_written_and_taken_back(recorded):
    listed = recorded("text", "list", "--json").json["texts"]
    assert {"id": "delay", "title": "Order comes later", "own": []} in listed
    assert {"complaint/late/yes", "ready/where", "greeting/birthday"} <= {one["id"] for one in listed}
    assert recorded("text", "edit", "delay", "--in", "lv", "--text", "Kavējamies: {order.number}").code == 0
    shown = recorded("text", "show", "delay", "--in", "lv", "--json").json["text"]
    assert (shown["text"], shown["own"]) == ("Kavējamies: {order.number}", True)
    out = recorded("text", "show", "delay", "--in", "lv", "--preview", "--json").json["text"]
    assert out["text"].startswith("Kavējamies: #10")
    assert [one["own"] for one in recorded("text", "list", "--own", "--json").json["texts"]] == [["lv"]]
    assert recorded("text", "reset", "delay").code == 0
    assert recorded("text", "list", "--own").out.strip() == "Nothing to list."


def test_a_ready_answer_is_added_and_removed(recorded):
    assert recorded("text", "add", "Parking?", "--text", "In the yard.").code == 0
    assert "In the yard." in recorded("text", "show", "ready/parking").out
    assert recorded("text", "remove", "ready/parking").code == 0
    assert recorded("text", "show", "ready/parking").code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("edit", "delay", "--text", "{order.numer}"), "There is no field {order.numer}. Did you mean {order.number}?"),
        (("edit", "delay", "--text", " "), "The message has no words yet."),
        (("show", "delai"), "There is no text “delai”. Look at the list of texts."),
        (("reset", "ready/gone"), "There is no text “ready/gone”."),
        (("reset", "complaint/late/maybe"), "There is no text “complaint/late/maybe”."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(cordial, words, why):
    done = cordial("text", *words)
    assert done.code == 1
    assert why in done.err


def test_fields_and_conditions_are_told(cordial):
    told = cordial("text", "fields", "delay", "--json").json
    assert {"field": "{order.number}", "label": "Order number", "sample": "1007"} in told["fields"]
    assert "[if short: …]" in {one["condition"] for one in told["conditions"]}
    assert "{renewal.what}" not in cordial("text", "fields", "delay").out


def test_an_answer_is_proposed_and_nothing_kept(recorded):
    told = recorded("complaint", "answer", 1, "--person", "Zane", "--json").json["answer"]
    assert told["message"] is None
    assert "#1001" in told["text"]
    assert told["text"].endswith("Zane\nMāja")
    assert not recorded("list", "messages", "--json").json["messages"]
    ready = recorded("complaint", "answer", 1, "--text", "ready/gift", "--in", "ru")
    assert "Упакуем вручную" in ready.out


def test_an_answer_waits_in_the_outbox_or_stands_in_the_thread(recorded):
    kept = recorded("complaint", "answer", 1, "--say", "We are sorry.", "--keep", "--by", "copy", "--json")
    assert kept.json["answer"]["message"] == 1
    assert recorded("complaint", "show", 1, "--json").json["complaint"]["state"] == "new"
    again = recorded("complaint", "answer", 1, "--say", "We are sorry.", "--keep", "--by", "copy")
    assert again.code == 1
    assert "in the outbox already" in again.err
    assert recorded("complaint", "answer", 1, "--by", "copy", "--say", "So sorry.", "--opened").code == 0
    shown = recorded("complaint", "show", 1, "--json").json["complaint"]
    assert (shown["state"], shown["words"][0]["text"]) == ("answered", "So sorry.")


def test_a_ready_answer_goes_by_its_name_too(recorded):
    assert recorded("text", "add", "Vai ir atlaides?", "--in", "lv", "--text", "Nē.").code == 0
    assert recorded("text", "edit", "Vai ir atlaides?", "--in", "lv", "--text", "Reizēm.").code == 0
    assert recorded("text", "show", "vai ir atlaides?", "--in", "lv").out.strip().endswith("Reizēm.")
    assert recorded("text", "remove", "Vai ir atlaides?").code == 0
    assert recorded("text", "show", "Vai ir atlaides?").code == 1


def test_nothing_new_does_not_make_a_text_the_shops_own(recorded):
    done = recorded("text", "edit", "delay", "--in", "lv")
    assert (done.code, done.err.strip()) == (1, "Say the new words by --subject or --text.")
    assert recorded("text", "list", "--own").out.strip() == "Nothing to list."
