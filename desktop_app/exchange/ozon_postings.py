"""Ozon's report of postings (FBO, FBS): a row an article of a posting, an order in several postings; yields orders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.domain.customers import Address
from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord, Remark, Remarked
from desktop_app.domain.mapping import DateOrder, Price
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.fields import Fields, order_items
from desktop_app.exchange.grouping import Group, Shape
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.ozon_columns import COLUMNS, OF_OWN_STOCK, state
from desktop_app.exchange.people import person
from desktop_app.exchange.prices import Priced, price_meaning
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, currency, number
from desktop_app.i18n import msg

_CURRENCY = "RUB"  # of reports that do not name one
_STEPS = {status: rank for rank, status in enumerate(Status)}


class _Part(NamedTuple):
    """One row: an article of a posting, how the posting stands, and what its column of sums says."""

    row: int
    posting: str
    word: str
    status: Status | None
    line: LineRecord
    sum_minor: int | None


class _Reader:
    """Makes orders of the rows of one report."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.layout = Layout.of(table.headings, COLUMNS)
        self.cells_of = Fields(self.layout, options.mapping.date_order or DateOrder.DAY_FIRST, table.from_1904)
        self.own_stock = any(name in table.headings for name in OF_OWN_STOCK)
        self.price = options.mapping.price or self._price_meaning(table) or Price.UNIT
        # Rows of one order may stand apart: nothing but the number tells the order.
        self.shape = Shape(self.layout.at("number"), -1, (), self.layout.last())
        table.rows = map(self._numbered, table.rows)

    def order(self, group: Group) -> tuple[OrderRecord, list[Remarked]]:
        """The order of some rows, without its cancelled postings unless all are; raises BadValue."""
        row, cells = group.rows[0]
        read, layout = self.cells_of, self.layout
        money_of = currency(layout.text(cells, "currency"), layout.heading("currency")) or (
            self.options.mapping.currency or _CURRENCY
        )
        money = Amounts(digits(money_of), self.options.mapping.decimal)
        parts = [self._part(*each, money) for each in group.rows]
        going = [part for part in parts if part.status is not Status.CANCELLED] or parts
        gone = len(going) < len(parts)
        there = [
            each
            for each, part in zip(group.rows, parts, strict=True)
            if not gone or part.status is not Status.CANCELLED
        ]
        shown = number(group.name, layout.heading("number"))
        buyer = person(row, cells, layout, self.options)
        status = _combined([part.status or Status.NEW for part in going])
        back = [part for part in going if part.status is Status.RETURNED]
        record = OrderRecord(
            row=row,
            number=shown,
            key=shown,
            person=buyer,
            placed_at=min((at for _, each in there if (at := read.moment(each, "placed_at"))), default=""),
            changed_at=max((read.latest(each, *_MOMENTS) for _, each in group.rows), default=""),
            status=status,
            paid=status is not Status.CANCELLED,
            currency=money_of,
            total_minor=_total(going),
            refunded_minor=_total(back) if back else None,
            ship_by=self._ship_by(there),
            carrier=read.line(cells, "carrier"),
            tracking=self._tracking(there),
            ship_to=self._ship_to(cells, buyer.given, buyer.family),
            lines=tuple(part.line for part in going if part.line.quantity),
        )
        return record, self._remarks(record, parts, cells, gone=gone)

    def _part(self, row: int, cells: list[str], money: Amounts) -> _Part:
        layout, read = self.layout, self.cells_of
        try:
            name, sku = read.line(cells, "product"), read.code(cells, "sku") or read.code(cells, "ozon_sku")
            if not name and not sku:
                said = msg("The article has no name. Fill it in or remove the row.")
                raise BadValue("", layout.heading("product") or layout.heading("sku"), said)
            count = quantity(layout.text(cells, "quantity"), layout.heading("quantity"))
            price = money.minor(layout.text(cells, "price"), layout.heading("price"))
            sum_ = money.minor(layout.text(cells, "total"), layout.heading("total"))
        except BadValue as bad:
            bad.row = row
            raise
        unit, total = price, price
        if price is not None and self.price is Price.UNIT:
            total = price * count
        elif price is not None:
            unit = price // count if count and price % count == 0 else None
        word = read.text(cells, "status")
        known = state(word, own_stock=self.own_stock, words=self.options.mapping.statuses)
        line = LineRecord(row, name or sku, count, sku, unit, total)
        return _Part(row, read.text(cells, "posting"), word, known, line, sum_)

    def _remarks(self, order: OrderRecord, parts: Sequence[_Part], cells: list[str], *, gone: bool) -> list[Remarked]:
        heading, found = self.layout.heading, []
        for part in parts:
            if gone and part.status is Status.CANCELLED:
                found.append(Remarked(Remark.CANCELLED_PART, part.line.name, part.row, heading("status")))
            elif not part.line.quantity:
                found.append(odd.of_pieces("0", part.row, heading("quantity")))
        unknown = next((part for part in parts if part.word and part.status is None), None)
        if unknown is not None:
            found.append(Remarked(Remark.UNKNOWN_STATUS, unknown.word, unknown.row, heading("status")))
        found += odd.of_phone(self.layout.text(cells, "phone"), order.row, heading("phone"))
        return [*odd.of_total(order, self.layout.text(cells, "total"), heading("total")), *found]

    def _ship_by(self, rows: Sequence[Row]) -> dt.date | None:
        """Until when the shop hands its parcels over; what lies in Ozon's own warehouse is Ozon's to post."""
        if not self.own_stock:
            return None
        return min((day for _, cells in rows if (day := self.cells_of.day(cells, "ship_by"))), default=None)

    def _tracking(self, rows: Sequence[Row]) -> str:
        """The parcels' numbers; those of the postings where no carrier gave any, for Ozon's labels bear these."""
        read = self.cells_of
        told = [read.line(cells, "tracking") or read.line(cells, "posting") for _, cells in rows]
        return ", ".join(dict.fromkeys(filter(None, told)))

    def _ship_to(self, cells: list[str], *names: str) -> Address:
        to = self.cells_of.address(cells, of="")
        return Address(self.cells_of.line(cells, "ship_name") or " ".join(filter(None, names)), *_place(to))

    def _numbered(self, row: Row) -> Row:
        """The row with its order's number, which a posting's number begins with."""
        at, posting = self.layout.at("number"), self.layout.at("posting")
        cells = row[1]
        if posting >= 0 and max(at, posting) < len(cells) and not cells[at].strip() and cells[posting].count("-") > 1:
            cells[at] = cells[posting].strip().rpartition("-")[0]
        return row

    def _price_meaning(self, table: Table) -> Price | None:
        """What the price column holds, as far as postings of one row prove it."""
        money = Amounts(2, self.options.mapping.decimal)
        counted: dict[str, int] = {}
        rows = [cells for _, cells in table.sample if len(cells) > self.layout.last()]
        for cells in rows:
            counted[self.layout.text(cells, "posting")] = counted.get(self.layout.text(cells, "posting"), 0) + 1
        return price_meaning(
            told
            for cells in rows
            if counted[self.layout.text(cells, "posting")] == 1 and (told := self._priced(cells, money)) is not None
        )

    def _priced(self, cells: list[str], money: Amounts) -> Priced | None:
        try:
            total = money.minor(self.layout.text(cells, "total"), "")
            price = money.minor(self.layout.text(cells, "price"), "")
            return (
                Priced(((quantity(self.layout.text(cells, "quantity"), ""), price),), total)
                if total and price
                else None
            )
        except BadValue:
            return None


