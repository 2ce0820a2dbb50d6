"""A chunk of order records held against the shop, and written into it: new ones added, changed ones edited in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.actions.columns import LINE_COLUMNS
from desktop_app.actions.complaint_belongings import follow_order
from desktop_app.actions.figures import Gathered, recount
from desktop_app.actions.import_identity import buyer_identity
from desktop_app.actions.import_merge import OrderChanges, is_same_order, merged_lines, order_changes
from desktop_app.actions.import_people import Buyer, PeopleWriter
from desktop_app.actions.import_products import ProductWriter
from desktop_app.actions.import_promise import PromiseCounter
from desktop_app.actions.order_steps import move
from desktop_app.actions.shelf_stock import lines_replaced, put_into_stock
from desktop_app.actions.shelves import reshelve
from desktop_app.domain.importing import Fate, LineRecord, OrderExtra, OrderRecord
from desktop_app.domain.keys import number_key
from desktop_app.domain.orders import SENT_OFF, TO_PACK, OrderId, Status
from desktop_app.domain.promise import Rules
from desktop_app.exchange.own_orders import SOURCE as OWN_SOURCE
from desktop_app.queries import Shop
from desktop_app.queries.figures import spent
from desktop_app.queries.known import (
    KeptLine,
    KeptOrder,
    KeptPerson,
    holds_orders,
    known_keys,
    known_lines,
    known_orders,
    orders_by_number,
)
from desktop_app.queries.shelves import any_shelf
from desktop_app.store.claims import untick
from desktop_app.store.tables import LineTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

COLUMNS = (
    "number", "number_key", "source", "source_key", "customer", "placed_at", "placed_on", "changed_at", "status",
    "paid", "currency", "total_minor", "shipping_minor", "discount_minor", "refunded_minor", "ship_by", "deliver_by",
    "carrier", "tracking", "to_name", "to_street", "to_city", "to_region", "to_postcode", "to_country", "note",
    "line_count",
)  # fmt: skip
EXTRA = OrderExtra._fields
EDITED = (*KeptOrder._fields[4:], "customer", "number_key", "placed_on", "line_count")


class Compared(NamedTuple):
    """One record beside what the shop holds of it, and what the import does with it."""

    record: OrderRecord
    fate: Fate = Fate.NEW
    kept: KeptOrder | None = None
    lines: Sequence[KeptLine] = ()
    changes: OrderChanges | None = None


def with_past(compared: Sequence[Compared], before: str) -> Sequence[Compared]:
    """The same, new orders placed before a day as delivered where their file tells no status: they are no work."""
    if not any(record.unsaid for record, *_ in compared):
        return compared
    return [
        each._replace(record=each.record._replace(status=Status.DELIVERED, paid=True))
        if each.fate is Fate.NEW and each.record.unsaid and "" < each.record.placed_at < before
        else each
        for each in compared
    ]


class OrderComparer:
    """Holds chunks of records against the shop's orders of one source."""

    def __init__(self, shop: Shop, source: str, *, imported_before: bool, older: bool = False) -> None:
        self.shop = shop
        self.source = source
        self.imported_before = imported_before
        self.older = older  # what the file says without a date may be what was
        self.empty = not holds_orders(shop, source)

    def compare(self, records: Sequence[OrderRecord]) -> list[Compared]:
        """Each record beside what is kept; a file that was imported already brings known orders nothing new.

        What then differs was changed here since, and stays.
        """
        if self.empty:
            return [Compared(record) for record in records]
        if self.imported_before:
            there = known_keys(self.shop, self.source, [record.key for record in records])
            rest = self._known([record for record in records if record.key not in there])
            return [
                Compared(record, Fate.SAME if record.key in there or record.key in rest else Fate.NEW)
                for record in records
            ]
        kept = self._known(records)
        lines = known_lines(self.shop, [order.id for order in kept.values()])
        found = []
        for record in records:
            order = kept.get(record.key)
            if order is None:
                found.append(Compared(record))
                continue
            theirs = lines[order.id]
            changes = order_changes(order, theirs, record, older=self.older)
            found.append(Compared(record, Fate.CHANGED if changes else Fate.SAME, order, theirs, changes))
        return found

    def settled(self, change: Change, compared: Sequence[Compared]) -> Sequence[Compared]:
        """The same, compared again with the orders held where it edits one: a bench may have packed it since."""
        edited = [each for each in compared if each.fate is Fate.CHANGED]
        if self.shop.sqlite or not edited:  # a file has one writer
            return compared
        change.hold_many(OrderTable, [each.kept.id for each in edited if each.kept])
        again = iter(self.compare([each.record for each in edited]))
        return [next(again) if each.fate is Fate.CHANGED else each for each in compared]

    def _known(self, records: Sequence[OrderRecord]) -> dict[str, KeptOrder]:
        """The orders as kept, under the records' keys; some exports bring a lasting id, others only numbers."""
        found = known_orders(self.shop, self.source, [record.key for record in records])
        rest = [record for record in records if record.key not in found]
        by_number = orders_by_number(self.shop, self.source, {number_key(record.number) for record in rest})
        for record in rest:
            theirs = by_number.get(number_key(record.number), ())
            same = next((order for order in theirs if is_same_order(order, record)), None)
            if same is not None:
                found[record.key] = same
        return found


