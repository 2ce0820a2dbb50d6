"""Wix's orders, one row an article, its headings old and new; where one stands twice the first is where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.countries import country_code
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import Price
from desktop_app.exchange.column_orders import OrderReader
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.recast import recast
from desktop_app.exchange.table import Table

_ORDER: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "number": ("order number", "order #"),
    "placed_at": ("date created", "date"),
    "status": ("fulfillment status", "fulfillment"),
    "paid": ("payment status", "payment"),
    "currency": ("currency",),
    "total": ("total",),
    "shipping": ("shipping rate", "shipping"),
    "tax": ("total tax", "tax"),
    "discount": ("discount", "total discount", "coupon discount"),
    "refunded": ("refunded amount", "refund"),
    "ship_by": ("fulfill by",),
    "tracking": ("tracking number", "tracking #"),
    "note": ("note from customer", "notes to seller"),
    "email": ("contact email", "buyer's email"),
    "phone": ("billing phone", "buyer's phone #", "recipient phone"),
    "name": ("billing name", "billing customer", "recipient name"),
    "company": ("billing company name",),
    "ship_name": ("recipient name", "delivery customer", "shipping customer"),
    "product": ("item", "item's name"),
    "sku": ("sku",),
    "quantity": ("qty",),
    "price": ("price", "item's price"),
}
_PLACE = {
    "street": ("address", "street name&number"),
    "city": ("city",),
    "region": ("state name", "state"),
    "postcode": ("zip/postal code", "zip code"),
    "country": ("country",),
}
_AGAIN = (".1", "2", " 2", " (2)")  # what programs put behind a heading that stands twice
_STEPS = {
    "fulfilled": "fulfilled", "shipped": "fulfilled", "delivered": "delivered", "partially fulfilled": "packing",
    "unfulfilled": "", "not fulfilled": "", "": "",
}  # fmt: skip
_PAID = ("paid", "partially refunded", "fully refunded", "refunded")
_OPEN = ("unpaid", "not paid", "pending", "partially paid", "authorized", "")


def wix_layout(headings: Headings) -> Layout:
    """The columns of an export; a heading that stands twice is of the delivery first, of the bill the second time."""
    found = dict(Layout.of(headings, _ORDER).columns)
    for field, names in _PLACE.items():
        for name in names:
            there = headings.all_at(f"delivery {name}") or headings.all_at(f"shipping {name}")
            again = [at for mark in _AGAIN if (at := headings.at(f"delivery {name}{mark}")) >= 0]
            home = headings.all_at(f"billing {name}") or there[1:] or again or there
            if there and home:
                found.setdefault(f"ship_{field}", (there[0],))
                found.setdefault(field, (home[0],))
    return Layout(found, headings.names)


def read_wix_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a Wix export; its prices are of one piece."""
    layout = wix_layout(table.headings)
    mapping = replace(options.mapping, price=options.mapping.price or Price.UNIT)
    return OrderReader(_in_our_words(table, layout), replace(options, mapping=mapping), layout).read()


def _in_our_words(table: Table, layout: Layout) -> Table:
    """The table with day and time in one cell, an article with its variant, and how the order stands in one word."""
    placed, status, paid, product = (layout.at(field) for field in ("placed_at", "status", "paid", "product"))
    time, variant = table.headings.at("time"), _first(table.headings, "variant", "item's variant")
    countries = [layout.at(field) for field in ("country", "ship_country") if field in layout]
    quoted = [layout.at(field) for field in ("postcode", "ship_postcode", "phone", "ship_phone") if field in layout]
    pairs = [(layout.at("name"), layout.at("ship_name")), (layout.at("ship_name"), layout.at("name"))]
    names = [(empty, full) for empty, full in pairs if min(empty, full) >= 0]
    homes = [(layout.at(field), layout.at(f"ship_{field}")) for field in _PLACE if field in layout]

    def change(cells: list[str]) -> None:
        if time >= 0 and cells[time].strip() and ":" not in cells[placed]:
            cells[placed] = f"{cells[placed].strip()} {cells[time].strip()}"
        if variant >= 0 and cells[variant].strip():
            cells[product] = f"{cells[product].strip()} - {cells[variant].strip()}"
        for at in countries:
            cells[at] = country_code(cells[at])
        for at in quoted:
            cells[at] = cells[at].strip().strip('"')
        if not any(cells[home].strip() for home, _ in homes):
            for home, there in homes:
                cells[home] = cells[there]
        for empty, full in names:
            cells[empty] = cells[empty].strip() or cells[full]
        if min(status, paid) >= 0:
            cells[status], cells[paid] = _standing(cells[status], cells[paid])

    return recast(table, change, last=max(layout.last(), time, variant))


def _standing(goods: str, money: str) -> tuple[str, str]:
    """The order's step and whether it is paid, in words every reader knows; an unknown word stays as it is."""
    sent, came = (text.strip().casefold().replace("_", " ").replace("-", " ") for text in (goods, money))
    paid = "yes" if came in _PAID else ""
    if "cancel" in sent or "cancel" in came:
        return "cancelled", paid
    if came in ("fully refunded", "refunded"):
        return ("refunded" if _STEPS.get(sent) else "cancelled"), paid
    if came not in _PAID and came not in _OPEN:
        return money, paid
    step = _STEPS.get(sent, goods)
    return step or ("paid" if paid else "pending"), paid


def _first(headings: Headings, *names: str) -> int:
    return next((at for name in names if (at := headings.at(name)) >= 0), -1)


READER = Reader(
    FileKind.WIX_ORDERS, "wix", read_wix_orders,
    marks=(
        ("order number", "contact email", "recipient name"), ("order number", "date created", "contact email", "qty"),
        ("order #", "buyer's email", "item's name"),
    ),
    needs=(("order number", "order #"), ("item", "item's name"), ("qty",)),
    dates=("date created", "date", "fulfill by"), money=("total", "price", "item's price"),
)  # fmt: skip
