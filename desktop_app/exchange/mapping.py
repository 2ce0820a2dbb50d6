"""Any table's columns: guessed from their headings, settled by a person, and made the layout its reader goes by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from desktop_app.domain.file_kinds import MAPPED, FileKind
from desktop_app.domain.mapping import FileMapping, Price
from desktop_app.exchange.column_complaints import read_complaints
from desktop_app.exchange.column_orders import OrderReader
from desktop_app.exchange.column_people import read_people
from desktop_app.exchange.column_products import read_products
from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.synonyms import COMPLAINT_NAMES, ORDER_NAMES, PEOPLE_NAMES, PRODUCT_NAMES
from desktop_app.exchange.table import Table
from desktop_app.exchange.unnumbered import read_unnumbered

_PERSON = ("email", "phone", "name", "given", "family", "company", "key")
_BUYER = ("person_key", "email", "phone", "name", "given", "company")
_NAMES = {
    FileKind.MAPPED_ORDERS: ORDER_NAMES,
    FileKind.MAPPED_CUSTOMERS: PEOPLE_NAMES,
    FileKind.MAPPED_PRODUCTS: PRODUCT_NAMES,
    FileKind.MAPPED_COMPLAINTS: COMPLAINT_NAMES,
}
_GOODS = ("product", "sku", "barcode")  # one of these names a product
_TELLING = ("sku", "barcode", "stock", "shelf", "weight")  # one of these makes a table one of products…
_NOT_GOODS = ("placed_at", "total", "paid", "tracking", "shipping", "email", "phone", "given", "family", "street")
_WEAK = frozenset(("number", "nr", "nr.", "numurs", "номер", "№"))  # headings that number the rows of any table
_SAID = ("text", "rating")  # one of these holds what was said
# Headings that only a table of complaints or reviews has; others are of orders and notes too.
_COMPLAINING = (
    "review", "review text", "review body", "complaint", "feedback", "rating", "stars", "star rating", "отзыв",
    "текст отзыва", "жалоба", "оценка", "количество звезд", "atsauksme", "atsauksmes teksts", "sūdzība", "vērtējums",
    "zvaigznes",
)  # fmt: skip
_BUYER_BESIDE = "контрагент"  # beside it “Организация” is the shop’s own firm
_PLATFORMS = (  # headings that together only they have
    (("ваш номер заказа", "ваша цена (за шт.)"), "yandex market", "RUB"),
    (("название товара в kaspi магазине",), "kaspi", "KZT"),
    (("дата создания заказа", "общая сумма заказа", "способ доставки"), "kaspi", "KZT"),
    (("контрагент", "организация"), "moysklad", ""),
)
_SEVERAL = 3  # columns; fewer may be words of a title above the table
_CORE = ("name", "given", "email")  # one of these makes a table one of people
_UNNUMBERED = ("placed_at", "total")  # with these and a person a table tells orders, though it does not number them


def guess(headings: Headings, known: FileMapping) -> FileMapping:
    """The mapping with kind and columns filled in as far as the headings tell; what a person settled stays."""
    kind = known.kind or _kind(headings, known)
    if kind not in _NAMES:
        return known
    columns, names = dict(known.columns), _NAMES[kind]
    taken = {headings.at_label(label) for label in columns.values()}
    labels = headings.labels()
    for field, synonyms in names.items():
        wanted = "price" if field in ("unit_price", "line_price") else field
        if wanted in columns or (field == "company" and _BUYER_BESIDE in headings):
            continue
        at = next((at for name in synonyms if (at := headings.at(name)) >= 0 and at not in taken), -1)
        if at >= 0:
            columns[wanted] = labels[at]
            taken.add(at)
    guessed = replace(known, kind=kind, columns=columns)
    return _as_from_platform(headings, guessed) if kind is FileKind.MAPPED_ORDERS else guessed


def _as_from_platform(headings: Headings, guessed: FileMapping) -> FileMapping:
    """The mapping with what some platforms' own headings tell besides: whose orders these are, and in what money."""
    for marks, source, currency in _PLATFORMS:
        if all(name in headings for name in marks):
            unnamed = "currency" not in guessed.columns
            return replace(
                guessed, source=guessed.source or source, currency=guessed.currency or (currency if unnamed else "")
            )
    return guessed


def tells(headings: Headings, known: FileMapping) -> bool:
    """Whether a row is headings beyond doubt: several columns are called as one would call them."""
    guessed = guess(headings, replace(known, columns={}))
    return len(guessed.columns) >= _SEVERAL and guessed.kind is not None and not missing(guessed)


