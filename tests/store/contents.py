"""What is in a shop, to compare it before and after: every row of every table, and what the search box would find."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.changes import Topic
from desktop_app.i18n import msg
from desktop_app.store import tables
from desktop_app.store.shop import Shop

EVERY_TABLE = tuple(
    table
    for table in vars(tables).values()
    if isinstance(table, type) and issubclass(table, tables.Table) and table is not tables.Table
)


def contents(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """All rows by table but for logs that stay, without the version: it says who wrote last, and never goes back."""
    found = {}
    for table in EVERY_TABLE:
        if not table.kept_on_undo:
            fields = [field for field in table._meta.sorted_fields if field.name != "version"]
            found[table._meta.table_name] = shop.rows(table.select(*fields).order_by(table.id))
    return found


def hits(shop: Shop, words: list[str]) -> dict[str, list[int]]:
    """The customers each word finds through the search index."""
    if shop.sqlite:
        text = "SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid"
        return {word: [number for (number,) in shop.sql(text, (f'"{word}"*',))] for word in words}
    text = "SELECT id FROM customer WHERE doc LIKE ? ORDER BY id"
    return {word: [number for (number,) in shop.sql(text, (f"%{word}%",))] for word in words}


def write(shop: Shop, title: str = "Edit") -> Any:
    """A change with the least words."""
    return shop.change(msg(title), actor="Anna", topics=[Topic.CUSTOMERS])


def add_customers(shop: Shop, *names: str) -> range:
    """Customers with a name and the text they are found by."""
    with write(shop, "Add") as change:
        return change.insert_many(tables.CustomerTable, ["given", "doc"], [(name, name.lower()) for name in names])
