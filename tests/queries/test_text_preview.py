"""A text is shown on the records it is meant for, one after the other, and on an example where there is none."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.orders import set_status
from desktop_app.actions.renewals import add_renewal
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_texts import MessageText, TextKey, text_keys
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.orders import Status
from desktop_app.domain.renewals import RenewalFields
from desktop_app.i18n import Language, Words
from desktop_app.queries.message_texts import text_in
from desktop_app.queries.text_preview import preview
from tests.made import BY, bought, person


def text(kind, words="{customer.greeting} {order.number}", name=""):
    return MessageText(TextKey(kind, name), Language.EN, "", words)


def test_the_orders_at_that_step_come_first(shop):
    anna = person(shop, "Anna")
    posted = bought(shop, anna, number="1")
    bought(shop, anna, number="2")
    set_status(shop, [posted], Status.PACKED, actor=BY)
    shown = preview(shop, text(MessageKind.PACKED))
    assert (shown.composed.text, shown.title, shown.of) == ("Dear Anna, 1", "1 · Anna", 2)
    assert preview(shop, text(MessageKind.PACKED), place=1).composed.text == "Dear Anna, 2"
    assert preview(shop, text(MessageKind.PACKED), place=-1).composed.text == "Dear Anna, 2"
    assert preview(shop, text(MessageKind.PAID)).composed.text == "Dear Anna, 2"


def test_the_complaints_of_that_kind_come_first(shop):
    anna = person(shop, "Anna")
    add_complaint(shop, ComplaintFields("late", customer=anna, article="Mug"), actor=BY)
    add_complaint(shop, ComplaintFields("rude"), actor=BY)
    shown = preview(shop, text(MessageKind.COMPLAINT, "{article}", "late/yes"))
    assert shown.composed.text == "Mug"
    assert Words().say(shown.title) == "Complaint 1 · Anna"


def test_renewals_and_people_have_theirs(shop):
    anna = person(shop, "Anna")
    add_renewal(shop, anna, RenewalFields("Tea", next_on=dt.date(2026, 12, 1)), actor=BY)
    assert preview(shop, text(MessageKind.RENEWAL, "{renewal.what}")).composed.text == "Tea"
    assert preview(shop, text(MessageKind.GREETING, "{customer.called}", "birthday")).composed.text == "Anna"


@pytest.mark.parametrize("language", list(Language))
def test_every_text_is_shown_on_an_example_in_an_empty_shop(shop, language):
    for key in text_keys():
        shown = preview(shop, text_in(shop, key, language))
        assert (shown.of, shown.composed.empty) == (0, ())
        assert "{" not in shown.composed.text
        assert "[" not in shown.composed.text


def test_what_cannot_be_read_is_refused(shop):
    with pytest.raises(Invalid):
        preview(shop, text(MessageKind.PAID, "{order.numer}"))
