"""`cordial mail`: set up, tried, sent, saved as files, decided about; bad words told in one sentence."""

from __future__ import annotations

import email
import json
import os
import signal
from collections.abc import Callable, Iterator
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from desktop_app.actions.outbox import put
from desktop_app.domain.changes import Topic
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.i18n import msg
from desktop_app.store import outbox
from desktop_app.store.connect import open_shop
from desktop_app.store.tables import CustomerTable
from tests.post.postman import PASSWORD, USER, Postman, postman

Command = Callable[..., Any]


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDIAL_MAIL_PASSWORD", PASSWORD)


@pytest.fixture
def near() -> Iterator[Postman]:
    with postman(answers=lambda what, about: "550 nobody here" if what == "RCPT" and "gone@" in about else None) as one:
        yield one


def drafts(location: str, *addresses: str, **more: Any) -> list[int]:
    shop = open_shop(location)
    made = [
        Draft(
            f"free:{number}",
            more.get("kind", MessageKind.FREE),
            Means.EMAIL,
            address,
            f"Hello {number}",
            "Čau",
            to_name="Anna",
            customer=more.get("customer"),
        )
        for number, address in enumerate(addresses)
    ]
    ids = put(shop, made, actor="").ids
    shop.close()
    return list(ids)


def set_up(cordial: Command, near: Postman) -> None:
    done = cordial(
        "mail", "setup", "--server", "127.0.0.1", "--port", str(near.port), "--security", "none", "--user", USER,
        "--from", "shop@ozols.example", "--name", "Ozols",
    )  # fmt: skip
    assert done.code == 0, done.err


def test_what_waits_is_sent_and_what_did_not_go_is_told(cordial: Command, shop_location: str, near: Postman) -> None:
    set_up(cordial, near)
    ids = drafts(shop_location, "anna@x.example", "gone@x.example")
    done = cordial("mail", "send", "--json")
    assert done.code == 3
    told = json.loads(done.out)
    assert (told["handed"], told["refused"]) == ([ids[0]], [ids[1]])
    assert "Anna: Not accepted. The mail server refused “gone@x.example”. The server says: nobody here" in done.err
    assert str(near.ledger.letters[0]["From"]) == "Ozols <shop@ozols.example>"
    listed = json.loads(cordial("list", "messages", "--json").out)["messages"]
    assert [(one["id"], one["status"]) for one in listed] == [(ids[1], "refused"), (ids[0], "handed")]
    again = cordial("mail", "send")
    assert (again.code, again.out) == (0, "0 messages handed to the server.\n")
    assert len(near.ledger.letters) == 1


def test_a_dry_run_writes_files_and_sends_nothing(cordial: Command, shop_location: str, tmp_path: Path) -> None:
    cordial("mail", "setup", "--from", "shop@ozols.example")
    [number] = drafts(shop_location, "anna@x.example")
    done = cordial("mail", "send", "--to", str(tmp_path), "--json")
    assert done.code == 0
    file = tmp_path / f"message-{number:06d}-anna@x-example.eml"
    assert json.loads(done.out)["saved"] == {str(number): str(file)}
    read = email.message_from_bytes(file.read_bytes(), policy=default)
    assert (read["Subject"], read["To"]) == ("Čau", "Anna <anna@x.example>")
    listed = json.loads(cordial("mail", "list", "--status", "saved", "--json").out)["messages"]
    assert [one["id"] for one in listed] == [number]


def test_a_folder_that_is_not_there_is_named(cordial: Command, shop_location: str, tmp_path: Path) -> None:
    cordial("mail", "setup", "--from", "shop@ozols.example")
    drafts(shop_location, "anna@x.example")
    done = cordial("mail", "send", "--to", str(tmp_path / "none"))
    assert (done.code, "There is no folder" in done.err) == (1, True)
    assert "To send" in cordial("mail", "list").out


