import pytest

ETSY = ("--source", "marketplace", "--every", "9", "--link", "etsy.example/messages")
FRIDAY = ("--today", "2026-11-20")
KEPT = {
    "id": 1, "name": "Etsy messages", "source": "marketplace", "link": "https://etsy.example/messages",
    "every_hours": 9, "checked_at": None, "checked_by": "", "look_by": None, "urgency": "due",
}  # fmt: skip


def test_inboxes_are_added_changed_listed_and_removed(cordial):
    assert cordial("inbox", "add", "Etsy", *ETSY).out == "Add inbox Etsy\n"
    cordial("inbox", "edit", "etsy", "--name", "Etsy messages")
    for words in (("inbox", "list"), ("list", "inboxes")):
        assert cordial(*words, "--json").json == {"inboxes": [KEPT]}
    said = "Etsy messages  Marketplace review  nobody looked there yet  https://etsy.example/messages\n"
    assert cordial("inbox", "list").out == said
    cordial("inbox", "remove", "Etsy messages")
    assert cordial("inbox", "list").out == "Nothing to list.\n"
    cordial("undo")
    assert cordial("inbox", "list", "--json").json == {"inboxes": [KEPT]}


def test_who_looked_is_noted_and_when_to_look_again(cordial):
    cordial("inbox", "add", "Etsy", *ETSY)
    cordial("inbox", "add", "Mailbox")
    assert cordial("inbox", "checked", "etsy", *FRIDAY).out == "Looked into inbox Etsy\n"
    first, second = cordial("inbox", "list", "--json", *FRIDAY).json["inboxes"]
    assert (first["name"], first["urgency"]) == ("Mailbox", "due")
    assert (second["urgency"], second["checked_at"][:10]) == ("ok", "2026-11-20")
    assert second["look_by"][:10] in ("2026-11-20", "2026-11-23")  # by the hour this test runs at
    assert cordial("inbox", "checked", "etsy", "mailbox").out == "Looked into 2 inboxes\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "Etsy", "--every", "often"), "“often” at --every is not a whole number; write it as 12."),
        (("add", "Etsy", "--every", "0"), "Say after how many working hours to look again: 1 to 1000."),
        (("add", "Etsy", "--link", "etsy"), "“etsy” is not a web address. Write it as https://mail.example."),
        (("add", " "), "Say what this inbox is called"),
        (("checked", "Etsy"), "There is no inbox “Etsy” in this shop. Check the name."),
        (("edit", "Etsy", "--every", "2"), "There is no inbox “Etsy” in this shop. Check the name."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_is_kept(cordial, words, said):
    done = cordial("inbox", *words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)
    assert cordial("inbox", "list", "--json").json == {"inboxes": []}
