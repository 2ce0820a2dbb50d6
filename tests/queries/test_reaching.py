"""What is known of people when something is to be sent or printed to them."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.consents import give
from desktop_app.actions.history import undo
from desktop_app.actions.orders import edit_order
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import Channel
from desktop_app.domain.errors import Conflict
from desktop_app.domain.kinds import Kind
from desktop_app.domain.reaching import Standing
from desktop_app.queries.orders import order as read_order
from desktop_app.queries.reaching import held_cards, refuse_held, standings_of
from tests.made import BY, TODAY, Counting, bought, complaining, person, printed_papers, printed_people


def test_each_stands_as_their_record_says(shop):
    anna, boris, clara = person(shop, "Anna"), person(shop, "Boris", channel=Channel.NONE), person(shop, "Clara")
    dead = person(shop, "Didzis", deceased=True, congratulate=False)
    complaining(shop, clara, open_complaints=2)
    counting = Counting(shop)
    found = standings_of(counting, [anna, boris, clara, dead, 999, anna])
    assert found == {
        anna: Standing(),
        boris: Standing(unreachable=True),
        clara: Standing(open_complaints=2),
        dead: Standing(deceased=True, congratulate=False),
    }
    assert counting.asked == 1
    assert standings_of(shop, []) == {}


def test_a_consent_counts_until_it_was_withdrawn_and_again_when_given_anew(shop):
    anna, boris, clara = (person(shop, name) for name in ("Anna", "Boris", "Clara"))
    past = TODAY - dt.timedelta(days=3)
    for whose, until in ((anna, None), (boris, past), (clara, past), (clara, None)):
        give(shop, whose, ConsentFields(Purpose.REVIEW_REQUEST, dt.date(2026, 1, 2), withdrawn_on=until), actor=BY)
    give(shop, anna, ConsentFields(Purpose.CONGRATULATIONS, dt.date(2026, 1, 2), withdrawn_on=TODAY), actor=BY)
    give(shop, boris, ConsentFields(Purpose.CONGRATULATIONS, dt.date(2026, 1, 2), withdrawn_on=None), actor=BY)
    found = standings_of(shop, [anna, boris, clara])
    assert found[anna].consents == {Purpose.REVIEW_REQUEST: True, Purpose.CONGRATULATIONS: False}
    assert found[boris].consents == {Purpose.REVIEW_REQUEST: False, Purpose.CONGRATULATIONS: True}
    assert found[clara].consents == {Purpose.REVIEW_REQUEST: True}


def test_cards_made_before_a_complaint_are_held_and_only_those(shop):
    anna, berta = person(shop, "Anna"), person(shop, "Berta")
    order, other = bought(shop, anna), bought(shop, berta)
    papers = (Kind.THANK_YOU, Kind.PACKING_INSERT, Kind.ADDRESS, Kind.REFERRAL)
    placed = printed_papers([(one, kind) for one in (order, other) for kind in papers]).placed
    people = printed_people(Kind.BIRTHDAY, [anna, berta]).placed
    assert held_cards(shop, [*placed, *people]) == []
    refuse_held(shop, placed)
    complaining(shop, anna)
    held = held_cards(shop, [*placed, *people])
    assert [(card.order, card.customer, card.kind) for card, _ in held] == [
        (order, None, Kind.THANK_YOU), (order, None, Kind.REFERRAL), (None, anna, Kind.BIRTHDAY),
    ]  # fmt: skip
    with pytest.raises(Conflict, match="Thank-you card held back.*anew"):
        refuse_held(shop, placed)
    refuse_held(shop, [card for card in placed if card.order == other])


def test_a_guests_order_with_an_open_complaint_gets_nothing_cheerful_until_it_is_solved(shop):
    guests, others = bought(shop), bought(shop)
    placed = printed_papers([(one, kind) for one in (guests, others) for kind in (Kind.THANK_YOU, Kind.ADDRESS)]).placed
    refuse_held(shop, placed)
    complaint, _ = add_complaint(shop, ComplaintFields(kind="late", order=guests), actor=BY)
    assert [(card.order, card.kind) for card, _ in held_cards(shop, placed)] == [(guests, Kind.THANK_YOU)]
    set_state(shop, [complaint], State.SOLVED, actor=BY)
    refuse_held(shop, placed)
    undo(shop, actor=BY)
    with pytest.raises(Conflict, match="Thank-you card held back.*anew"):
        refuse_held(shop, placed)


def test_a_guests_complaint_stays_in_the_way_when_the_order_is_found_to_be_somebodys(shop):
    order, anna = bought(shop), person(shop, "Anna")
    [card] = printed_papers([(order, Kind.THANK_YOU)]).placed
    add_complaint(shop, ComplaintFields(kind="late", order=order), actor=BY)
    now = read_order(shop, order)
    edit_order(shop, order, now.version, replace(now.fields, customer=anna), actor=BY)
    assert standings_of(shop, [anna])[anna].open_complaints == 1
    assert [which for which, _ in held_cards(shop, [card])] == [card]
    undo(shop, actor=BY)
    assert standings_of(shop, [anna])[anna].open_complaints == 0
    assert [which for which, _ in held_cards(shop, [card])] == [card]


def test_a_voucher_enclosed_to_make_amends_goes_while_the_complaint_is_open(shop):
    anna = person(shop, "Anna")
    complaining(shop, anna)
    [card] = printed_papers([(bought(shop, anna), Kind.VOUCHER)]).placed
    assert len(held_cards(shop, [card])) == 1
    assert held_cards(shop, [card._replace(product="K7MP-4XTR")]) == []
