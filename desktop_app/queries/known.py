"""What the shop already holds of what a file brings: orders, people, articles by their keys, thousands at once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from desktop_app.domain.keys import number_key
from desktop_app.queries import Engine, Shop
from desktop_app.queries.listing import in_parts


class KeptLine(NamedTuple):
    """One line of an order as kept."""

    id: int
    sku: str
    name: str
    quantity: int
    unit_minor: int | None
    total_minor: int | None
    discount_minor: int | None
    returned: int


class KeptOrder(NamedTuple):
    """An order as kept, with its customer's e-mail key ("" without one)."""

    id: int
    source_key: str
    customer: int | None
    email_key: str
    number: str
    placed_at: str
    changed_at: str
    status: str
    paid: bool
    currency: str
    total_minor: int | None
    shipping_minor: int | None
    discount_minor: int | None
    refunded_minor: int | None
    ship_by: dt.date | None
    deliver_by: dt.date | None
    carrier: str
    tracking: str
    to_name: str
    to_street: str
    to_city: str
    to_region: str
    to_postcode: str
    to_country: str
    note: str


_PAID, _DAY = KeptOrder._fields.index("paid"), KeptOrder._fields.index("ship_by")


class KeptPerson(NamedTuple):
    """A customer as kept, as far as files speak of them."""

    id: int
    given: str
    family: str
    patronymic: str
    company: str
    language: str
    email: str
    phone: str
    street: str
    city: str
    region: str
    postcode: str
    country: str
    birth_month_day: int | None
    birth_year: int | None
    note: str
    source: str
    source_key: str


def holds_orders(shop: Shop, source: str) -> bool:
    """Whether the shop has any order of a source."""
    return bool(shop.sql("SELECT 1 FROM orders WHERE source = ? LIMIT 1", (source,)))


def holds_any_order(shop: Shop) -> bool:
    """Whether the shop has any order."""
    return bool(shop.sql("SELECT 1 FROM orders LIMIT 1"))


def holds_people(shop: Shop) -> bool:
    """Whether the shop has any customer."""
    return bool(shop.sql("SELECT 1 FROM customer LIMIT 1"))


def known_keys(shop: Shop, source: str, keys: Collection[str]) -> set[str]:
    """Which of these keys some order of a source has."""
    question = f"SELECT source_key FROM orders WHERE source = ? AND source_key {among(shop)}"
    return {key for (key,) in shop.sql(question, (source, key_texts(shop, keys)))}


def known_orders(shop: Shop, source: str, keys: Collection[str]) -> dict[str, KeptOrder]:
    """The orders of a source that have these keys."""
    return {order.source_key: order for order in _orders(shop, source, "source_key", keys)}


def orders_by_number(shop: Shop, source: str, number_keys: Collection[str]) -> dict[str, list[KeptOrder]]:
    """The orders of a source that have these folded numbers, under them."""
    found: dict[str, list[KeptOrder]] = {}
    for order in _orders(shop, source, "number_key", number_keys) if number_keys else ():
        found.setdefault(number_key(order.number), []).append(order)
    return found


def known_lines(shop: Shop, orders: Collection[int]) -> dict[int, list[KeptLine]]:
    """The lines of orders in their sequence."""
    found: dict[int, list[KeptLine]] = {order: [] for order in orders}
    rows = shop.sql(
        "SELECT order_id, id, sku, name, quantity, unit_minor, total_minor, discount_minor, returned FROM order_line"
        f" WHERE order_id {among(shop)} ORDER BY order_id, position",
        (row_numbers(shop, orders),),
    )
    for order, *line in rows:
        found[order].append(KeptLine._make(line))
    return found


def people_by_email(shop: Shop, email_keys: Collection[str]) -> dict[str, int]:
    """The customers who have these e-mail addresses, as the preferred one or a further one; of several the first."""
    if not email_keys:
        return {}
    further = []
    if shop.sql("SELECT 1 FROM contact LIMIT 1"):  # as a rule nobody has any, and an import asks for thousands
        question = f"SELECT key, min(customer_id) FROM contact WHERE kind = 'email' AND key {among(shop)} GROUP BY key"
        further = shop.sql(question, (key_texts(shop, email_keys),))
    rows = shop.sql(
        f"SELECT email_key, min(id) FROM customer WHERE email_key {among(shop)} GROUP BY email_key",
        (key_texts(shop, email_keys),),
    )
    return dict([*further, *rows])


def further_ways(shop: Shop, ids: Collection[int]) -> dict[int, set[tuple[str, str]]]:
    """The further ways to reach customers, as kind and key; those without any are left out."""
    found: dict[int, set[tuple[str, str]]] = {}
    question = f"SELECT customer_id, kind, key FROM contact WHERE customer_id {among(shop)}"
    for customer, kind, key in shop.sql(question, (row_numbers(shop, ids),)) if ids else ():
        found.setdefault(customer, set()).add((kind, key))
    return found


class KeptConsent(NamedTuple):
    """The last kept consent of a customer for one purpose: its row, who brought it, whether it was withdrawn."""

    id: int
    source: str
    withdrawn: bool


def known_words_of(shop: Shop, ids: Collection[int]) -> dict[int, set[tuple[str, str]]]:
    """The tags and interests customers bear, as kind and key; those without any are left out."""
    found: dict[int, set[tuple[str, str]]] = {}
    question = (
        "SELECT x.customer_id, w.kind, w.word_key FROM customer_word x JOIN word w ON w.id = x.word_id"
        f" WHERE x.customer_id {among(shop)}"
    )
    for customer, kind, key in shop.sql(question, (row_numbers(shop, ids),)) if ids else ():
        found.setdefault(customer, set()).add((kind, key))
    return found


