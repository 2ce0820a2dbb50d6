"""The sample shop as read, and invented orders for it, the same for the same seed; demo.py writes them."""

from __future__ import annotations

import datetime as dt
import json
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop_app.domain.orders import Status
from desktop_app.domain.working_days import Calendar
from desktop_app.paths import resources

_DAYS_BACK = 730
_SETTLED = 7  # days ago the latest order that is not open was placed; open ones came after it
_FRESH_AT_LEAST = 14  # open orders, so that Today has something of everything
_FRESH_SHARE = 400
_BASKETS = 4_096

Basket = Sequence[tuple[int, int]]  # places in the list of products with their quantities, none twice


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample shop's files as read."""

    people: dict[str, Any]
    products: list[dict[str, Any]]
    shop: dict[str, str]
    logo: bytes
    around: dict[str, Any]
    bench: dict[str, Any]
    complaints: dict[str, Any]

    def picture(self, name: str) -> bytes:
        """One of its pictures: an article's, a signature."""
        return resources("sample", name).read_bytes()

    def word_list(self, name: str) -> list[str]:
        """A list of words in the shop's own language: "tags", "interests", "sources"."""
        words: list[str] = self.around[name][self.shop["language"]]
        return words


class Placed(NamedTuple):
    """An order before its articles: whose (by place in the list of people), when, how it stands."""

    customer: int
    placed: dt.datetime
    ship_by: dt.date
    status: Status
    paid: bool
    fresh: bool


def sample() -> Sample:
    """Reads the sample shop of the program's resources."""

    def read(name: str) -> Any:
        return json.loads(resources("sample", name).read_text("utf-8"))

    shop = read("shop.json")
    return Sample(
        read("people.json"),
        read("products.json")["products"],
        shop,
        resources("sample", shop["logo"]).read_bytes(),
        read("around.json"),
        read("bench.json"),
        read("complaints.json"),
    )


def orders(count: int, *, customers: int, today: dt.date, calendar: Calendar, seed: int) -> Iterator[Placed]:
    """Invented orders in the order they were placed, two years back to today; a few people order often, most once."""
    rng = random.Random(seed + 1)
    fresh = min(count, max(_FRESH_AT_LEAST, count // _FRESH_SHARE))
    promised: dict[dt.date, dt.date] = {}
    for n in range(count - fresh):
        back = _DAYS_BACK * (1 - n / (count - fresh)) ** 1.4
        day = today - dt.timedelta(days=_SETTLED + int(back))
        if day not in promised:
            promised[day] = calendar.after(day, 2)
        status = _past_status((today - day).days, rng.random())
        yield Placed(
            int(customers * rng.random() ** 1.7),
            _at(day, 1 - back % 1),
            promised[day],
            status,
            status is not Status.CANCELLED,
            False,
        )
    open_ones = [_fresh(n, fresh, int(customers * rng.random()), today, calendar, rng) for n in range(fresh)]
    yield from sorted(open_ones, key=lambda one: one.placed)


def _fresh(n: int, count: int, customer: int, today: dt.date, calendar: Calendar, rng: random.Random) -> Placed:
    """An open order: the first ones late, then some due today, some unpaid with a day left, the rest in good time."""
    share = n / count
    placed = today - dt.timedelta(days=round(4 * (1 - share)))
    if share < 0.15:
        ship_by = today - dt.timedelta(days=1 + n % 3)
        placed = ship_by - dt.timedelta(days=3)
    elif share < 0.4:
        ship_by = today
    elif share < 0.55:
        return Placed(
            customer,
            _at(placed, rng.random()),
            calendar.after(today + dt.timedelta(days=1), 0),
            Status.NEW,
            False,
            True,
        )
    else:
        ship_by = calendar.after(today, 1 + n % 4)
    status = Status.PACKING if n % 7 == 3 else Status.PAID
    return Placed(customer, _at(placed, rng.random()), ship_by, status, True, True)


def _past_status(age: int, chance: float) -> Status:
    if chance < 0.03:
        return Status.CANCELLED
    if chance < 0.05 and age > 14:
        return Status.RETURNED
    return Status.DELIVERED if age > 9 else Status.SHIPPED


def baskets(found: Sample, seed: int) -> list[Basket]:
    """What orders are made of: order after order takes one by `basket_of`."""
    rng = random.Random(seed + 2)
    return [_articles(found, rng) for _ in range(_BASKETS)]


def basket_of(n: int) -> int:
    """Which basket order `n` has; spread like dice, so that nothing need be remembered of five million orders."""
    return (n * 2_654_435_761 >> 9) % _BASKETS


def _articles(found: Sample, rng: random.Random) -> Basket:
    kinds = 1 + bisect((0.45, 0.75, 0.92), rng.random())
    picked = rng.sample(range(len(found.products)), kinds)
    return [(place, 1 if rng.random() < 0.75 else rng.randint(2, 4)) for place in picked]


def _at(day: dt.date, share: float) -> dt.datetime:
    """A moment of a day between seven and ten in the evening, `share` of that time gone."""
    zone = dt.timezone(dt.timedelta(hours=3 if 4 <= day.month <= 10 else 2))
    hour, minute = divmod(int(15 * 60 * share), 60)
    return dt.datetime(day.year, day.month, day.day, 7 + hour, minute, tzinfo=zone)
