"""The invented orders of the sample shop with their articles and the papers printed for the latest ones, in batches."""

from __future__ import annotations

import datetime as dt
import random
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.actions.columns import LINE_COLUMNS
from desktop_app.actions.invented import Placed, Sample, articles
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


@dataclass
class SampleOrders:
    """Writes orders for people whose ids count up from `first_id`; `tongues` are their languages, in that order."""

    found: Sample
    products: range
    first_id: int
    tongues: Sequence[str]
    seed: int
    step: Callable[[], None]
    posted: deque[_Posted] = field(default_factory=lambda: deque(maxlen=_LOGGED))

    def write(self, change: Change, placed: Iterable[Placed]) -> None:
        """Writes all orders, the oldest first, and logs what was printed for the latest."""
        rng = random.Random(self.seed + 2)
        seen = bytearray(len(self.tongues))
        coming, number = iter(placed), _FIRST_NUMBER
        prices = [Money.of(Decimal(item["price"]), self.found.shop["currency"]).minor for item in self.found.products]
        while batch := list(islice(coming, _BATCH)):
            contents = [articles(self.found, rng) for _ in batch]
            totals = [sum(prices[item] * quantity for item, quantity in content) for content in contents]
            notes = [rng.random() < 0.08 for _ in batch]
            rows = [
                self._row(number + n, one, totals[n], len(contents[n]), noted=notes[n], seen=seen)
                for n, one in enumerate(batch)
            ]
            ids = change.insert_many(OrderTable, _ORDER_COLUMNS, rows)
            change.insert_many(LineTable, LINE_COLUMNS, self._lines(ids, batch, contents, prices))
            self.posted.extend(
                _Posted(
                    ids[n], self.first_id + one.customer, str(number + n), one.placed.date(), self._packer(number + n)
                )
                for n, one in enumerate(batch)
                if one.status in _POSTED
            )
            number += len(batch)
        self._log(change)

    def _row(
        self, number: int, one: Placed, total: int, articles_in: int, *, noted: bool, seen: bytearray
    ) -> Sequence[Any]:
        shipping = 0 if total >= _FREE_FROM else _PARCEL
        first = one.status is not Status.CANCELLED and not seen[one.customer]
        seen[one.customer] |= first
        posted = one.status in _POSTED
        notes = self.found.people["order_notes"][self.tongues[one.customer]]
        self.step()
        return (
            str(number), str(number), str(number), self.first_id + one.customer, one.placed.isoformat(),
            one.placed.date(), one.status.value, one.paid, self.found.shop["currency"], total + shipping, shipping,
            one.ship_by, _CARRIERS[number % 3] if number % 5 else "",
            f"LV{number * 7919 % 10**9:09d}" if posted else "", notes[number % len(notes)] if noted else "",
            self._packer(number) if posted else "", articles_in, first, posted, posted,
        )  # fmt: skip

    def _lines(
        self, ids: range, batch: Sequence[Placed], contents: Sequence[Sequence[tuple[int, int]]], prices: Sequence[int]
    ) -> Iterable[Sequence[Any]]:
        for order, one, content in zip(ids, batch, contents, strict=True):
            tongue = self.tongues[one.customer]
            for n, (item, quantity) in enumerate(content, 1):
                sold = self.found.products[item]
                price = prices[item]
                yield (
                    order,
                    n,
                    self.products[item],
                    sold["sku"],
                    sold["name"][tongue],
                    quantity,
                    price,
                    price * quantity,
                )

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
            change.insert_many(PrintItemTable, _ITEM_COLUMNS, [
                (run, one.order, one.customer, kind, one.number, n + 1, n // _PLACES + 1, n % _PLACES + 1)
                for n, (one, kind) in enumerate(cards)
            ])
