"""A file imported at one reading ends where one does whose plan was looked at first."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from desktop_app.actions.import_orders import OrderWriter
from desktop_app.actions.importing import import_file, plan_import, run_import, undo_import
from desktop_app.domain.errors import BadFile, Invalid, Stopped
from desktop_app.exchange import beside
from desktop_app.i18n import english
from desktop_app.queries import Shop
from tests.actions.imported import DATA, column, contents, counts, export
from tests.made import BY, person

SHARED = {"Billing Name": "Anna Ozola"}
MANY = [
    {"Name": f"#{n}", "Email": f"person{n % 300}@example.lv", "Billing Name": f"Anna N{n % 290}"} for n in range(900)
]


def apart(folder: Path) -> Path:
    """Rows of #1 stand on both sides of #2."""
    return export(
        folder / "apart.csv",
        {"Name": "#1"},
        {"Name": "#2", "Email": "zane@example.lv", **SHARED},
        {"Name": "#1", **dict.fromkeys(("Financial Status", "Currency", "Total", "Billing Name"), "")},
    )


@pytest.mark.parametrize("name", ["shopify_orders.csv", "woocommerce_items.csv", "people_lv_cp1257.csv", "apart"])
@pytest.mark.parametrize("large", [0, beside.LARGE], ids=["beside", "here"])
def test_it_says_and_does_what_the_plan_says(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, large: int
) -> None:
    monkeypatch.setattr(beside, "LARGE", large)
    person(shop, "Ilze", "Kalniņa", email="another@example.lv")  # somebody of the same name
    file = apart(tmp_path) if name == "apart" else DATA / name
    before = contents(shop)
    plan = plan_import(shop, file)
    summary, done = import_file(shop, file, actor=BY)
    assert summary == plan.summary
    assert (counts(done), done.people_new) == (counts(plan), plan.summary.people_new)
    after = contents(shop)
    assert run_import(shop, plan_import(shop, file), actor=BY).id == 0  # all of it is there
    assert contents(shop) == after
    undo_import(shop, done.id, actor=BY)
    assert contents(shop) == before


def test_many_orders_and_their_customers_figures(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "LARGE", 0)
    summary, done = import_file(shop, export(tmp_path / "many.csv", *MANY), actor=BY)
    assert (counts(done), done.people_new) == ((900, 0, 0), 300)
    assert [english(note) for note in summary.notes] == [
        "10 new people have the same names as others, but other addresses. "
        "They are kept apart; look whether they are the same."
    ]
    assert column(shop, "customer", "orders") == [3] * 300
    assert sum(map(bool, column(shop, "orders", "first"))) == 300
    assert column(shop, "orders", "id", where="first")[:2] == column(shop, "orders", "id")[:2]


def test_rows_that_stand_apart_are_put_together(shop: Shop, tmp_path: Path) -> None:
    import_file(shop, apart(tmp_path), actor=BY)
    assert column(shop, "orders", "number", "line_count") == [("#1", 2), ("#2", 1)]


def test_dates_are_settled_or_asked_about_and_nothing_is_written(shop: Shop, tmp_path: Path) -> None:
    before = contents(shop)
    file = tmp_path / "dates.csv"
    file.write_text("Order number,Total,Order date\n1,5.00,03/04/2026\n", "utf-8")
    with pytest.raises(Invalid, match="day first") as asked:
        import_file(shop, file, actor=BY)
    assert asked.value.field == "date_order"
    assert contents(shop) == before
    file.write_text("Order number,Total,Order date\n1,5.00,03/04/2026\n2,5.00,25/04/2026\n", "utf-8")
    import_file(shop, file, actor=BY)
    assert column(shop, "orders", "placed_at") == ["2026-04-03", "2026-04-25"]


def test_stopped_or_broken_in_the_middle_it_leaves_neither_rows_nor_a_process(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "LARGE", 0)
    file = export(tmp_path / "many.csv", *(MANY[n % 900] | {"Name": f"#{n}"} for n in range(9000)))
    before = contents(shop)
    with pytest.raises(Stopped):
        import_file(shop, file, actor=BY, progress=lambda done, total: done < total // 2)
    assert contents(shop) == before

    def fail(*_: object) -> None:
        raise LookupError("no more")

    monkeypatch.setattr(OrderWriter, "finish", fail)
    with pytest.raises(LookupError):
        import_file(shop, file, actor=BY)
    assert contents(shop) == before
    assert multiprocessing.active_children() == []


def test_headings_alone_are_no_success(shop: Shop, tmp_path: Path) -> None:
    before = contents(shop)
    with pytest.raises(BadFile, match="0 rows"):
        import_file(shop, export(tmp_path / "a.csv"), actor=BY)
    assert contents(shop) == before
