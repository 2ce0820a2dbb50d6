"""The history names what changed, each sort once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Colour, Condition, Face, Fact, Format, Template
from desktop_app.domain.design_changes import changes_between
from desktop_app.domain.design_items import Order, remove, reorder, set_when
from desktop_app.domain.design_new import Thing, Wish, add
from desktop_app.domain.design_place import move
from desktop_app.domain.design_text import set_palette, set_style
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, Words
from tests.domain.designs import read_again, set_words, stand, with_things

CARD = stand()
WORDS = Words(Language.EN)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda it: add(it, Wish(Thing.QR), form=Format.MEDIUM)[0], ["1 thing added"]),
        (lambda it: remove(it, ["area", "text"], stand=CARD), ["2 things taken away"]),
        (lambda it: move(it, ["area"], by=(2, 2), stand=CARD), ["1 thing moved"]),
        (lambda it: set_words(it, "text", Language.LV, text="Sveiki"), ["words in Latvian"]),
        (lambda it: set_style(it, "text", form=Format.MEDIUM, face=Face.HAND), ["1 thing looks otherwise"]),
        (lambda it: set_when(it, ["area"], when=(Condition(Fact.FIRST),)), ["conditions of 1 thing"]),
        (lambda it: set_palette(it, Colour.INK, "#112233"), ["the card’s own colours"]),
        (lambda it: reorder(it, ["area"], to=Order.FRONT), ["the order of drawing"]),
    ],
)
def test_each_sort_of_change_is_named(change: Callable[[Template], Template], said: list[str]) -> None:
    before = with_things(Thing.AREA, Thing.TEXT)
    assert [WORDS.say(one) for one in changes_between(before, change(before))] == said


def test_the_same_design_has_no_changes() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    assert changes_between(sprig, read_again(sprig)) == ()
