"""`cordial show KIND ID`: one record whole."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import fields
from importlib import import_module

from desktop_app.cli.complaint_lists import complaints_about, shown_complaint
from desktop_app.cli.output import Context, plain
from desktop_app.cli.show_customer import shown_customer
from desktop_app.domain.carriers import carrier_key, tracking_link
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import ComplaintFilter
from desktop_app.domain.order_money import difference, payment
from desktop_app.domain.orders import Order, OrderId
from desktop_app.domain.printing import PrintId
from desktop_app.domain.products import Product, ProductId
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.orders import order, order_by_number
from desktop_app.queries.prints import print_items, print_run
from desktop_app.queries.products import product, product_by_sku


def run(context: Context, words: argparse.Namespace) -> int:
    """Prints a record with all its fields; vouchers and messages as their own `show` does."""
    if words.kind in _ROOMS:
        words.deed, words.code = "show", words.id
        answer: int = import_module(f"desktop_app.cli.{_ROOMS[words.kind]}").run(context, words)
        return answer
    shop = context.open(write=False)
    try:
        found = _FIND[words.kind](shop, words.id)
    finally:
        shop.close()
    data = plain(found, context.words)
    assert isinstance(data, dict)
    flat = {"id": data["id"], "version": data["version"], **data.pop("fields"), **data} if "fields" in data else data
    context.answer({words.kind: flat}, "\n".join(_lines(flat)))
    return 0


def number_of(kind: str, text: str) -> int:
    """The number of a record as typed; NotFound when it is none."""
    if not _is_number(text):
        raise NotFound(_MISSING[kind](shorten(text)))
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 18  # what an id can be


_MISSING: Mapping[str, Callable[[str], Message]] = {
    "customer": lambda text: msg("There is no customer {id} in this shop. Check the number.", id=text),
    "product": lambda text: msg("There is no product {id} in this shop. Check the number.", id=text),
    "complaint": lambda text: msg("There is no complaint {id} in this shop. Check the number.", id=text),
    "resolution": lambda text: msg("There is no resolution {id} in this shop. Check the number.", id=text),
    "paper": lambda text: msg("There is no enclosed paper {id} in this shop. Check the number.", id=text),
    "picture": lambda text: msg("There is no picture number {id} in this shop. Check the number.", id=text),
    "print": lambda text: msg("There is no print run number {number}. Check the number.", number=text),
    "person": lambda text: msg("There is no person {id} around a customer of this shop. Check the number.", id=text),
    "day": lambda text: msg("There is no day number {id} in this shop. Check the number.", id=text),
    "consent": lambda text: msg("There is no consent number {id} in this shop. Check the number.", id=text),
    "renewal": lambda text: msg("There is no renewal number {id} in this shop. Check the number.", id=text),
    "message": lambda text: msg("There is no message number {number}. Check the number.", number=text),
    "note": lambda text: msg("There is no note number {id} in this shop. Check the number.", id=text),
}


def find_order(shop: Shop, text: str) -> Order:
    """An order by the shop's own number, else by its number here."""
    try:
        return order_by_number(shop, text)
    except NotFound:
        if not _is_number(text):
            raise
        return order(shop, OrderId(int(text)))


def find_product(shop: Shop, text: str) -> Product:
    """A product by its number here, else by its article code."""
    try:
        return product(shop, ProductId(number_of("product", text)))
    except NotFound:
        found = product_by_sku(shop, text)
        if found is None:
            raise
        return product(shop, found)


def _print(shop: Shop, text: str) -> Mapping[str, object]:
    """A run of the print log, its cards with their numbers, sheets and places."""
    run = print_run(shop, PrintId(number_of("print", text)))
    shown = {item.name: getattr(run, item.name) for item in fields(run) if item.name not in ("choices", "sha256")}
    return {**shown, "on_paper": [card._asdict() for card in print_items(shop, run.id)]}


def _order(shop: Shop, text: str) -> Mapping[str, object]:
    """An order with where its money and its parcel are."""
    found = find_order(shop, text)
    whole = found.fields
    shown = {item.name: getattr(found, item.name) for item in fields(found)}
    return {
        **shown,
        "payment": payment(whole.paid, whole.total, whole.refunded),
        "total_differs_by": difference(whole),
        "complaints": complaints_about(shop, ComplaintFilter(order=found.id)),
        "tracking_link": tracking_link(shop_transits(shop).carriers.get(carrier_key(whole.carrier)), whole.tracking),
    }


_ROOMS = {"voucher": "vouchers", "message": "messages"}
_FIND: Mapping[str, Callable[[Shop, str], object]] = {
    "customer": lambda shop, text: shown_customer(shop, CustomerId(number_of("customer", text))),
    "product": find_product,
    "order": _order,
    "complaint": lambda shop, text: shown_complaint(shop, ComplaintId(number_of("complaint", text))),
    "print": _print,
}


def _lines(data: Mapping[str, object], indent: str = "") -> list[str]:
    out: list[str] = []
    for key, value in data.items():
        name = key.replace("_", " ")
        if isinstance(value, Mapping) and frozenset(value) in _IN_ONE:
            out.append(f"{indent}{name}: {_IN_ONE[frozenset(value)](value)}")
        elif isinstance(value, Mapping):
            inner = _lines(value, indent + "  ")
            out += [f"{indent}{name}:", *inner] if inner else []
        elif isinstance(value, list):
            out += [f"{indent}{name}:"] if value else []
            for item in value:
                inner = [f"{indent}    {item}"]
                if isinstance(item, Mapping):
                    one = _IN_ONE.get(frozenset(item))
                    inner = [f"{indent}    {one(item)}"] if one else _lines(item, indent + "    ")
                out += [f"{indent}  - {inner[0].strip()}", *inner[1:]] if inner else []
        elif value not in ("", None):
            first, *more = str(value).splitlines()
            out += [f"{indent}{name}: {first}", *(f"{indent}  {line}" for line in more)]
    return out


def _day(date: Mapping[str, object]) -> str:
    """A day kept each year as `--birthday` takes it."""
    year, month, day = (int(str(date[name] or 0)) for name in ("year", "month", "day"))
    return (f"{year:04}-" if year else "") + f"{month:02}" + (f"-{day:02}" if day else "")


def _step(step: Mapping[str, object]) -> str:
    told = (str(step["at"])[:16].replace("T", " "), step.get("status") or step["state"], step["by"])
    return " · ".join(str(part) for part in told if part)


_IN_ONE: Mapping[frozenset[str], Callable[[Mapping[str, object]], str]] = {
    frozenset(("amount", "currency")): lambda money: f"{money['amount']} {money['currency']}",
    frozenset(("month", "day", "year")): _day,
    frozenset(("status", "at", "by")): _step,
    frozenset(("state", "at", "by")): _step,
}
