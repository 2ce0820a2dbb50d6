"""Ozon's report of postings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import OrderRecord, Remark
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, Said, said, written
from tests.exchange.workbooks import table

HEAD = (
    "Номер заказа;Номер отправления;Принят в обработку;Статус;Сумма отправления;Название товара;Артикул;"
    "Ваша цена;Количество"
)


def whole(file: Path) -> Said:
    """What a report says when the rows that stand apart are put together."""
    first = said(file)
    return said(file, first.detected.mapping, first.strays)


def orders(tmp_path: Path, *rows: str, head: str = HEAD) -> list[OrderRecord]:
    return whole(written(tmp_path, "\n".join([head, *rows]) + "\n")).orders


def test_a_report_of_ozons_own_stock() -> None:
    found = whole(DATA / "exports" / "ozon-postings.csv")
    assert found.detected.reader.kind is FileKind.OZON_POSTINGS
    assert [(order.number, order.status, order.total_minor, len(order.lines)) for order in found.orders] == [
        ("10000001-0001", Status.DELIVERED, 120000, 1), ("10000002-0014", Status.DELIVERED, 85000, 1),
        ("10000003-0002", Status.SHIPPED, 150000, 1), ("10000004-0007", Status.CANCELLED, 30000, 1),
        ("10000005-0001", Status.SHIPPED, 45000, 2),
    ]  # fmt: skip
    assert [(one.remark, one.value) for one in found.remarks] == [(Remark.CANCELLED_PART, "Плед вязаный")]
    first = found.orders[0]
    assert (first.lines[0].sku, first.currency, first.ship_by) == ("0000021", "RUB", None)
    assert (first.placed_at, first.changed_at) == ("2026-06-01T08:00:00", "2026-06-03T10:00:00")
    assert (first.tracking, first.ship_to.city) == ("10000001-0001-1", "Казань")
    assert not any((first.person.given, first.person.family, first.person.email, first.person.key))


def test_a_report_of_what_the_shop_packs_under_older_headings() -> None:
    first, second, third = said(DATA / "exports" / "ozon-postings-fbs.csv").orders
    assert (first.status, first.ship_by, first.placed_at) == (
        Status.PAID, dt.date(2026, 5, 28), "2026-05-27T03:12:00"
    )  # fmt: skip
    assert [tuple(line)[1:6] for line in first.lines] == [('Кружка "Утро"', 2, "0000031", 99000, 198000)]
    assert (first.person.given, first.ship_to.street) == ("Анна", "г. Пермь, ул. Ленина, 1")
    assert (second.status, third.status, third.changed_at) == (
        Status.PACKED, Status.CANCELLED, "2026-05-29T08:00:00"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sums", "total"),
    [
        (("300", "150"), 45000),
        (("450", "450"), 45000),
        (("450", ""), 45000),
        (("", ""), 45000),
        (("440", "440"), 44000),
    ],
)
def test_a_postings_sum_on_each_of_its_rows_counts_once(tmp_path: Path, sums: tuple[str, str], total: int) -> None:
    one, two = sums
    [order] = orders(
        tmp_path, f"1-1;1-1-1;01.06.2026 10:00;Доставлен;{one};Мыло;M;300;1",
        f"1-1;1-1-1;01.06.2026 10:00;Доставлен;{two};Щётка;B;75;2",
    )  # fmt: skip
    assert order.total_minor == total
    assert [line.total_minor for line in order.lines] == [30000, 15000]


def test_two_rows_alike_are_two_sums_where_the_goods_say_so(tmp_path: Path) -> None:
    row = "1-1;1-1-1;01.06.2026 10:00;Доставлен;300;Мыло;M;300;1"
    assert orders(tmp_path, row, row)[0].total_minor == 60000


def test_a_price_that_is_the_lines(tmp_path: Path) -> None:
    [order] = orders(tmp_path, "1-1;1-1-1;01.06.2026 10:00;Доставлен;600,00;Мыло;M;600,00;2")
    assert (order.lines[0].unit_minor, order.lines[0].total_minor) == (30000, 60000)


def test_what_came_back_is_refunded(tmp_path: Path) -> None:
    part, all_ = orders(
        tmp_path, "1-1;1-1-1;01.06.2026 10:00;Доставлен;300;Мыло;M;300;1",
        "1-1;1-1-2;01.06.2026 10:00;Возвращён;150;Щётка;B;150;1",
        "1-2;1-2-1;01.06.2026 10:00;Возвращен;90;Ткань;T;90;1",
    )  # fmt: skip
    assert (part.status, part.total_minor, part.refunded_minor) == (Status.DELIVERED, 45000, 15000)
    assert (all_.status, all_.total_minor, all_.refunded_minor) == (Status.RETURNED, 9000, 9000)


def test_a_row_without_the_orders_number_has_it_from_its_posting(tmp_path: Path) -> None:
    [order] = orders(tmp_path, ";77-8-1;01.06.2026 10:00;Доставлен;300;Мыло;M;300;1")
    assert order.number == "77-8"


def test_an_unknown_word_and_a_cancelled_posting_with_nothing_beside_it(tmp_path: Path) -> None:
    found = whole(
        written(
            tmp_path, f"{HEAD}\n5-1;5-1-1;01.06.2026 10:00;Заморожен;300;Мыло;M;300;0\n5-2;5-2-1;;отменен;9;Нож;N;9;1\n"
        )
    )
    assert [(one.remark, one.value) for one in found.remarks] == [
        (Remark.NO_PIECES, "0"), (Remark.UNKNOWN_STATUS, "Заморожен"),
    ]  # fmt: skip
    assert [(order.status, order.total_minor) for order in found.orders] == [
        (Status.NEW, 30000), (Status.CANCELLED, 900),
    ]  # fmt: skip


def test_an_unknown_word_is_told_whichever_posting_it_is_of(tmp_path: Path) -> None:
    rows = ("5-1;5-1-1;01.06.2026 10:00;Доставлен;300;Мыло;M;300;1", "5-1;5-1-2;01.06.2026 10:00;Чудо;9;Нож;N;9;1")
    found = whole(written(tmp_path, "\n".join([HEAD, *rows]) + "\n"))
    assert found.orders[0].status is Status.NEW
    assert [(one.remark, one.value, one.row) for one in found.remarks] == [(Remark.UNKNOWN_STATUS, "Чудо", 3)]


def test_a_workbook_with_its_headings_in_the_second_row(tmp_path: Path) -> None:
    article = ("7-1", "7-1-1", "01.06.2026 10:00", "Доставлен", 300, "Мыло", "0042", 300, 1)
    rows = [("Отчёт по отправлениям",), HEAD.split(";"), article]
    [order] = said(written(tmp_path, table(rows), "orders.xlsx")).orders
    assert (order.number, order.total_minor, order.lines[0].sku) == ("7-1", 30000, "0042")


def test_a_sum_that_is_none_names_its_row(tmp_path: Path) -> None:
    found = whole(written(tmp_path, f"{HEAD}\n5-1;5-1-1;01.06.2026 10:00;Доставлен;много;Мыло;M;300;1\n"))
    assert [(one.place.row, one.place.column, one.value) for one in found.refused] == [
        (2, "Сумма отправления", "много")
    ]
