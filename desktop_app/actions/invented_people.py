"""Invented customers for the sample shop, the same for the same seed: names, addresses, ways to reach them, words."""

from __future__ import annotations

import datetime as dt
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from desktop_app.actions.invented import Sample
from desktop_app.domain.customers import Address, Channel, Contact, ContactKind, CustomerFields, LabelledAddress
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import fold
from desktop_app.i18n import Language

COUPLES = 50  # of so many customers two in a row are a couple: the second is this one
_COUPLE = 6
_MANY = 5_000  # from here on family names are composed too, or everybody would share some hundred
_COMPLAINED = 29  # one in so many complained before
_FULL = 12  # the first customers have something of everything
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h c ch sh sch  y  e yu ya".split(" "),
        strict=True,
    )
)
# Birthdays, in days from today, of the first people, so that Today has some whatever the day is.
_NEAR = {2: -1, 3: 0, 5: 2, 8: 4, 11: 0, 13: 1, 17: -2, 19: 6}
_CHANNELS = (None, None, Channel.EMAIL, Channel.EMAIL, Channel.SMS, Channel.MESSENGER, Channel.POST, Channel.NONE)


class Person(NamedTuple):
    """An invented customer, whether a man, and the family name in both its forms (a man's, a woman's)."""

    fields: CustomerFields
    male: bool
    family: Sequence[str]


def spouse_of(n: int) -> int | None:
    """The place in the list of the customer who is the spouse of customer `n`, where they are one of a couple."""
    return n - 1 if n % COUPLES == _COUPLE else None


def people(found: Sample, count: int, *, today: dt.date, seed: int) -> Iterator[Person]:
    """Invented customers; the first ones have their birthdays around `today`."""
    rng, more = random.Random(seed), random.Random(seed + 3)
    source = found.people
    places: list[dict[str, Any]] = source["places"]
    weights = list(accumulate(place["weight"] for place in places))
    addresses: dict[str, int] = {}
    before: tuple[bool, Sequence[str], str, Address] | None = None
    for n in range(count):
        place = places[bisect(weights, rng.random() * weights[-1])]
        tongue = place["languages"][0] if rng.random() < 0.7 else rng.choice(place["languages"])
        male, home = rng.random() < 0.3, _address(place, rng)
        pair = family_name(found, tongue, rng, composed=count >= _MANY)
        if before and spouse_of(n) is not None:
            male, pair, tongue, home = not before[0], *before[1:]
        before = (male, pair, tongue, home)
        given, family = given_name(found, tongue, male=male, rng=rng), pair[0 if male else 1]
        local = f"{_latin(given)}.{_latin(family)}"
        seen = n + 1
        if count < _MANY:  # else by their number, for a million addresses are too much to remember
            addresses[local] = seen = addresses.get(local, 0) + 1
        fields = CustomerFields(
            given=given,
            family=family,
            patronymic=_patronymic(source, tongue, male=male, rng=rng),
            company=more.choice(found.around["companies"]).format(family=pair[0]) if more.random() < 0.02 else "",
            language=Language(tongue),
            email=f"{local}{seen if seen > 1 else ''}@{rng.choice(source['mail_hosts'])}",
            phone=phone(source["phones"][place["country"]], rng),
            address=home,
            birthday=_birthday(n, today, rng),
            note=rng.choice(source["customer_notes"][tongue]) if rng.random() < 0.06 else "",
            channel=more.choice(_CHANNELS),
            congratulate=more.random() > 0.01,
            deceased=n >= _FULL and more.random() < 0.002,
            name_day=more.random() > 0.02,
            lead_days=7 if more.random() < 0.01 else None,
            extra_care=n % _COMPLAINED == 5,
            contacts=_contacts(found, place, local, tongue, rng=more, full=n < _FULL),
            addresses=_addresses(found, place, tongue, more) if more.random() < (0.5 if n < _FULL else 0.04) else (),
            tags=_words(found.word_list("tags"), more, (0.2, 0.85) if n < _FULL else (0.7, 0.95)),
            interests=_words(found.word_list("interests"), more, (0, 0.4) if n < _FULL else (0.55, 0.75)),
        )
        yield Person(fields, male, pair)


def family_name(found: Sample, tongue: str, rng: random.Random, *, composed: bool) -> Sequence[str]:
    """A family name as (a man's, a woman's form); every second is composed of parts where there are to be many."""
    if composed and rng.random() < 0.5:
        parts = found.around["family_parts"][tongue]
        first, second = rng.choice(parts["first"]), rng.choice(parts["second"])
        return [first + second[0], first + second[1]]
    pair = rng.choice(found.people["family"][tongue])
    return [pair, pair] if isinstance(pair, str) else pair


def given_name(found: Sample, tongue: str, *, male: bool, rng: random.Random) -> str:
    """A first name of a language."""
    name: str = rng.choice(found.people["given"][tongue]["masculine" if male else "feminine"])
    return name


def phone(pattern: str, rng: random.Random) -> str:
    """A telephone number after a pattern with # for its digits."""
    digits = iter(f"{int(rng.random() * 10**10):010d}")
    return "".join(next(digits) if c == "#" else c for c in pattern)


def _patronymic(source: dict[str, Any], tongue: str, *, male: bool, rng: random.Random) -> str:
    if tongue != "ru" or rng.random() >= 0.3:
        return ""
    name: str = rng.choice(source["patronymic"])[0 if male else 1]
    return name


def _contacts(
    found: Sample, place: dict[str, Any], local: str, tongue: str, *, rng: random.Random, full: bool
) -> tuple[Contact, ...]:
    """Further ways to reach somebody: most people have none."""
    if not full and rng.random() < 0.78:
        return ()
    chance, work = rng.random(), found.around["labels"][tongue][0]
    if chance < 0.45:
        return (Contact(ContactKind.PHONE, phone(found.people["phones"][place["country"]], rng), work),)
    if chance < 0.8:
        number = int(rng.random() * 10**5)
        return (Contact(ContactKind.EMAIL, f"{local}.{number}@{rng.choice(found.people['mail_hosts'])}", work),)
    return (Contact(ContactKind.MESSENGER, f"@{local}{int(rng.random() * 1000)}", "Telegram"),)


def _addresses(found: Sample, place: dict[str, Any], tongue: str, rng: random.Random) -> tuple[LabelledAddress, ...]:
    return (LabelledAddress(rng.choice(found.around["labels"][tongue]), _address(place, rng)),)


def _words(words: Sequence[str], rng: random.Random, shares: Sequence[float]) -> tuple[str, ...]:
    """None, one or two words; `shares` is where none ends and where one ends."""
    count = bisect(shares, rng.random())
    if not count:
        return ()
    first = int(rng.random() ** 1.5 * len(words))
    return (words[first], words[(first + 3) % len(words)])[:count]


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


def _latin(name: str) -> str:
    return "".join(_LATIN.get(c, c) for c in fold(name) if c.isalnum())
