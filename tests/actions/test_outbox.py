"""The outbox: each key once, refused in words what cannot go, held back what may not, decided about by a person."""

from __future__ import annotations

import pytest

from desktop_app.actions.outbox import again, arrived, cancel, mark_opened, opening, put
from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.messages import Draft, Means, MessageKind, MessageState, OutboxFilter
from desktop_app.i18n import english, msg
from desktop_app.queries.outbox import known_keys, message, message_counts, message_ids, message_rows
from desktop_app.store import outbox
from desktop_app.store.shop import Shop
from desktop_app.store.tables import CustomerTable

S = MessageState


def letter(key: str = "free:1", **more: object) -> Draft:
    values: dict[str, object] = {
        "key": key, "kind": MessageKind.FREE, "means": Means.EMAIL, "address": "anna@x.example",
        "text": "Good day!\n\nYour cups left today.", "subject": "Your order", "to_name": "Anna Bērziņa",
    }  # fmt: skip
    return Draft(**{**values, **more})  # type: ignore[arg-type]


def someone(shop: Shop, **values: object) -> int:
    with shop.change(msg("Add"), actor="", topics=[Topic.CUSTOMERS]) as change:
        return change.insert(CustomerTable, {"given": "Anna", **values})


def test_what_is_put_in_stands_there_and_waits(shop: Shop) -> None:
    done = put(shop, [letter()], actor="Ilze")
    kept = message(shop, done.ids[0])
    assert kept.draft == letter()
    assert (kept.state, kept.by, kept.reason, kept.tries) == (S.WAITING, "Ilze", None, 0)
    assert done.changes.topics == {Topic.MESSAGES}
    assert message_counts(shop) == {S.WAITING: 1}


def test_the_same_key_is_put_in_once(shop: Shop) -> None:
    first = put(shop, [letter("order:5:shipped")], actor="")
    more = put(shop, [letter("order:5:shipped", text="Other"), letter("a"), letter("a"), letter("Ā")], actor="")
    assert (more.known, len(more.ids)) == (("order:5:shipped",), 2)
    assert message(shop, first.ids[0]).draft.text == letter().text
    assert known_keys(shop, ["order:5:shipped", "nothing", "Ā"]) == {"order:5:shipped": first.ids[0], "Ā": more.ids[1]}


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"address": ""}, "address", "There is no e-mail address"),
        ({"address": "anna@x.example, otto@y.example"}, "address", "more than one e-mail address"),
        ({"address": "anna@x.example\r\nBcc: all@y.example"}, "address", "line break"),
        ({"address": f"{'a' * 64}@{'b' * 255}.example"}, "address", "too long for an e-mail address"),
        ({"address": "Anna <anna@x.example>"}, "address", "not a whole e-mail address"),
        ({"subject": "Hello\r\nBcc: all@y.example"}, "subject", "line break"),
        ({"subject": "Hello\nBcc: all@y.example"}, "subject", "line break"),
        ({"subject": "Hello\u2028there"}, "subject", "line break"),
        ({"subject": "x" * 251}, "subject", "too long"),
        ({"to_name": "Anna\r\nX-Evil: 1"}, "to_name", "line break"),
        ({"text": " \n "}, "text", "no words"),
        ({"text": "x" * 20_001}, "text", "too long"),
        ({"means": Means.SMS, "address": ""}, "address", "No phone number"),
        ({"means": Means.WHATSAPP, "address": "12"}, "address", "not a whole phone number"),
    ],
)  # fmt: skip
def test_what_cannot_go_is_refused_in_words(file_shop: Shop, change: dict[str, object], field: str, said: str) -> None:
    with pytest.raises(Invalid) as error:
        put(file_shop, [letter(**change)], actor="")
    assert (error.value.field, said in str(error.value)) == (field, True)
    assert message_counts(file_shop) == {}
    done = put(file_shop, [letter("a"), letter("b", **change)], actor="")  # among others it is kept, so that it is seen
    assert done.refused == (done.ids[1],)
    kept = message(file_shop, done.ids[1])
    assert kept.state is S.REFUSED
    assert kept.reason is not None
    assert said in english(kept.reason)
    assert message(file_shop, done.ids[0]).state is S.WAITING


def test_who_may_not_be_congratulated_is_held_back_and_told_why(shop: Shop) -> None:
    angry = someone(shop, open_complaints=1)
    done = put(shop, [letter(kind=MessageKind.GREETING, customer=angry)], actor="")
    assert done.held == done.ids
    kept = message(shop, done.ids[0])
    assert (kept.state, english(kept.reason or msg(""))) == (S.HELD, "They have an open complaint: solve it first.")
    with pytest.raises(Invalid, match="may not go now"):
        again(shop, done.ids, actor="")
    with pytest.raises(Invalid, match="may not go now"):
        opening(shop, done.ids[0])
    with shop.change(msg("Solved"), actor="", topics=[]) as change:
        change.update(CustomerTable, angry, version=None, values={"open_complaints": 0})
    again(shop, done.ids, actor="")
    assert message(shop, done.ids[0]).state is S.WAITING


