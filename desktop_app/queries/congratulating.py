"""Whose birthday a card is to be printed for: of one day, or all that are near and have none yet."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.people_dates import LeapRule, stored_days
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import BIRTHDAY_LEAD, LEAP_RULE
from desktop_app.queries import Shop
from desktop_app.queries.prints import customers_printed
from desktop_app.queries.settings import settings
from desktop_app.store.tables import CustomerTable as C

_THIS_YEAR = dt.timedelta(days=300)  # a card printed less long ago was for this birthday


def birthday_customers(shop: Shop, first: dt.date, last: dt.date) -> list[CustomerId]:
    """Who is congratulated from `first` to `last` inclusive, in the order of the days; nobody who is not to be."""
    rule = LeapRule(settings(shop)[LEAP_RULE])
    days = stored_days(first, last, rule)
    query: Any = C.select(C.id, C.birth_month_day).where(C.birth_month_day.in_(days), C.congratulate)
    place = {day: number for number, day in enumerate(days)}
    found = sorted((place[day], customer) for customer, day in shop.rows(query.tuples()))
    return [CustomerId(customer) for _, customer in found]


def unprinted_birthdays(shop: Shop) -> list[CustomerId]:
    """Who has a birthday from today to the end of the lead time and no card for it yet."""
    today = shop.today()
    people = birthday_customers(shop, today, today + dt.timedelta(days=settings(shop)[BIRTHDAY_LEAD]))
    done = customers_printed(shop, Kind.BIRTHDAY, people, since=today - _THIS_YEAR)
    return [customer for customer in people if customer not in done]