class OwnOrderComparer(OrderComparer):
    """Holds the orders of a file Cordial wrote against those of the source shops its rows name."""

    def compare(self, records: Sequence[OrderRecord]) -> list[Compared]:
        """Each record beside what is kept of its own source shop; one of a desk is of the shop a person named."""
        if self.source != OWN_SOURCE:
            records = [record if record.shop else record._replace(shop=self.source) for record in records]
        found: dict[int, Compared] = {}
        for name in dict.fromkeys(record.shop for record in records):
            places = [place for place, record in enumerate(records) if record.shop == name]
            of_shop = OrderComparer(
                self.shop, name or "", imported_before=self.imported_before, older=self.older
            )  # fmt: skip
            compared = of_shop.compare([records[place] for place in places])
            found.update(zip(places, compared, strict=True))
        return [found[place] for place in range(len(records))]


class OrderWriter:
    """Writes compared records inside one change; `finish` at the end brings the customers' figures up to date."""

    def __init__(
        self,
        shop: Shop,
        change: Change,
        *,
        source: str,
        by: str,
        country: str,
        rules: Rules,
        met: Callable[[Sequence[KeptPerson]], object],
    ) -> None:
        self.shop = shop
        self.change = change
        self.source = source
        self.by = by
        self.country = country
        self.people = PeopleWriter(shop, change, source=source, country=country, met=met)
        self.products = ProductWriter(shop, change)
        self._figures = Gathered()
        self._pieces = Counter[int]()  # what goes into the stock of products, or out of it
        self._customers: set[int] = set()  # whose figures must be counted anew
        self._promise = PromiseCounter(shop, rules)
        self._shelved = any_shelf(shop)

    def write(self, compared: Sequence[Compared]) -> None:
        """Writes the new and the changed orders of a chunk, their people and articles first."""
        touched = [each for each in compared if each.fate is not Fate.SAME]
        if not touched:
            return
        customers = self.people.ids_of([self._buyer(each) for each in touched])
        self.products.learn((line, each.record.currency) for each in touched for line in each.record.lines)
        pairs = list(zip(touched, customers, strict=True))
        self._add([(each.record, customer) for each, customer in pairs if each.kept is None])
        self._edit([(each.kept, each, customer) for each, customer in pairs if each.kept is not None])

    def finish(self, step: Callable[[], None]) -> None:
        """Brings the figures of everybody whose orders were written up to date, and the stock.

        `step` is called every few thousand customers; what it raises ends the change.
        """
        self._figures.write(self.change, but=self._customers, step=step)
        recount(self.shop, self.change, self._customers, step=step)
        put_into_stock(self.change, self._pieces)

    def _buyer(self, each: Compared) -> Buyer:
        who = buyer_identity(each.record, self.country)
        if each.kept is None:
            return Buyer(each.record.person, who)
        return Buyer(each.record.person, who, each.kept.customer, bool(each.kept.email_key))

    def _add(self, orders: Sequence[tuple[OrderRecord, int | None]]) -> None:
        if not orders:
            return
        ids = self.change.insert_many(OrderTable, COLUMNS, (self._row(record, customer) for record, customer in orders))
        numbered = list(zip(ids, orders, strict=True))
        rows = self._line_rows((order, record.lines) for order, (record, _) in numbered)
        self.change.insert_many(LineTable, LINE_COLUMNS, rows)
        told = [(order, record.extra) for order, (record, _) in numbered if record.extra is not None]
        if told:
            self.change.update_many(OrderTable, [order for order, _ in told], EXTRA, (extra for _, extra in told))
        self._shelve([OrderId(order) for order, (record, _) in numbered if record.status in TO_PACK])
        counted = []
        for order, (record, customer) in numbered:
            if customer is None:
                continue
            if not self.people.is_new(customer):
                self._customers.add(customer)
            elif record.status is not Status.CANCELLED:
                total = spent(record.total_minor, record.refunded_minor)
                counted.append((customer, order, record.placed_at, record.currency, total))
        self._customers |= self._figures.add(counted)

    def _row(self, record: OrderRecord, customer: int | None) -> tuple[Any, ...]:
        (
            _, number, key, _, placed, changed, status, paid, currency, total, shipping, discount, refunded,
            ship_by, deliver_by, carrier, tracking, to, note, lines, *_,
        ) = record  # fmt: skip
        source = record.shop
        if source is None:  # nobody counted yet what is promised
            source = self.source
            ship, deliver = self._promise.days(
                placed, ship_by, deliver_by, carrier=carrier, country=to.country, handling=self._handling(lines)
            )
        else:
            ship, deliver = (day.isoformat() if day else None for day in (ship_by, deliver_by))
        return (
            number, number_key(number), source, key, customer, placed, placed[:10] or None, changed, status.value,
            paid, currency, total, shipping, discount, refunded, ship, deliver, carrier, tracking, to.name, to.street,
            to.city, to.region, to.postcode, to.country, note, len(lines),
        )  # fmt: skip

    def _handling(self, lines: Sequence[LineRecord]) -> int | None:
        """The working days of the slowest article; None, the shop's, while no article has days of its own."""
        if not self._promise.by_product:
            return None
        product = self.products.ids
        return self._promise.handling([product[line.sku, line.name] for line in lines])

    def _line_rows(self, orders: Iterable[tuple[int, Sequence[LineRecord]]]) -> Iterator[tuple[Any, ...]]:
        product = self.products.ids
        return (
            (order, n, product[sku, name], sku, name, quantity, unit, total, less, back)
            for order, lines in orders
            for n, (_, name, quantity, sku, unit, total, less, back, *_) in enumerate(lines, 1)
        )

    def _edit(self, orders: Sequence[tuple[KeptOrder, Compared, int | None]]) -> None:
        """Edits known orders in place; lines that differ are replaced whole, and stay in the file's sequence."""
        moves = [
            (OrderId(kept.id), Status(each.changes.values["status"]))
            for kept, each, _ in orders
            if each.changes and "status" in each.changes.values
        ]
        move(self.shop, self.change, moves, by=self.by, later=self._pieces)
        gone: list[int] = []
        lines: list[tuple[int, Sequence[LineRecord]]] = []
        rows: list[tuple[Any, ...]] = []
        sent: list[OrderId] = []  # those of them whose pieces are off the shelf
        for kept, each, customer in orders:
            values = dict(each.changes.values) if each.changes else {}
            count = len(each.lines)
            if each.changes and each.changes.lines:
                merged = merged_lines(each.lines, each.record.lines)
                gone += (line.id for line in each.lines)
                lines.append((kept.id, merged))
                count = len(merged)
            now = kept._replace(customer=customer, **values)
            if each.changes and each.changes.lines and now.status in SENT_OFF:
                sent.append(OrderId(kept.id))
            rows.append(_edited(now, count))
            self._customers.update(id_ for id_ in (customer, kept.customer) if id_ is not None)
            if customer != kept.customer:
                follow_order(self.shop, self.change, kept.id, kept.customer, customer)
        with lines_replaced(self.shop, self.change, sent, later=self._pieces):
            self.change.delete(LineTable, gone)
            self.change.insert_many(LineTable, LINE_COLUMNS, self._line_rows(lines))
        self.change.update_many(OrderTable, [kept.id for kept, _, _ in orders], EDITED, rows)
        self._shelve([OrderId(order) for order, _ in lines])
        if lines:
            untick(self.shop, [order for order, _ in lines])

    def _shelve(self, orders: Sequence[OrderId]) -> None:
        """Finds the first shelf of orders, where the shop has told any."""
        if orders and self._shelved:
            reshelve(self.shop, self.change, orders)


def _edited(order: KeptOrder, lines: int) -> tuple[Any, ...]:
    """A known order's row under EDITED."""
    placed = order.placed_at
    return (*order[4:], order.customer, number_key(order.number), placed[:10] or None, lines)
