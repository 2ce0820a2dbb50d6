"""Orders of 1C-Bitrix, as CSV and as the web page that is called .xls."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import OrderRecord, Remark
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written

EXPORTS = DATA / "exports"
HEAD = "Номер заказа;Дата создания;Дата изменения;Сумма;Статус;Оплачен;Отменен;Позиции;Цена товара"
FILES = ("bitrix-orders.csv", "bitrix-orders-cp1251.csv", "bitrix-orders-html.xls")


def one(tmp_path: Path, row: str, head: str = HEAD) -> OrderRecord:
    [order] = said(written(tmp_path, f"{head}\n{row}\n")).orders
    return order


@pytest.mark.parametrize("name", FILES)
def test_each_form_of_the_file_says_the_same(name: str) -> None:
    found = said(EXPORTS / name)
    assert found.detected.reader.kind is FileKind.BITRIX_ORDERS
    assert found.refused == []
    assert [(order.number, order.key, order.status, order.paid) for order in found.orders] == [
        ("№9001_12", "9001_12", Status.PACKING, True), ("№9002_12", "9002_12", Status.CANCELLED, False),
        ("№9003_12", "9003_12", Status.DELIVERED, True), ("№9004_12", "9004_12", Status.CANCELLED, False),
        ("№9005_12", "9005_12", Status.RETURNED, True),
    ]  # fmt: skip
    assert [(order.total_minor, order.shipping_minor, order.refunded_minor) for order in found.orders] == [
        (129700, 35000, None), (50300, 0, None), (200000, 0, 50000), (72050, 0, None), (64900, 0, 64900),
    ]  # fmt: skip
    first = found.orders[0]
    assert [tuple(line)[1:6] for line in first.lines] == [
        ("Лён Носки (3 пары) белые", 2, "100", 14900, 29800), ("Лён Полотенце", 1, "101", 64900, 64900),
    ]  # fmt: skip
    assert (first.placed_at, first.changed_at) == ("2026-05-28T18:34:24", "2026-05-29T09:00:00")
    assert (first.person.given, first.person.family, first.person.email) == ("Мария", "Орлова", "maria@example.ru")
    assert (first.person.phone, first.carrier, first.note) == ("+7 912 000-11-22", "СДЭК", "Позвоните за час")
    to = first.ship_to
    assert (to.street, to.city, to.region, to.postcode, to.country) == (
        "ул. Мира, 5", "Пермь", "Пермский край", "614000", "Россия"
    )  # fmt: skip
    assert (found.orders[2].tracking, found.orders[1].ship_to.city) == ("RA000000001RU", "Москва")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Не подтвержден", Status.NEW), ("Принят", Status.PAID), ("Оплачен", Status.PAID), ("Обработан", Status.PAID),
        ("Ожидает отправку", Status.PAID), ("Собирается", Status.PACKING), ("Собран", Status.PACKED),
        ("Отправлен", Status.SHIPPED), ("Прибыл в ПВЗ", Status.SHIPPED), ("Доставляется", Status.SHIPPED),
        ("Выполнен", Status.DELIVERED), ("Закрыт", Status.DELIVERED), ("Возврат заказа", Status.RETURNED),
        ("Совершён возврат средств", Status.RETURNED), ("Отменён", Status.CANCELLED),
    ],
)  # fmt: skip
def test_a_status_of_a_paid_order(tmp_path: Path, word: str, status: Status) -> None:
    paid = "Нет" if status is Status.NEW else "Да"
    row = f"№1;01.07.2026 10:00:00;02.07.2026 10:00:00;500 руб;{word};{paid};Нет;[1] A (1 шт);500 руб"
    assert one(tmp_path, row).status is status


def test_an_unknown_status_is_remarked_and_a_part_refund_without_its_sum_too(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\n№1;01.07.2026;;500 руб;Завис;Нет;Нет;[1] A (1 шт);500 руб\n"
        "№2;01.07.2026;;500 руб;Частичный возврат;Да;Нет;Мешок подарков;500 руб\n"
    )
    found = said(written(tmp_path, text))
    assert [(each.remark, each.value) for each in found.remarks] == [
        (Remark.UNKNOWN_STATUS, "Завис"), (Remark.PACKED_TEXT, "Мешок подарков"), (Remark.UNKNOWN_REFUND, "№2"),
    ]  # fmt: skip
    assert [(line.name, line.quantity, line.unit_minor) for line in found.orders[1].lines] == [
        ("Мешок подарков", 1, 50000)
    ]


def test_prices_that_do_not_match_the_articles_are_left_out(tmp_path: Path) -> None:
    row = "№1;01.07.2026;;500 руб;Выполнен;Да;Нет;[1] A (1 шт) [2] B (2 шт);100 руб 200 руб 200 руб"
    assert [line.unit_minor for line in one(tmp_path, row).lines] == [None, None]


def test_a_price_that_is_the_lines_where_the_sum_says_so(tmp_path: Path) -> None:
    row = "№1;01.07.2026;;1 503 руб;Выполнен;Да;Нет;[1] A (3 шт) [2] B (1 шт);1 203 руб 300 руб"
    assert [(line.unit_minor, line.total_minor) for line in one(tmp_path, row).lines] == [
        (40100, 120300), (30000, 30000)
    ]  # fmt: skip


def test_without_flags_an_amount_says_whether_it_is_paid(tmp_path: Path) -> None:
    head = "Номер заказа;Дата создания;Сумма;Оплачено;Позиции"
    assert one(tmp_path, "№1;01.07.2026;500 руб;500 руб;[1] A (1 шт)", head).paid
    assert not one(tmp_path, "№1;01.07.2026;500 руб;100 руб;[1] A (1 шт)", head).paid


def test_a_number_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "№1;01.07.2026;;500 руб;Выполнен;Да;Нет;[1] A (1 шт);500 руб"
    found = said(written(tmp_path, f"{HEAD}\n{row}\n№2{row[2:]}\n{row}\n"))
    assert [order.number for order in found.orders] == ["№1", "№2"]
    assert [each.place.row for each in found.refused] == [4]
