"""The Today part of bench people: the whole page, its people, and the birthdays to print; the floor is bare SQLite."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from people import Bench

GOAL = 50.0  # ms: Today complete, of data.md
_TIMES = 40


def measure(bench: Bench) -> None:
    """Tells the figures of Today, and how many statements it takes."""
    from desktop_app.domain.near_days import near_days
    from desktop_app.domain.people_dates import LeapRule
    from desktop_app.queries.congratulating import birthday_cards
    from desktop_app.queries.days import days_near
    from desktop_app.queries.settings import settings
    from desktop_app.queries.today import today
    from desktop_app.ui.pages.today.lookup import morning

    shop = bench.shop
    day, values = shop.today(), settings(shop)
    soon = ", ".join(str(near.stored) for near in near_days(day, ahead=14, behind=0, rule=LeapRule.FEB_28))
    floor = (
        f"SELECT id, given, family, birth_month_day FROM customer WHERE birth_month_day IN ({soon}) AND congratulate"
        " LIMIT 100"
    )
    bench.tell("floor: 100 birthdays of 14 days in bare SQL", _took(lambda: shop.sql(floor)))
    counted = f"SELECT COUNT(*) FROM customer WHERE birth_month_day IN ({soon}) AND congratulate"
    bench.tell("floor: to count them", _took(lambda: shop.sql(counted)))
    bench.tell("whose days are near or were missed", _took(lambda: days_near(shop, values)))
    found = days_near(shop, values)
    said = f"{found.coming_count} coming, {found.missed_count} missed looked at, more: {found.more_coming}"
    bench.tell("Today: orders and people", _took(lambda: today(shop)), goal=GOAL, note=said)
    bench.tell("everything the page asks for", _took(lambda: morning(shop)))
    bench.tell("the birthday cards of one day", _took(lambda: birthday_cards(shop, day), times=5))


def _took(ask: Callable[[], object], *, times: int = _TIMES) -> list[float]:
    """Milliseconds of each of so many questions, the first, cold one left out."""
    ask()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        ask()
        took.append((time.perf_counter() - began) * 1000)
    return took
