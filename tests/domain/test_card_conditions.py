"""Every fact can be asked for and against, each in a sentence of its own."""

from __future__ import annotations

from desktop_app.domain.card_conditions import CONDITIONS
from desktop_app.domain.cards import Condition, Fact
from desktop_app.i18n import Language, Words


def test_every_condition_is_offered_with_its_opposite() -> None:
    assert set(CONDITIONS) == {Condition(fact, wanted) for fact in Fact for wanted in (True, False)}


def test_no_two_are_said_alike() -> None:
    for language in Language:
        said = [Words(language).say(message) for message in CONDITIONS.values()]
        assert len(set(said)) == len(said)
