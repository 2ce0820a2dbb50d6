"""A report of sales taken in: its products are kept, its turnover is told, nobody is invented."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.importing import plan_import, run_import
from desktop_app.domain.file_kinds import FileKind
from desktop_app.i18n import english
from desktop_app.queries import Shop
from tests.exchange.made import DATA
from tests.made import BY

REPORT = DATA / "exports" / "wildberries-sales.csv"


def test_a_report_is_told_in_plain_words_and_renames_nothing(shop: Shop) -> None:
    plan = plan_import(shop, REPORT)
    summary = plan.summary
    assert (summary.kind, summary.new, summary.totals) == (FileKind.WILDBERRIES_SALES, 2, (("RUB", 290050),))
    assert [english(note) for note in summary.notes] == [
        "Wildberries tells nobody who bought: the file holds no customers and no orders. Its products are taken, "
        "its turnover is only shown here.",
        "4 pieces were sold and 1 came back: a turnover of RUB2,900.50.",
        "Its own share taken off, the platform leaves RUB2,300.40; of that it keeps RUB265.50 for delivery, storage "
        "and the like.",
    ]
    run_import(shop, plan, actor=BY)
    assert shop.sql("SELECT COUNT(*) FROM orders") == [(0,)]
    assert shop.sql("SELECT COUNT(*) FROM customer") == [(0,)]


def test_products_the_shop_has_keep_their_names(shop: Shop, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Name,SKU,Price\nA warm scarf,SH-001,20.00\n")
    run_import(shop, plan_import(shop, own), actor=BY)
    run_import(shop, plan_import(shop, REPORT), actor=BY)
    assert sorted(shop.sql("SELECT name FROM product")) == [("A warm scarf",), ("Варежки",)]
