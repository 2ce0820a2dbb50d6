"""Orders of several postings, imported again as they go on: a posting called back, the whole order, an older report."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.importing import plan_import, run_import
from desktop_app.queries import Shop
from tests.made import BY

HEAD = (
    "Номер заказа;Номер отправления;Принят в обработку;Статус;Сумма отправления;Название товара;Артикул;Ваша цена;"
    "Количество"
)


def test_postings_called_back_one_after_the_other(shop: Shop, tmp_path: Path) -> None:
    def imported(one: str, two: str) -> list[tuple[object, ...]]:
        file = tmp_path / f"{one} {two}.csv"
        file.write_text(
            f"{HEAD}\n1-1;1-1-1;01.06.2026 10:00;{one};300;Мыло;M;300;1\n"
            f"1-1;1-1-2;01.06.2026 10:00;{two};150;Щётка;B;150;1\n"
        )
        run_import(shop, plan_import(shop, file), actor=BY)
        return shop.sql("SELECT status, total_minor, line_count FROM orders")

    assert imported("Доставляется", "Доставляется") == [("shipped", 45000, 2)]
    assert imported("Доставляется", "Отменён") == [("shipped", 30000, 1)]
    assert imported("Отменён", "Отменён") == [("cancelled", 45000, 2)]
    assert imported("Доставляется", "Отменён ")[0][0] == "cancelled"  # saved before the last one
