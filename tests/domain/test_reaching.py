"""What may stand in the way of a paper or a message: every kind has its aim, and each aim its own rules."""

import pytest

from desktop_app.domain.consents import Purpose
from desktop_app.domain.kinds import Kind
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.reaching import (
    AIM_OF_MESSAGE,
    AIM_OF_PAPER,
    Aim,
    Standing,
    hindrance,
    message_hindrance,
    paper_hindrance,
)

COMPLAINING = Standing(open_complaints=1)


def reason(found):
    return "" if found is None else found.text


def test_every_kind_of_paper_and_of_message_has_an_aim():
    assert set(AIM_OF_PAPER) == set(Kind) - {Kind.PARCEL}
    assert set(AIM_OF_MESSAGE) == set(MessageKind)


def test_while_a_complaint_is_open_only_what_serves_is_given():
    withheld = {kind for kind in AIM_OF_PAPER if paper_hindrance(kind, COMPLAINING)}
    assert withheld == {Kind.THANK_YOU, Kind.BIRTHDAY, Kind.REFERRAL, Kind.VOUCHER}
    assert not any(paper_hindrance(kind, Standing()) for kind in AIM_OF_PAPER)
    unsent = {kind for kind in AIM_OF_MESSAGE if message_hindrance(kind, COMPLAINING)}
    assert unsent == {MessageKind.GREETING, MessageKind.REVIEW_REQUEST}


def test_a_voucher_that_makes_amends_is_given_while_the_complaint_is_open():
    assert paper_hindrance(Kind.VOUCHER, COMPLAINING, amends=True) is None
    assert "open complaint" in reason(paper_hindrance(Kind.VOUCHER, COMPLAINING))


def test_who_does_not_wish_to_be_congratulated_is_thanked_all_the_same():
    silent = Standing(congratulate=False)
    assert "congratulated" in reason(paper_hindrance(Kind.BIRTHDAY, silent))
    assert "congratulated" in reason(message_hindrance(MessageKind.GREETING, silent))
    assert paper_hindrance(Kind.THANK_YOU, silent) is None


def test_congratulations_go_unless_their_consent_was_withdrawn():
    assert paper_hindrance(Kind.BIRTHDAY, Standing(consents={Purpose.CONGRATULATIONS: True})) is None
    withdrawn = Standing(consents={Purpose.CONGRATULATIONS: False})
    assert "withdrew" in reason(paper_hindrance(Kind.BIRTHDAY, withdrawn))
    assert "withdrew" in reason(message_hindrance(MessageKind.GREETING, withdrawn))


@pytest.mark.parametrize(
    ("consents", "why"),
    [({}, "did not agree"), ({Purpose.REVIEW_REQUEST: False}, "withdrew"), ({Purpose.REVIEW_REQUEST: True}, "")],
)
def test_a_review_is_asked_for_only_with_consent(consents, why):
    found = reason(message_hindrance(MessageKind.REVIEW_REQUEST, Standing(consents=consents)))
    assert why in found
    assert bool(why) == bool(found)


def test_who_wishes_not_to_be_told_is_answered_but_not_told():
    quiet = Standing(unreachable=True)
    answered = {kind for kind in AIM_OF_MESSAGE if message_hindrance(kind, quiet) is None}
    assert answered == {MessageKind.COMPLAINT, MessageKind.READY, MessageKind.FREE}
    assert not any(paper_hindrance(kind, quiet) for kind in AIM_OF_PAPER)  # the parcel is their own order


@pytest.mark.parametrize("aim", Aim)
def test_the_dead_are_left_in_peace(aim):
    assert bool(hindrance(aim, Standing(deceased=True))) == (aim is not Aim.SERVICE)
