"""Which customers a list shows, in its order, and each as a row of it with everything a column may tell."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from peewee import SQL, NodeList, Select, Value, fn

from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import Channel, CustomerId, display_name
from desktop_app.domain.listing import CustomerFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.settings import REGULAR_FROM
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customer_filter import customer_conditions, in_force
from desktop_app.queries.listing import among, ids_in_order, off_index, unknown_last
from desktop_app.queries.settings import settings
from desktop_app.store.tables import ConsentTable, CustomerWordTable, WordTable
from desktop_app.store.tables import CustomerTable as C


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer in a list; `detail` is what is known beside the name, in one line."""

    id: CustomerId
    name: str
    detail: str
    given: str
    family: str
    patronymic: str
    company: str
    email: str
    phone: str
    language: Language | None
    street: str
    city: str
    postcode: str
    country: str
    channel: Channel | None
    orders: int
    first_order_on: dt.date | None
    last_order_on: dt.date | None
    spent: Money | None
    regular: bool
    birthday: Birthday | None
    tags: tuple[str, ...]
    interests: tuple[str, ...]
    consents: tuple[Purpose, ...]
    note: str
    congratulate: bool
    deceased: bool
    extra_care: bool


def customer_ids(
    shop: Shop, wanted: CustomerFilter = CustomerFilter(), sort: Sort = Sort("name"), *, limit: int | None = None
) -> array[int]:
    """The ids of all customers a list shows, in its order, in one statement (two when the filter needs a setting).

    With a limit they are first sought among the foremost of all: where a filter leaves many, they are found there.
    """
    conditions, today = customer_conditions(shop, wanted), shop.today()
    if limit is not None and sort.key not in _WORDS:
        found = _among_the_foremost(shop, wanted, conditions, sort, limit=limit)
        if len(found) == limit:
            return found
    query = C.select(C.id).order_by(*_order(sort, narrowed=bool(conditions), today=today))
    return ids_in_order(shop, query.where(*conditions) if conditions else query, limit)


def customer_count(shop: Shop, wanted: CustomerFilter) -> int:
    """How many customers a list shows, counted in the shop itself."""
    conditions = customer_conditions(shop, wanted)
    query = C.select(fn.COUNT(SQL("1")))
    return int(shop.value(query.where(*conditions) if conditions else query))


def _among_the_foremost(
    shop: Shop, wanted: CustomerFilter, conditions: list[Any], sort: Sort, *, limit: int
) -> array[int]:
    """Who comes first of those a filter leaves, sought where an index begins; fewer than `limit` say nothing."""
    today = shop.today()
    order = C.select(C.id).order_by(*_order(sort, narrowed=False, today=today))
    if sort.key in _KEYS:  # what is unknown comes last either way, so the index of the rest has the first
        key = _TEXTS[sort.key]
        order = C.select(C.id).where(key > "").order_by(*_along(key, sort.descending))
    if not conditions:
        if sort.key in _AMOUNTS and sort.descending:
            order = order.where(_among_the_largest(_AMOUNTS[sort.key], limit))
        return ids_in_order(shop, order, limit)
    near = conditions if wanted.consent is None else customer_conditions(shop, wanted, few=True)
    query = C.select(C.id).order_by(*_order(sort, narrowed=True, today=today))
    return ids_in_order(shop, query.where(C.id.in_(order.limit(_FOREMOST)), *near), limit)


def _among_the_largest(amount: Any, limit: int) -> Any:
    """That an amount is at least what `limit` of those who ordered last have: nobody below is among the first.

    So the index that holds the amounts is leapt through, where the whole of it was sorted.
    """
    last = C.select(amount.alias("amount")).order_by(unknown_last(C.last_order_on, True)).limit(_FOREMOST).alias("last")
    best = Select([last], [last.c.amount]).order_by(last.c.amount.desc()).limit(limit).alias("best")
    return (amount >= Select([best], [fn.MIN(best.c.amount)])) & (amount > 0)


def customer_rows(shop: Shop, ids: Sequence[int]) -> list[CustomerRow]:
    """The customers of these ids, in the ids' order; those that are gone are left out."""
    if not ids:
        return []
    regular_from = settings(shop)[REGULAR_FROM]
    query = C.select(
        *_SUMMARY, _words(WordKind.TAG), _words(WordKind.INTEREST), _consents(shop.today())
    ).where(among(C.id, ids))  # fmt: skip
    found = {row[0]: _row(row, regular_from) for row in shop.rows(query.tuples())}
    return [found[customer_id] for customer_id in ids if customer_id in found]


def _alike(*types: str) -> tuple[str, ...]:
    return tuple(each.name for each in fields(CustomerRow) if each.type in types and hasattr(C, each.name))