def price_by_heading(mapping: FileMapping) -> Price | None:
    """What the heading of the price column says it holds; None for a heading that does not say."""
    heading = folded(mapping.columns.get("price", ""))
    if heading in map(folded, ORDER_NAMES["line_price"]):
        return Price.LINE
    return Price.UNIT if heading in map(folded, ORDER_NAMES["unit_price"]) else None


def missing(mapping: FileMapping) -> tuple[str, ...]:
    """The fields without which a table cannot be read."""
    if mapping.kind is FileKind.MAPPED_ORDERS:
        return () if "number" in mapping.columns or _tells_orders(mapping.columns) else ("number",)
    if mapping.kind is FileKind.MAPPED_COMPLAINTS:
        return () if any(field in mapping.columns for field in _SAID) else ("text",)
    if mapping.kind is FileKind.MAPPED_PRODUCTS:
        return () if any(field in mapping.columns for field in _GOODS) else ("product",)
    return () if any(field in mapping.columns for field in _PERSON) else ("name", "email")


def unknown_columns(headings: Headings, mapping: FileMapping) -> list[str]:
    """The headings a mapping names and the table lacks."""
    return [label for label in mapping.columns.values() if headings.at_label(label) < 0]


def doubled(headings: Headings, guessed: FileMapping, given: FileMapping) -> dict[str, str]:
    """The fields whose heading was only guessed and stands twice, each with that heading."""
    found = {}
    for field, label in guessed.columns.items():
        at = headings.at_label(label)
        if given.columns.get(field) != label and at >= 0 and headings.stands_twice(at):
            found[field] = headings.names[at]
    return found


def layout_of(headings: Headings, mapping: FileMapping) -> Layout:
    """The layout a complete mapping describes."""
    columns = {field: (headings.at_label(label),) for field, label in mapping.columns.items()}
    if mapping.kind is FileKind.MAPPED_CUSTOMERS and "note" in columns:
        columns["person_note"] = columns.pop("note")
    return Layout(columns, headings.names)


def read_mapped(table: Table, options: Options) -> Iterator[Item]:
    """The records of a table read as its mapping says."""
    layout = layout_of(table.headings, options.mapping)
    if options.mapping.kind is FileKind.MAPPED_CUSTOMERS:
        return read_people(table, options, layout)
    if options.mapping.kind is FileKind.MAPPED_PRODUCTS:
        return read_products(table, options, layout)
    if options.mapping.kind is FileKind.MAPPED_COMPLAINTS:
        return read_complaints(table, options, layout)
    if "number" not in layout:
        return read_unnumbered(table, options, layout)
    return OrderReader(table, options, layout).read()


def _kind(headings: Headings, known: FileMapping) -> FileKind | None:
    if any(name in headings for name in _COMPLAINING) and not any(name in headings for name in ORDER_NAMES["total"]):
        return FileKind.MAPPED_COMPLAINTS
    if "number" not in known.columns and _of_products(headings):
        return FileKind.MAPPED_PRODUCTS
    if "number" in known.columns or any(name in headings for name in ORDER_NAMES["number"]):
        return FileKind.MAPPED_ORDERS
    if _tells_orders([field for field, names in ORDER_NAMES.items() if any(name in headings for name in names)]):
        return FileKind.MAPPED_ORDERS
    people = known.columns or any(name in headings for field in _CORE for name in PEOPLE_NAMES[field])
    return FileKind.MAPPED_CUSTOMERS if people else None


def _tells_orders(fields: Collection[str]) -> bool:
    """Whether these fields tell orders without numbers: whose they are, of which day and of what amount."""
    return all(field in fields for field in _UNNUMBERED) and any(field in fields for field in _BUYER)


def _of_products(headings: Headings) -> bool:
    """Whether a table tells of products: something only these have, and nothing of an order or a person."""
    numbered = any(name in headings for name in ORDER_NAMES["number"] if name not in _WEAK)
    foreign = any(name in headings for field in _NOT_GOODS for name in ORDER_NAMES[field])
    telling = any(name in headings for field in _TELLING for name in PRODUCT_NAMES[field])
    return telling and not (numbered or foreign) and any(name in headings for f in _GOODS for name in PRODUCT_NAMES[f])


MAPPED_READERS = tuple(Reader(kind, "file", read_mapped) for kind in MAPPED)
