"""A message goes at most once and is never lost: the small run of what tests/actions/sending_proof does at length."""

from __future__ import annotations

from collections import Counter

from desktop_app.domain.messages import MessageState
from tests.actions.sending_proof import careful, notes_after, notes_before, prove
from tests.post.postman import STEPS, Fault, every_fault

MESSAGES = 60
UNSURE = [Fault("dot", kill=True), Fault("middle", kill=True), Fault("answered", kill=True), Fault("dropped")]


def test_whatever_breaks_no_message_goes_twice_and_none_is_lost(shop_location: str) -> None:
    found = prove(shop_location, messages=MESSAGES, faults=every_fault(), sender=careful)
    assert (found.twice, found.lost) == ((), ())
    assert sum(found.states.values()) == MESSAGES
    assert set(found.states) <= {MessageState.HANDED, MessageState.UNKNOWN}
    assert found.states[MessageState.UNKNOWN] <= found.unsure
    assert found.states[MessageState.UNKNOWN] >= 4  # where the server had it and the sender died, nobody may know
    assert found.faults == Counter(dict.fromkeys(STEPS, 2))


def test_a_sender_that_notes_afterwards_is_caught(shop_location: str) -> None:
    assert prove(shop_location, messages=20, faults=UNSURE, sender=notes_after, alone=True).twice


def test_a_sender_that_notes_before_is_caught(shop_location: str) -> None:
    assert prove(shop_location, messages=20, faults=UNSURE, sender=notes_before, alone=True).lost
