"""The columns of each table as plain SQL needs them."""

from __future__ import annotations

import pytest

from desktop_app.store.shape import quoted, shape, shape_named
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable, PictureTable, SettingTable
from tests.store.contents import EVERY_TABLE


def test_columns_are_found_by_the_fields_name() -> None:
    [order, position] = shape(LineTable).of(["order", "position"])
    assert quoted([order, position]) == '"order_id", "position"'
    with pytest.raises(KeyError):
        shape(LineTable).of(["colour"])


def test_defaults_stand_as_sql() -> None:
    found = {column.name: column.default for column in shape(CustomerTable).columns}
    assert (found["given"], found["congratulate"], found["orders"], found["birth_year"]) == ("''", "TRUE", "0", None)
    given = shape(CustomerTable).of(["given"])
    assert "given" not in {column.name for column in shape(CustomerTable).defaults(given)}
    assert "birth_year" not in {column.name for column in shape(CustomerTable).defaults(given)}


@pytest.mark.parametrize(
    ("table", "bound"),
    [
        (LineTable, {"order_id", "position", "product_id"}),
        (OrderTable, {"source", "source_key", "customer_id"}),
        (SettingTable, {"key"}),
        (CustomerTable, set()),
    ],
)
def test_columns_whose_order_of_changes_matters_are_known(table, bound: set[str]) -> None:
    assert {column.name for column in shape(table).columns if column.bound} == bound


def test_bytes_are_known() -> None:
    assert [column.name for column in shape(PictureTable).columns if column.blob] == ["content"]


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.__name__)
def test_every_table_is_found_by_its_name_in_the_journal(table) -> None:
    assert shape_named(table._meta.table_name) == shape(table)


def test_a_table_of_another_time_is_not_found() -> None:
    assert shape_named("gone") is None
