"""Invented people and orders for the sample shop, the same for the same seed; demo.py writes them."""

from __future__ import annotations

import datetime as dt
import json
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.orders import Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.promise import Calendar
from desktop_app.domain.text import fold
from desktop_app.i18n import Language
from desktop_app.paths import resources

_DAYS_BACK = 730
_FRESH_AT_LEAST = 14  # open orders, so that Today has something of everything
_FRESH_SHARE = 400
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h c ch sh sch  y  e yu ya".split(" "),
        strict=True,
    )
)
# Birthdays, in days from today, of the first people, so that Today has some whatever the day is.
_NEAR = {2: -1, 3: 0, 5: 2, 8: 4, 11: 0, 13: 1, 17: -2, 19: 6}


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample shop's files as read."""

    people: dict[str, Any]
    products: list[dict[str, Any]]
    shop: dict[str, str]
    logo: bytes


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
        read("people.json"), read("products.json")["products"], shop, resources("sample", shop["logo"]).read_bytes()
    )


def people(found: Sample, count: int, *, today: dt.date, seed: int) -> Iterator[CustomerFields]:
    """Invented customers; the first ones have their birthdays around `today`."""
    rng = random.Random(seed)
    source = found.people
    places: list[dict[str, Any]] = source["places"]
    weights = list(accumulate(place["weight"] for place in places))
    addresses: dict[str, int] = {}
    for n in range(count):
        place = places[bisect(weights, rng.random() * weights[-1])]
        tongue = place["languages"][0] if rng.random() < 0.7 else rng.choice(place["languages"])
        male = rng.random() < 0.3
        given: str = rng.choice(source["given"][tongue]["masculine" if male else "feminine"])
        pair = rng.choice(source["family"][tongue])
        family: str = pair if isinstance(pair, str) else pair[0 if male else 1]
        patronymic = rng.choice(source["patronymic"])[0 if male else 1] if tongue == "ru" and rng.random() < 0.3 else ""
        local = f"{_latin(given)}.{_latin(family)}"
        addresses[local] = seen = addresses.get(local, 0) + 1
        yield CustomerFields(
            given=given,
            family=family,
            patronymic=patronymic,
            language=Language(tongue),
            email=f"{local}{seen if seen > 1 else ''}@{rng.choice(source['mail_hosts'])}",
            phone=_phone(source["phones"][place["country"]], rng),
            address=_address(place, rng),
            birthday=_birthday(n, today, rng),
            note=rng.choice(source["customer_notes"][tongue]) if rng.random() < 0.06 else "",
        )


def orders(count: int, *, customers: int, today: dt.date, calendar: Calendar, seed: int) -> Iterator[Placed]:
    """Invented orders in the order they were placed, two years back to today; a few people order often, most once."""
    rng = random.Random(seed + 1)
    fresh = min(count, max(_FRESH_AT_LEAST, count // _FRESH_SHARE))
    promised: dict[dt.date, dt.date] = {}
    for n in range(count - fresh):
        day = today - dt.timedelta(days=4 + int(_DAYS_BACK * (1 - n / (count - fresh)) ** 1.4))
        if day not in promised:
            promised[day] = calendar.after(day, 2)
        status = _past_status((today - day).days, rng.random())
        yield Placed(
            int(customers * rng.random() ** 1.7),
            _at(day, rng),
            promised[day],
            status,
            status is not Status.CANCELLED,
            False,
        )
    for n in range(fresh):
        yield _fresh(n, fresh, int(customers * rng.random()), today, calendar, rng)


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
            customer, _at(placed, rng), calendar.after(today + dt.timedelta(days=1), 0), Status.NEW, False, True
        )
    else:
        ship_by = calendar.after(today, 1 + n % 4)
    status = Status.PACKING if n % 7 == 3 else Status.PAID
    return Placed(customer, _at(placed, rng), ship_by, status, True, True)


def _past_status(age: int, chance: float) -> Status:
    if chance < 0.03:
        return Status.CANCELLED
    if chance < 0.05 and age > 14:
        return Status.RETURNED
    return Status.DELIVERED if age > 9 else Status.SHIPPED


def articles(found: Sample, rng: random.Random) -> Sequence[tuple[int, int]]:
    """What is in one order: places in the list of products with their quantities, none twice."""
    kinds = 1 + bisect((0.45, 0.75, 0.92), rng.random())
    picked = rng.sample(range(len(found.products)), kinds)
    return [(place, 1 if rng.random() < 0.75 else rng.randint(2, 4)) for place in picked]


def _at(day: dt.date, rng: random.Random) -> dt.datetime:
    zone = dt.timezone(dt.timedelta(hours=3 if 4 <= day.month <= 10 else 2))
    return dt.datetime(day.year, day.month, day.day, 7 + int(15 * rng.random()), int(60 * rng.random()), tzinfo=zone)


def _birthday(n: int, today: dt.date, rng: random.Random) -> Birthday | None:
    chance, year = rng.random(), today.year - 18 - int(62 * rng.random())
    if n in _NEAR:
        day = today + dt.timedelta(days=_NEAR[n])
        return Birthday(day.month, day.day, None if (day.month, day.day) == (2, 29) else year)
    if chance < 0.3:
        return None
    day = dt.date(year, 1, 1) + dt.timedelta(days=int(365 * rng.random()))
    return Birthday(day.month, day.day, year if chance < 0.85 else None)


def _address(place: dict[str, Any], rng: random.Random) -> Address:
    street, house = rng.choice(place["streets"]), 1 + int(120 * rng.random())
    if place["country"] in ("GB", "IE"):
        line = f"{house} {street}"
    elif place["country"] == "LV" and rng.random() < 0.7:
        line = f"{street} {house} - {1 + int(60 * rng.random())}"
    else:
        line = f"{street} {house}"
    return Address("", line, place["city"], "", rng.choice(place["postcodes"]), place["country"])


def _phone(pattern: str, rng: random.Random) -> str:
    digits = iter(f"{int(rng.random() * 10**10):010d}")
    return "".join(next(digits) if c == "#" else c for c in pattern)


def _latin(name: str) -> str:
    return "".join(_LATIN.get(c, c) for c in fold(name) if c.isalnum())
