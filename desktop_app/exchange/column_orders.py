"""Orders from a table with one row an article or an order, its columns told by a layout; yields order records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.customers import Address
from desktop_app.domain.file_kinds import MAPPED
from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.domain.mapping import Price
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.exchange import odd
from desktop_app.exchange.aliases import alias_key
from desktop_app.exchange.amounts import Amounts, currency_of, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.dates import day, moment
from desktop_app.exchange.grouping import Group, Shape, groups
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.people import person
from desktop_app.exchange.prices import Priced, price_meaning
from desktop_app.exchange.statuses import known_status
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import (
    BadValue,
    code,
    currency,
    line,
    lines,
    number,
    truth,
)
from desktop_app.exchange.weights import grams
from desktop_app.i18n import msg

_SENT_ON = (Status.PACKING, Status.PACKED, Status.SHIPPED, Status.DELIVERED, Status.RETURNED)
_MONEY_CAME = (Status.PAID, *_SENT_ON)

# One of these columns tells what became of an order, or that it is still to be done.
_STANDING = ("status", "paid", "paid_at", "completed_at", "tracking", "ship_by", "deliver_by")


class OrderReader:
    """Reads the orders of one table."""

    def __init__(self, table: Table, options: Options, layout: Layout) -> None:
        self.table = table
        self.options = options
        self.layout = layout
        self.taken_off: list[Remarked] = []  # lines without pieces of the order read last
        self.by_article = "product" in layout or "sku" in layout
        self.unsaid = not any(field in layout for field in _STANDING)
        self.head = self._head()
        self.tells_more = "barcode" in layout or "weight" in layout
        self.price = options.mapping.price or settled_price(table, layout, options.mapping.decimal) or Price.LINE

    def read(self) -> Iterator[Item]:
        """The orders in the file's sequence; a bad order is a Refusal and the rest still comes."""
        layout = self.layout
        shape = Shape(layout.at("number"), layout.at("key"), self.head, layout.last())
        for group in groups(self.table, self.options, shape):
            if not isinstance(group, Group):
                yield group
                continue
            try:
                record = self.order(group)
                remarks = self.remarks(record, group.rows[0][1])
            except BadValue as bad:
                yield refusal(self.table, group.rows[0][0], bad)
                continue
            yield record
            yield from remarks

    def _head(self) -> tuple[int, ...]:
        """The cells only an order's first row fills; the number itself where each order is one row."""
        if not self.by_article:
            return (self.layout.at("number"),)
        total = self.layout.at("total")
        number_at = self.layout.at("number")
        blank = any(
            len(cells) > max(total, number_at) and cells[number_at] and not cells[total]
            for _, cells in self.table.sample
        )
        return (total,) if total >= 0 and blank else ()

    def order(self, group: Group) -> OrderRecord:
        """The order of some rows, its own cells on the first; raises BadValue."""
        row, cells = group.rows[0]
        text, heading = self._text, self.layout.heading
        if len(group.rows) > 1 and not self.by_article:
            raise BadValue(
                group.name,
                heading("number"),
                msg(
                    "This order stands in several rows, but no column names an article. Say which one does, or "
                    "remove the rows."
                ),
            )
        money_of = self._currency(cells)
        money = Amounts(digits(money_of), self.options.mapping.decimal)
        shown = number(text(cells, "number"), heading("number"))
        placed = self._moment(cells, "placed_at")
        status = known_status(text(cells, "status"), self.options.mapping.statuses) if text(cells, "status") else None
        paid = self._paid(cells, status, money)
        buyer = self._buyer(row, cells)
        goods = self._lines(group.rows, money)
        total = self._total(group.rows, goods, money)
        return OrderRecord(
            row=row,
            number=shown,
            key=number(text(cells, "key"), heading("key")) or shown,
            person=buyer,
            placed_at=placed,
            changed_at=self._changed(cells) or placed,
            status=status or (Status.PAID if paid else Status.NEW),
            paid=paid,
            currency=money_of,
            total_minor=total,
            shipping_minor=money.minor(text(cells, "shipping"), heading("shipping")),
            discount_minor=self._off(cells, "discount", money),
            refunded_minor=self._refunded(cells, status, total, money=money),
            ship_by=self._day(cells, "ship_by"),
            deliver_by=self._day(cells, "deliver_by"),
            carrier=line(text(cells, "carrier"), heading("carrier")),
            tracking=line(text(cells, "tracking"), heading("tracking")),
            ship_to=self._ship_to(cells, buyer),
            note=lines(text(cells, "note"), heading("note")),
            lines=goods,
            unsaid=self.unsaid,
        )

    def _buyer(self, row: int, cells: list[str]) -> PersonRecord:
        """Whose the order is; somebody of whom nothing but a number is told is called by it."""
        found = person(row, cells, self.layout, self.options)
        key = code(self._text(cells, "person_key"), self.layout.heading("person_key"))
        told = found.given or found.family or found.company or found.email or found.phone
        company = found.company if told else key
        return found._replace(key=key or alias_key(self._text(cells, "email")), company=company)

    def _lines(self, rows: list[Row], money: Amounts) -> tuple[LineRecord, ...]:
        self.taken_off = []
        if not self.by_article:
            return ()
        found = []
        for row, cells in rows:
            try:
                record = self._line(row, cells, money)
            except BadValue as bad:
                bad.row = row
                raise
            if record.quantity:
                found.append(self._with_more(record, cells) if self.tells_more else record)
            else:
                pieces = self._text(cells, "quantity")
                self.taken_off.append(odd.of_pieces(pieces, row, self.layout.heading("quantity")))
        return tuple(found)

    def _line(self, row: int, cells: list[str], money: Amounts) -> LineRecord:
        text, heading = self._text, self.layout.heading
        name, sku = line(text(cells, "product"), heading("product")), code(text(cells, "sku"), heading("sku"))
        if not name and not sku:
            raise BadValue(
                "", heading("product") or heading("sku"), msg("The article has no name. Fill it in or remove the row.")
            )
        count = quantity(text(cells, "quantity"), heading("quantity"))
        price = money.minor(text(cells, "price"), heading("price"))
        if price is None or not count:
            return LineRecord(row, name or sku, count, sku)
        if self.price is Price.UNIT:
            return LineRecord(row, name or sku, count, sku, price, price * count)
        return LineRecord(row, name or sku, count, sku, price // count if price % count == 0 else None, price)

    def _with_more(self, record: LineRecord, cells: list[str]) -> LineRecord:
        """The line with what its article is known and posted by; what cannot be read of that refuses no order."""
        try:
            barcode = tidy_barcode(code(self._text(cells, "barcode"), self.layout.heading("barcode")))
        except BadValue:
            barcode = ""
        try:
            weight = grams(self._text(cells, "weight"), self.layout.heading("weight"))
        except BadValue:
            weight = None
        return record._replace(barcode=barcode, weight=weight)

    def _text(self, cells: list[str], field: str) -> str:
        return self.layout.text(cells, field)

    def _moment(self, cells: list[str], field: str) -> str:
        order = self.options.mapping.date_order
        return moment(self._text(cells, field), self.layout.heading(field), order=order, from_1904=self.table.from_1904)

    def _day(self, cells: list[str], field: str) -> dt.date | None:
        order = self.options.mapping.date_order
        return day(self._text(cells, field), self.layout.heading(field), order=order, from_1904=self.table.from_1904)

    def _changed(self, cells: list[str]) -> str:
        return max(self._moment(cells, field) for field in ("changed_at", "paid_at", "completed_at"))

    def _currency(self, cells: list[str]) -> str:
        named = currency(self._text(cells, "currency"), self.layout.heading("currency"))
        return (
            named or currency_of(self._text(cells, "total")) or self.options.mapping.currency or self.options.currency
        )

    def _total(self, rows: list[Row], goods: Sequence[LineRecord], money: Amounts) -> int | None:
        """What the order comes to; a column that holds the sum of each row is added up, without any the goods are."""
        heading = self.layout.heading("total")
        told = [money.minor(self._text(cells, "total"), heading) for _, cells in rows]
        sums = [total for total in told if total is not None]
        prices = [one.total_minor for one in goods if one.total_minor is not None]
        if "total" not in self.layout and prices and len(prices) == len(goods):
            cells = rows[0][1]
            extra = money.minor(self._text(cells, "shipping"), self.layout.heading("shipping")) or 0
            return sum(prices) + extra - (self._off(cells, "discount", money) or 0)
        if len(sums) < 2 or self.head or self.options.mapping.kind not in MAPPED:
            return told[0]  # what a platform repeats on each row is the order's
        parts, whole = sum(sums), sums[0]
        if len(set(sums)) > 1:
            return parts
        return parts if len(prices) == len(rows) and abs(parts - sum(prices)) < abs(whole - sum(prices)) else whole

    def _off(self, cells: list[str], field: str, money: Amounts) -> int | None:
        """What is taken off or given back; some files write it below zero."""
        amount = money.minor(self._text(cells, field), self.layout.heading(field))
        return amount and abs(amount)

    def _refunded(self, cells: list[str], status: Status | None, total: int | None, *, money: Amounts) -> int | None:
        """What was given back; of an order that came back all of it, where no column says how much."""
        told = self._off(cells, "refunded", money)
        return total if told is None and status is Status.RETURNED and (total or 0) > 0 else told

    def _paid(self, cells: list[str], status: Status | None, money: Amounts) -> bool:
        if "paid_at" in self.layout:
            return bool(self._text(cells, "paid_at").strip()) or status in _SENT_ON
        if "paid" in self.layout:
            return truth(self._text(cells, "paid")) or self._came(cells, money)
        return status in _MONEY_CAME

    def _came(self, cells: list[str], money: Amounts) -> bool:
        """Whether the column of payments holds amounts, and this one covers the order."""
        try:
            came, total = (money.minor(self._text(cells, field), "") or 0 for field in ("paid", "total"))
        except BadValue:
            return False
        return came >= total > 0

    def _ship_to(self, cells: list[str], buyer: PersonRecord) -> Address:
        """Where the parcel goes: the delivery address, else the buyer's own."""
        place = [line(self._text(cells, f"ship_{part}"), self.layout.heading(f"ship_{part}")) for part in _PLACE]
        name = line(self._text(cells, "ship_name"), self.layout.heading("ship_name"))
        name = name or " ".join(part for part in (buyer.given, buyer.family) if part) or buyer.company
        if any(place):
            return Address(name, *place)
        home = buyer.address
        return Address(name, home.street, home.city, home.region, home.postcode, home.country)

    def remarks(self, order: OrderRecord, cells: list[str]) -> list[Remarked]:
        """What is odd about an order that can be taken; raises BadValue for one that cannot."""
        text, heading = self._text, self.layout.heading
        found = [*odd.of_total(order, text(cells, "total"), heading("total")), *self.taken_off]
        status = text(cells, "status").strip()
        if status and known_status(status, self.options.mapping.statuses) is None:
            found.append(Remarked(Remark.UNKNOWN_STATUS, status, order.row, heading("status")))
        found += odd.of_phone(text(cells, "phone"), order.row, heading("phone"))
        return found + odd.of_postcode(order, heading("ship_postcode") or heading("postcode"))


_PLACE = ("street", "city", "region", "postcode", "country")


def settled_price(table: Table, layout: Layout, decimal: str) -> Price | None:
    """What the price column of a table holds, as far as the orders of its first rows prove it."""
    at = layout.at("number")
    if "price" not in layout or "total" not in layout or at < 0:
        return None
    rows = (cells for _, cells in table.sample if len(cells) > layout.last())
    orders = (list(group) for _, group in groupby(rows, key=lambda cells: cells[at]))
    return price_meaning(priced for cells in orders if (priced := priced_order(cells, layout, decimal)) is not None)


def priced_order(rows: list[list[str]], layout: Layout, decimal: str) -> Priced | None:
    """The amounts of one order, in hundredths; None where one cannot be read or there is no total."""
    money = Amounts(2, decimal)
    try:
        total, shipping, tax, off = (
            money.minor(layout.text(rows[0], field), "") or 0 for field in ("total", "shipping", "tax", "discount")
        )
        goods = tuple(
            (quantity(layout.text(cells, "quantity"), ""), money.minor(layout.text(cells, "price"), "") or 0)
            for cells in rows
        )
    except BadValue:
        return None
    return Priced(goods, total, shipping, tax, abs(off)) if total else None
