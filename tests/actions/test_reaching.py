"""W6 for messages: every kind on every path out, asked when it is put in and once more when it would go."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.consents import give
from desktop_app.actions.customers import remove_customers
from desktop_app.actions.mail_folder import save_waiting
from desktop_app.actions.outbox import again, mark_opened, opening, put
from desktop_app.actions.sending import send_waiting
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.errors import Invalid
from desktop_app.domain.mail import Mail, Security
from desktop_app.domain.messages import Draft, Means, MessageKind, MessageState
from desktop_app.domain.reaching import AIM_OF_MESSAGE, Aim
from desktop_app.i18n import english
from desktop_app.queries.outbox import message
from desktop_app.store.shop import Shop
from tests.made import BY, TODAY, person

CHEERFUL = (Aim.CHEER, Aim.GREETING, Aim.PROMOTION, Aim.REVIEW)
KINDS = [(kind, means) for kind in MessageKind for means in (Means.EMAIL, Means.SMS, Means.COPY)]
MAIL = Mail("127.0.0.1", 9, Security.NONE, sender="shop@ozols.example")  # nobody is there: nothing may go that far


def letter(customer: int, kind: MessageKind, means: Means = Means.EMAIL) -> Draft:
    address = {Means.EMAIL: "anna@pasts.example", Means.SMS: "+37120000000"}.get(means, "")
    return Draft(f"{kind}:{customer}", kind, means, address, "Good day!", "Hello", to_name="Anna", customer=customer)  # type: ignore[arg-type]


@pytest.fixture
def anna(shop: Shop) -> int:
    """Somebody who agreed to everything."""
    made = person(shop, "Anna")
    for purpose in Purpose:
        give(shop, made, ConsentFields(purpose, TODAY), actor=BY)
    return made


def complain(shop: Shop, customer: int) -> None:
    add_complaint(shop, ComplaintFields("late", customer=customer), actor=BY)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "means"), KINDS)
def test_put_in_while_a_complaint_is_open(shop: Shop, anna: int, kind: MessageKind, means: Means) -> None:
    complain(shop, anna)
    done = put(shop, [letter(anna, kind, means)], actor=BY)
    held = AIM_OF_MESSAGE[kind] in CHEERFUL
    assert (done.held == done.ids) is held
    kept = message(shop, done.ids[0])
    assert kept.state is (MessageState.HELD if held else MessageState.WAITING)
    assert ("open complaint" in (english(kept.reason) if kept.reason else "")) is held


@pytest.mark.parametrize(("kind", "means"), KINDS)
def test_opened_or_copied_after_a_complaint_came_in(shop: Shop, anna: int, kind: MessageKind, means: Means) -> None:
    [number] = put(shop, [letter(anna, kind, means)], actor=BY).ids
    opening(shop, number)  # nothing stood in the way yet
    complain(shop, anna)
    if AIM_OF_MESSAGE[kind] not in CHEERFUL:
        assert opening(shop, number).text == "Good day!"
        return
    with pytest.raises(Invalid, match="open complaint"):
        opening(shop, number)
    set_state(shop, [1], State.SOLVED, actor=BY)  # type: ignore[list-item]
    assert opening(shop, number).text == "Good day!"


@pytest.mark.parametrize("kind", [kind for kind in MessageKind if AIM_OF_MESSAGE[kind] in CHEERFUL])
def test_sent_saved_or_sent_again_after_a_complaint_came_in(
    shop: Shop, anna: int, kind: MessageKind, tmp_path: Path
) -> None:
    [number] = put(shop, [letter(anna, kind)], actor=BY).ids
    complain(shop, anna)
    sent = send_waiting(lambda deed: deed(shop), MAIL, actor=BY, password_of=lambda _: "")
    assert (sent.held, sent.handed, sent.problem) == ([number], [], None)
    with pytest.raises(Invalid, match="open complaint"):
        again(shop, [number], actor=BY)
    saved = save_waiting(shop, MAIL, tmp_path, actor=BY)
    assert (saved.files, list(tmp_path.glob("*.eml"))) == ({}, [])
    set_state(shop, [1], State.SOLVED, actor=BY)  # type: ignore[list-item]
    again(shop, [number], actor=BY)
    assert message(shop, number).state is MessageState.WAITING
    complain(shop, anna)
    assert save_waiting(shop, MAIL, tmp_path, actor=BY).held == (number,)
    assert list(tmp_path.glob("*.eml")) == []


def test_what_waits_for_somebody_who_was_removed_is_held_back(shop: Shop, anna: int, tmp_path: Path) -> None:
    kinds = (MessageKind.REVIEW_REQUEST, MessageKind.GREETING, MessageKind.RENEWAL, MessageKind.FREE)
    ids = [put(shop, [letter(anna, kind)], actor=BY).ids[0] for kind in kinds]
    remove_customers(shop, [anna], actor=BY)  # type: ignore[list-item]
    saved = save_waiting(shop, MAIL, tmp_path, actor=BY)
    assert (list(saved.held), list(saved.files)) == (ids[:3], ids[3:])
    assert "not among the customers" in english(message(shop, ids[0]).reason)  # type: ignore[arg-type]


def test_a_message_that_was_opened_before_stays_opened(shop: Shop, anna: int) -> None:
    [number] = put(shop, [letter(anna, MessageKind.GREETING)], actor=BY).ids
    mark_opened(shop, number, actor=BY)
    complain(shop, anna)
    assert message(shop, number).state is MessageState.OPENED
