import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.carriers import add_carrier
from desktop_app.actions.orders import add_order, edit_order, set_status
from desktop_app.actions.products import add_product
from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.domain.products import ProductFields
from desktop_app.domain.promise import Reason, Standing
from desktop_app.queries.orders import order, order_ids, order_rows
from desktop_app.queries.standings import at_risk_ids, open_counts, short_orders
from desktop_app.queries.today import today
from desktop_app.store.connect import open_shop
from tests.made import BY, TODAY, Counting


@pytest.fixture
def shop(shop_location):
    """A shop on its Friday, with four mugs at hand."""
    opened = open_shop(shop_location, today=lambda: TODAY)
    add_product(opened, ProductFields(sku="MUG", name="Mug", stock=4), actor=BY)
    yield opened
    opened.close()


def ordered(shop, ahead=10, pieces=1, *, sku="MUG", paid=True, **fields):
    ship_by = TODAY + dt.timedelta(days=ahead)
    lines = (Line("Mug", pieces, sku=sku),)
    return add_order(shop, OrderFields("", ship_by=ship_by, paid=paid, lines=lines, **fields), actor=BY)[0]


def ids(shop, **wanted):
    return list(order_ids(shop, OrderFilter(**wanted), Sort("promise")))


def test_pieces_go_to_the_orders_promised_soonest(shop):
    last, first, second = ordered(shop, 12, 3), ordered(shop, 4, 1), ordered(shop, 5, 1)
    assert short_orders(shop) == {last}
    early = ordered(shop, 3, 4)
    assert short_orders(shop) == {first, second, last}
    set_status(shop, [early], Status.PACKED, actor=BY)
    assert short_orders(shop) == {first, second, last}  # its pieces left the shelf
    set_status(shop, [early], Status.CANCELLED, actor=BY)
    assert short_orders(shop) == {last}
    set_status(shop, [first], Status.CANCELLED, actor=BY)
    assert short_orders(shop) == set()


def test_articles_whose_stock_nobody_says_are_never_short(shop):
    add_product(shop, ProductFields(sku="CARD", name="Card"), actor=BY)
    ordered(shop, 4, 1000, sku="CARD")
    ordered(shop, 4, 1000, sku="")
    assert short_orders(shop) == set()


def test_each_order_at_risk_is_listed_with_its_reasons_soonest_first(shop):
    add_carrier(shop, CarrierFields("Omniva", days=2), actor=BY)
    there = TODAY + dt.timedelta(days=5)  # Wednesday
    fine = ordered(shop, 3, sku="", carrier="Omniva", deliver_by=there)
    kept = ordered(shop, 4, sku="", carrier="Omniva", deliver_by=there)
    short, unpaid = ordered(shop, 8, 9), ordered(shop, 3, sku="", paid=False)
    ordered(shop, -1, sku="", paid=False)
    ordered(shop, 0, sku="", paid=False)
    ordered(shop, 9, sku="", paid=False)
    assert list(at_risk_ids(shop)) == [unpaid, kept, short]
    rows = {row.id: row for row in order_rows(shop, [fine, unpaid, kept, short])}
    assert [rows[one].standing for one in (fine, unpaid, kept, short)] == [Standing.ON_TIME, *[Standing.AT_RISK] * 3]
    reasons = [rows[one].reasons for one in (unpaid, kept, short)]
    assert reasons == [(Reason.UNPAID,), (Reason.CARRIER,), (Reason.OUT_OF_STOCK,)]
    assert rows[kept].deliver_by == there
    now = order(shop, kept)
    edit_order(shop, kept, now.version, replace(now.fields, carrier="Somebody"), actor=BY)
    assert list(at_risk_ids(shop)) == [unpaid, short]


def test_lists_and_today_agree_on_who_is_late_due_and_at_risk(shop):
    late, due, risky, fine = ordered(shop, -1), ordered(shop, 0), ordered(shop, 3, paid=False), ordered(shop, 9)
    gone = ordered(shop, -5, sku="")
    set_status(shop, [gone], Status.PACKED, actor=BY)
    assert (ids(shop, late=True), ids(shop, due=True), ids(shop, at_risk=True)) == ([late], [due], [risky])
    assert ids(shop, late=True, due=True) == [late, due]
    assert ids(shop, late=True, at_risk=True, text="nobody") == []
    day = today(shop)
    assert [[row.id for row in rows] for rows in (day.late, day.due, day.at_risk)] == [[late], [due], [risky]]
    assert (day.counts.late, day.counts.due, day.counts.at_risk, day.counts.to_pack) == (1, 1, 1, 4)
    assert fine in [row.id for row in day.to_pack]
    counted = open_counts(shop)
    assert (counted.late, counted.to_pack, counted.unprinted, counted.set_aside) == (1, 4, 4, 0)


def test_the_number_of_statements_does_not_grow_with_the_orders(shop):
    def asked():
        counting = Counting(shop)
        at_risk_ids(counting)
        first = counting.asked
        rows = order_rows(counting, ids(shop))
        return first, counting.asked - first, len(rows)

    for ahead in (-1, 0, 3, 4):
        ordered(shop, ahead, 1, paid=False, deliver_by=TODAY + dt.timedelta(days=9))
    few = asked()
    for ahead in range(-5, 15):
        ordered(shop, ahead, 2, paid=False, deliver_by=TODAY + dt.timedelta(days=20))
    assert few == (4, 4, 4)
    assert asked() == (4, 4, 24)
