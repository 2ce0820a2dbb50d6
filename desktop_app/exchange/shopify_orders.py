"""Shopify's orders export: one row an article, the order's own cells on its first row only; yields order records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from desktop_app.domain.customers import Address
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.dates import moment
from desktop_app.exchange.grouping import Group, Shape, groups
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.names import guessed_language, split_name
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import (
    BadValue,
    code,
    currency,
    email,
    line,
    lines,
    number,
    phone,
)
from desktop_app.i18n import msg

_MAKE = tuple.__new__  # of a named tuple: each of a million lines is one, and naming its parts takes twice as long
_PIECES = LineRecord._fields.index("quantity") - 1  # behind the row
_PAID = frozenset(("paid", "partially_refunded", "refunded"))
_CLOSED = frozenset(("refunded", "voided", "expired"))
_OPEN = frozenset(("", "pending", "authorized", "partially_paid", "paid", "partially_refunded", "unpaid"))
_PLACE = ("Street", "Address1", "Address2", "City", "Province", "Zip", "Country")
_FULFILMENT = {"fulfilled": Status.SHIPPED, "partial": Status.PACKING, "restocked": Status.RETURNED}


class _Columns(NamedTuple):
    """Where Shopify's columns stand; -1 for those an older export lacks."""

    name: int
    id: int
    email: int
    phone: int
    currency: int
    total: int
    shipping: int
    discount: int
    refunded: int
    financial: int
    fulfilment: int
    created: int
    paid_at: int
    fulfilled_at: int
    cancelled_at: int
    notes: int
    product: int
    sku: int
    quantity: int
    price: int
    line_discount: int


def _columns(headings: Headings) -> _Columns:
    at = headings.at
    return _Columns(
        at("Name"),
        at("Id"),
        at("Email"),
        headings.all_at("Phone")[-1] if "Phone" in headings else -1,
        at("Currency"),
        at("Total"),
        at("Shipping"),
        at("Discount Amount"),
        at("Refunded Amount"),
        at("Financial Status"),
        at("Fulfillment Status"),
        at("Created at"),
        at("Paid at"),
        at("Fulfilled at"),
        at("Cancelled at"),
        at("Notes"),
        at("Lineitem name"),
        at("Lineitem sku"),
        at("Lineitem quantity"),
        at("Lineitem price"),
        at("Lineitem discount"),
    )


class _Contact:
    """The columns of one address, "Billing …" or "Shipping …"."""

    def __init__(self, headings: Headings, which: str) -> None:
        self.which = which
        places = tuple(headings.at(f"{which} {part}") for part in _PLACE)
        self.name, self.company, self.phone = (headings.at(f"{which} {part}") for part in ("Name", "Company", "Phone"))
        self.pick = itemgetter(self.name, *places)
        self.last = max(self.name, self.company, self.phone, *places)

    def address(self, cells: list[str]) -> Address:
        """Name, street, city, region, postcode and country."""
        try:
            return _address(self.pick(cells))
        except BadValue as bad:
            bad.column = f"{self.which} {bad.column}"
            raise


class _State(NamedTuple):
    """How an order stands by Shopify's words for money and goods."""

    status: Status
    paid: bool
    known: bool  # whether the word for the money is one of Shopify's