def test_a_message_is_cancelled_until_it_begins_to_go(shop: Shop) -> None:
    first, second = put(shop, [letter("a"), letter("b")], actor="").ids
    assert outbox.take_next(shop, "desk") == first
    assert outbox.begin(shop, first, "desk", message_id="<1@x>", at="now") == "<1@x>"
    cancel(shop, [first, second], actor="")
    assert [row.state for row in message_rows(shop, [first, second])] == [S.SENDING, S.CANCELLED]
    assert outbox.take_next(shop, "desk") is None


def test_one_taken_but_not_begun_is_cancelled_too(shop: Shop) -> None:
    (first,) = put(shop, [letter()], actor="").ids
    outbox.take_next(shop, "desk")
    cancel(shop, [first], actor="")
    assert outbox.begin(shop, first, "desk", message_id="<1@x>", at="now") is None


def test_what_a_dead_sender_had_in_hand_is_unknown_until_a_person_decides(shop: Shop) -> None:
    first, second = put(shop, [letter("a"), letter("b")], actor="").ids
    for number in (first, second):
        assert outbox.take_next(shop, "dead", lease=-1) == number
        outbox.begin(shop, number, "dead", message_id="<1@x>", at="now", lease=-1)
    assert message(shop, first).state is S.UNKNOWN
    assert list(message_ids(shop, OutboxFilter(states=frozenset((S.UNKNOWN,))))) == [second, first]
    assert outbox.take_next(shop, "desk") is None
    arrived(shop, [first], actor="Ilze")
    again(shop, [second], actor="Ilze")
    assert [row.state for row in message_rows(shop, [first, second])] == [S.HANDED, S.WAITING]
    assert outbox.take_next(shop, "desk") == second


def test_a_sender_that_was_only_slow_still_says_what_it_learnt(shop: Shop) -> None:
    (first,) = put(shop, [letter()], actor="").ids
    outbox.take_next(shop, "slow")
    outbox.begin(shop, first, "slow", message_id="<1@x>", at="now", lease=-1)
    assert outbox.settle(shop, at="now", reason=msg("Nobody knows.")) == 1
    assert outbox.ended(shop, first, "slow", S.HANDED, at="now")
    assert message(shop, first).state is S.HANDED
    assert not outbox.ended(shop, first, "other", S.REFUSED, at="now")


def test_a_message_that_was_opened_is_not_sent_any_more(shop: Shop) -> None:
    (first,) = put(shop, [letter(means=Means.SMS, address="29123456")], actor="").ids
    found = opening(shop, first)
    assert found.link.startswith("sms:+37129123456?body=Good%20day")
    mark_opened(shop, first, actor="Ilze")
    assert message(shop, first).state is S.OPENED


def test_one_that_went_cannot_be_called_opened(shop: Shop) -> None:
    (first,) = put(shop, [letter()], actor="").ids
    outbox.take_next(shop, "desk")
    outbox.begin(shop, first, "desk", message_id="<1@x>", at="now")
    with pytest.raises(Conflict, match="being sent"):
        mark_opened(shop, first, actor="")


@pytest.mark.parametrize("typed", ["anna", "ANNA", "bērziņa", "cups left", "x.example"])
def test_messages_are_found_by_their_words(shop: Shop, typed: str) -> None:
    done = put(shop, [letter("a"), letter("b", to_name="Otto", address="o@y.example", text="50% off_")], actor="")
    assert list(message_ids(shop, OutboxFilter(text=typed))) == [done.ids[0]]
    assert list(message_ids(shop, OutboxFilter(text="50%"))) == [done.ids[1]]
    assert list(message_ids(shop, OutboxFilter(text="f__"))) == []


def test_what_cannot_go_as_it_is_is_not_put_back_among_the_waiting(file_shop: Shop) -> None:
    ids = put(file_shop, [letter("a"), letter("b", address="")], actor="").ids
    with pytest.raises(Invalid, match="There is no e-mail address"):
        again(file_shop, ids, actor="")
    assert message(file_shop, ids[1]).state is S.REFUSED


def test_other_words_take_it_from_a_sender_that_was_too_slow(shop: Shop) -> None:
    (first,) = put(shop, [letter()], actor="").ids
    outbox.take_next(shop, "slow", lease=-1)
    assert outbox.reword(shop, first, ("email", "anna@x.example", "New", "New words"), of=(S.WAITING,))
    assert outbox.begin(shop, first, "slow", message_id="<1@x>", at="now") is None
    assert outbox.take_next(shop, "desk") == first
    assert not outbox.reword(shop, first, ("email", "anna@x.example", "Newer", "x"), of=(S.WAITING,))