_MOMENTS = ("placed_at", "sent_at", "cancelled_at", "delivered_at")


def _place(to: Address) -> tuple[str, str, str, str, str]:
    return to.street, to.city, to.region, to.postcode, to.country


def _combined(states: Sequence[Status]) -> Status:
    """How an order of several postings stands: as far as the last of them; what came back holds up nothing."""
    there = [status for status in states if status is not Status.RETURNED]
    return min(there, key=_STEPS.__getitem__) if there else Status.RETURNED


def _total(parts: Sequence[_Part]) -> int | None:
    """What the seller gets for some rows; a posting's sum that each of its rows repeats counts once."""
    postings: dict[str, list[_Part]] = {}
    for part in parts:
        postings.setdefault(part.posting, []).append(part)
    sums = [_sum(rows) for rows in postings.values()]
    known = [each for each in sums if each is not None]
    return sum(known) if known else None


def _sum(rows: Sequence[_Part]) -> int | None:
    """The sum of one posting: reports write that of the row, or that of the posting on each row; the goods decide."""
    sums = [part.sum_minor for part in rows if part.sum_minor is not None]
    prices = [part.line.total_minor for part in rows]
    goods = None if None in prices else sum(price or 0 for price in prices)
    if not sums:
        return goods
    parts, whole = sum(sums), sums[0]
    if len(set(sums)) > 1:
        return parts
    return whole if goods is None or abs(whole - goods) <= abs(parts - goods) else parts


def read_ozon_postings(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a report of postings; a bad one is a Refusal and the rest still comes."""
    reader = _Reader(table, options)
    return order_items(table, options, reader.shape, order_of=reader.order)


READER = Reader(
    FileKind.OZON_POSTINGS, "ozon", read_ozon_postings,
    marks=(
        ("номер отправления", "принят в обработку"), ("номер заказа", "принят в обработку", "сумма отправления"),
        ("номер заказа", "номер отправления", "сумма отправления"),
        ("номер заказа", "номер отправления", "код валюты отправления"), ("订单编号", "货件编号"),
        ("订单号", "货件编号"), ("order number", "shipment number", "accepted for processing"),
    ),
    needs=(
        COLUMNS["number"],
        ("название товара", "наименование товара", "артикул", "sku", "product name", "商品名称", "货号"),
    ),
    money=("сумма отправления", "ваша цена", "оплачено покупателем"), date_order=DateOrder.DAY_FIRST,
    notes=cannot_tell(FileKind.OZON_POSTINGS),
)  # fmt: skip
