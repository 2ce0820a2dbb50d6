"""What is offered while a person narrows a list of customers: the towns they live in, the shop's tags and interests."""

from __future__ import annotations

from desktop_app.domain.tags import WordKind
from desktop_app.queries import Shop
from desktop_app.store.tables import WordTable as W

_MOST = 2_000

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
