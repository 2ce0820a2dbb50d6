"""Sending: what the server says is kept of each message, the pace is kept, and nobody is written to who may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.mail_folder import save_waiting
from desktop_app.actions.outbox import again, arrived, cancel, mark_opened, put
from desktop_app.actions.sending import Sent, send_waiting
from desktop_app.domain.complaints import ComplaintFields, Source, Way
from desktop_app.domain.errors import Invalid, PasswordWanted
from desktop_app.domain.mail import Mail, Security
from desktop_app.domain.messages import MessageKind, MessageState
from desktop_app.i18n import english
from desktop_app.queries.complaints import complaint
from desktop_app.queries.outbox import message, message_counts, message_rows
from desktop_app.store import outbox
from desktop_app.store.shop import Shop
from tests.actions.test_outbox import letter, someone
from tests.post.postman import PASSWORD, USER, Fault, Postman, postman

S = MessageState


@pytest.fixture
def said() -> dict[str, str]:
    """What the server answers in place of yes, by command or by a word of its argument."""
    return {}


@pytest.fixture
def near(said: dict[str, str]) -> Iterator[Postman]:
    with postman(answers=lambda what, about: next((a for w, a in said.items() if w in f"{what} {about}"), None)) as one:
        yield one


def mail_to(at: Postman, **more: Any) -> Mail:
    return replace(Mail("127.0.0.1", at.port, Security.NONE, USER, "shop@ozols.example", per_minute=1_000), **more)


def send(shop: Shop, at: Postman, **more: Any) -> Sent:
    def turn(deed: Any) -> Any:
        return deed(shop)

    mail = more.pop("mail", None) or mail_to(at)
    return send_waiting(turn, mail, actor="Ilze", password_of=lambda _: PASSWORD, **more)


def test_all_that_waits_goes_over_one_connection(shop: Shop, near: Postman) -> None:
    ids = put(shop, [letter(str(number), subject=f"S{number}") for number in range(5)], actor="").ids
    moves: list[tuple[int, int]] = []
    sent = send(shop, near, progress=lambda *at: bool(moves.append(at)) or True)
    assert sent.handed == list(ids)
    assert message_counts(shop) == {S.HANDED: 5}
    assert [str(one["Subject"]) for one in near.ledger.letters] == [f"S{number}" for number in range(5)]
    assert len(near.talks) == 1
    assert moves[0] == (0, 5)
    assert moves[-1] == (5, 5)
    assert english(sent.changes.title) == "5 messages sent"


def test_only_chosen_ones_go(shop: Shop, near: Postman) -> None:
    first, second = put(shop, [letter("a"), letter("b")], actor="").ids
    assert send(shop, near, ids=[second]).handed == [second]
    assert message(shop, first).state is S.WAITING


def test_what_is_refused_has_the_servers_reason_and_the_rest_goes_on(
    shop: Shop, near: Postman, said: dict[str, str]
) -> None:
    ids = put(shop, [letter("a", address="gone@x.example"), letter("b"), letter("c", subject="Spam")], actor="").ids
    said.update({"gone@": "550 5.1.1 nobody here", "dot Spam": "554 no spam"})
    sent = send(shop, near)
    assert (sent.refused, sent.handed) == ([ids[0], ids[2]], [ids[1]])
    reasons = [english(one.reason) for one in message_rows(shop, ids) if one.reason]
    assert reasons == [
        "The mail server refused “gone@x.example”. The server says: 5.1.1 nobody here",
        "The mail server refused the letter. The server says: no spam",
    ]


def test_what_the_server_does_not_take_now_is_tried_later_and_longer_each_time(
    shop: Shop, near: Postman, said: dict[str, str]
) -> None:
    (number,) = put(shop, [letter()], actor="").ids
    said["RCPT"] = "450 4.7.1 greylisted"
    waits = []
    for _ in range(5):
        sent = send(shop, near)
        assert sent.later == [number]
        now = shop.sql(f"SELECT next_try - {outbox.CLOCK[shop.engine]} FROM message")[0][0]
        waits.append(round(now / 60_000))
        assert send(shop, near).done == 0  # not before that
        shop.sql("UPDATE message SET next_try = 0 RETURNING id")
    assert waits == [1, 5, 30, 120, 120]
    kept = message(shop, number)
    assert (kept.state, kept.tries) == (S.WAITING, 5)
    assert "greylisted" in (english(kept.reason) if kept.reason else "")
    del said["RCPT"]
    assert send(shop, near).handed == [number]
    assert message(shop, number).reason is None


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"MAIL": "550 not yours"}, "does not take letters from “shop@ozols.example”"),
        ({"RCPT": "530 log in first"}, "does not let us in"),
    ],
)
def test_a_server_that_is_not_set_up_right_refuses_no_message(
    shop: Shop, near: Postman, said: dict[str, str], answer: dict[str, str], problem: str
) -> None:
    put(shop, [letter("a"), letter("b")], actor="")
    said.update(answer)
    sent = send(shop, near)
    assert sent.problem is not None
    assert problem in english(sent.problem)
    assert message_counts(shop) == {S.WAITING: 2}
    said.clear()
    assert len(send(shop, near).handed) == 2  # at once, nothing has to be waited for


def test_a_wrong_password_leaves_all_waiting(shop: Shop, near: Postman) -> None:
    put(shop, [letter()], actor="")
    sent = send(shop, near, mail=mail_to(near, user="somebody"))
    assert sent.problem is not None
    assert "did not accept the user name or password" in english(sent.problem)
    assert message_counts(shop) == {S.WAITING: 1}


def test_a_connection_that_idled_away_is_made_anew_within_the_run(shop: Shop, near: Postman) -> None:
    ids = put(shop, [letter(str(number)) for number in range(4)], actor="").ids
    near.ledger.faults.extend([Fault("MAIL")])
    sent = send(shop, near)
    assert (sent.later, sent.handed) == (
        [ids[0]],
        list(ids[1:]),
    )  # the very first letter of a connection is not certain
    near.ledger.faults.extend([Fault("answered")])
    more = put(shop, [letter(str(number)) for number in range(4, 7)], actor="").ids
    assert send(shop, near).handed == list(more)


def test_a_server_that_breaks_off_again_and_again_is_left_in_peace(shop: Shop, near: Postman) -> None:
    put(shop, [letter(str(number)) for number in range(9)], actor="")
    near.ledger.faults.extend([Fault("RCPT")] * 9)
    sent = send(shop, near)
    assert len(sent.later) == 3
    assert sent.problem is not None
    assert english(sent.problem) == "The connection to the mail server broke off."
    assert message_counts(shop) == {S.WAITING: 9}


def test_a_server_that_closes_the_door_is_not_knocked_at_for_every_message(
    shop: Shop, near: Postman, said: dict[str, str]
) -> None:
    put(shop, [letter(str(number)) for number in range(9)], actor="")
    said["RCPT"] = "421 4.7.0 too many"
    sent = send(shop, near)
    assert (len(sent.later), len(near.talks)) == (3, 3)
    assert sent.problem is not None
    assert "too many" in english(sent.problem)


def test_one_that_broke_off_in_the_middle_is_unknown_and_keeps_its_own_id(shop: Shop, near: Postman) -> None:
    (number,) = put(shop, [letter(text="line\n" * 100)], actor="").ids
    near.ledger.faults.append(Fault("dot"))
    assert send(shop, near).unknown == [number]
    assert send(shop, near).done == 0
    kept = message(shop, number)
    assert (kept.state, english(kept.reason) if kept.reason else "") == (
        S.UNKNOWN, "The connection to the mail server broke off.",
    )  # fmt: skip
    again(shop, [number], actor="Ilze")  # a person decided: its reader's program sees that both are one
    assert send(shop, near).handed == [number]
    first, second = near.ledger.letters
    assert first["Message-ID"] == second["Message-ID"] == kept.message_id
    assert re.fullmatch(r"<[0-9a-f]{32}@ozols\.example>", kept.message_id)


def test_no_more_go_in_a_minute_than_was_set(shop: Shop, near: Postman) -> None:
    put(shop, [letter(str(number)) for number in range(5)], actor="")
    looks = iter(range(40))
    sent = send(shop, near, mail=mail_to(near, per_minute=2), progress=lambda done, _: done < 2 or next(looks) < 2)
    assert (len(sent.handed), sent.stopped) == (2, True)
    assert 50_000 < outbox.pause(shop, 2) <= 60_000
    shop.sql("UPDATE message SET next_try = next_try - 61000 WHERE state = 'handed' RETURNING id")  # a minute later
    looks = iter(range(40))
    assert (
        len(send(shop, near, mail=mail_to(near, per_minute=2), progress=lambda d, _: d < 2 or next(looks) < 2).handed)
        == 2
    )


def test_a_full_minute_is_not_waited_for_when_nothing_is_left(shop: Shop, near: Postman) -> None:
    put(shop, [letter("a"), letter("b")], actor="")
    assert len(send(shop, near, mail=mail_to(near, per_minute=2)).handed) == 2  # and it ended


def test_a_person_stops_it(shop: Shop, near: Postman) -> None:
    put(shop, [letter(str(number)) for number in range(5)], actor="")
    sent = send(shop, near, progress=lambda done, _: done < 2)
    assert (len(sent.handed), sent.stopped) == (2, True)
    assert message_counts(shop) == {S.HANDED: 2, S.WAITING: 3}


def test_one_cancelled_between_the_envelope_and_the_letter_does_not_go(
    shop: Shop, near: Postman, said: dict[str, str]
) -> None:
    first, second = put(shop, [letter("a"), letter("b")], actor="").ids
    begin = outbox.begin

    def cancelled(access: Any, number: int, *more: Any, **named: Any) -> Any:
        if number == first:
            cancel(shop, [first], actor="Anna")
        return begin(access, number, *more, **named)

    outbox_begin = pytest.MonkeyPatch()
    outbox_begin.setattr(outbox, "begin", cancelled)
    try:
        assert send(shop, near).handed == [second]
    finally:
        outbox_begin.undo()
    assert message(shop, first).state is S.CANCELLED
    assert near.ledger.taken.total() == 1


def test_who_complained_since_it_was_written_is_not_written_to(shop: Shop, near: Postman) -> None:
    anna = someone(shop)
    ids = put(shop, [letter("a", kind=MessageKind.GREETING, customer=anna), letter("b", customer=anna)], actor="").ids
    shop.sql("UPDATE customer SET open_complaints = 1 RETURNING id")
    sent = send(shop, near)
    assert (sent.held, sent.handed) == ([ids[0]], [ids[1]])  # what is about their own affairs goes all the same
    kept = message(shop, ids[0])
    assert (english(kept.reason) if kept.reason else "") == "They have an open complaint: solve it first."


def test_an_answer_to_a_complaint_joins_both_threads_once(shop: Shop, near: Postman) -> None:
    fields = ComplaintFields(received_at="2026-11-20T10:00", source=Source.EMAIL, kind="late", text="Where is it?",
                             source_key="<first@x.example>")  # fmt: skip
    number, _ = add_complaint(shop, fields, actor="Ilze")
    ids = put(shop, [letter("complaint:1:1", kind=MessageKind.COMPLAINT, complaint=number)], actor="Ilze").ids
    assert send(shop, near).handed == list(ids)
    assert near.ledger.letters[0]["In-Reply-To"] == "<first@x.example>"
    thread = complaint(shop, number).words
    assert [(word.way, word.text) for word in thread] == [(Way.OUT, letter().text)]
    assert complaint(shop, number).state.value == "answered"
    second = put(shop, [letter("complaint:1:2", kind=MessageKind.COMPLAINT, complaint=number)], actor="Ilze").ids
    mark_opened(shop, second[0], actor="Ilze")
    mark_opened(shop, second[0], actor="Ilze")
    assert len(complaint(shop, number).words) == 2
    third = put(shop, [letter("complaint:1:3", kind=MessageKind.COMPLAINT, complaint=number)], actor="Ilze").ids
    near.ledger.faults.append(Fault("dropped"))
    send(shop, near)
    assert len(complaint(shop, number).words) == 2
    arrived(shop, third, actor="Ilze")
    assert len(complaint(shop, number).words) == 3
    references = str(near.ledger.letters[0]["Message-ID"])
    assert references == message(shop, ids[0]).message_id


def test_nothing_goes_before_e_mail_is_set_up(shop: Shop) -> None:
    put(shop, [letter()], actor="")
    with pytest.raises(Invalid, match="No mail server is set up yet"):
        send_waiting(lambda deed: deed(shop), Mail(), actor="")
    with pytest.raises(PasswordWanted, match="is not known on this computer"):
        send_waiting(lambda deed: deed(shop), Mail("smtp.x.example", user="a", sender="a@x.example"), actor="")


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.actions.passwords._keyring", lambda: None)


def test_a_dry_run_leaves_files_and_what_may_not_go_stays(shop: Shop, tmp_path: Path) -> None:
    angry = someone(shop, open_complaints=1)
    evil = letter("b", address='"../../etc/x"@x.example')
    ids = put(shop, [letter("a"), evil, letter("c", kind=MessageKind.GREETING, customer=angry)], actor="").ids
    saved = save_waiting(shop, Mail(sender="shop@ozols.example"), tmp_path, actor="Ilze")
    assert sorted(file.name for file in tmp_path.glob("*.eml")) == sorted(file.name for file in saved.files.values())
    assert all(file.parent == tmp_path for file in saved.files.values())
    assert message(shop, ids[0]).state is S.SAVED
    assert message(shop, ids[2]).state is S.HELD
    with pytest.raises(Invalid, match="There is no folder"):
        save_waiting(shop, Mail(sender="shop@ozols.example"), tmp_path / "none", actor="")
    with pytest.raises(Invalid, match="No sender’s address"):
        save_waiting(shop, Mail(), tmp_path, actor="")