# what the table holds as a row tells it, under one name
_PLAIN = _alike("str", "int", "bool", "int | None", "dt.date | None")
_SWITCHES = _alike("bool")
_SUMMARY = (
    C.id, C.language, C.channel, C.spent_minor, C.spent_currency, C.birth_month_day, C.birth_year,
    *(getattr(C, name) for name in _PLAIN),
)  # fmt: skip
_SPLIT = "\n"  # no word of the shop's list has a line break


def _words(kind: WordKind) -> Any:
    """The words of one kind that a customer bears, in the order of the alphabet."""
    return _borne(kind, fn.STRING_AGG(WordTable.word, NodeList((Value(_SPLIT), SQL("ORDER BY"), WordTable.word_key))))


def _borne(kind: WordKind, told: Any) -> Any:
    borne = CustomerWordTable.select(told).join(WordTable)
    return borne.where(CustomerWordTable.customer == C.id, WordTable.kind == kind.value)


def _consents(today: dt.date) -> Any:
    """What a customer agreed to and has not taken back."""
    return _agreed(
        today, fn.STRING_AGG(ConsentTable.what, NodeList((Value(_SPLIT), SQL("ORDER BY"), ConsentTable.what)))
    )


def _agreed(today: dt.date, told: Any) -> Any:
    return ConsentTable.select(told).where(ConsentTable.customer == C.id, in_force(today))


def _row(row: Sequence[Any], regular_from: int) -> CustomerRow:
    customer_id, language, channel, spent, currency, month_day, year = row[:7]
    tags, interests, consents = row[-3:]
    plain = dict(zip(_PLAIN, row[7:-3], strict=True))
    plain.update((name, bool(plain[name])) for name in _SWITCHES)
    given, family, company, email, phone = (plain[name] for name in ("given", "family", "company", "email", "phone"))
    return CustomerRow(
        **plain,
        id=CustomerId(customer_id),
        name=display_name(given, family, company, email=email, phone=phone),
        detail=" · ".join(part for part in (email, phone, plain["city"]) if part),
        language=Language(language) if language else None,
        channel=Channel(channel) if channel else None,
        spent=Money(spent, currency) if currency else None,
        regular=plain["orders"] >= regular_from,
        birthday=Birthday.from_store(month_day, year) if month_day else None,
        tags=tuple(tags.split(_SPLIT)) if tags else (),
        interests=tuple(interests.split(_SPLIT)) if interests else (),
        consents=tuple(dict.fromkeys(map(Purpose, consents.split(_SPLIT)))) if consents else (),
    )


_FOREMOST = 3_000
_WORDS = ("tags", "interests", "consents")  # sorted by what stands in other tables
_KEYS = ("given", "email", "phone", "town")  # of the texts, those with an index
_AMOUNTS = {"spent": C.spent_minor, "orders": C.orders}
_FIGURES = {
    **{name: getattr(C, name) for name in _alike("int", "bool", "int | None")},
    "last_order": C.last_order_on, "first_order": C.first_order_on, "birthday": C.birth_month_day,
    "not_congratulated": ~C.congratulate,
}  # fmt: skip
_TEXTS = {
    **{name: getattr(C, name) for name in _alike("str") if name != "family"},  # which a list goes by anyhow
    "given": C.given_key, "email": C.email_key, "phone": C.phone_key, "town": C.city_key, "language": C.language,
    "channel": C.channel,
}  # fmt: skip


def _along(column: Any, descending: bool) -> list[Any]:
    return [column.desc(), C.id.desc()] if descending else [column.asc(), C.id]


def _order(sort: Sort, *, narrowed: bool, today: dt.date) -> list[Any]:
    key, down = sort.key, sort.descending
    last = C.id.desc() if down else C.id
    if key == "id":
        return [last]
    if key in _FIGURES:
        column = _FIGURES[key]
        return [unknown_last(off_index(column) if narrowed else column, down), last]
    if key in _TEXTS:
        return [unknown_last(fn.NULLIF(_TEXTS[key], SQL("''")), down), last]
    if key == "spent":
        return [unknown_last(fn.NULLIF(C.spent_minor, SQL("0")), down), last]
    if key in ("tags", "interests"):
        first = _borne(WordKind.TAG if key == "tags" else WordKind.INTEREST, fn.MIN(WordTable.word_key))
        return [unknown_last(off_index(first), down), last]
    if key == "consents":
        return [unknown_last(off_index(_agreed(today, fn.MIN(ConsentTable.what))), down), last]
    return _along(off_index(C.sort_key) if narrowed else C.sort_key, down)  # also "family": lists go by it
