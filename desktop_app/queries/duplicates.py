"""Customers who may be one person, the surest first; never those a person has told apart, nor each other's family."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Stopped
from desktop_app.domain.likeness import NAME_ALONE, PROPOSED_FROM, Likeness, Someone, likeness
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.blocking import NameBlocks, Pair, sharing
from desktop_app.queries.listing import among, in_parts
from desktop_app.queries.matching import customers_matching
from desktop_app.store.tables import ContactTable, CustomerTable, NotSameTable, RelativeTable

Progress = Callable[[int, int], bool]

MOST = 1_000  # pairs shown at once: nobody goes through more in one sitting
_BATCH = 5_000  # pairs compared at once
_FEW = 8  # of more people who share a number only those with one name are shown
_CERTAIN = 85
_STEPS = 1_000
_SHARED, _READ = 50, 700  # of these steps: finding shared keys, reading names
_FEW_CUSTOMERS = 10_000  # are gone through in about a quarter of a second
_NEIGHBOURS = 50  # customers a name is looked up among for one record


@dataclass(frozen=True, slots=True)
class Alike:
    """Two customers who may be one person; the first is the one proposed to stay: more orders, else longer here."""

    first: Someone
    second: Someone
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The surest pairs, and how many there are in all; with `more`, at least so many."""

    pairs: tuple[Alike, ...]
    count: int
    more: bool = False