def known_consents(shop: Shop, ids: Collection[int]) -> dict[int, dict[str, KeptConsent]]:
    """The consents of customers by what they are for, of several the last; those without any are left out."""
    found: dict[int, dict[str, KeptConsent]] = {}
    question = (
        f"SELECT customer_id, what, id, source, withdrawn_on FROM consent WHERE customer_id {among(shop)} ORDER BY id"
    )
    for customer, what, number, source, withdrawn in shop.sql(question, (row_numbers(shop, ids),)) if ids else ():
        found.setdefault(customer, {})[what] = KeptConsent(number, source, withdrawn is not None)
    return found


def people_by_key(shop: Shop, source: str, keys: Collection[str]) -> dict[str, int]:
    """The customers a source knows under these keys, those of records that were merged into them included."""
    if not keys:
        return {}
    found: dict[str, int] = {}
    for table, whose in (("former_key", "customer_id"), ("customer", "id")):
        found.update(
            shop.sql(
                f"SELECT source_key, min({whose}) FROM {table} WHERE source = ? AND source_key {among(shop)}"
                " GROUP BY source_key",
                (source, key_texts(shop, keys)),
            )
        )
    return found


def namesakes(shop: Shop, sort_keys: Collection[str]) -> int:
    """How many of these folded names some customer bears already."""
    if not sort_keys:
        return 0
    question = f"SELECT count(DISTINCT sort_key) FROM customer WHERE sort_key {among(shop)}"
    return int(shop.sql(question, (key_texts(shop, sort_keys),))[0][0])


def kept_people(shop: Shop, ids: Collection[int]) -> dict[int, KeptPerson]:
    """Customers by their ids."""
    if not ids:
        return {}
    columns = ", ".join(KeptPerson._fields)
    rows = shop.sql(f"SELECT {columns} FROM customer WHERE id {among(shop)}", (row_numbers(shop, ids),))
    return {row[0]: KeptPerson._make(row) for row in rows}


def products_by_keys(
    shop: Shop, sku_keys: Collection[str], names: Collection[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """The products that have these codes, and those that have these folded names; of several the first."""
    return _products(shop, "sku_key", sku_keys), _products(shop, "sort_key", names)


def lacking_codes(shop: Shop, ids: Collection[int]) -> dict[int, tuple[str, int | None]]:
    """Those of these products that lack a barcode or a weight, with what they have of the two."""
    found: dict[int, tuple[str, int | None]] = {}
    for part in in_parts(list(ids)):
        listed = ", ".join(str(int(number)) for number in part)
        query = f"SELECT id, barcode, weight FROM product WHERE id IN ({listed}) AND (barcode = '' OR weight IS NULL)"
        found.update({id_: (barcode, weight) for id_, barcode, weight in shop.sql(query)})
    return found


def catalogue(
    shop: Shop, sku_keys: Collection[str], barcodes: Collection[str], names: Collection[str]
) -> tuple[dict[str, int], dict[str, tuple[int, str]], dict[str, tuple[int, str]]]:
    """The products of these codes; of these barcodes and folded names, each with its code, those without one first."""
    return _products(shop, "sku_key", sku_keys), _coded(shop, "barcode", barcodes), _coded(shop, "sort_key", names)


def _orders(shop: Shop, source: str, column: str, keys: Collection[str]) -> Iterator[KeptOrder]:
    columns = ", ".join(f"o.{name}" for name in KeptOrder._fields[4:])
    rows = shop.sql(
        f"SELECT o.id, o.source_key, o.customer_id, coalesce(c.email_key, ''), {columns} FROM orders o"
        f" LEFT JOIN customer c ON c.id = o.customer_id WHERE o.source = ? AND o.{column} {among(shop)} ORDER BY o.id",
        (source, key_texts(shop, keys)),
    )
    for row in rows:
        yield KeptOrder._make(
            (
                *row[:_PAID], bool(row[_PAID]), *row[_PAID + 1 : _DAY],
                _day(row[_DAY]), _day(row[_DAY + 1]), *row[_DAY + 2 :],
            )
        )


def _products(shop: Shop, column: str, keys: Collection[str]) -> dict[str, int]:
    if not keys:
        return {}
    rows = shop.sql(
        f"SELECT {column}, min(id) FROM product WHERE {column} {among(shop)} GROUP BY {column}",
        (key_texts(shop, keys),),
    )
    return dict(rows)


def _coded(shop: Shop, column: str, keys: Collection[str]) -> dict[str, tuple[int, str]]:
    if not keys:
        return {}
    query = f"SELECT {column}, id, sku_key FROM product WHERE {column} {among(shop)} ORDER BY sku_key, id"
    found: dict[str, tuple[int, str]] = {}
    for key, id_, code in shop.sql(query, (key_texts(shop, keys),)):
        found.setdefault(key, (id_, code))
    return found


def among(shop: Shop) -> str:
    """The condition that a column is one of a list given as one value: no limit on how many."""
    return "IN (SELECT value FROM json_each(?))" if shop.engine is Engine.SQLITE else "= ANY(?)"


def key_texts(shop: Shop, keys: Iterable[str]) -> Any:
    """Keys as the one value `among` compares with."""
    return json.dumps(list(keys)) if shop.engine is Engine.SQLITE else list(keys)


def row_numbers(shop: Shop, ids: Iterable[int]) -> Any:
    """Ids as the one value `among` compares with."""
    return json.dumps(list(ids)) if shop.engine is Engine.SQLITE else list(ids)


def _day(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
