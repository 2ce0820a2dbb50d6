"""Which customers are worth comparing: they share a key (phone, e-mail), or a town and most of a name.

Among a million nobody can be compared with everybody. Blocks of a common name in a big town are narrowed by birthday
and street; `duplicates.py` compares what comes out of here.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations
from typing import Any

from desktop_app.domain.spellings import rough, skeleton, town_key
from desktop_app.queries import Engine, Shop
from desktop_app.store.tables import CustomerTable

Pair = tuple[int, int]  # two customers, the smaller id first

_ROWS = 20_000  # customers read at once
_KEYS = 5_000  # keys bound in one statement
_PARTS = 64  # heaps the blocks are sorted out in, one after the other, so that memory stays flat
_ALIKE = 12  # a block of more people than this is a common name
_SHARING = 40  # a number or address of more people than this is nobody's own


def sharing(shop: Shop) -> Iterator[list[int]]:
    """The customers who have a phone or an e-mail address in common, further ones counted, a list for each."""
    for kind, column in (("phone", CustomerTable.phone_key), ("email", CustomerTable.email_key)):
        groups: dict[str, set[int]] = {}
        joined = "group_concat(id)" if shop.engine is Engine.SQLITE else "string_agg(id::text, ',')"
        for key, ids in shop.sql(
            f"SELECT {column.name}, {joined} FROM customer WHERE {column.name} <> '' GROUP BY {column.name}"
            f" HAVING count(*) BETWEEN 2 AND {_SHARING}"
        ):
            groups[key] = set(map(int, ids.split(",")))
        further = shop.sql("SELECT key, customer_id FROM contact WHERE kind = ? AND key <> ''", (kind,))
        for key, customer in further:
            groups.setdefault(key, set()).add(customer)
        for key, customer in _holders(shop, column, {key for key, _ in further}):
            groups[key].add(customer)
        yield from (sorted(ids) for ids in groups.values() if 1 < len(ids) <= _SHARING)


def _holders(shop: Shop, column: Any, keys: Collection[str]) -> Iterator[tuple[str, int]]:
    wanted = sorted(keys)
    for start in range(0, len(wanted), _KEYS):
        part = wanted[start : start + _KEYS]
        found: list[tuple[str, int]] = shop.rows(CustomerTable.select(column, CustomerTable.id).where(column.in_(part)))
        yield from found


class NameBlocks:
    """Takes in everybody's name and town, then says which pairs stand in one block."""

    def __init__(self) -> None:
        self._blocks = [array("q") for _ in range(_PARTS)]
        self._ids = [array("q") for _ in range(_PARTS)]
        self._days = [array("h") for _ in range(_PARTS)]
        self._streets = [array("q") for _ in range(_PARTS)]

    def read(self, shop: Shop, go_on: Callable[[int, int], object]) -> None:
        """Reads the whole shop, telling `go_on(id, last id)` after each part."""
        [(last,)] = shop.sql("SELECT coalesce(max(id), 0) FROM customer")
        seen = 0
        while rows := shop.sql(
            "SELECT id, given, family, company, city, street, coalesce(birth_month_day, 0) FROM customer"
            f" WHERE id > ? AND city <> '' ORDER BY id LIMIT {_ROWS}",
            (seen,),
        ):
            for row in rows:
                self.add(*row)
            seen = rows[-1][0]
            go_on(seen, last)

    def add(self, id_: int, given: str, family: str, company: str, city: str, street: str, day: int) -> None:
        """Takes in one customer under each of their blocks."""
        town = town_key(city)
        place = hash(rough(street)) if street else 0
        for name in _name_keys(given, family, company):
            block = hash((town, *name))
            part = block % _PARTS
            self._blocks[part].append(block)
            self._ids[part].append(id_)
            self._days[part].append(day)
            self._streets[part].append(place)

    def pairs(self) -> Iterator[list[Pair]]:
        """The pairs of each part; a pair may come twice."""
        for part in range(_PARTS):
            found: dict[int, list[int]] = {}
            for place, block in enumerate(self._blocks[part]):
                found.setdefault(block, []).append(place)
            ids = self._ids[part]
            yield [
                _pair(ids[one], ids[other])
                for places in found.values()
                if len(places) > 1
                for few in self._narrowed(part, places)
                for one, other in combinations(few, 2)
                if ids[one] != ids[other]
            ]

    def _narrowed(self, part: int, places: list[int]) -> Iterable[list[int]]:
        """A block, or where it is a common name those of it who share a birthday or a street."""
        if len(places) <= _ALIKE:
            return [places]
        groups: dict[tuple[str, int], list[int]] = {}
        for place in places:
            day, street = self._days[part][place], self._streets[part][place]
            if day % 100:
                groups.setdefault(("day", day), []).append(place)
            if street:
                groups.setdefault(("street", street), []).append(place)
        return [group for group in groups.values() if 1 < len(group) <= _ALIKE]


def _name_keys(given: str, family: str, company: str) -> tuple[tuple[str, str], ...]:
    """One name whole and the other's first letter, and the other way round: a typing error spoils one of them only."""
    if given and family:
        return ((skeleton(family), rough(given)[:1]), (skeleton(given), rough(family)[:1]))
    whole = given or family or company
    return ((skeleton(whole), ""),) if whole else ()


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
