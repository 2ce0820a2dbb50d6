"""How the screens speak about a person: what matters about them, and their birthday."""

from __future__ import annotations

import datetime as dt

from desktop_app.i18n import Words
from desktop_app.ui.pages.dates import near_day
from desktop_app.ui.theme.tokens import Tone


def birthday_phrase(words: Words, kept_on: dt.date, today: dt.date, age: int | None) -> str:
    """“turned 41, 2 days ago”, “turns 6 on Wednesday”, “birthday on Wednesday”; an age only when the year is known."""
    day = near_day(words, kept_on, today)
    if kept_on < today:
        days = (today - kept_on).days
        if days == 1:
            return words("turned {age} yesterday", age=age) if age else words("birthday was yesterday")
        ago = words.n("{n} day ago", "{n} days ago", days)
        return words("turned {age}, {days}", age=age, days=ago) if age else words("birthday was {day}", day=ago)
    if kept_on == today:
        return words("turns {age} today", age=age) if age else words("birthday today")
    return words("turns {age} {day}", age=age, day=day) if age else words("birthday {day}", day=day)


def orders_phrase(words: Words, orders: int) -> str:
    """“3 orders”, “no orders yet”."""
    return words.n("{n} order", "{n} orders", orders) if orders else words("no orders yet")


def customer_tag(words: Words, *, orders: int, regular: bool) -> tuple[str, Tone] | None:
    """The one tag of a person: a regular, or somebody with a first order; nothing for the rest."""
    if regular:
        return words("Regular"), Tone.GOOD
    return (words("First order"), Tone.ACCENT) if orders == 1 else None