class _OrderReader:
    """Makes records of the rows of one export."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.order = options.mapping.date_order
        self.at = _columns(table.headings)
        self.billing, self.shipping = _Contact(table.headings, "Billing"), _Contact(table.headings, "Shipping")
        at = self.at
        last = max(*at, self.billing.last, self.shipping.last)
        self.shape = Shape(at.name, at.id, (at.total, at.financial, at.currency), last)
        self.taken_off: list[Remarked] = []  # lines without pieces of the order read last
        self.pick_article = itemgetter(at.product, at.sku, at.quantity, at.price, at.line_discount)

    def record(self, group: Group, state: _State) -> OrderRecord:
        """The order of some rows; its own cells stand on the first. Raises BadValue."""
        self.taken_off = []
        row, cells = group.rows[0]
        at = self.at
        code_, money = _amounts(cells[at.currency], self.options.currency, self.options.mapping.decimal)
        minor = money.minor
        shown = number(cells[at.name], "Name")
        key = number(cells[at.id], "Id") or shown
        created = moment(cells[at.created], "Created at", order=self.order)
        home, ship_to = self.billing.address(cells), self.shipping.address(cells)
        if not (ship_to.street or ship_to.city or ship_to.postcode):
            # Fetched by hand or sent as a file: there is no address, but it is still somebody's.
            ship_to = replace(home, name=ship_to.name or home.name, country=home.country or ship_to.country)
        return OrderRecord(
            row,
            shown or key,
            key,
            self._person(row, cells, home, ship_to),
            created,
            self._last(cells) or created,
            state.status,
            state.paid,
            code_,
            minor(cells[at.total], "Total"),
            minor(cells[at.shipping], "Shipping"),
            minor(cells[at.discount], "Discount Amount"),
            minor(cells[at.refunded], "Refunded Amount"),
            ship_to=ship_to,
            note=lines(cells[at.notes], "Notes"),
            lines=self._lines(group.rows, money),
        )

    def remarks(self, order: OrderRecord, cells: list[str], state: _State) -> list[Remarked]:
        """What is odd about an order that can be taken; raises BadValue for one that cannot."""
        at = self.at
        found = [*odd.of_total(order, cells[at.total], "Total"), *self.taken_off]
        if not state.known:
            found.append(Remarked(Remark.UNKNOWN_STATUS, cells[at.financial], order.row, "Financial Status"))
        call = cells[at.phone] or cells[self.billing.phone]
        if "+" in call:
            found += odd.of_phone(call, order.row, "Phone" if cells[at.phone] else "Billing Phone")
        return found + odd.of_postcode(order, "Shipping Zip")

    def state(self, cells: list[str]) -> _State:
        """How an order stands."""
        at = self.at
        return _state(
            cells[at.financial],
            cells[at.fulfilment],
            bool(cells[at.fulfilled_at]),
            bool(cells[at.cancelled_at].strip()),
        )

    def _last(self, cells: list[str]) -> str:
        """When the shop last touched the order; moments as Shopify writes them sort as texts do."""
        at = self.at
        if cells[at.created][4:5] != "-":  # a spreadsheet has written them in its own way
            return self._last_of(cells)
        latest = max(cells[at.paid_at], cells[at.fulfilled_at], cells[at.cancelled_at])
        if latest <= cells[at.created]:
            return ""
        column = "Cancelled at" if latest == cells[at.cancelled_at] else "Fulfilled at"
        return moment(latest, "Paid at" if latest == cells[at.paid_at] else column, order=self.order)

    def _last_of(self, cells: list[str]) -> str:
        at = self.at
        told = ((at.paid_at, "Paid at"), (at.fulfilled_at, "Fulfilled at"), (at.cancelled_at, "Cancelled at"))
        return max(moment(cells[place], column, order=self.order) for place, column in told)

    def _lines(self, rows: list[Row], money: Amounts) -> tuple[LineRecord, ...]:
        found = []
        for row, cells in rows:
            try:
                article = _article(self.pick_article(cells), money)
            except BadValue as bad:
                bad.row = row
                raise
            if article[_PIECES]:
                found.append(_MAKE(LineRecord, (row, *article)))
            else:
                self.taken_off.append(odd.of_pieces(cells[self.at.quantity], row, "Lineitem quantity"))
        return tuple(found)

    def _person(self, row: int, cells: list[str], home: Address, ship_to: Address) -> PersonRecord:
        at, billing = self.at, self.billing
        name, named = home.name or ship_to.name, bool(home.name)
        if not (home.street or home.city or home.postcode):
            home = ship_to
        given, patronymic, family, company = split_name(name)
        return PersonRecord(
            row,
            "",
            given,
            family,
            patronymic,
            company or line(cells[billing.company], "Billing Company"),
            email(cells[at.email], "Email"),
            self._phone(cells, named=named),
            home,
            language=guessed_language(name, home.country),
        )

    def _phone(self, cells: list[str], *, named: bool) -> str:
        """The buyer's number; that of the parcel only where nobody else is `named` than whom it goes to."""
        own = phone(cells[self.at.phone], "Phone") or phone(cells[self.billing.phone], "Billing Phone")
        return own or ("" if named else phone(cells[self.shipping.phone], "Shipping Phone"))


