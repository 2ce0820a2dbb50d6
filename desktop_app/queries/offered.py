"""What is offered while one types: towns, tags, interests; carriers and shops of orders; suppliers of products."""

from __future__ import annotations

from typing import Any

from peewee import Select

from desktop_app.domain.tags import WordKind
from desktop_app.queries import Shop
from desktop_app.store.tables import CarrierTable as R
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P
from desktop_app.store.tables import WordTable as W

_MOST = 2_000
_LATELY = 20_000  # of so many orders, the newest, it is asked what stands in them: of all it would take its time

# One step down the index for each town: a million customers live in some hundreds of them.
_TOWNS = f"""
WITH RECURSIVE town (city_key) AS (
    SELECT min(city_key) FROM customer WHERE city_key > ''
    UNION ALL
    SELECT (SELECT min(c.city_key) FROM customer c WHERE c.city_key > town.city_key) FROM town
    WHERE town.city_key IS NOT NULL
)
SELECT (SELECT c.city FROM customer c WHERE c.city_key = town.city_key LIMIT 1)
FROM town WHERE city_key IS NOT NULL LIMIT {_MOST}
"""


def towns(shop: Shop) -> list[str]:
    """The towns of the customers by name, each in one of its spellings."""
    return [town for (town,) in shop.sql(_TOWNS)]


def words_offered(shop: Shop, kind: WordKind) -> list[str]:
    """The shop's tags, or its interests, by name."""
    query = W.select(W.word).where(W.kind == kind.value).order_by(W.word_key).limit(_MOST)
    return [word for (word,) in shop.rows(query.tuples())]


def carriers_used(shop: Shop) -> list[str]:
    """The shop's carriers, and those that stand in its newer orders, by name."""
    known = {name for (name,) in shop.rows(R.select(R.name).tuples())}
    return sorted(known | set(_used(shop, O.carrier)))


def countries_used(shop: Shop) -> list[str]:
    """The countries that newer orders went to."""
    return _used(shop, O.to_country)


def sources_used(shop: Shop) -> list[str]:
    """The shops that newer orders came from."""
    return _used(shop, O.source)


def suppliers_used(shop: Shop) -> list[str]:
    """Who the shop's products come from, by name."""
    query = P.select(P.supplier).where(P.supplier != "").distinct().order_by(P.supplier).limit(_MOST)
    return [name for (name,) in shop.rows(query.tuples())]


def _used(shop: Shop, column: Any) -> list[str]:
    lately = O.select(column.alias("used")).order_by(O.id.desc()).limit(_LATELY).alias("lately")
    query = Select([lately], [lately.c.used]).where(lately.c.used != "").distinct().order_by(lately.c.used)
    return [text for (text,) in shop.rows(query.limit(_MOST).tuples())]
