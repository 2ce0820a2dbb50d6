"""Whatever names an order, a product or a customer lets go of it when it is removed, and holds it again after Undo."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.complaints import add_complaint, remove_complaints
from desktop_app.actions.customers import remove_customers
from desktop_app.actions.history import undo
from desktop_app.actions.orders import edit_order, remove_orders
from desktop_app.actions.products import add_product, remove_products
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.products import ProductFields
from desktop_app.i18n import msg
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order as read_order
from desktop_app.store import tables
from tests.actions.rows import rows
from tests.actions.test_complaint_counts import drifted
from tests.made import BY, bought, person

_AT = "2026-11-20T10:00:00+02:00"


@pytest.fixture
def around(shop):
    """A complaint about an order and a product, with a voucher, papers, a resolution and a message."""
    anna = person(shop, "Anna")
    tea, _ = add_product(shop, ProductFields(name="Teapot"), actor=BY)
    order = bought(shop, anna, "Teapot")
    one, _ = add_complaint(shop, ComplaintFields(kind="late", order=order, product=tea), actor=BY)
    whose = {"customer": anna, "complaint": one}
    with shop.change(msg("made"), actor=BY, topics=()) as change:
        given = {"code": "AB-CD", "code_key": "abcd", "given_on": dt.date(2026, 11, 20), "used_order": order}
        voucher = change.insert(tables.VoucherTable, {**whose, **given})
        chosen = {"complaint": one, "deed": "voucher", "chosen_at": _AT, "chosen_on": dt.date(2026, 11, 20)}
        change.insert(tables.ResolutionTable, {**chosen, "voucher": voucher})
        paper = {"kind": "apology", "placed_at": _AT, "voucher": voucher, "order": order, "gone_at": _AT}
        change.insert(tables.EnclosureTable, {**whose, **paper})
        sent = {"key": "free:1", "kind": "free", "channel": "copy", "text": "…", "state": "waiting", "created_at": _AT}
        change.insert(tables.MessageTable, {**whose, **sent, "order": order})
    return {"customer": anna, "product": tea, "order": order, "complaint": one}


def links(shop):
    """What the message, which stays in any case, is about."""
    return shop.sql("SELECT customer_id, order_id, complaint_id FROM message")


def test_each_of_them_goes_and_comes_back_to_the_row(shop, around):
    for deed in (
        lambda: remove_orders(shop, [around["order"]], actor=BY),
        lambda: remove_products(shop, [around["product"]], actor=BY),
        lambda: remove_complaints(shop, [around["complaint"]], actor=BY),
    ):
        before, linked = rows(shop), links(shop)
        deed()
        assert rows(shop) != before
        undo(shop, actor=BY)
        assert (rows(shop), links(shop)) == (before, linked)


def test_when_all_else_is_gone_the_customer_can_go_too(shop, around):
    remove_complaints(shop, [around["complaint"]], actor=BY)
    remove_orders(shop, [around["order"]], actor=BY)
    before, linked = rows(shop), links(shop)
    remove_customers(shop, [around["customer"]], actor=BY)
    assert links(shop) == [(None, None, None)]
    assert shop.sql("SELECT code, customer_id FROM voucher") == [("AB-CD", None)]  # whoever holds it may use it
    undo(shop, actor=BY)
    assert (rows(shop), links(shop)) == (before, linked)


@pytest.mark.parametrize("was", [None, "Anna"])
def test_a_complaint_goes_with_its_order_to_the_customer_it_is_of(shop, was):
    berta = person(shop, "Berta")
    order = bought(shop, person(shop, was) if was else None, "Teapot")
    one, _ = add_complaint(shop, ComplaintFields(kind="late", order=order), actor=BY)
    other, _ = add_complaint(shop, ComplaintFields(kind="late", order=order, customer=person(shop, "Zelma")), actor=BY)
    before, now = rows(shop), read_order(shop, order)
    edit_order(shop, order, now.version, replace(now.fields, customer=berta), actor=BY)
    assert complaint(shop, one).fields.customer == berta
    assert complaint(shop, other).fields.customer not in (None, berta)
    assert customer(shop, berta).fields.extra_care
    assert shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (berta,)) == [(1,)]
    assert drifted(shop) == []
    undo(shop, actor=BY)
    assert rows(shop) == before


def test_no_table_that_names_a_complaint_is_forgotten():
    known = {tables.VoucherTable, tables.MessageTable, tables.EnclosureTable, tables.ResolutionTable,
             tables.ComplaintFileTable, tables.ComplaintWordTable, tables.ComplaintStepTable}  # fmt: skip
    naming = {
        table
        for table in vars(tables).values()
        if isinstance(table, type)
        and issubclass(table, tables.Table)
        and tables.ComplaintTable in table._meta.refs.values()
    }
    assert naming == known