def read_shopify_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a Shopify export, in the file's sequence; a bad order is a Refusal and the rest still comes."""
    reader = _OrderReader(table, options)
    for group in groups(table, options, reader.shape):
        if not isinstance(group, Group):
            yield group
            continue
        row, cells = group.rows[0]
        state = reader.state(cells)
        try:
            record = reader.record(group, state)
            remarks = reader.remarks(record, cells, state)
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        yield record
        if remarks:
            yield from remarks


@lru_cache(64)
def _amounts(code_: str, default: str, decimal: str) -> tuple[str, Amounts]:
    money_of = currency(code_, "Currency") or default
    return money_of, Amounts(digits(money_of), decimal)


@lru_cache(16384)  # a shop sells the same articles again and again
def _article(cells: tuple[str, ...], money: Amounts) -> tuple[Any, ...]:
    """What a LineRecord says of an article behind its row."""
    product, sku, pieces, price, discount = cells
    count = quantity(pieces, "Lineitem quantity")
    unit = money.minor(price, "Lineitem price")
    off = money.minor(discount, "Lineitem discount") or 0
    name, number_ = line(product, "Lineitem name"), code(sku, "Lineitem sku")
    if not name and not number_:
        raise BadValue("", "Lineitem name", msg("The article has no name. Fill it in or remove the row."))
    total = None if unit is None else unit * count - off
    return LineRecord(0, name or number_, count, number_, unit, total, off or None)[1:]


@lru_cache(8192)  # most orders go where they are billed, and regular customers order again
def _address(cells: tuple[str, ...]) -> Address:
    name, street, first, second, city, region, postcode, country = cells
    return Address(
        line(name, "Name"),
        line(street or ", ".join(filter(None, (first, second))), "Street"),
        line(city, "City"),
        line(region, "Province"),
        line(postcode, "Zip").removeprefix("'"),
        line(country, "Country"),
    )


@lru_cache(256)
def _state(financial: str, fulfilment: str, fulfilled: bool, cancelled: bool) -> _State:
    """Cancelled wins; money taken back from a posted order is a return, from an unposted one a cancellation."""
    money = financial.strip().lower()
    goods = _FULFILMENT.get(fulfilment.strip().lower())
    paid, known = money in _PAID, money in _OPEN or money in _CLOSED
    if cancelled:
        return _State(Status.CANCELLED, paid, known)
    if money in _CLOSED:
        returned = money == "refunded" and (goods or fulfilled)
        return _State(Status.RETURNED if returned else Status.CANCELLED, paid, known)
    if goods is None and fulfilled:
        goods = Status.SHIPPED
    return _State(goods or (Status.PAID if paid else Status.NEW), paid, known)


READER = Reader(
    FileKind.SHOPIFY_ORDERS, "shopify", read_shopify_orders,
    marks=(("Lineitem name",), ("Lineitem quantity", "Financial Status")),
    needs=(("Name", "Id"), ("Lineitem name",), ("Lineitem quantity",)),
    dates=("Created at", "Paid at", "Fulfilled at", "Cancelled at"), money=("Total", "Lineitem price", "Shipping"),
)  # fmt: skip
