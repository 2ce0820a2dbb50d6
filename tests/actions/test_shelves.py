from dataclasses import replace

import pytest

from desktop_app.actions.orders import edit_order
from desktop_app.actions.products import add_product
from desktop_app.actions.shelves import reshelve
from desktop_app.domain.keys import NOWHERE
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.products import ProductFields
from desktop_app.i18n import msg
from desktop_app.queries.orders import order
from desktop_app.queries.packing import queue
from tests.made import BY, TODAY, bought


def ordered(shop, *skus):
    lines = tuple(Line(sku, 1, sku) for sku in skus)
    return bought(shop, lines=lines, paid=True, status=Status.PAID, ship_by=TODAY)


def shelved(shop, orders):
    with shop.change(msg("Shelves"), actor=BY, topics=()) as change:
        reshelve(shop, change, orders)


@pytest.fixture
def goods(shop):
    for sku, shelf in (("a10", "A 10"), ("a2", "A 2"), ("b1", "B 1"), ("none", "")):
        add_product(shop, ProductFields(sku, sku, shelf=shelf), actor=BY)
    return shop


def test_orders_of_a_day_are_walked_by_their_first_shelf_and_those_without_one_come_last(goods):
    none, other, second, first = (ordered(goods, *skus) for skus in (("none",), ("b1",), ("b1", "a10"), ("a2", "b1")))
    unknown = ordered(goods, "zz")
    shelved(goods, [none, other, second, first, unknown])
    assert [row.id for row in queue(goods)] == [first, second, other, none, unknown]
    assert [row.shelf for row in queue(goods)] == ["A 2", "A 10", "B 1", "", ""]


def test_what_stands_right_already_is_not_written(goods):
    kept = ordered(goods, "none")
    shelved(goods, [kept])
    before = goods.sql("SELECT version, shelf_key FROM orders")
    shelved(goods, [kept])
    assert goods.sql("SELECT version, shelf_key FROM orders") == before
    assert before[0][1] == NOWHERE


def test_orders_made_by_hand_know_their_shelf_at_once_and_after_an_edit(goods):
    far, near = ordered(goods, "b1"), ordered(goods, "a10")
    assert [row.id for row in queue(goods)] == [near, far]
    was = order(goods, far)
    edit_order(goods, far, was.version, replace(was.fields, lines=(Line("a2", 1, "a2"),)), actor=BY)
    assert [row.id for row in queue(goods)] == [far, near]
