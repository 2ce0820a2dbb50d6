"""What a list of customers is narrowed by, as conditions that indexes serve where the shop is large."""

from __future__ import annotations

import datetime as dt
from typing import Any

from peewee import fn

from desktop_app.domain.keys import name_key, sorting
from desktop_app.domain.listing import CustomerFilter
from desktop_app.domain.money import digits
from desktop_app.domain.people_dates import LeapRule, stored_days
from desktop_app.domain.settings import (
    BIRTHDAY_LEAD,
    LEAP_RULE,
    REGULAR_FROM,
    SHOP_CURRENCY,
    SettingValues,
)
from desktop_app.domain.tags import WordKind
from desktop_app.domain.text import clean
from desktop_app.queries import Shop
from desktop_app.queries.listing import off_index
from desktop_app.queries.matching import customers_matching
from desktop_app.queries.settings import settings
from desktop_app.store.tables import ConsentTable, CustomerWordTable, WordTable
from desktop_app.store.tables import CustomerTable as C


def customer_conditions(shop: Shop, wanted: CustomerFilter, *, few: bool = False) -> list[Any]:
    """The conditions of a filter; the shop is asked for its settings only where one of them needs any.

    Where only `few` customers are looked at, their own consents are, instead of everybody's.
    """
    spent = wanted.spent_from is not None or wanted.spent_to is not None
    values = settings(shop) if wanted.regular or wanted.birthday_soon or spent else SettingValues({})
    found = [customers_matching(shop, wanted.text)] if wanted.text.strip() else []
    if wanted.regular:
        found.append(off_index(C.orders) >= values[REGULAR_FROM])
    if wanted.birthday_soon:
        found += _coming_birthdays(shop.today(), values)
    if wanted.birthday_month:
        found.append(C.birth_month_day.between(wanted.birthday_month * 100, wanted.birthday_month * 100 + 31))
    unit = 10 ** digits(values[SHOP_CURRENCY])
    # Only the last order begins its index; to skip along in it for one of the others costs more than the whole table.
    found += _between(C.last_order_on, wanted.last_from, wanted.last_to)
    found += _between(off_index(C.first_order_on), wanted.first_from, wanted.first_to)
    found += _between(off_index(C.orders), wanted.orders_from, wanted.orders_to)
    found += _between(
        off_index(C.spent_minor),
        None if wanted.spent_from is None else wanted.spent_from * unit,
        None if wanted.spent_to is None else wanted.spent_to * unit,
    )
    if wanted.spent_from is not None or wanted.spent_to is not None:  # no other money can be held against it
        found.append(C.spent_currency.in_(["", values[SHOP_CURRENCY]]))
    return found + _said_of(wanted, shop.today(), few=few)


def in_force(today: dt.date) -> Any:
    """The condition that a consent counts on a day."""
    return ConsentTable.withdrawn_on.is_null() | (ConsentTable.withdrawn_on > today)


def _said_of(wanted: CustomerFilter, today: dt.date, *, few: bool) -> list[Any]:
    found: list[Any] = []
    if wanted.town.strip():
        found.append(C.city_key == sorting(clean(wanted.town)))
    if wanted.language is not None:
        found.append(C.language == wanted.language.value)
    for kind, word in ((WordKind.TAG, wanted.tag), (WordKind.INTEREST, wanted.interest)):
        if word.strip():
            found.append(C.id.in_(_bearers(kind, word)))
    if wanted.consent is not None:
        given = ConsentTable.select(ConsentTable.customer).where(ConsentTable.what == wanted.consent.value)
        given = given.where(in_force(today))
        found.append(fn.EXISTS(given.where(ConsentTable.customer == C.id)) if few else C.id.in_(given))
    if wanted.no_email:
        found.append(C.email_key == "")
    return found


def _bearers(kind: WordKind, word: str) -> Any:
    borne = CustomerWordTable.select(CustomerWordTable.customer).join(WordTable)
    return borne.where(WordTable.kind == kind.value, WordTable.word_key == name_key(word))


def _coming_birthdays(today: dt.date, values: SettingValues) -> list[Any]:
    last = today + dt.timedelta(days=values[BIRTHDAY_LEAD])
    days = stored_days(today, last, LeapRule(values[LEAP_RULE]))
    return [C.birth_month_day.in_(days), C.congratulate, ~C.deceased]


def _between(column: Any, first: Any, last: Any) -> list[Any]:
    return ([column >= first] if first is not None else []) + ([column <= last] if last is not None else [])