def duplicates(
    shop: Shop, *, only: Collection[int] | None = None, limit: int = MOST, progress: Progress | None = None
) -> Duplicates:
    """Goes through the whole shop; with `only`, pairs in which one of these customers stands. Raises Stopped."""

    def at(step: int) -> None:
        if progress is not None and not progress(step, _STEPS):
            raise Stopped(msg("Stopped."))

    search = _Search(shop, only, limit, going=lambda: at(_SHARED))

    at(0)
    own: list[Pair] = []
    common: list[Pair] = []
    for group in sharing(shop):
        (own if len(group) <= _FEW else common).extend(combinations(group, 2))
    at(_SHARED)
    search.take(own, from_score=PROPOSED_FROM)
    search.take(common, from_score=_CERTAIN)
    blocks = NameBlocks()
    blocks.read(shop, lambda done, last: at(_SHARED + (_READ - _SHARED) * done // max(1, last)))
    search.going = lambda: None
    for part, (strong, weak) in enumerate(blocks.pairs(lambda: search.wants(NAME_ALONE)), 1):
        search.take(strong, from_score=PROPOSED_FROM)
        search.take(weak, from_score=PROPOSED_FROM)
        at(_READ + part * (_STEPS - _READ) // 64)
    return search.found()


def few_duplicates(shop: Shop, *, progress: Progress | None = None) -> Duplicates:
    """The pairs of a shop small enough to be gone through unasked; of a larger one none, and that there may be more."""
    [(last,)] = shop.sql("SELECT coalesce(max(id), 0) FROM customer")
    return duplicates(shop, progress=progress) if last <= _FEW_CUSTOMERS else Duplicates((), 0, more=True)


def duplicates_of(shop: Shop, customer: CustomerId) -> tuple[Alike, ...]:
    """Who may be the same person as one customer, the surest first; found by their keys and by their name."""
    me = people(shop, [customer]).get(customer)
    if me is None:
        return ()
    near = _same_keys(shop, me)
    name = " ".join(part for part in (me.given, me.family) if part) or me.company
    if name:
        C = CustomerTable
        found = C.select(C.id).where(customers_matching(shop, name)).order_by(C.id.desc()).limit(_NEIGHBOURS)
        near.update(number for (number,) in shop.rows(found))
    search = _Search(shop, None, _NEIGHBOURS)
    search.take(((customer, other) for other in near if other != customer), from_score=PROPOSED_FROM)
    return search.found().pairs


def compared(shop: Shop, one: CustomerId, other: CustomerId) -> Duplicates:
    """Two customers a person chose themselves, however alike; none where one of them is gone."""
    known = people(shop, (one, other))
    if len(known) < 2:
        return Duplicates((), 0)
    return Duplicates((_in_order(known[one], known[other], likeness(known[one], known[other])),), 1)


def told_apart(shop: Shop, one: CustomerId, other: CustomerId) -> int | None:
    """The row that says two customers are two people; None where nobody said so."""
    T = NotSameTable
    return shop.value(T.select(T.id).where(T.first == min(one, other), T.second == max(one, other)))  # type: ignore[no-any-return]


def new_customers(shop: Shop, change: int) -> list[int]:
    """The customers a change added that are still there."""
    ranges = shop.sql(
        "SELECT first_id, last_id FROM journal WHERE change_id = ? AND tbl = 'customer' AND op = 'I'", (change,)
    )
    return [
        number
        for first, last in ranges
        for (number,) in shop.sql("SELECT id FROM customer WHERE id BETWEEN ? AND ?", (first, last))
    ]


def duplicates_among_new(shop: Shop, change: int, *, progress: Progress | None = None) -> Duplicates:
    """The pairs in which a customer stands whom a change added, as after an import of people."""
    added = new_customers(shop, change)
    return duplicates(shop, only=set(added), progress=progress) if added else Duplicates((), 0)


def people(shop: Shop, ids: Iterable[int]) -> dict[int, Someone]:
    """Customers as they are compared, with their further e-mails and phones."""
    wanted = sorted(set(ids))
    found: dict[int, Someone] = {}
    for part in in_parts(wanted):
        ways: dict[int, list[tuple[str, str, str]]] = {}
        K = ContactTable
        for customer, *way in shop.rows(K.select(K.customer, K.kind, K.key, K.value).where(among(K.customer, part))):
            ways.setdefault(customer, []).append((way[0], way[1], way[2]))
        C = CustomerTable
        columns = (
            C.id, C.given, C.family, C.patronymic, C.company, C.city, C.street, C.birth_month_day, C.birth_year,
            C.orders, C.email_key, C.email, C.phone_key, C.phone,
        )  # fmt: skip
        for row in shop.rows(C.select(*columns).where(among(C.id, part))):
            found[row[0]] = _someone(row, ways.get(row[0], ()))
    return found


def _someone(row: Sequence[Any], ways: Iterable[tuple[str, str, str]]) -> Someone:
    number, given, family, patronymic, company, city, street, month_day, year, orders = row[:10]
    email_key, email, phone_key, phone = row[10:]
    known: dict[str, dict[str, str]] = {
        "email": {email_key: email} if email_key else {},
        "phone": {phone_key: phone} if phone_key else {},
    }
    for kind, key, value in ways:
        if key and kind in known:
            known[kind].setdefault(key, value)
    return Someone(
        CustomerId(number),
        given,
        family,
        patronymic=patronymic,
        company=company,
        city=city,
        street=street,
        birthday=Birthday.from_store(month_day, year) if month_day else None,
        emails=known["email"],
        phones=known["phone"],
        orders=orders,
    )


class _Search:
    """Compares pairs as they come and keeps the surest of them."""

    def __init__(
        self, shop: Shop, only: Collection[int] | None, limit: int, *, going: Callable[[], object] = bool
    ) -> None:
        self._shop, self._only, self._limit, self.going = shop, only, limit, going
        T = NotSameTable
        self._apart: set[Pair] = {(one, other) for one, other in shop.rows(T.select(T.first, T.second))}
        self._seen: set[Pair] = set()
        self._best: list[tuple[int, int, int, Likeness]] = []
        self._more = False

    def wants(self, at_best: int) -> bool:
        """Whether pairs that score no more than this could still be among the surest; where not, there may be more."""
        full = len(self._best) == self._limit and self._best[0][0] >= at_best
        self._more = self._more or full
        return not full

    def take(self, pairs: Iterable[Pair], *, from_score: int) -> None:
        """Compares these pairs."""
        only = self._only
        wanted = {(min(pair), max(pair)) for pair in pairs if only is None or pair[0] in only or pair[1] in only}
        fresh = sorted(wanted - self._apart - self._seen)
        for start in range(0, len(fresh), _BATCH):
            self._compare(fresh[start : start + _BATCH], from_score)
            self.going()

    def found(self) -> Duplicates:
        """What was found."""
        best = sorted(self._best, key=lambda item: (-item[0], -item[1], -item[2]))
        known = people(self._shop, {number for _, one, other, _ in best for number in (-one, -other)})
        pairs = tuple(
            _in_order(known[-one], known[-other], alike)
            for _, one, other, alike in best
            if -one in known and -other in known
        )
        return Duplicates(pairs, len(self._seen), self._more)

    def _compare(self, pairs: Sequence[Pair], from_score: int) -> None:
        known = people(self._shop, {number for pair in pairs for number in pair})
        alike: list[tuple[Pair, Likeness]] = []
        for pair in pairs:
            if pair[0] in known and pair[1] in known:
                found = likeness(known[pair[0]], known[pair[1]])
                if found.score >= from_score:
                    alike.append((pair, found))
        family = self._family({number for pair, _ in alike for number in pair})
        for pair, found in alike:
            if pair in family:
                continue
            self._seen.add(pair)
            item = (found.score, -pair[0], -pair[1], found)
            if len(self._best) < self._limit:
                heapq.heappush(self._best, item)
            elif item[:3] > self._best[0][:3]:
                heapq.heapreplace(self._best, item)

    def _family(self, ids: Collection[int]) -> set[Pair]:
        """The pairs of these customers of whom one stands among the people around the other."""
        R = RelativeTable
        found: set[Pair] = set()
        for part in in_parts(sorted(ids)):
            links = R.select(R.customer, R.other).where(among(R.customer, part), R.other.is_null(False))
            found.update((min(link), max(link)) for link in self._shop.rows(links))
        return found


def _same_keys(shop: Shop, me: Someone) -> set[int]:
    found: set[int] = set()
    C, K = CustomerTable, ContactTable
    for kind, column, keys in (("email", C.email_key, me.emails), ("phone", C.phone_key, me.phones)):
        if keys:
            found.update(
                number for (number,) in shop.rows(C.select(C.id).where(column.in_(list(keys))).limit(_NEIGHBOURS))
            )
            further = K.select(K.customer).where(K.kind == kind, K.key.in_(list(keys))).limit(_NEIGHBOURS)
            found.update(number for (number,) in shop.rows(further))
    return found


def _in_order(one: Someone, other: Someone, alike: Likeness) -> Alike:
    first, second = sorted((one, other), key=lambda person: (-person.orders, person.id))
    return Alike(first, second, alike)
