"""Shopify's orders export: one row an article, the order's own cells on its first row only; yields order records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.dates import moment
from desktop_app.exchange.grouping import Group, Shape, groups
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.names import guessed_language, split_name
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import (
    BadValue,
    code,
    currency,
    email,
    has_lost_zero,
    is_shortened,
    line,
    lines,
    number,
    phone,
)
from desktop_app.i18n import msg

NEEDS = ("Name", "Lineitem name", "Lineitem quantity")
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
        at = headings.at
        self.name, self.company, self.phone = (at(f"{which} {part}") for part in ("Name", "Company", "Phone"))
        places = tuple(at(f"{which} {part}") for part in _PLACE)
        self.pick = itemgetter(*places)
        self.last = max(self.name, self.company, self.phone, *places)
        self.which = which

    def place(self, cells: list[str]) -> tuple[str, str, str, str, str]:
        """Street, city, region, postcode and country."""
        return _place(self.pick(cells), self.which)


def read_shopify_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a Shopify export, in the file's sequence; a bad order is a Refusal and the rest still comes."""
    at = _columns(table.headings)
    billing, shipping = _Contact(table.headings, "Billing"), _Contact(table.headings, "Shipping")
    shape = Shape(at.name, at.id, (at.total, at.financial, at.currency), max(*at, billing.last, shipping.last))
    for group in groups(table, options, shape):
        if not isinstance(group, Group):
            yield group
            continue
        try:
            record = _order(group, at, billing, shipping, options)
        except BadValue as bad:
            yield refusal(table, group.rows[0][0], bad)
            continue
        yield record
        yield from _remarks(record, group.rows[0][1], at, billing)


def _order(group: Group, at: _Columns, billing: _Contact, shipping: _Contact, options: Options) -> OrderRecord:
    row, cells = group.rows[0]
    money_of = currency(cells[at.currency], "Currency") or options.currency
    money = _amounts(money_of, options.mapping.decimal)
    shown = number(cells[at.name], "Name")
    key = number(cells[at.id], "Id") or shown
    created = moment(cells[at.created], "Created at", order=options.mapping.date_order)
    cancelled = cells[at.cancelled_at].strip()
    ship_to = Address(line(cells[shipping.name], "Shipping Name"), *shipping.place(cells))
    return OrderRecord(
        row=row,
        number=shown or key,
        key=key,
        person=_person(row, cells, at, billing, ship_to),
        placed_at=created,
        changed_at=_last(cells, at, options.mapping.date_order) or created,
        status=_status(cells[at.financial], cells[at.fulfilment], cells[at.fulfilled_at], cancelled),
        paid=cells[at.financial].strip().lower() in _PAID,
        currency=money_of,
        total_minor=money.minor(cells[at.total], "Total"),
        shipping_minor=money.minor(cells[at.shipping], "Shipping"),
        discount_minor=money.minor(cells[at.discount], "Discount Amount"),
        refunded_minor=money.minor(cells[at.refunded], "Refunded Amount"),
        ship_to=ship_to,
        note=lines(cells[at.notes], "Notes"),
        lines=_lines(group.rows, at, money_of, options.mapping.decimal),
    )


@lru_cache(64)
def _amounts(code_: str, decimal: str) -> Amounts:
    return Amounts(digits(code_), decimal)


def _last(cells: list[str], at: _Columns, order: DateOrder | None) -> str:
    """When the shop last touched the order; the moments of one file are written alike, so the latest sorts last."""
    latest = max(
        (cells[at.paid_at], "Paid at"),
        (cells[at.fulfilled_at], "Fulfilled at"),
        (cells[at.cancelled_at], "Cancelled at"),
    )
    return moment(*latest, order=order) if latest[0] > cells[at.created] else ""


def _lines(rows: list[Row], at: _Columns, money_of: str, decimal: str) -> tuple[LineRecord, ...]:
    found = []
    for row, cells in rows:
        article = (cells[at.product], cells[at.sku], cells[at.quantity], cells[at.price], cells[at.line_discount])
        try:
            name, count, sku, unit, total = _article(article, money_of, decimal)
        except BadValue as bad:
            bad.row = row
            raise
        if count:  # an article taken off the order stays in the file with none of it
            found.append(LineRecord(row, name, count, sku, unit, total))
    return tuple(found)


@lru_cache(16384)  # a shop sells the same articles again and again
def _article(cells: tuple[str, ...], money_of: str, decimal: str) -> tuple[str, int, str, int | None, int | None]:
    product, sku, pieces, price, discount = cells
    money = _amounts(money_of, decimal)
    count = quantity(pieces, "Lineitem quantity")
    unit = money.minor(price, "Lineitem price")
    off = money.minor(discount, "Lineitem discount") or 0
    name, number_ = line(product, "Lineitem name"), code(sku, "Lineitem sku")
    if not name and not number_:
        raise BadValue("", "Lineitem name", msg("The article has no name. Fill it in or remove the row."))
    return name or number_, count, number_, unit, None if unit is None else unit * count - off


def _remarks(order: OrderRecord, cells: list[str], at: _Columns, billing: _Contact) -> Iterator[Remarked]:
    money = cells[at.financial].strip().lower()
    if money not in _OPEN and money not in _CLOSED:
        yield Remarked(Remark.UNKNOWN_STATUS, cells[at.financial], order.row)
    call = cells[at.phone] or cells[billing.phone]
    if "+" in call and is_shortened(call):
        yield Remarked(Remark.SHORTENED_PHONE, call, order.row)
    if has_lost_zero(order.ship_to.postcode, order.ship_to.country):
        yield Remarked(Remark.LOST_ZERO, order.ship_to.postcode, order.row)


def _person(row: int, cells: list[str], at: _Columns, billing: _Contact, ship_to: Address) -> PersonRecord:
    name = line(cells[billing.name], "Billing Name") or ship_to.name
    parts = split_name(name)
    home = Address("", *billing.place(cells))
    if not (home.street or home.city or home.postcode):
        home = Address("", ship_to.street, ship_to.city, ship_to.region, ship_to.postcode, ship_to.country)
    return PersonRecord(
        row=row,
        given=parts.given,
        family=parts.family,
        patronymic=parts.patronymic,
        company=parts.company or line(cells[billing.company], "Billing Company"),
        email=email(cells[at.email], "Email"),
        phone=phone(cells[at.phone], "Phone") or phone(cells[billing.phone], "Billing Phone"),
        address=home,
        language=guessed_language(name, home.country),
    )


@lru_cache(4096)  # most orders go where they are billed, and regular customers order again
def _place(cells: tuple[str, ...], which: str) -> tuple[str, str, str, str, str]:
    street, first, second, city, region, postcode, country = cells
    return (
        line(street or ", ".join(filter(None, (first, second))), f"{which} Street"),
        line(city, f"{which} City"),
        line(region, f"{which} Province"),
        line(postcode, f"{which} Zip").removeprefix("'"),
        line(country, f"{which} Country"),
    )


def _status(financial: str, fulfilment: str, fulfilled_at: str, cancelled_at: str) -> Status:
    """Cancelled wins; money taken back from a posted order is a return, from an unposted one a cancellation."""
    if cancelled_at:
        return Status.CANCELLED
    money = financial.strip().lower()
    goods = _FULFILMENT.get(fulfilment.strip().lower())
    if money in _CLOSED:
        return Status.RETURNED if money == "refunded" and (goods or fulfilled_at) else Status.CANCELLED
    if goods is None and fulfilled_at:
        goods = Status.SHIPPED
    return goods or (Status.PAID if money in _PAID else Status.NEW)
