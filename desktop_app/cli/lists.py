"""`cordial list KIND`: the lists of the window, as many rows as are asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli.output import Context, Listed, table
from desktop_app.cli.paper_lists import PAPER_LISTS
from desktop_app.cli.values import status
from desktop_app.domain.listing import CustomerFilter, OrderFilter, ProductFilter
from desktop_app.domain.promise import standing_words
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids, customer_rows
from desktop_app.queries.orders import OrderRow, order_ids, order_rows
from desktop_app.queries.products import product_ids, product_rows

_SOUGHT = ("customers", "orders", "products", "designs", "stocks")


def run(context: Context, words: argparse.Namespace) -> int:
    """Prints one list; options that this list has no use for end with the usage."""
    if words.kind != "orders" and (words.status or words.late or words.unprinted):
        words.refuse("--status, --late and --unprinted are for orders")
    if words.text and words.kind not in _SOUGHT:
        words.refuse(f"--text is for {', '.join(_SOUGHT)}")
    if words.kind == "backups":
        return _answer(context, words.kind, _backups(context))
    shop = context.open(write=False)
    try:
        listed = _LISTS[words.kind](context, shop, words)
    finally:
        shop.close()
    return _answer(context, words.kind, listed)


def _answer(context: Context, kind: str, listed: Listed) -> int:
    objects, cells = listed
    context.answer({kind: objects}, table(cells) or context.words("Nothing to list."))
    return 0


def _orders(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    wanted = OrderFilter(
        text=words.text, status=tuple(map(status, words.status)), late=words.late, unprinted=words.unprinted
    )
    rows = order_rows(shop, order_ids(shop, wanted, limit=words.limit))
    objects: list[dict[str, object]] = [_order(row) for row in rows]
    cells: list[Sequence[str]] = [
        (
            row.number,
            row.customer,
            context.words.say(standing_words(row.standing, row.days_late, row.ship_by)),
            context.money(row.total),
            row.detail,
        )
        for row in rows
    ]
    return objects, cells


def _order(row: OrderRow) -> dict[str, object]:
    return {
        "id": row.id,
        "number": row.number,
        "customer": row.customer,
        "total": row.total,
        "status": row.status,
        "paid": row.paid,
        "placed_on": row.placed_on,
        "ship_by": row.ship_by,
        "standing": row.standing,
        "days_late": row.days_late,
        "first": row.first,
        "printed": row.printed,
        "lines": row.lines,
    }


def _customers(_context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    rows = customer_rows(shop, customer_ids(shop, CustomerFilter(text=words.text), limit=words.limit))
    objects: list[dict[str, object]] = [
        {
            "id": row.id,
            "name": row.name,
            "email": row.email,
            "phone": row.phone,
            "language": row.language,
            "orders": row.orders,
            "last_order_on": row.last_order_on,
            "regular": row.regular,
        }
        for row in rows
    ]
    return objects, [(str(row.id), row.name, str(row.orders), row.detail) for row in rows]


def _products(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    rows = product_rows(shop, product_ids(shop, ProductFilter(text=words.text), limit=words.limit))
    objects: list[dict[str, object]] = [
        {"id": row.id, "sku": row.sku, "name": row.name, "price": row.price, "shelf": row.shelf} for row in rows
    ]
    return objects, [(str(row.id), row.sku, context.money(row.price), row.shelf, row.name) for row in rows]


def _changes(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    from desktop_app.queries.changes import change_rows

    rows = change_rows(shop, limit=words.limit)
    objects: list[dict[str, object]] = [
        {"id": row.id, "at": row.at, "actor": row.actor, "title": row.title, "undone": row.undone} for row in rows
    ]
    return objects, [(str(row.id), row.at[:16].replace("T", " "), context.words.say(row.title)) for row in rows]


def _backups(context: Context) -> Listed:
    from desktop_app.actions.backups import backups

    rows = backups(context.location)
    objects: list[dict[str, object]] = [{"file": str(row.file), "at": row.at, "reason": row.reason} for row in rows]
    return objects, [(row.at[:16].replace("T", " "), str(row.reason), str(row.file)) for row in rows]


_LISTS = {
    "orders": _orders,
    "customers": _customers,
    "products": _products,
    **PAPER_LISTS,
    "changes": _changes,
}
