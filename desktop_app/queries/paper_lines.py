"""The articles of orders as their papers name them, in the customer's language; and which have papers of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import JOIN, fn

from desktop_app.domain.kinds import Kind
from desktop_app.domain.printing import LineDetails, ProductDetails
from desktop_app.domain.settings import SHOP_LANGUAGE, SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.listing import among
from desktop_app.queries.orders import money
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P
from desktop_app.store.tables import ProductTextTable as T


def paper_lines(shop: Shop, order_ids: Sequence[int], values: SettingValues) -> dict[int, list[tuple[Any, ...]]]:
    """The lines of orders under the orders' ids, in one statement, as `line_details` and `told_products` read them.

    An article goes by the name its product has in the customer's language, else by the one the order was placed under.
    """
    spoken = fn.COALESCE(fn.NULLIF(C.language, ""), values[SHOP_LANGUAGE])
    name, care = fn.COALESCE(fn.NULLIF(T.name, ""), L.name), fn.COALESCE(fn.NULLIF(T.care, ""), P.care)
    query = (
        L.select(L.order, L.quantity, name, L.sku, L.total_minor, L.unit_minor, care, P.warranty_months, P.link)
        .join(P, JOIN.LEFT_OUTER)
        .join_from(L, O)
        .join(C, JOIN.LEFT_OUTER)
        .join_from(L, T, JOIN.LEFT_OUTER, on=((T.product == L.product) & (T.language == spoken)))
        .where(among(L.order, order_ids))
        .order_by(L.order, L.position)
    )
    found: dict[int, list[tuple[Any, ...]]] = {}
    for order_id, *line in shop.rows(query.tuples()):
        found.setdefault(order_id, []).append(tuple(line))
    return found


def line_details(line: Sequence[Any], currency: str, *, priced: bool) -> LineDetails:
    """One article of an order as its papers show it, with its price or without."""
    quantity, name, sku, total, unit = line[:5]
    paid = unit * quantity if total is None and unit is not None else total
    return LineDetails(quantity, name, sku, money(paid, currency) if priced else None)


def told_products(lines: Sequence[Sequence[Any]]) -> tuple[ProductDetails, ...]:
    """The articles that have a paper of their own, each once however many lines of the order hold it."""
    sheets = (ProductDetails(name or sku, sku, *told) for _, name, sku, _, _, *told in lines if any(told))
    return tuple(dict.fromkeys(sheets))


def holds_told(kind: Kind) -> Any:
    """The condition that an order holds a product with something to say on a paper of this kind."""
    said_in = T.select(T.id).where(T.product == P.id, T.care != "")
    told = P.warranty_months > 0 if kind is Kind.WARRANTY else (P.care != "") | (P.link != "") | fn.EXISTS(said_in)
    return fn.EXISTS(L.select(L.id).join(P).where(L.order == O.id, told))
