"""Messages as they are proposed: for orders, renewals, days and people, by the way each reader wishes."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.carriers import add_carrier
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.message_texts import set_text
from desktop_app.actions.orders import set_status
from desktop_app.actions.products import add_product
from desktop_app.actions.renewals import add_renewal
from desktop_app.actions.settings import set_settings
from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import Address, Channel
from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import Means, MessageKind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.products import ProductFields
from desktop_app.domain.renewals import RenewalFields
from desktop_app.domain.settings import SHOP_CONTACT, SHOP_LANGUAGE, SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries.days import days_near
from desktop_app.queries.drafts import complaint_proposal, day_proposal, order_drafts, person_proposal, renewal_drafts
from desktop_app.queries.settings import settings
from desktop_app.store.connect import open_shop
from tests.made import BY, TODAY, Counting, bought, person

TRACK = CarrierFields("Omniva", "https://track.example/{number}", days=2)


@pytest.fixture
def shop(shop_location):
    """A shop on its Friday."""
    opened = open_shop(shop_location, today=lambda: TODAY)
    set_settings(opened, {SHOP_NAME: "Māja", SHOP_CONTACT: "+371 20000000", SHOP_LANGUAGE: "lv"}, actor=BY)
    yield opened
    opened.close()


def posted(shop, order):
    for status in (Status.PACKED, Status.SHIPPED):
        set_status(shop, [order], status, actor=BY)


def draft(shop, order, kind):
    return order_drafts(shop, [order], kind, person="Zane")[0]


def test_a_posted_order_is_told_of_with_its_number_and_link(shop):
    add_carrier(shop, TRACK, actor=BY)
    lucy = person(shop, "Lucy", "Turner", language=Language.EN, email="lucy@x.example")
    order = bought(shop, lucy, number="1007", carrier="Omniva", tracking="CE 1")
    posted(shop, order)
    told = draft(shop, order, MessageKind.SHIPPED)
    assert (told.key, told.means, told.address, told.to_name) == (
        f"order:{order}:shipped", Means.EMAIL, "lucy@x.example", "Lucy Turner",
    )  # fmt: skip
    assert (told.customer, told.order, told.language) == (lucy, order, Language.EN)
    assert told.subject == "Your order 1007 is on its way"
    greeting, way, track, out, by = told.text.split("\n\n")
    assert (greeting, by) == ("Dear Lucy,", "Zane\nMāja")
    assert way == (
        "Your order 1007 is on its way to you with Omniva. It should be with you by Tuesday, 24 November."
    )
    assert track == "Follow it here: https://track.example/CE1\nTracking number: CE 1"
    assert out.endswith("please tell us first: +371 20000000. We will put it right.")


def test_a_text_message_is_short(shop):
    anna = person(shop, "Anna", phone="+371 21111111", channel=Channel.SMS)
    told = draft(shop, bought(shop, anna, number="7"), MessageKind.PACKED)
    assert (told.means, told.address) == (Means.SMS, "+371 21111111")
    assert told.text == "Jūsu pasūtījums 7 ir iesaiņots un gaida pārvadātāju.\n\nZane\nMāja"


@pytest.mark.parametrize(
    ("fields", "means"),
    [
        ({"email": "a@x.example", "phone": "+371 21111111"}, Means.EMAIL),
        ({"email": "a@x.example", "phone": "+371 21111111", "channel": Channel.MESSENGER}, Means.WHATSAPP),
        ({"phone": "+371 21111111", "channel": Channel.EMAIL}, Means.SMS),
        ({}, Means.COPY),
    ],
)
def test_it_goes_by_the_way_they_wish_or_the_one_there_is(shop, fields, means):
    told = draft(shop, bought(shop, person(shop, "Anna", **fields)), MessageKind.PAID)
    assert told.means is means


def test_what_is_out_of_stock_is_named(shop):
    mug, _ = add_product(shop, ProductFields(name="Mug", stock=1), actor=BY)
    line = Line("Blue mug", 2, product=mug, unit_price=Money(1250, "EUR"))
    anna = person(shop, "Anna", language=Language.EN)
    order = bought(shop, anna, lines=(line, Line("Bowl", 1)))
    told = draft(shop, order, MessageKind.OUT_OF_STOCK)
    assert "it is this: Blue mug." in told.text
    assert told.key == f"stock:{order}"


def test_keys_say_what_a_message_is_about(shop):
    order = bought(shop, person(shop, "Anna"), ship_by=TODAY)
    keys = {kind: draft(shop, order, kind).key for kind in (MessageKind.DELAY, MessageKind.REVIEW_REQUEST)}
    assert keys == {MessageKind.DELAY: f"delay:{order}:{TODAY}", MessageKind.REVIEW_REQUEST: f"review:{order}"}


def test_nobody_writes_to_the_dead_and_a_guest_is_greeted(shop):
    dead = bought(shop, person(shop, "Anna", deceased=True))
    guest = bought(shop, ship_to=Address(name="Juris Ozols"))
    [told] = order_drafts(shop, [dead, guest, 999], MessageKind.PAID)
    assert (told.order, told.to_name, told.means) == (guest, "Juris Ozols", Means.COPY)
    assert told.text.startswith("Labdien!\n\nPaldies")


def test_a_ready_answer_promises_what_can_be_kept(shop):
    lucy = person(shop, "Lucy", language=Language.EN)
    key = TextKey(MessageKind.READY, "when")
    late = TODAY - dt.timedelta(3)
    for number, ship_by, said in (("6", TODAY, "by Friday, 20 November"), ("7", late, "by Monday, 23 November")):
        order = bought(shop, lucy, number=number, ship_by=ship_by)
        told = person_proposal(shop, lucy, key, key="free:1", order=order).draft
        assert f"Your order {number} leaves us {said}." in told.text
    posted(shop, order)
    told = person_proposal(shop, lucy, key, key="free:1", order=order).draft
    assert "Your order 7 is on its way already." in told.text
    assert "As soon as" not in told.text


def test_many_take_no_more_statements_than_one(shop):
    anna = person(shop, "Anna")
    orders = [bought(shop, anna) for _ in range(6)]
    one, many = Counting(shop), Counting(shop)
    assert len(order_drafts(one, orders[:1], MessageKind.PAID)) == 1
    assert len(order_drafts(many, orders, MessageKind.PAID)) == 6
    assert many.asked == one.asked


def test_the_shops_own_words_are_used(shop):
    set_text(shop, TextKey(MessageKind.PAID), Language.LV, "", "Paldies[, {order.total}]!", actor=BY)
    assert draft(shop, bought(shop, person(shop, "Anna")), MessageKind.PAID).text == "Paldies, 12,50\u00a0€!"


def test_a_renewal_is_told_of_by_the_day_it_is_due(shop):
    lucy = person(shop, "Lucy", language=Language.EN, email="lucy@x.example")
    fields = RenewalFields("Tea of the month", Money(1800, "EUR"), next_on=dt.date(2026, 11, 30))
    number, _ = add_renewal(shop, lucy, fields, actor=BY)
    [told] = renewal_drafts(shop, [number, 999])
    assert told.key == f"renewal:{number}:2026-11-30"
    assert "Tea of the month is due by Monday, 30 November, €18.00." in told.text


def test_a_birthday_is_wished_by_a_draft_of_its_own(shop):
    person(shop, "Anna", birthday=Birthday(11, 21), email="anna@x.example")
    [row] = days_near(shop, settings(shop)).coming
    told = day_proposal(shop, row)
    assert told.draft.text == (
        "Mīļā Anna,\n\ndaudz laimes dzimšanas dienā! Lai jaunais dzīves gads ir labs pret jums.\n\nMāja"
    )
    assert told.draft.key == f"day:{row.customer_id}:0:birthday:2026-11-21"


def test_a_ready_answer_to_anybody(shop):
    anna = person(shop, "Anna", email="anna@x.example")
    told = person_proposal(shop, anna, TextKey(MessageKind.READY, "gift"), key="free:1")
    assert told.draft.text.startswith("Mīļā Anna,\n\nar prieku.")
    assert told.ways == (Means.EMAIL, Means.COPY)


@pytest.mark.parametrize("text", [TextKey(MessageKind.REVIEW_REQUEST), TextKey(MessageKind.GREETING, "birthday")])
def test_nothing_cheerful_goes_as_the_answer_to_a_complaint(shop, text):
    lucy = person(shop, "Lucy", "Turner", language=Language.EN, email="lucy@x.example")
    one, _ = add_complaint(shop, ComplaintFields(customer=lucy, kind="late", text="Late"), actor=BY)
    with pytest.raises(Invalid, match="answers no complaint"):
        complaint_proposal(shop, one, text=text)
    where = complaint_proposal(shop, one, text=TextKey(MessageKind.READY, "where")).draft
    assert (where.kind, where.subject) == (MessageKind.COMPLAINT, "Where your parcel is")  # what was asked is told
