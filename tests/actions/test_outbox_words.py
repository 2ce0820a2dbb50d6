"""Other words for a message that did not go yet; what is not wanted is left out for good."""

import pytest

from desktop_app.actions.outbox import put
from desktop_app.actions.outbox_words import leave_out, reword
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.messages import Draft, Means, MessageKind, MessageState
from desktop_app.queries.outbox import message
from desktop_app.store import outbox

LETTER = Draft("free:1", MessageKind.FREE, Means.EMAIL, "anna@x.example", "Good day!", "Your order", to_name="Anna")
CALL = Draft("free:1", MessageKind.FREE, Means.SMS, "29111222", "Hello!", "", to_name="Anna")


def test_it_goes_by_another_way_with_other_words(shop):
    [kept] = put(shop, [LETTER], actor="Ilze").ids
    reword(shop, kept, CALL, actor="Ilze")
    found = message(shop, kept)
    assert (found.draft.means, found.draft.address, found.draft.text, found.draft.subject, found.state) == (
        Means.SMS, "29111222", "Hello!", "", MessageState.WAITING,
    )  # fmt: skip
    assert found.draft.key == "free:1"


def test_what_was_refused_waits_again_with_its_words_mended(shop):
    bad = Draft("free:2", MessageKind.FREE, Means.EMAIL, "anna@@x", "Good day!", "Your order")
    first, _ = put(shop, [bad, LETTER], actor="").ids
    assert message(shop, first).state is MessageState.REFUSED
    with pytest.raises(Invalid) as error:
        reword(shop, first, bad, actor="")
    assert error.value.field == "address"
    reword(shop, first, LETTER, actor="")
    assert (message(shop, first).state, message(shop, first).reason) == (MessageState.WAITING, None)


def test_what_the_server_refused_gets_other_words_at_once(shop):
    [kept] = put(shop, [LETTER], actor="").ids
    outbox.take_next(shop, "sender")
    outbox.ended(shop, kept, "sender", MessageState.REFUSED, at="")
    reword(shop, kept, CALL, actor="")
    assert message(shop, kept).state is MessageState.WAITING


def test_words_that_may_be_on_their_way_stay(shop):
    [kept] = put(shop, [LETTER], actor="").ids
    assert outbox.take_next(shop, "sender") == kept
    with pytest.raises(Conflict, match="being sent or went"):
        reword(shop, kept, CALL, actor="")
    outbox.begin(shop, kept, "sender", message_id="<1@x>", at="")
    outbox.ended(shop, kept, "sender", MessageState.HANDED, at="")
    with pytest.raises(Conflict):
        reword(shop, kept, CALL, actor="")
    assert message(shop, kept).draft == LETTER


def test_what_is_left_out_is_known_and_not_sent(shop):
    done = leave_out(shop, [LETTER], actor="Ilze")
    assert done.id
    assert put(shop, [LETTER], actor="").known == ("free:1",)
    assert outbox.take_next(shop, "sender") is None
