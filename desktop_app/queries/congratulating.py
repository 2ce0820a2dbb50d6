"""Whose birthday card is to be printed: of one day, or all that are near and have none yet."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind
from desktop_app.queries import Shop
from desktop_app.queries.days import days_near, days_on
from desktop_app.queries.settings import settings


def birthday_cards(shop: Shop, day: dt.date) -> list[tuple[DayKey, ...]]:
    """The birthdays kept on a day, of customers and of the people around them; who gets one card together is one.

    Nobody who is not to be congratulated, and nobody about whose birthday something was done already.
    """
    return [row.keys for row in days_on(shop, settings(shop), day) if row.kind is DayKind.BIRTHDAY]


def unprinted_birthdays(shop: Shop) -> list[tuple[DayKey, ...]]:
    """The birthdays in reach of their lead time for which there is no card yet."""
    near = days_near(shop, settings(shop), whole=True)
    return [row.keys for row in near.coming if row.kind is DayKind.BIRTHDAY and not (row.printed or row.before)]
