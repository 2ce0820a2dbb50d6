"""Platforms without a reader of their own: their orders are read by what their columns are called, without asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.orders import Status
from desktop_app.exchange.detect import look_at
from tests.exchange.made import DATA, said, written

EXPORTS = DATA / "exports"


def test_yandex_market_below_its_title() -> None:
    found = said(EXPORTS / "orders-yandex.csv")
    assert (found.detected.mapping.source, found.refused, found.remarks) == ("yandex market", [], [])
    assert [(order.number, order.status, order.total_minor, order.currency) for order in found.orders] == [
        ("330000101", Status.DELIVERED, 325050, "RUB"), ("330000102", Status.CANCELLED, 150000, "RUB"),
        ("330000103", Status.SHIPPED, 90000, "RUB"),
    ]  # fmt: skip
    assert [(line.sku, line.quantity, line.total_minor) for line in found.orders[0].lines] == [
        ("0010", 2, 300000), ("0011", 1, 25050),
    ]  # fmt: skip
    assert found.orders[0].changed_at == "2026-06-09"


def test_kaspi_whose_sums_are_those_of_the_rows() -> None:
    found = said(EXPORTS / "orders-kaspi.csv")
    assert (found.detected.mapping.source, found.refused, found.remarks) == ("kaspi", [], [])
    assert [(order.number, order.status, order.total_minor, order.currency) for order in found.orders] == [
        ("411000201", Status.DELIVERED, 1299000, "KZT"), ("411000202", Status.RETURNED, 500000, "KZT"),
        ("411000203", Status.CANCELLED, 250000, "KZT"), ("411000204", Status.PACKED, 1549000, "KZT"),
    ]  # fmt: skip


def test_kaspi_with_a_row_an_order(tmp_path: Path) -> None:
    text = (
        "Номер заказа;Дата создания заказа;Статус заказа;Артикул;Общая сумма заказа;Способ доставки\n"
        "9;04.02.2026;Принят;T-1;12990;Самовывоз\n9;04.02.2026;Принят;K-2;12990;Самовывоз\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.total_minor, [line.sku for line in order.lines]) == (1299000, ["T-1", "K-2"])


def test_moysklad_where_the_firm_is_the_shops_own() -> None:
    first, second = said(EXPORTS / "orders-moysklad.csv").orders
    assert (first.number, first.paid, first.total_minor, first.currency) == ("00012", True, 450000, "RUB")
    assert (first.person.family, first.person.company, first.status) == ("Орлова", "", Status.SHIPPED)
    assert (second.paid, second.person.company, second.lines) == (False, "ООО Ромашка", ())


def test_insales_with_unit_price_row_sum_and_order_sum() -> None:
    first, second = said(EXPORTS / "orders-insales.csv").orders
    assert (first.total_minor, first.shipping_minor, first.paid, first.status) == (
        230000,
        30000,
        True,
        Status.DELIVERED,
    )
    assert [(line.sku, line.unit_minor, line.total_minor) for line in first.lines] == [
        ("0041", 50000, 100000), ("0042", 100000, 100000),
    ]  # fmt: skip
    assert (first.person.email, first.note, second.paid) == ("inna@example.ru", "У подъезда", False)


@pytest.mark.parametrize("name", ["yandex", "kaspi", "moysklad", "insales"])
def test_nothing_is_asked(name: str) -> None:
    look = look_at(EXPORTS / f"orders-{name}.csv", FileMapping())
    assert (look.kind, look.missing) == (FileKind.MAPPED_ORDERS, ())


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ("1;A;500;500;2\n1;B;300;300;1", 80000), ("1;A;500;800;1\n1;B;300;800;1", 80000),
        ("1;A;400;400;1\n1;B;400;400;1", 80000), ("1;A;400;800;1\n1;B;400;;1", 80000),
    ],
)  # fmt: skip
def test_a_column_of_sums_is_the_rows_or_the_orders(tmp_path: Path, rows: str, total: int) -> None:
    text = f"Order number;Product;Line total;Total;Quantity\n{rows}\n"
    assert said(written(tmp_path, text)).orders[0].total_minor == total
