"""`cordial message`: what wants to go out, put into the outbox, written by hand, given other words, left out."""

import pytest


@pytest.fixture
def due(cordial):
    """A renewal of Anna's that comes due."""
    cordial("customer", "add", "--given", "Anna", "--email", "anna@x.example")
    cordial("renewal", "add", 1, "--what", "Tea", "--next", "2026-12-01")
    return "renewal:1:2026-12-01"


def test_what_is_due_is_listed_put_in_once_and_shown(cordial, due):
    [one] = cordial("message", "due", "--by", "Zane", "--json").json["due"]
    assert (one["id"], one["kind"], one["address"], one["title"]) == (due, "renewal", "anna@x.example", "Anna")
    assert "Zane" in one["text"]
    assert due in cordial("message", "due").out
    done = cordial("message", "put", "--by", "Zane", "--json").json
    assert done["messages"] == [{"id": 1}]
    assert cordial("message", "due", "--json").json["due"] == []
    assert cordial("message", "put", "--json").json["messages"] == []
    again = cordial("message", "write", "--renewals", 1).out.strip()
    assert again == "0 messages put into the outbox. 1 was there already."
    shown = cordial("message", "show", 1, "--json").json["message"]
    assert (shown["status"], shown["text"]) == ("waiting", one["text"])
    assert "Tea" in cordial("message", "show", 1).out


def test_a_message_is_shown_as_any_record_and_counted_once(cordial, due):
    cordial("message", "put")
    assert cordial("show", "message", 1, "--json").json == cordial("message", "show", 1, "--json").json
    assert cordial("mail", "cancel", 1, 1).out.strip() == "Do not send 1 message"


def test_what_is_left_out_is_not_due_any_more(cordial, due):
    assert cordial("message", "leave", due).code == 0
    assert cordial("message", "due", "--json").json["due"] == []
    assert cordial("list", "messages", "--json").json["messages"][0]["status"] == "cancelled"


def test_one_is_written_by_hand_and_given_other_words(cordial, due):
    made = cordial("message", "write", "--customer", 1, "--subject", "Hello", "--text", "Good day!", "--json").json
    number = made["messages"][0]["id"]
    cordial("message", "edit", number, "--text", "Good evening!", "--address", "a@y.example")
    shown = cordial("message", "show", number, "--json").json["message"]
    assert (shown["kind"], shown["subject"], shown["text"], shown["address"]) == (
        "free", "Hello", "Good evening!", "a@y.example",
    )  # fmt: skip


def test_news_of_an_order_is_written_when_asked_for(cordial, orders_file):
    cordial("import", orders_file)
    made = cordial("message", "write", "--orders", "#1001", "--kind", "out-of-stock", "--json").json
    assert len(made["messages"]) == 1
    assert cordial("message", "write", "--orders", "#1001", "--kind", "out-of-stock", "--json").json["known"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("write", "--customer", 99, "--text", "x"), "no customer 99"),
        (("write", "--customer", 1), "no words yet"),
        (("write", "--customer", 1, "--text", "x", "--means", "sms"), "No phone number is known"),
        (("write", "--customer", 1, "--text", "x", "--address", "a@x.lv, b@x.lv"), "more than one e-mail address"),
        (("write", "--orders", "77", "--kind", "paid"), "no order 77"),
        (("write", "--orders", "77"), "--kind"),
        (("write", "--renewals", "77"), "no renewal number 77"),
        (("put", "order:1:paid"), "is not due"),
        (("leave", "nothing"), "is not due"),
        (("show", 77), "no message number 77"),
        (("edit", "x", "--text", "y"), "no message number x"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_kept(cordial, due, words, said):
    answer = cordial("message", *words)
    assert answer.code == 1
    assert said in answer.err
    assert cordial("list", "messages", "--json").json["messages"] == []
