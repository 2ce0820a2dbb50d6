"""Tags and interests: one list for the shop, put on many at once, spelt one way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.history import undo
from desktop_app.actions.words import edit, remove, rename, set_lead, tag_customers
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Words
from desktop_app.queries.customers import customer
from desktop_app.queries.words import word_named, words_of
from tests.actions.rows import rows
from tests.made import BY, person


def tags(shop, *people):
    return [customer(shop, one).fields.tags for one in people]


def listed(shop, kind=WordKind.TAG):
    return [(word.word, word.customers, word.lead_days) for word in words_of(shop, kind)]


def test_a_tag_is_put_on_many_and_taken_off(shop):
    anna, zane, eva = (person(shop, name) for name in ("Anna", "Zane", "Eva"))
    tag_customers(shop, [anna], "Čakla", add=True, actor=BY)
    version = customer(shop, anna).version
    done = tag_customers(shop, [anna, zane, zane, eva, 999], " cakla ", add=True, actor=BY)
    assert tags(shop, anna, zane, eva) == [("Čakla",)] * 3
    assert (customer(shop, zane).version, customer(shop, anna).version) == (done.id, version)
    assert listed(shop) == [("Čakla", 3, None)]
    assert Words().say(tag_customers(shop, [anna, eva], "ČAKLA", add=False, actor=BY).title) == (
        "Take “ČAKLA” off 2 customers"
    )
    assert tags(shop, anna, zane, eva) == [(), ("Čakla",), ()]
    undo(shop, actor=BY)
    assert tags(shop, anna, zane, eva) == [("Čakla",)] * 3
    assert tag_customers(shop, [anna], "Unknown", add=False, actor=BY).id == 0


def test_tags_and_interests_are_two_lists(shop):
    anna = person(shop, "Anna", tags=("Blue", "blue", " "), interests=("Blue",))
    assert customer(shop, anna).fields.tags == ("Blue",)
    assert (listed(shop), listed(shop, WordKind.INTEREST)) == ([("Blue", 1, None)], [("Blue", 1, None)])
    tag_customers(shop, [anna], "Clay", add=True, kind=WordKind.INTEREST, actor=BY)
    assert customer(shop, anna).fields.interests == ("Blue", "Clay")


def test_each_deed_is_undone_to_the_row(shop):
    anna, zane = person(shop, "Anna", tags=("A", "B")), person(shop, "Zane", tags=("B",))
    for deed in (
        lambda word: rename(shop, word.id, word.version, "Ķ", actor=BY),
        lambda word: remove(shop, word.id, actor=BY),
        lambda word: set_lead(shop, word.id, word.version, 14, actor=BY),
        lambda word: tag_customers(shop, [anna, zane], "C", add=True, actor=BY),
    ):
        before = rows(shop)
        deed(word_named(shop, WordKind.TAG, "b"))
        assert rows(shop) != before
        undo(shop, actor=BY)
        assert rows(shop) == before


def test_a_word_is_renamed_for_everybody(shop):
    anna, zane = person(shop, "Anna", tags=("vip",)), person(shop, "Zane", tags=("VIP", "B"))
    word = word_named(shop, WordKind.TAG, "Vip")
    done = rename(shop, word.id, word.version, "VIP", actor=BY)
    assert tags(shop, anna, zane) == [("VIP",), ("B", "VIP")]
    assert customer(shop, anna).version == done.id
    with pytest.raises(Conflict):
        rename(shop, word.id, word.version, "V.I.P.", actor=BY)
    other = word_named(shop, WordKind.TAG, "B")
    with pytest.raises(Invalid, match="“vip” already") as error:
        rename(shop, other.id, other.version, "vip", actor=BY)
    assert error.value.field == "word"


@pytest.mark.parametrize(("text", "said"), [("  ", "Enter a word"), ("w" * 101, "at most 100"), ("w" * 501, "at most")])
def test_a_word_that_cannot_be_is_said(shop, text, said):
    anna = person(shop, "Anna")
    with pytest.raises(Invalid, match=said):
        tag_customers(shop, [anna], text, add=True, actor=BY)
    found = customer(shop, anna)
    if text.strip():
        with pytest.raises(Invalid, match=said) as error:
            edit_customer(shop, anna, found.version, replace(found.fields, tags=(text,)), actor=BY)
        assert error.value.field == "tags"
    assert listed(shop) == []


def test_lead_times_have_bounds_and_unknown_words_are_said(shop):
    person(shop, "Anna", tags=("A",))
    word = word_named(shop, WordKind.TAG, "A")
    set_lead(shop, word.id, word.version, 60, actor=BY)
    assert listed(shop) == [("A", 1, 60)]
    for days in (-1, 61):
        with pytest.raises(Invalid, match="0 to 60"):
            set_lead(shop, word.id, word_named(shop, WordKind.TAG, "A").version, days, actor=BY)
    with pytest.raises(NotFound, match="“Nobody’s”"):
        word_named(shop, WordKind.TAG, "Nobody’s")


def test_a_name_and_a_lead_time_are_one_change_and_a_lead_time_alone_moves_nobody(shop):
    anna = person(shop, "Anna", tags=("VIP",))
    version = customer(shop, anna).version
    vip = word_named(shop, WordKind.TAG, "VIP")
    edit(shop, vip.id, vip.version, "VIP", 10, actor=BY)
    assert (customer(shop, anna).version, listed(shop)) == (version, [("VIP", 1, 10)])
    vip = word_named(shop, WordKind.TAG, "VIP")
    done = edit(shop, vip.id, vip.version, "Gold", 5, actor=BY)
    assert (customer(shop, anna).version, listed(shop)) == (done.id, [("Gold", 1, 5)])
    undo(shop, actor=BY)
    assert listed(shop) == [("VIP", 1, 10)]
    with pytest.raises(Invalid) as wrong:
        edit(shop, vip.id, vip.version, "Gold", 1_000, actor=BY)
    assert wrong.value.field == "lead_days"
