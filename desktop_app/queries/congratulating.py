"""Whose card is to be printed: for the birthdays of one day, or for all that are near and have none yet."""

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
    return [card for card in unprinted_days(shop) if card[0].kind is DayKind.BIRTHDAY]


def unprinted_days(shop: Shop) -> list[tuple[DayKey, ...]]:
    """The days of every kind in reach of their lead time for which there is no card yet, however many they are."""
    near = days_near(shop, settings(shop), whole=True)
    return [row.keys for row in near.coming if row.printed is None and row.before is None]
