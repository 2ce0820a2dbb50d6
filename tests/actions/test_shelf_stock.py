from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.actions.history import redo, undo
from desktop_app.actions.order_returns import cancel_orders, return_lines
from desktop_app.actions.orders import edit_order, set_status
from desktop_app.actions.products import add_product, edit_product
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.products import ProductFields
from desktop_app.queries.orders import order
from desktop_app.queries.products import product
from tests.actions.imported import export, taken
from tests.made import BY, bought

CUPS = (Line("Cup", 2, "KR-2"), Line("Cup, the last", 1, "KR-2"))


@pytest.fixture
def cup(shop):
    return add_product(shop, ProductFields("KR-2", "Cup", stock=10), actor=BY)[0]


def stock(shop, cup):
    return product(shop, cup).fields.stock


def edited(shop, kept, **fields):
    found = order(shop, kept)
    edit_order(shop, kept, found.version, replace(found.fields, **fields), actor=BY)


def test_what_the_owner_sends_off_leaves_the_stock_once_and_comes_back_when_it_is_to_be_packed_again(shop, cup):
    kept = bought(shop, lines=CUPS)
    seen = []
    for status in (Status.PAID, Status.PACKED, Status.PAID, Status.PACKED, Status.SHIPPED, Status.DELIVERED):
        set_status(shop, [kept], status, actor=BY)
        seen.append(stock(shop, cup))
    assert seen == [10, 7, 10, 7, 7, 7]
    set_status(shop, [kept], Status.RETURNED, actor=BY)
    assert stock(shop, cup) == 10


def test_the_form_of_an_order_moves_the_stock_as_the_list_does(shop, cup):
    kept = bought(shop, lines=CUPS)
    edited(shop, kept, status=Status.PACKED)
    assert stock(shop, cup) == 7
    edited(shop, kept, status=Status.SHIPPED)
    edited(shop, kept, status=Status.RETURNED)
    assert stock(shop, cup) == 10


def test_a_packed_order_that_is_cancelled_goes_back_to_the_shelf_and_an_open_one_never_left_it(shop, cup):
    packed, waiting = bought(shop, lines=CUPS), bought(shop, lines=CUPS)
    set_status(shop, [packed], Status.PACKED, actor=BY)
    cancel_orders(shop, [packed, waiting], actor=BY)
    assert stock(shop, cup) == 10


def test_pieces_that_came_back_are_put_back_once(shop, cup):
    kept = bought(shop, lines=CUPS)
    for status in (Status.PACKED, Status.SHIPPED):
        set_status(shop, [kept], status, actor=BY)
    return_lines(shop, kept, order(shop, kept).version, {1: 1}, None, actor=BY)
    assert stock(shop, cup) == 8
    set_status(shop, [kept], Status.RETURNED, actor=BY)
    assert stock(shop, cup) == 10


def test_other_lines_in_a_parcel_take_their_own_pieces(shop, cup):
    kept = bought(shop, lines=CUPS)
    edited(shop, kept, lines=(Line("Cup", 5, "KR-2"),))
    assert stock(shop, cup) == 10
    edited(shop, kept, status=Status.PACKED, lines=(Line("Cup", 4, "KR-2"),))
    assert stock(shop, cup) == 6
    edited(shop, kept, lines=(Line("Cup", 1, "KR-2"),))
    assert stock(shop, cup) == 9


def test_a_stock_ends_at_nought_and_undo_brings_back_no_more_than_went(shop):
    few, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=1), actor=BY)
    kept = bought(shop, lines=CUPS)
    set_status(shop, [kept], Status.PACKED, actor=BY)
    assert stock(shop, few) == 0
    undo(shop, actor=BY)
    assert stock(shop, few) == 1


def test_what_was_missing_is_not_put_back_and_the_next_time_it_is_asked_anew(shop):
    few, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=1), actor=BY)
    kept, other = bought(shop, lines=CUPS), bought(shop, lines=CUPS[:1])
    set_status(shop, [kept, other], Status.PACKED, actor=BY)
    set_status(shop, [other], Status.PAID, actor=BY)
    assert stock(shop, few) == 0
    set_status(shop, [kept], Status.PAID, actor=BY)
    assert stock(shop, few) == 1
    undo(shop, actor=BY)
    assert stock(shop, few) == 0
    redo(shop, actor=BY)
    found = product(shop, few)
    edit_product(shop, few, found.version, replace(found.fields, stock=10), actor=BY)
    for status in (Status.PACKED, Status.PAID):
        set_status(shop, [kept], status, actor=BY)
    assert stock(shop, few) == 10


def test_what_nobody_counted_when_it_was_packed_is_counted_when_it_is_put_back(shop):
    few, _ = add_product(shop, ProductFields("KR-2", "Cup"), actor=BY)
    kept = bought(shop, lines=CUPS)
    set_status(shop, [kept], Status.PACKED, actor=BY)
    found = product(shop, few)
    edit_product(shop, few, found.version, replace(found.fields, stock=5), actor=BY)
    cancel_orders(shop, [kept], actor=BY)
    assert stock(shop, few) == 8


def test_undo_leaves_what_others_took_since_and_can_be_done_again(shop, cup):
    mine, theirs = bought(shop, lines=CUPS), bought(shop, lines=CUPS[:1])
    set_status(shop, [mine], Status.PACKED, actor=BY)
    set_status(shop, [theirs], Status.PACKED, actor="Ilze")
    assert stock(shop, cup) == 5
    undo(shop, actor=BY, own=[BY])
    assert (stock(shop, cup), order(shop, mine).fields.status) == (8, Status.NEW)
    redo(shop, actor=BY, own=[BY])
    assert (stock(shop, cup), order(shop, mine).fields.status) == (5, Status.PACKED)


def test_many_orders_cost_as_many_statements_as_few(shop, cup):
    asked: list[str] = []

    def cost(count: int) -> int:
        orders = [bought(shop, lines=CUPS) for _ in range(count)]
        asked.clear()
        shop.database.query_hooks[:] = [lambda event: asked.append(event.sql)]
        set_status(shop, orders, Status.PACKED, actor=BY)
        shop.database.query_hooks.clear()
        return len(asked)

    assert cost(2) == cost(12)
    assert stock(shop, cup) == 0


def test_a_file_that_sends_a_known_order_off_takes_its_pieces_and_a_new_one_that_was_sent_long_ago_takes_none(
    shop, tmp_path: Path
):
    cells = {"Lineitem name": "Cup", "Lineitem sku": "KR-2", "Lineitem quantity": "3", "Lineitem price": "5.00"}
    sent = {"Fulfillment Status": "fulfilled", "Fulfilled at": "2026-11-03 12:00:00 +0200"}
    cup, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=10), actor=BY)
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", **cells}, {"Name": "#2", **cells, **sent}))
    assert stock(shop, cup) == 10
    taken(shop, export(tmp_path / "b.csv", {"Name": "#1", **cells, **sent}, {"Name": "#2", **cells, **sent}))
    assert stock(shop, cup) == 7
    more = {**cells, "Lineitem quantity": "5"}  # one more was put into the parcel than the shop knew
    taken(shop, export(tmp_path / "c.csv", {"Name": "#1", **more, **sent}, {"Name": "#2", **cells, **sent}))
    assert stock(shop, cup) == 5
    undo(shop, actor=BY)
    undo(shop, actor=BY)
    assert stock(shop, cup) == 10
