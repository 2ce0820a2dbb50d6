from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.order_steps import move
from desktop_app.actions.orders import edit_order, remove_orders, set_status
from desktop_app.domain.orders import Status
from desktop_app.i18n import msg
from desktop_app.queries.orders import order
from desktop_app.store.tables import OrderTable, StepTable
from tests.actions.imported import export, taken
from tests.made import BY, bought


def steps(shop, kept):
    return [(step.status, step.by) for step in order(shop, kept).steps]


def test_each_move_is_noted_with_who_and_when(shop):
    kept = bought(shop)
    set_status(shop, [kept], Status.PAID, actor="Ilze")
    found = order(shop, kept)
    edit_order(shop, kept, found.version, replace(found.fields, status=Status.PACKED, note="n"), actor="Anna")
    assert steps(shop, kept) == [(Status.NEW, BY), (Status.PAID, "Ilze"), (Status.PACKED, "Anna")]
    assert all(step.at[:10] == shop.now().date().isoformat() for step in order(shop, kept).steps)


def test_a_step_is_taken_back_with_its_move(shop):
    kept = bought(shop)
    set_status(shop, [kept], Status.PAID, actor=BY)
    undo(shop, actor=BY)
    assert steps(shop, kept) == [(Status.NEW, BY)]


def test_what_stands_there_already_is_no_step(shop):
    kept = bought(shop)
    found = order(shop, kept)
    edit_order(shop, kept, found.version, replace(found.fields, note="n"), actor=BY)
    set_status(shop, [kept], Status.NEW, actor=BY)
    assert steps(shop, kept) == [(Status.NEW, BY)]


def test_a_removed_order_takes_its_steps_along(shop):
    kept = bought(shop)
    remove_orders(shop, [kept], actor=BY)
    assert shop.rows(StepTable.select()) == []
    undo(shop, actor=BY)
    assert steps(shop, kept) == [(Status.NEW, BY)]


@pytest.mark.parametrize(
    ("status", "aside", "packed_by"),
    [(Status.PACKING, "no box", ""), (Status.PACKED, "", "Ilze"), (Status.CANCELLED, "", "Ilze")],
)
def test_what_is_packed_is_not_aside_and_what_is_to_be_packed_was_packed_by_nobody(shop, status, aside, packed_by):
    kept = bought(shop)
    with shop.change(msg("Prepare"), actor=BY, topics=()) as change:
        change.update(OrderTable, kept, version=None, values={"set_aside": "no box", "packed_by": "Ilze"})
        move(shop, change, [(kept, status)], by=BY)
    found = order(shop, kept)
    assert (found.fields.status, found.set_aside, found.packed_by) == (status, aside, packed_by)


def test_many_move_at_once(shop):
    orders = [bought(shop) for _ in range(3)]
    set_status(shop, orders[:2], Status.PAID, actor=BY)
    set_status(shop, orders, Status.PACKED, actor="Ilze")
    assert [len(order(shop, kept).steps) for kept in orders] == [3, 3, 2]
    assert [order(shop, kept).fields.paid for kept in orders] == [True, True, False]


def test_a_file_that_moves_a_known_order_leaves_a_step(shop, tmp_path: Path):
    paid = {"Name": "#1", "Paid at": "2026-11-02 10:05:00 +0200"}
    taken(shop, export(tmp_path / "a.csv", paid))
    [(kept,)] = shop.rows(OrderTable.select(OrderTable.id).tuples())
    assert steps(shop, kept) == []  # where it went before, the file does not say
    shipped = {**paid, "Fulfillment Status": "fulfilled", "Fulfilled at": "2026-11-03 12:00:00 +0200"}
    taken(shop, export(tmp_path / "b.csv", shipped))
    assert steps(shop, kept) == [(Status.SHIPPED, BY)]
