"""Customers by their exact names, with their day, number and address: whom somebody of an address book may be."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from desktop_app.queries import Shop
from desktop_app.queries.known import among, key_texts


class Called(NamedTuple):
    """A customer who bears a name: the day of their birthday (None: unknown), the keys of number and address."""

    id: int
    month_day: int | None
    phone_key: str
    email_key: str


def called_so(shop: Shop, sort_keys: Collection[str]) -> dict[str, list[Called]]:
    """The customers who bear these folded names, under them."""
    found: dict[str, list[Called]] = {}
    columns = "sort_key, id, birth_month_day, phone_key, email_key"
    question = f"SELECT {columns} FROM customer WHERE sort_key {among(shop)} ORDER BY id"
    for name, *row in shop.sql(question, (key_texts(shop, sort_keys),)) if sort_keys else ():
        found.setdefault(name, []).append(Called._make(row))
    return found
