"""`cordial list KIND`: the lists of the window, as many rows as are asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli.carriers import listed_carriers
from desktop_app.cli.chosen_columns import chosen_cells
from desktop_app.cli.complaint_lists import listed_complaints
from desktop_app.cli.inboxes import listed_inboxes
from desktop_app.cli.messages_list import listed_messages
from desktop_app.cli.narrowing import wanted_list
from desktop_app.cli.narrowing_arguments import foreign
from desktop_app.cli.output import Context, Listed, answer_list
from desktop_app.cli.paper_lists import PAPER_LISTS
from desktop_app.cli.renewals import listed_renewals
from desktop_app.cli.standings import standing_text
from desktop_app.cli.tag_lists import listed_interests, listed_tags
from desktop_app.cli.vouchers import listed_vouchers
from desktop_app.domain.listing import ListKind
from desktop_app.domain.order_money import payment
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import CustomerRow
from desktop_app.queries.orders import OrderRow

_SOUGHT = ("customers", "orders", "products", "complaints", "designs", "stocks")


def run(context: Context, words: argparse.Namespace) -> int:
    """Prints one list; options that this list has no use for end with the usage."""
    if strange := foreign(words, words.kind):
        words.refuse(f"not for {words.kind}: {strange}")
    if words.text and words.kind not in _SOUGHT:
        words.refuse(f"--text is for {', '.join(_SOUGHT)}")
    if words.kind == "backups":
        return answer_list(context, words.kind, _backups(context))
    shop = context.open(write=False)
    try:
        listed = _LISTS[words.kind](context, shop, words)
    finally:
        shop.close()
    return answer_list(context, words.kind, listed)


def _orders(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    wanted = wanted_list(shop, ListKind.ORDERS, words)
    rows = wanted.rows(shop, words.limit)
    cells: list[Sequence[str]] = [
        (
            row.number,
            row.customer,
            standing_text(context, row),
            context.money(row.total),
            row.detail,
        )
        for row in rows
    ]
    return [_order(row) for row in rows], chosen_cells(context, wanted, rows) or cells


def _order(row: OrderRow) -> dict[str, object]:
    return {
        "id": row.id,
        "number": row.number,
        "customer": row.customer,
        "total": row.total,
        "status": row.status,
        "paid": row.paid,
        "placed_on": row.placed_on,
        "payment": payment(row.paid, row.total, row.refunded),
        "refunded": row.refunded,
        "ship_by": row.ship_by,
        "standing": row.standing,
        "days_late": row.days_late,
        "deliver_by": row.deliver_by,
        "reasons": row.reasons,
        "first": row.first,
        "printed": row.printed,
        "lines": row.lines,
        "gift": row.gift,
        "set_aside": row.set_aside,
        "claimed_by": row.claimed_by,
        "carrier": row.carrier,
        "tracking": row.tracking,
    }


def _customers(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    wanted = wanted_list(shop, ListKind.CUSTOMERS, words)
    rows = wanted.rows(shop, words.limit)
    cells: list[Sequence[str]] = [(str(row.id), row.name, str(row.orders), row.detail) for row in rows]
    return [_customer(row) for row in rows], chosen_cells(context, wanted, rows) or cells


def _customer(row: CustomerRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "given": row.given,
        "family": row.family,
        "company": row.company,
        "email": row.email,
        "phone": row.phone,
        "language": row.language,
        "city": row.city,
        "country": row.country,
        "birthday": row.birthday,
        "channel": row.channel,
        "tags": row.tags,
        "interests": row.interests,
        "consents": row.consents,
        "orders": row.orders,
        "first_order_on": row.first_order_on,
        "last_order_on": row.last_order_on,
        "spent": row.spent,
        "regular": row.regular,
    }


def _products(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    wanted = wanted_list(shop, ListKind.PRODUCTS, words)
    rows = wanted.rows(shop, words.limit)
    objects: list[dict[str, object]] = [
        {
            "id": row.id,
            "sku": row.sku,
            "name": row.name,
            "barcode": row.barcode,
            "price": row.price,
            "stock": row.stock,
            "shelf": row.shelf,
            "weight": row.weight,
            "fragile": row.fragile,
            "handling_days": row.handling_days,
            "warranty_months": row.warranty_months,
            "link": row.link,
            "interests": row.interests,
            "supplier": row.supplier,
            "picture": row.picture,
        }
        for row in rows
    ]
    cells: list[Sequence[str]] = [
        (str(row.id), row.sku, context.money(row.price), row.shelf, row.name) for row in rows
    ]  # fmt: skip
    return objects, chosen_cells(context, wanted, rows) or cells


def _views(_context: Context, shop: Shop, _words: argparse.Namespace) -> Listed:
    from desktop_app.queries.views import views_of

    rows = views_of(shop)
    objects: list[dict[str, object]] = [
        {
            "id": row.id,
            "of": row.page,
            "name": row.name,
            "sort": row.content.sort.key,
            "descending": row.content.sort.descending,
            "columns": row.content.columns,
        }
        for row in rows
    ]
    return objects, [(str(row.page), row.name) for row in rows]


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
    "complaints": listed_complaints,
    "inboxes": listed_inboxes,
    "carriers": listed_carriers,
    "vouchers": listed_vouchers,
    "views": _views,
    "renewals": listed_renewals,
    "messages": listed_messages,
    "tags": listed_tags,
    "interests": listed_interests,
    **PAPER_LISTS,
    "changes": _changes,
}
