"""The invented orders of the sample shop with their articles and the papers printed for the latest ones, in batches."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.actions.columns import LINE_COLUMNS
from desktop_app.actions.demo_people import SamplePeople
from desktop_app.actions.invented import Basket, Placed, Sample, basket_of, baskets
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.printing import Kind
from desktop_app.store.tables import LineTable, OrderTable, PrintItemTable, PrintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_BATCH = 10_000
_FIRST_NUMBER = 10_001
_CARRIERS = ("Omniva", "DPD", "Latvijas Pasts")
_PARCEL, _FREE_FROM = 350, 6000  # minor units
_POSTED = (Status.SHIPPED, Status.DELIVERED, Status.RETURNED)
_LOGGED = 40  # the latest posted orders stand in the print log
_LAST = 2_000  # of a batch, among which the latest posted are
_RUN = 8  # orders in a print run
_PLACES = 4  # cards on a sheet of its paper
_ITEM_COLUMNS = ("run", "order", "customer", "kind", "title", "card", "sheet", "place")
_ORDER_COLUMNS = (
    "number", "number_key", "source_key", "customer", "placed_at", "placed_on", "status", "paid", "currency",
    "total_minor", "shipping_minor", "ship_by", "carrier", "tracking", "note", "packed_by", "line_count", "first",
    "thank_you_printed", "insert_printed",
)  # fmt: skip


class _Posted(NamedTuple):
    order: int
    customer: int
    number: str
    day: dt.date
    packer: str


class Contents:
    """What every order is made of and what it comes to, known before any is written."""

    def __init__(self, found: Sample, seed: int) -> None:
        self.prices = [Money.of(Decimal(item["price"]), found.shop["currency"]).minor for item in found.products]
        self._baskets = baskets(found, seed)
        self._goods = [sum(self.prices[item] * quantity for item, quantity in basket) for basket in self._baskets]

    def basket(self, n: int) -> Basket:
        """The articles of the order at place `n`."""
        return self._baskets[basket_of(n)]

    def shipping(self, n: int) -> int:
        """What sending order `n` costs, in minor units."""
        return 0 if self._goods[basket_of(n)] >= _FREE_FROM else _PARCEL

    def total(self, n: int) -> int:
        """What order `n` comes to, in minor units."""
        return self._goods[basket_of(n)] + self.shipping(n)


@dataclass
class SampleOrders:
    """Writes the orders of the people written before."""

    found: Sample
    products: range
    people: SamplePeople
    contents: Contents
    step: Callable[[], None]
    posted: deque[_Posted] = field(default_factory=lambda: deque(maxlen=_LOGGED))

    def write(self, change: Change, placed: Iterable[Placed]) -> None:
        """Writes all orders, the oldest first, and logs what was printed for the latest."""
        seen = bytearray(len(self.people.tongues))
        coming, at = iter(placed), 0
        while batch := list(islice(coming, _BATCH)):
            rows = (self._row(at + n, one, seen=seen) for n, one in enumerate(batch))
            ids = change.insert_many(OrderTable, _ORDER_COLUMNS, rows)
            change.insert_many(LineTable, LINE_COLUMNS, self._lines(ids, batch, at))
            self.posted.extend(
                _Posted(ids[n], self.people.id_of(one.customer), str(number), one.placed.date(), self._packer(number))
                for n, one in enumerate(batch[-_LAST:], max(0, len(batch) - _LAST))
                if one.status in _POSTED and (number := _FIRST_NUMBER + at + n)
            )
            at += len(batch)
        self._log(change)

    def _row(self, n: int, one: Placed, *, seen: bytearray) -> Sequence[Any]:
        number, total, shipping = _FIRST_NUMBER + n, self.contents.total(n), self.contents.shipping(n)
        text = str(number)
        first = one.status is not Status.CANCELLED and not seen[one.customer]
        seen[one.customer] |= first
        posted = one.status in _POSTED
        notes = self.found.people["order_notes"][self.people.tongues[one.customer]]
        self.step()
        return (
            text, text, text, self.people.id_of(one.customer), one.placed.isoformat(), one.placed.date(),
            one.status.value, one.paid, self.found.shop["currency"], total, shipping, one.ship_by,
            _CARRIERS[number % 3] if number % 5 else "", f"LV{number * 7919 % 10**9:09d}" if posted else "",
            notes[number % len(notes)] if number * 31 % 100 < 8 else "", self._packer(number) if posted else "",
            len(self.contents.basket(n)), first, posted, posted,
        )  # fmt: skip

    def _lines(self, ids: range, batch: Sequence[Placed], at: int) -> Iterable[Sequence[Any]]:
        for n, (order, one) in enumerate(zip(ids, batch, strict=True), at):
            tongue = self.people.tongues[one.customer]
            for place, (item, quantity) in enumerate(self.contents.basket(n), 1):
                sold, price = self.found.products[item], self.contents.prices[item]
                yield (order, place, self.products[item], sold["sku"], sold["name"][tongue], quantity, price,
                       price * quantity)  # fmt: skip

    def _packer(self, number: int) -> str:
        packers: list[str] = self.found.people["packers"][self.found.shop["language"]]
        return packers[number % len(packers)]

    def _log(self, change: Change) -> None:
        """A few print runs for the latest posted orders."""
        latest = list(self.posted)
        for start in range(0, len(latest), _RUN):
            printed = latest[start : start + _RUN]
            day, papers = printed[-1].day, 2 * len(printed)
            run = change.insert(
                PrintTable,
                {
                    "at": f"{day + dt.timedelta(days=1)}T09:{len(printed):02d}:00+02:00",
                    "kind": Kind.PARCEL.value,
                    "design": "sprig sprig",
                    "stock": "a6-4up-a4",
                    "by": printed[-1].packer,
                    "cards": papers,
                    "sheets": -(-papers // _PLACES),
                },
            )
            kinds = (Kind.THANK_YOU.value, Kind.PACKING_INSERT.value)
            cards = [(one, kind) for one in printed for kind in kinds]
            change.insert_many(
                PrintItemTable,
                _ITEM_COLUMNS,
                [
                    (run, one.order, one.customer, kind, one.number, n + 1, n // _PLACES + 1, n % _PLACES + 1)
                    for n, (one, kind) in enumerate(cards)
                ],
            )
