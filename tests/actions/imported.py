"""Imports made for tests: exports written on the spot, and the shop as it stands, row for row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.actions.importing import ImportPlan, plan_import, run_import
from desktop_app.domain.importing import ImportDone
from desktop_app.queries import Shop
from tests.made import BY

DATA = Path(__file__).resolve().parent.parent / "data"
_TABLES = ("customer", "product", "orders", "order_line", "setting")
_ORDER = ("Name", "Id", "Email", "Financial Status", "Fulfillment Status", "Created at", "Paid at", "Fulfilled at")
_MORE = ("Cancelled at", "Currency", "Total", "Refunded Amount", "Billing Name", "Billing Street", "Billing City")
_LINE = ("Billing Phone", "Notes", "Lineitem name", "Lineitem sku", "Lineitem quantity", "Lineitem price")
HEAD = (*_ORDER, *_MORE, *_LINE, "Lineitem discount")
USUAL = {
    "Email": "anna@example.lv",
    "Financial Status": "paid",
    "Created at": "2026-11-02 10:00:00 +0200",
    "Currency": "EUR",
    "Total": "10.00",
    "Billing Name": "Anna Ozola",
    "Lineitem name": "Mug",
    "Lineitem sku": "MUG",
    "Lineitem quantity": "1",
    "Lineitem price": "10.00",
}


def export(file: Path, *rows: Mapping[str, str]) -> Path:
    """A Shopify export; a row with a Name has the usual cells where it gives no others, one without continues it."""
    lines = [",".join(HEAD)]
    for row in rows:
        cells = {**USUAL, **row} if row.get("Name") else row
        lines.append(",".join('"' + cells.get(name, "").replace('"', '""') + '"' for name in HEAD))
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def taken(shop: Shop, file: Path, **options: Any) -> ImportDone:
    """A file planned and imported."""
    return run_import(shop, plan_import(shop, file, **options), actor=BY)


def counts(plan: ImportPlan | ImportDone) -> tuple[int, int, int]:
    """New, changed and same."""
    said = plan.summary if isinstance(plan, ImportPlan) else plan
    return said.new, said.changed, said.same


def contents(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the shop's own tables, and what the search index finds."""
    found = {table: shop.sql(f"SELECT * FROM {table} ORDER BY id") for table in _TABLES}
    if shop.sqlite:
        for word in ("a*", "i*", "o*"):
            hits = shop.sql("SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid", (word,))
            found[f"search {word}"] = hits
    return found


def column(shop: Shop, table: str, *names: str, where: str = "1 = 1") -> list[Any]:
    """Some columns of a table; one alone as plain values."""
    rows: Iterable[Any] = shop.sql(f"SELECT {', '.join(names)} FROM {table} WHERE {where} ORDER BY id")
    return [row[0] for row in rows] if len(names) == 1 else [tuple(row) for row in rows]
