import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.carriers import add_carrier
from desktop_app.actions.late import mark_told
from desktop_app.actions.orders import edit_order, set_status
from desktop_app.actions.outbox import put
from desktop_app.actions.settings import set_settings
from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.customers import Address, Channel
from desktop_app.domain.messages import MessageKind, MessageState
from desktop_app.domain.orders import Status
from desktop_app.domain.promise import Reason
from desktop_app.domain.settings import SHOP_CONTACT, SHOP_LANGUAGE, SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries.drafts import order_drafts
from desktop_app.queries.late import late_counts, late_orders, late_unwritten
from desktop_app.queries.orders import order
from desktop_app.store import outbox
from desktop_app.store.connect import open_shop
from tests.made import BY, TODAY, Counting, bought, person


@pytest.fixture
def shop(shop_location):
    """A shop on its Friday."""
    opened = open_shop(shop_location, today=lambda: TODAY)
    set_settings(opened, {SHOP_NAME: "Māja", SHOP_CONTACT: "+371 20000000", SHOP_LANGUAGE: "lv"}, actor=BY)
    yield opened
    opened.close()


def late(shop, who=None, days=1, **fields):
    return bought(shop, who, number=f"10{days}", ship_by=TODAY - dt.timedelta(days=days), **fields)


def test_late_orders_come_soonest_first_each_with_its_message(shop):
    add_carrier(shop, CarrierFields("Omniva", days=2), actor=BY)
    anna = person(shop, "Anna", "Kalniņa", language=Language.LV, email="anna@x.example", channel=Channel.EMAIL)
    pavel = person(shop, "Павел", "Абрамов", language=Language.RU, phone="+371 21111111")
    first = late(shop, anna, 3, paid=True, carrier="Omniva")
    second = late(shop, pavel, 1)
    packed = late(shop, anna, 2)
    set_status(shop, [packed], Status.PACKED, actor=BY)
    bought(shop, anna, ship_by=TODAY)
    one, two = late_orders(shop, person="Zane")
    assert (one.id, one.customer, one.days_late, one.reasons) == (first, "Anna Kalniņa", 2, ())
    assert (one.email, one.channel, one.language) == ("anna@x.example", Channel.EMAIL, Language.LV)
    assert (one.new_day, one.arrives) == (dt.date(2026, 11, 23), dt.date(2026, 11, 25))
    assert one.message.startswith("Mīļā Anna,\n\nlūdzam piedošanu: jūsu pasūtījums 103")
    assert one.message.endswith("Zane\nMāja")
    assert "+371 20000000" in one.message
    assert (two.id, two.phone, two.arrives, two.reasons) == (second, "+371 21111111", None, (Reason.UNPAID,))
    assert two.message.startswith("Дорогой Павел,\n\nпросим прощения")


def test_nobody_writes_to_somebody_who_has_died(shop):
    late(shop, person(shop, "Anna", deceased=True))
    assert [row.message for row in late_orders(shop)] == [""]


def test_a_guest_is_written_to_in_the_language_of_the_shop(shop):
    late(shop, ship_to=Address(name="Juris Ozols"))
    [row] = late_orders(shop)
    assert (row.customer, row.customer_id, row.language) == ("Juris Ozols", None, Language.LV)
    assert row.message.startswith("Labdien!\n\nLūdzam piedošanu")


def test_many_take_no_more_statements_than_one(shop):
    anna = person(shop, "Anna")
    for days in range(1, 9):
        late(shop, anna, days)
    one, counting = Counting(shop), Counting(shop)
    assert len(late_orders(one, limit=1)) == 1
    assert len(late_orders(counting)) == 8
    assert counting.asked == one.asked
    assert [row.number for row in late_orders(shop, limit=2)] == ["108", "107"]


def test_of_all_late_orders_those_are_counted_whose_customers_know_nothing_of_this_delay(shop):
    anna = person(shop, "Anna", email="anna@x.example")
    by_word, by_letter, waiting, again, unknown = (late(shop, anna, days) for days in range(2, 7))
    late(shop, days=1)
    bought(shop, anna, ship_by=TODAY)
    packed = late(shop, anna, 8)
    set_status(shop, [packed], Status.PACKED, actor=BY)
    mark_told(shop, [by_word], actor=BY)
    [handed, _, _] = put(shop, order_drafts(shop, [by_letter, waiting, again], MessageKind.DELAY), actor=BY).ids
    sent(shop, handed)
    assert late_counts(shop) == (6, 4)
    for number in (by_letter, again):  # what they were told of by letter was an earlier delay of these
        one = order(shop, number)
        new_day = replace(one.fields, ship_by=TODAY - dt.timedelta(days=1))
        edit_order(shop, one.id, one.version, new_day, actor=BY)
    assert late_counts(shop) == (6, 5)
    assert unknown in {row.id for row in late_orders(shop) if row.told_on is None}
    assert late_counts(shop)[1] == sum(row.told_on is None for row in late_orders(shop))


def test_however_many_are_late_they_are_counted_in_the_shop_itself(shop):
    anna, counting = person(shop, "Anna"), Counting(shop)
    for days in range(1, 30):
        late(shop, anna, days)
    assert late_counts(counting) == (29, 29)
    assert (counting.asked, counting.rows_read) == (1, 1)


def test_of_those_to_write_to_no_more_are_read_than_are_written_to_at_once(shop):
    anna, counting = person(shop, "Anna", email="anna@x.example"), Counting(shop)
    told, written, *rest = [late(shop, anna, days) for days in range(9, 1, -1)]
    mark_told(shop, [told], actor=BY)
    put(shop, order_drafts(shop, [written], MessageKind.DELAY), actor=BY)  # though nobody sent it yet
    assert late_unwritten(counting, limit=3) == rest[:3]
    assert (counting.asked, counting.rows_read) == (1, 3)


def sent(shop, message):
    """As when a server has taken it."""
    assert outbox.take_next(shop, "desk", only=[message]) == message
    outbox.begin(shop, message, "desk", message_id="<1@x>", at="2026-11-20T10:00:00+02:00")
    assert outbox.ended(shop, message, "desk", MessageState.HANDED, at="2026-11-20T10:00:00+02:00")
