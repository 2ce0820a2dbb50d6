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
from desktop_app.actions.demo_bench import sample_carriers
from desktop_app.actions.demo_people import SamplePeople
from desktop_app.actions.invented import Basket, Placed, Sample, basket_of, baskets
from desktop_app.domain.keys import shelf_key
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.printing import Kind
from desktop_app.domain.working_days import Calendar
from desktop_app.store.tables import LineTable, OrderTable, PrintItemTable, PrintTable, StepTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_BATCH = 10_000
_FIRST_NUMBER = 10_001
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
    "thank_you_printed", "insert_printed", "deliver_by", "gift", "packer_note", "note_to", "set_aside", "shelf_key",
)  # fmt: skip
_STEP_COLUMNS = ("order", "status", "at", "by")
_ASIDE = 12  # one in so many open orders cannot be packed now


class _Posted(NamedTuple):
    order: int
    customer: int
    number: str
    placed: dt.datetime
    packer: str
    status: Status
    tongue: str

    @property
    def day(self) -> dt.date:
        return self.placed.date()


class Contents:
    """What every order is made of and what it comes to, known before any is written."""

    def __init__(self, found: Sample, seed: int) -> None:
        self.prices = [Money.of(Decimal(item["price"]), found.shop["currency"]).minor for item in found.products]
        self._baskets = baskets(found, seed)
        self._goods = [sum(self.prices[item] * quantity for item, quantity in basket) for basket in self._baskets]
        shelves = [shelf_key(item["shelf"]) for item in found.products]
        self._shelves = [min(shelves[item] for item, _ in basket) for basket in self._baskets]

    def basket(self, n: int) -> Basket:
        """The articles of the order at place `n`."""
        return self._baskets[basket_of(n)]

    def shelf(self, n: int) -> str:
        """The first shelf order `n` leads to, as benches walk them."""
        return self._shelves[basket_of(n)]

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
    calendar: Calendar
    posted: deque[_Posted] = field(default_factory=lambda: deque(maxlen=_LOGGED))

    def __post_init__(self) -> None:
        self._carriers = [(one.name, one.days or 0) for one in sample_carriers(self.found)]
        self._due: dict[tuple[dt.date, int], dt.date] = {}
        self._waiting = 0  # open orders so far

    def write(self, change: Change, placed: Iterable[Placed]) -> None:
        """Writes all orders, the oldest first, and logs what was printed for the latest."""
        seen = bytearray(len(self.people.tongues))
        coming, at = iter(placed), 0
        while batch := list(islice(coming, _BATCH)):
            rows = (self._row(at + n, one, seen=seen) for n, one in enumerate(batch))
            ids = change.insert_many(OrderTable, _ORDER_COLUMNS, rows)
            change.insert_many(LineTable, LINE_COLUMNS, self._lines(ids, batch, at))
            self.posted.extend(
                _Posted(
                    ids[n],
                    self.people.id_of(one.customer),
                    str(number),
                    one.placed,
                    self._packer(number),
                    one.status,
                    self.people.tongues[one.customer],
                )
                for n, one in enumerate(batch[-_LAST:], max(0, len(batch) - _LAST))
                if one.status in _POSTED and (number := _FIRST_NUMBER + at + n)
            )
            fresh = ((order, one) for order, one in zip(ids, batch, strict=True) if one.fresh)
            change.insert_many(
                StepTable, _STEP_COLUMNS, (row for order, one in fresh for row in self._begun(order, one))
            )
            at += len(batch)
        change.insert_many(StepTable, _STEP_COLUMNS, (row for one in self.posted for row in _went(one)))
        self._log(change)

    def _row(self, n: int, one: Placed, *, seen: bytearray) -> Sequence[Any]:
        number, total, shipping = _FIRST_NUMBER + n, self.contents.total(n), self.contents.shipping(n)
        text = str(number)
        first = one.status is not Status.CANCELLED and not seen[one.customer]
        seen[one.customer] |= first
        posted = one.status in _POSTED
        tongue = self.people.tongues[one.customer]
        notes = self.found.people["order_notes"][tongue]
        carrier, days = self._carriers[number % 3] if number % 5 else ("", 0)
        self.step()
        return (
            text, text, text, self.people.id_of(one.customer), one.placed.isoformat(), one.placed.date(),
            one.status.value, one.paid, self.found.shop["currency"], total, shipping, one.ship_by,
            carrier, f"LV{number * 7919 % 10**9:09d}" if posted else "",
            notes[number % len(notes)] if number * 31 % 100 < 8 else "", self._packer(number) if posted else "",
            len(self.contents.basket(n)), first, posted, posted,
            self._deliver_by(one.ship_by, days) if carrier else None, number * 17 % 100 < 4,
            self._said("packer_notes", number) if one.fresh and number % 9 == 2 else "",
            self._said("notes_to", number, tongue) if number * 13 % 100 < 3 else "",
            self._aside(number) if one.fresh else "", self.contents.shelf(n),
        )  # fmt: skip

    def _deliver_by(self, ship_by: dt.date, days: int) -> dt.date:
        """The day promised at the door; few days are promised to many."""
        due = self._due.get((ship_by, days))
        if due is None:
            due = self._due[ship_by, days] = self.calendar.after(ship_by, days)
        return due

    def _said(self, what: str, number: int, tongue: str = "") -> str:
        """One of the notes of the shop, in its own language or the customer's."""
        texts: list[str] = self.found.bench[what][tongue or self.found.shop["language"]]
        return texts[number % len(texts)]

    def _aside(self, number: int) -> str:
        self._waiting += 1
        return self._said("aside", number) if self._waiting % _ASIDE == _ASIDE - 2 else ""

    def _begun(self, order: int, one: Placed) -> Iterable[Sequence[Any]]:
        """The steps of an open order."""
        yield (order, Status.NEW.value, one.placed.isoformat(), "")
        if one.paid:
            yield (order, Status.PAID.value, (one.placed + dt.timedelta(minutes=2)).isoformat(), "")
        if one.status is Status.PACKING:
            yield (order, one.status.value, (one.placed + dt.timedelta(hours=3)).isoformat(), self._packer(order))

    def _lines(self, ids: range, batch: Sequence[Placed], at: int) -> Iterable[Sequence[Any]]:
        for n, (order, one) in enumerate(zip(ids, batch, strict=True), at):
            tongue = self.people.tongues[one.customer]
            for place, (item, quantity) in enumerate(self.contents.basket(n), 1):
                sold, price = self.found.products[item], self.contents.prices[item]
                yield (order, place, self.products[item], sold["sku"], sold["name"][tongue], quantity, price,
                       price * quantity, None, 0)  # fmt: skip

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


def _went(one: _Posted) -> Iterable[Sequence[Any]]:
    """The steps of an order that was posted."""
    went = [
        (Status.NEW, 0, ""),
        (Status.PAID, 1, ""),
        (Status.PACKED, 20, one.packer),
        (Status.SHIPPED, 24, one.packer),
    ]
    if one.status is not Status.SHIPPED:
        went.append((Status.DELIVERED, 72, ""))
    if one.status is Status.RETURNED:
        went.append((Status.RETURNED, 130, one.packer))
    for status, hours, who in went:
        yield (one.order, status.value, (one.placed + dt.timedelta(hours=hours)).isoformat(), who)
