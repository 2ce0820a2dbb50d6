"""Articles of a file's order lines into products: found by code, else by name; the unknown added once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from desktop_app.domain.importing import LineRecord
from desktop_app.domain.keys import name_key, sku_key
from desktop_app.domain.products import HEAVIEST
from desktop_app.queries import Shop
from desktop_app.queries.known import lacking_codes, products_by_keys
from desktop_app.store.tables import ProductTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("sku", "name", "price_minor", "currency", "barcode", "weight", "sku_key", "sort_key")
_LARGEST_PRICE = 2**31 - 1  # what the column holds
_REMEMBERED = 200_000  # articles whose product is not asked for again

Article = tuple[str, str]  # code, name


class ProductWriter:
    """Finds or adds the products of an import's lines, a chunk at a time, inside one change."""

    def __init__(self, shop: Shop, change: Change) -> None:
        self.shop = shop
        self.change = change
        self.ids: dict[Article, int] = {}  # the products of articles that were learnt

    def learn(self, lines: Iterable[tuple[LineRecord, str]]) -> None:
        """Finds or adds the products of lines, each given with its order's currency; `ids` then tells them."""
        if len(self.ids) > _REMEMBERED:
            self.ids.clear()
        unknown: dict[Article, tuple[LineRecord, str]] = {}
        known = self.ids
        for line, currency in lines:
            article = (line.sku, line.name)
            if article not in known:
                unknown.setdefault(article, (line, currency))
        if unknown:
            self._find_or_add(unknown)

    def _find_or_add(self, unknown: dict[Article, tuple[LineRecord, str]]) -> None:
        keys = {article: (sku_key(article[0]), name_key(article[1])) for article in unknown}
        by_code, by_name = products_by_keys(
            self.shop, {code for code, _ in keys.values() if code}, {name for code, name in keys.values() if not code}
        )
        new: dict[tuple[str, str], Article] = {}
        told: dict[int, LineRecord] = {}
        for article, (code, name) in keys.items():
            found = by_code.get(code) if code else by_name.get(name)
            if found is not None:
                self.ids[article] = found
                line = unknown[article][0]
                if line.barcode or line.weight:
                    told.setdefault(found, line)
            else:
                new.setdefault((code, "" if code else name), article)
        rows = (self._row(*unknown[article], *keys[article]) for article in new.values())
        ids = dict(zip(new, self.change.insert_many(ProductTable, _COLUMNS, rows), strict=True)) if new else {}
        for article, (code, name) in keys.items():
            if article not in self.ids:
                self.ids[article] = ids[code, "" if code else name]

        if told:
            self._fill(told)

    def _fill(self, told: dict[int, LineRecord]) -> None:
        """Gives known products the barcode and the weight they lack; what somebody wrote stays."""
        lacking = lacking_codes(self.shop, list(told))
        rows = [
            (barcode or told[id_].barcode, told[id_].weight if weight is None else weight)
            for id_, (barcode, weight) in lacking.items()
        ]
        self.change.update_many(ProductTable, list(lacking), ("barcode", "weight"), rows)

    def _row(self, line: LineRecord, currency: str, code: str, name: str) -> tuple[Any, ...]:
        price = line.unit_minor if line.unit_minor is not None and 0 <= line.unit_minor <= _LARGEST_PRICE else None
        weight = line.weight if line.weight is not None and line.weight <= HEAVIEST else None
        return (line.sku, line.name, price, currency if price is not None else "", line.barcode, weight, code, name)
