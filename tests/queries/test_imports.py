"""The log of imports, and what earlier ones left to know."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.importing import plan_import, run_import, undo_import
from desktop_app.domain.file_kinds import FileKind
from desktop_app.queries import Shop
from desktop_app.queries.imports import change_of_import, import_of_file, import_rows, remembered_mappings
from tests.actions.imported import DATA, export, taken
from tests.made import BY


def test_the_log_tells_each_import_newest_first(shop: Shop, tmp_path: Path) -> None:
    assert import_rows(shop) == []
    first = taken(shop, DATA / "shopify_orders.csv")
    taken(shop, DATA / "people_lv_cp1257.csv")
    undo_import(shop, first.id, actor=BY)
    rows = import_rows(shop)
    assert [(row.file, row.kind, row.new, row.undone) for row in rows] == [
        ("people_lv_cp1257.csv", FileKind.MAPPED_CUSTOMERS, 3, False),
        ("shopify_orders.csv", FileKind.SHOPIFY_ORDERS, 4, True),
    ]
    assert [row.id for row in import_rows(shop, 1)] == [rows[0].id]
    assert rows[0].at


def test_a_file_counts_as_imported_only_while_its_import_is_in_force(shop: Shop, tmp_path: Path) -> None:
    plan = plan_import(shop, export(tmp_path / "a.csv", {"Name": "#1"}))
    sha256 = plan.summary.sha256
    assert import_of_file(shop, sha256, "shopify") is None
    done = run_import(shop, plan, actor=BY)
    assert import_of_file(shop, sha256, "shopify") == done.id
    assert import_of_file(shop, sha256, "another") is None
    assert change_of_import(shop, done.id) == done.changes.id
    undo_import(shop, done.id, actor=BY)
    assert import_of_file(shop, sha256, "shopify") is None


def test_only_tables_of_ones_own_leave_a_mapping(shop: Shop) -> None:
    taken(shop, DATA / "shopify_orders.csv")
    assert remembered_mappings(shop) == []
    taken(shop, DATA / "orders_ru_cp1251.csv")
    taken(shop, DATA / "people_lv_cp1257.csv")
    people, orders = remembered_mappings(shop)
    assert '"E-pasts"' in people
    assert '"Номер заказа"' in orders
