"""Amazon's reports, one row an article, each amount that of all its pieces; yields order records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.exchange import odd
from desktop_app.exchange.aliases import alias_key
from desktop_app.exchange.amazon_columns import COLUMNS
from desktop_app.exchange.amazon_status import CANCELLED, known_step, step_of
from desktop_app.exchange.amazon_tax import tax_is_in_prices
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.fields import Cells, Fields, order_items
from desktop_app.exchange.grouping import Group, Shape
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import guessed_language, split_name
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, currency, email
from desktop_app.i18n import msg

SOURCE = "amazon"
DATES = ("purchase date", "payments date", "last updated date")  # a spreadsheet may have turned them round


class _Money:
    """The amounts of one order, in minor units of its currency; tax is added where prices do not hold it."""

    def __init__(self, fields: Fields, amounts: Amounts, *, with_tax: bool) -> None:
        self.fields, self.amounts, self.with_tax = fields, amounts, with_tax

    def of(self, cells: Cells, field: str) -> int | None:
        """The amount of a cell, None for an empty one."""
        return self.fields.amount(cells, field, self.amounts)

    def taxed(self, cells: Cells, *fields: str) -> int:
        """What the buyer pays of some amounts."""
        names = [name for field in fields for name in ((field, f"{field}_tax") if self.with_tax else (field,))]
        return sum(self.of(cells, name) or 0 for name in names)

    def off(self, cells: Cells, *fields: str) -> int:
        """What is taken off; some reports write it below zero."""
        return sum(abs(self.of(cells, field) or 0) for field in fields)


class _Rows:
    """Makes records of the rows of one report."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.fields = Fields(Layout.of(table.headings, COLUMNS), options.mapping.date_order, table.from_1904)
        self.inside = self._taxed_inside(table)

    def order(self, group: Group) -> tuple[OrderRecord, list[Remarked]]:
        """The order of some rows; raises BadValue."""
        row, cells = group.rows[0]
        fields = self.fields
        remarks: list[Remarked] = []
        status, gone = self._status(group.rows)
        rows = group.rows if gone else self._standing(group.rows, remarks)
        code = next((found for _, each in rows if (found := self._currency(each))), "")
        money_of = code or self.options.mapping.currency or self.options.currency
        amounts = Amounts(digits(money_of), self.options.mapping.decimal)
        money = _Money(fields, amounts, with_tax=not self.inside.get(code, False))
        number, placed = fields.number(cells, "number"), fields.moment(cells, "placed_at")
        ship_to = fields.address(cells, name=fields.line(cells, "ship_name") or fields.line(cells, "buyer"))
        record = OrderRecord(
            row,
            number,
            number,
            self._person(row, cells),
            placed,
            fields.latest(cells, "changed_at", "shipped_at", "paid_at") or placed,
            status,
            self._paid(cells, status),
            money_of,
            carrier=fields.line(cells, "carrier"),
            tracking=fields.line(cells, "tracking"),
            ship_by=_deadline(fields.moment(cells, "ship_by")),
            deliver_by=_deadline(fields.moment(cells, "deliver_by")),
            ship_to=ship_to,
            note=fields.note(cells, "note"),
            lines=tuple(self._lines(rows, money, [] if gone else remarks)),
            unsaid=not any(name in fields for name in ("status", "shipped", "shipped_at")),
        )
        word = fields.text(cells, "status")
        if word and known_step(word) is None:
            remarks.append(Remarked(Remark.UNKNOWN_STATUS, word, row, fields.layout.heading("status")))
        remarks += odd.of_phone(fields.text(cells, "phone"), row, fields.layout.heading("phone"))
        remarks += odd.of_postcode(record, fields.layout.heading("ship_postcode"))
        return self._with_totals(record, rows, money), remarks

    def _with_totals(self, record: OrderRecord, rows: list[Row], money: _Money) -> OrderRecord:
        """The order with what the buyer pays for all its rows; no word of it where no row names a price."""
        if all(money.of(cells, "price") is None for _, cells in rows):
            return record
        goods = sum(money.taxed(cells, "price", "gift_wrap") for _, cells in rows)
        shipping = sum(money.taxed(cells, "shipping") for _, cells in rows)
        off = sum(money.off(cells, "item_off", "ship_off") for _, cells in rows)
        told = "item_off" in self.fields or "ship_off" in self.fields
        return record._replace(
            total_minor=goods + shipping - off, shipping_minor=shipping, discount_minor=off if told else None
        )

    def _status(self, rows: list[Row]) -> tuple[Status, bool]:
        """How an order stands, and whether all of it was cancelled."""
        fields, cells = self.fields, rows[0][1]
        word = fields.text(cells, "status")
        if known_step(word) is Status.CANCELLED or all(self._is_cancelled(each) for _, each in rows):
            return Status.CANCELLED, True
        if word:
            return step_of(word, fields.text(cells, "channel")), False
        if fields.text(cells, "shipped_at"):
            return Status.SHIPPED, False
        posted, bought = (
            sum(quantity(fields.text(each, name) or "0", fields.layout.heading(name)) for _, each in rows)
            for name in ("shipped", "quantity")
        )
        if posted:
            return Status.SHIPPED if posted >= bought else Status.PACKING, False
        paid = "paid_at" not in fields or fields.text(cells, "paid_at")
        return Status.PAID if paid else Status.NEW, False

    def _paid(self, cells: Cells, status: Status) -> bool:
        if "paid_at" in self.fields:
            return bool(self.fields.text(cells, "paid_at"))
        return status is not Status.CANCELLED and known_step(self.fields.text(cells, "status")) is not Status.NEW

    def _is_cancelled(self, cells: Cells) -> bool:
        return self.fields.text(cells, "item_status").casefold() in CANCELLED

    def _standing(self, rows: list[Row], remarks: list[Remarked]) -> list[Row]:
        """The rows whose article was not cancelled."""
        heading = self.fields.layout.heading("item_status")
        remarks += (
            Remarked(Remark.CANCELLED_PART, self.fields.text(cells, "product"), row, heading)
            for row, cells in rows
            if self._is_cancelled(cells)
        )
        return [(row, cells) for row, cells in rows if not self._is_cancelled(cells)]

    def _lines(self, rows: list[Row], money: _Money, remarks: list[Remarked]) -> Iterator[LineRecord]:
        fields, heading = self.fields, self.fields.layout.heading
        for row, cells in rows:
            try:
                name, sku = fields.line(cells, "product"), fields.code(cells, "sku")
                if not name and not sku:
                    told = msg("The article has no name. Fill it in or remove the row.")
                    raise BadValue("", heading("product"), told)
                count = quantity(fields.text(cells, "quantity"), heading("quantity"))
                price, off = money.of(cells, "price"), money.off(cells, "item_off")
            except BadValue as bad:
                bad.row = row
                raise
            if not count:
                remarks.append(odd.of_pieces(fields.text(cells, "quantity"), row, heading("quantity")))
                continue
            unit = price // count if price is not None and price % count == 0 else None
            yield LineRecord(row, name or sku, count, sku, unit, None if price is None else price - off, off or None)

    def _person(self, row: int, cells: Cells) -> PersonRecord:
        fields = self.fields
        name = fields.line(cells, "buyer") or fields.line(cells, "ship_name")
        address = fields.text(cells, "email")
        alias = alias_key(address)
        given, patronymic, family, company = split_name(name)
        home = replace(fields.address(cells), name="")
        return PersonRecord(
            row,
            alias,
            given,
            family,
            patronymic,
            company or fields.line(cells, "company"),
            "" if alias else email(address, fields.layout.heading("email")),
            fields.phone(cells, "phone") or fields.phone(cells, "ship_phone"),
            home,
            language=guessed_language(name, home.country),
        )

    def _currency(self, cells: Cells) -> str:
        return currency(self.fields.text(cells, "currency"), self.fields.layout.heading("currency"))

    def _taxed_inside(self, table: Table) -> dict[str, bool]:
        """Of each currency whether its prices hold their tax."""
        priced: dict[str, list[tuple[int, int]]] = {}
        used = self.fields.layout.last()
        for _, cells in table.sample:
            if len(cells) <= used:
                continue
            try:
                code = self._currency(cells)
                money = _Money(self.fields, Amounts(digits(code), self.options.mapping.decimal), with_tax=False)
                pair = money.of(cells, "price") or 0, money.of(cells, "price_tax") or 0
            except BadValue:  # refused with its row when its order is read
                continue
            priced.setdefault(code, []).append(pair)
        return {code: tax_is_in_prices(code, pairs) for code, pairs in priced.items()}


def _deadline(at: str) -> dt.date | None:
    """The day that ends at a moment: the last second of a day in Seattle is 07:59:59 of the next one in UTC."""
    if not at:
        return None
    moment = dt.datetime.fromisoformat(at)
    if moment.utcoffset() == dt.timedelta(0):
        moment -= dt.timedelta(hours=12)
    return moment.date()


def read_amazon(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a report, in its sequence."""
    rows = _Rows(table, options)
    layout = rows.fields.layout
    return order_items(table, options, Shape(layout.at("number"), -1, (), layout.last()), order_of=rows.order)