def test_the_mail_server_is_tried(cordial: Command, near: Postman) -> None:
    set_up(cordial, near)
    done = cordial("mail", "test")
    assert (done.code, done.out) == (0, "Handed to the server. Look whether it arrives at shop@ozols.example.\n")
    assert near.ledger.envelopes == [("shop@ozols.example", ("shop@ozols.example",))]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["mail", "send"], "No mail server is set up yet."),
        (["mail", "test"], "No mail server is set up yet."),
        (["mail", "setup", "--server", "smtp x"], "is not the name of a server"),
        (["mail", "setup", "--server", "smtp.x.example", "--security", "none"], "Choose TLS or STARTTLS"),
        (["mail", "setup", "--from", "a@x, b@y"], "more than one e-mail address"),
        (["mail", "setup", "--port", "70000"], "is a number from 0 to 65535"),
        (["mail", "setup", "--port", "x"], "is not a whole number"),
        (["mail", "setup", "--certificate", "/no/such.pem"], "cannot be read as a certificate"),
        (["mail", "setup", "--per-minute", "0"], "is a number from 1 to 6000"),
        (["mail", "send", "17"], "There is no message number 17. Check the number."),
        (["mail", "cancel", "x"], "There is no message number x. Check the number."),
        (["list", "messages", "--status", "flying"], "is no state of a message"),
    ],
)
def test_bad_words_are_told_in_a_sentence(cordial: Command, shop_location: str, words: list[str], said: str) -> None:
    done = cordial(*words)
    assert (done.code, said in done.err, done.out) == (1, True, "")


def test_a_certificate_is_taken_from_a_file_and_nothing_else(cordial: Command, tmp_path: Path) -> None:
    from tests.post.certificates import made_authority

    file = tmp_path / "ca.pem"
    file.write_text(made_authority("own").text)
    assert json.loads(cordial("mail", "setup", "--certificate", str(file), "--json").out)["mail"]["certificate"] is True
    file.write_text("no certificate")
    assert "This is not a certificate" in cordial("mail", "setup", "--certificate", str(file)).err
    assert json.loads(cordial("mail", "setup", "--certificate", "", "--json").out)["mail"]["certificate"] is False


def test_a_person_decides_about_messages(cordial: Command, shop_location: str, near: Postman) -> None:
    first, second = drafts(shop_location, "anna@x.example", "otto@x.example")
    assert cordial("mail", "cancel", str(second)).code == 0
    shop = open_shop(shop_location)
    outbox.take_next(shop, "dead", lease=-1)
    outbox.begin(shop, first, "dead", message_id="<1@x>", at="now", lease=-1)
    shop.close()
    assert "Not known whether it went" in cordial("mail", "list", "--status", "unknown").out
    done = cordial("mail", "arrived", str(first), str(second))
    assert (done.code, done.err) == (3, f"Message {second} stays as it is: Not sent, by choice.\n")
    done = cordial("mail", "arrived", str(first))
    assert (done.code, "stays as it is: Handed to the server" in done.err) == (1, True)
    assert cordial("mail", "again", str(second)).code == 0
    set_up(cordial, near)
    assert cordial("mail", "send", str(second)).code == 0
    assert [one["To"].addresses[0].addr_spec for one in near.ledger.letters] == ["otto@x.example"]


def test_who_complained_meanwhile_is_not_greeted(cordial: Command, shop_location: str, near: Postman) -> None:
    set_up(cordial, near)
    shop = open_shop(shop_location)
    with shop.change(msg("Add"), actor="", topics=[Topic.CUSTOMERS]) as change:
        anna = change.insert(CustomerTable, {"given": "Anna"})
    shop.close()
    [number] = drafts(shop_location, "anna@x.example", kind=MessageKind.GREETING, customer=anna)
    shop = open_shop(shop_location)
    with shop.change(msg("Complain"), actor="", topics=[Topic.CUSTOMERS]) as change:
        change.update(CustomerTable, anna, version=None, values={"open_complaints": 1})
    shop.close()
    done = cordial("mail", "send", "--json")
    assert (done.code, json.loads(done.out)["held"]) == (3, [number])
    assert "They have an open complaint" in done.err
    assert not near.ledger.letters


def test_an_interruption_lets_the_letter_in_hand_go_and_tells_what_went(cordial: Command, shop_location: str) -> None:
    def interrupt(what: str, _about: str) -> None:
        if what == "RCPT":
            os.kill(os.getpid(), signal.SIGINT)

    with postman(answers=interrupt) as near:
        set_up(cordial, near)
        drafts(shop_location, "anna@x.example", "berta@x.example", "cilda@x.example")
        done = cordial("mail", "send", "--json")
    assert (done.code, done.json["handed"], done.json["unknown"]) == (130, [1], [])
    assert done.err.strip() == "Stopped. What is left waits in the outbox."
    assert len(near.ledger.letters) == 1
    waiting = cordial("mail", "list", "--status", "waiting", "--json").json["messages"]
    assert sorted(one["id"] for one in waiting) == [2, 3]
