"""Who was told that an order is late: known by its day, taken back, and not for the next delay."""

import datetime as dt
from dataclasses import replace

from desktop_app.actions.history import undo
from desktop_app.actions.late import mark_told
from desktop_app.actions.orders import edit_order
from desktop_app.queries.late import late_orders
from desktop_app.queries.orders import order
from tests.made import BY, TODAY, bought, person


def told(shop):
    return [row.told_on for row in late_orders(shop)]


def test_a_customer_is_told_once_and_it_can_be_taken_back(shop):
    anna = person(shop, "Anna")
    first = bought(shop, anna, ship_by=shop.today() - dt.timedelta(days=3))
    second = bought(shop, anna, ship_by=shop.today() - dt.timedelta(days=2))
    done = mark_told(shop, [first], actor=BY)
    assert told(shop) == [shop.today(), None]
    undo(shop, done.id, actor=BY)
    assert told(shop) == [None, None]
    mark_told(shop, [first, second], actor=BY)
    mark_told(shop, [first], told=False, actor=BY)
    assert told(shop) == [None, shop.today()]


def test_being_told_of_one_delay_is_not_being_told_of_the_next(shop):
    late = bought(shop, person(shop, "Anna"), ship_by=TODAY - dt.timedelta(days=30))
    shop.today = lambda: TODAY - dt.timedelta(days=20)
    mark_told(shop, [late], actor=BY)
    now = order(shop, late)
    edit_order(shop, late, now.version, replace(now.fields, ship_by=TODAY - dt.timedelta(days=2)), actor=BY)
    shop.today = lambda: TODAY
    assert told(shop) == [None]
