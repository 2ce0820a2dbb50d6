"""Which customers are worth comparing: they share a key (phone, e-mail), or a town and most of a name.

Among a million nobody can be compared with everybody. Blocks of a common name in a big town are narrowed by birthday
and street; `duplicates.py` compares what comes out of here.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from desktop_app.domain.likeness import names_near
from desktop_app.domain.spellings import rough, skeleton, town_key
from desktop_app.domain.text import fold
from desktop_app.queries import Engine, Shop
from desktop_app.store.tables import CustomerTable

Pair = tuple[int, int]  # two customers, the smaller id first

_ROWS = 20_000  # customers read at once
_KEYS = 5_000  # keys bound in one statement
_PARTS = 64  # heaps the blocks are sorted out in, one after the other, so that memory stays flat
_ALIKE = 12  # a block of more people than this is a common name
_SMALL = (1 << 31) - 1  # a hash cut to what a column of small numbers holds
_SHARING = 16  # a number or address of more people than this is nobody's own


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
    """Takes in everybody's name and town, then says which pairs stand in one block and have nearly the same name."""

    def __init__(self) -> None:
        self._names: dict[str, _Name] = {"": _Name(0, "", "")}
        self._rough: list[str] = [""]
        self._towns: dict[str, str] = {}
        self._near: dict[Pair, bool] = {}
        self._parts = [_Part() for _ in range(_PARTS)]

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
        """Takes in one customer under each of their blocks: a typing error in one name spoils one of them only."""
        if not given or not family:
            given, family = "", given or family or company
        one, other = self._name(given), self._name(family)
        if not other.skeleton:
            return
        town = self._towns.get(city) or self._towns.setdefault(city, town_key(city))
        where = (id_, one.number, other.number, day if day % 100 else 0, hash(fold(street)) & _SMALL if street else 0)
        self._put(hash((town, other.skeleton, one.initial)), where)
        if given:
            self._put(hash((town, one.skeleton, other.initial)), where)

    def pairs(self, wants_weak: Callable[[], bool]) -> Iterator[tuple[list[Pair], list[Pair]]]:
        """The pairs of each part: those who share a birthday or a street too, and the weak ones, where they are wanted.

        A pair may come twice.
        """
        for part in self._parts:
            strong: list[Pair] = []
            weak: list[Pair] = []
            also_weak = wants_weak()
            for places in part.blocks():
                for few, more_in_common in part.narrowed(places, also_weak=also_weak):
                    for one, other in combinations(few, 2):
                        if part.ids[one] != part.ids[other] and self._alike(part, one, other):
                            pair = _pair(part.ids[one], part.ids[other])
                            (strong if more_in_common else weak).append(pair)
            yield strong, weak

    def _name(self, name: str) -> _Name:
        known = self._names.get(name)
        if known is None:
            sounds = rough(name)
            known = self._names[name] = _Name(len(self._rough), skeleton(name), sounds[:1])
            self._rough.append(sounds)
        return known

    def _put(self, block: int, where: tuple[int, int, int, int, int]) -> None:
        self._parts[block % _PARTS].put(block, where)

    def _alike(self, part: _Part, one: int, other: int) -> bool:
        given, family = part.given, part.family
        return (self._are_near(given[one], given[other]) and self._are_near(family[one], family[other])) or (
            self._are_near(given[one], family[other]) and self._are_near(family[one], given[other])
        )

    def _are_near(self, one: int, other: int) -> bool:
        if one == other:
            return True
        if not one or not other:
            return False
        pair = _pair(one, other)
        known = self._near.get(pair)
        if known is None:
            known = self._near[pair] = names_near(self._rough[one], self._rough[other])
        return known


class _Name(NamedTuple):
    """A name as blocks need it."""

    number: int  # of its sound, 0 for none
    skeleton: str
    initial: str


class _Part:
    """A share of the blocks, in columns, so that a million people take little memory."""

    def __init__(self) -> None:
        self.hashes, self.ids = array("q"), array("q")
        self.given, self.family = array("i"), array("i")
        self.days, self.streets = array("h"), array("i")

    def put(self, block: int, where: tuple[int, int, int, int, int]) -> None:
        self.hashes.append(block)
        id_, given, family, day, street = where
        self.ids.append(id_)
        self.given.append(given)
        self.family.append(family)
        self.days.append(day)
        self.streets.append(street)

    def blocks(self) -> Iterator[list[int]]:
        """The places of each block of more than one person."""
        found: dict[int, list[int]] = {}
        for place, block in enumerate(self.hashes):
            found.setdefault(block, []).append(place)
        return (places for places in found.values() if len(places) > 1)

    def narrowed(self, places: list[int], *, also_weak: bool) -> Iterator[tuple[list[int], bool]]:
        """Those of a block who share a birthday or a street; and all of it, where it is no common name."""
        for column in (self.days, self.streets):
            groups: dict[int, list[int]] = {}
            for place in places:
                if column[place]:
                    groups.setdefault(column[place], []).append(place)
            yield from ((group, True) for group in groups.values() if 1 < len(group) <= _ALIKE)
        if also_weak and len(places) <= _ALIKE:
            yield places, False


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
