"""Wildberries' report on sales."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import SalesRecord
from desktop_app.i18n import english
from tests.exchange.made import DATA, said, written

HEAD = (
    "№;Предмет;Артикул продавца;Тип документа;Обоснование для оплаты;Дата продажи;Количество доставок;Количество;"
    "Wildberries реализовал Товар (Пр);К перечислению продавцу за реализованный товар"
)


def sales(tmp_path: Path, *rows: str) -> SalesRecord:
    [found] = said(written(tmp_path, "\n".join([HEAD, *rows]) + "\n")).sales
    return found


def test_products_once_and_what_the_report_comes_to() -> None:
    found = said(DATA / "exports" / "wildberries-sales.csv")
    assert found.detected.reader.kind is FileKind.WILDBERRIES_SALES
    assert [(one.name, one.sku, one.barcode) for one in found.products] == [
        ("Шарф шерстяной", "SH-001", "2000000000011"), ("Варежки", "VR-002", ""),
    ]  # fmt: skip
    [total] = found.sales
    assert (total.currency, total.revenue_minor, total.payout_minor, total.fees_minor) == (
        "RUB", 290050, 230040, 26550
    )  # fmt: skip
    assert (total.sold, total.returned, total.first_day, total.last_day) == (4, 1, "2026-05-04", "2026-05-10")
    assert "no customers" in english(found.detected.reader.notes[0])


@pytest.mark.parametrize("back", ["1;1000;850", "-1;-1000;-850", "1;-1000;-850"])
def test_what_came_back_counts_off_however_it_is_signed(tmp_path: Path, back: str) -> None:
    found = sales(
        tmp_path, "1;Ремни;B-2;Продажа;Продажа;2026-10-01;1;2;2000;1700",
        f"2;Ремни;B-2;Возврат;Возврат;2026-10-02;0;{back}"
    )  # fmt: skip
    assert (found.revenue_minor, found.payout_minor, found.sold, found.returned) == (100000, 85000, 2, 1)


def test_fees_are_no_pieces_and_the_last_row_is_no_article(tmp_path: Path) -> None:
    found = sales(
        tmp_path, "1;Ремни;B-2;;Логистика;2026-10-01;1;0;0;-150",
        "2;Ремни;B-2;Возврат;Возмещение за выдачу и возврат товаров на ПВЗ;2026-10-02;0;1;0;0",
        "Итого;;;;;;1;3;999;999",
    )  # fmt: skip
    assert (found.revenue_minor, found.payout_minor, found.sold, found.returned) == (0, -15000, 0, 0)


def test_a_row_that_cannot_be_read_names_its_column(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\n1;Ремни;B-2;Продажа;Продажа;2026-10-01;1;пара;2000;1700\n2;Ремни;B-2;Продажа;Продажа;2026-10-01;1\n"
    )
    found = said(written(tmp_path, text))
    assert [(one.place.row, one.place.column, one.value) for one in found.refused] == [
        (2, "Количество", "пара"), (3, "", "2 Ремни B-2 Продажа Продажа 2026-10-01 1"),
    ]  # fmt: skip
