"""What the card or the message for somebody's day says: who they are, whose address it goes to, which day it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from desktop_app.domain.customers import CustomerFields, CustomerId, full_name
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind, RelativeFields, RelativeId
from desktop_app.domain.printing import BirthdayDetails, PaperDetails
from desktop_app.domain.reaching import Standing, together
from desktop_app.domain.settings import SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.customers import FIELDS, customer_fields
from desktop_app.queries.listing import among
from desktop_app.queries.people import relatives
from desktop_app.queries.printing import person_paper
from desktop_app.queries.reaching import standings_of
from desktop_app.queries.settings import settings
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import SpecialDayTable as D

_AT_ONCE = 500  # cards made ready together

Card = Sequence[DayKey]  # the days of all whom one card is for, the customer or the first of them first


@dataclass(frozen=True, slots=True)
class _Known:
    """What a part of the cards needs, by ids."""

    customers: dict[int, tuple[CustomerFields, PaperDetails]]
    relatives: dict[int, RelativeFields]
    years: dict[tuple[int, RelativeId | None, str, str], int]
    standings: dict[CustomerId, Standing]


def stream_day_details(shop: Shop, cards: Iterable[Card]) -> Iterator[PaperDetails]:
    """What the cards for these days say, in their order, a few hundred at a time; those of people gone are left out.

    A card for somebody around a customer greets them by their own name and goes to the customer's address; where that
    customer is silent, deceased or complains, or they do in a record of their own, the press holds it back.
    """
    values, waiting = settings(shop), iter(cards)
    while part := list(islice(waiting, _AT_ONCE)):
        known = _known(shop, part, values)
        yield from (paper for card in part for paper in _paper(card, known))


def _known(shop: Shop, cards: Sequence[Card], values: SettingValues) -> _Known:
    ids = {key.customer for card in cards for key in card}
    customers = {}
    around = relatives(shop, {key.relative for card in cards for key in card if key.relative is not None})
    standings = standings_of(shop, ids | {one.fields.customer for one in around if one.fields.customer is not None})
    for number, orders, *row in shop.rows(C.select(C.id, C.orders, *FIELDS).where(among(C.id, ids)).tuples()):
        fields, whose = customer_fields(row), CustomerId(number)
        if whose in standings:
            paper = person_paper(whose, orders, fields, values, standing=standings[whose])
            customers[number] = (fields, paper)
    days = D.select(D.customer, D.kind, D.title, D.year).where(among(D.customer, ids), D.relative.is_null())
    years: dict[Any, int] = {(whose, None, kind, title): year for whose, kind, title, year in shop.rows(days) if year}
    for one in around:
        for day in one.fields.days:
            if day.date.year:
                years[one.of, one.id, day.kind.value, day.title] = day.date.year
    return _Known(customers, {one.id: one.fields for one in around}, years, standings)


def _paper(card: Card, known: _Known) -> Iterator[PaperDetails]:
    """One card, or none where nobody of it is left."""
    there = [
        key for key in card
        if key.customer in known.customers and (key.relative is None or key.relative in known.relatives)
    ]  # fmt: skip
    if not there:
        return
    owner, paper = known.customers[there[0].customer]
    # Who is not to be congratulated since the card was asked for is left out of it; a card for nobody else is refused.
    there = [key for key in there if _is_greeted(_person(key, owner, known))] or there
    first = there[0]
    people = tuple(_person(key, owner, known) for key in there)
    # An anniversary is one day for both; of two birthdays on a day each has its own year, perhaps unknown.
    own = there[:1] if first.kind is DayKind.ANNIVERSARY else there
    ages = {_years(key, owner, known) for key in own}
    address = paper.address
    if address is not None and not any(key.relative is None for key in there):
        address = replace(address, name=address.name or full_name(owner))
    yield replace(
        paper,
        customer=people[0],
        relative=first.relative,
        together=people if len(people) > 1 else (),
        language=people[0].language or paper.language,
        address=address,
        birthday=BirthdayDetails(
            first.kept_on, ages.pop() if len(ages) == 1 else None, first.kind, first.title
        ),
        standing=_standing(there, people[0], paper.standing, known),
    )  # fmt: skip


def _standing(there: Card, first: CustomerFields, owner: Standing, known: _Known) -> Standing:
    """How those stand whom a card is for: the customer it goes to, and who of them has a record of their own."""
    own = {known.relatives[key.relative].customer for key in there if key.relative is not None}
    found = together([owner, *(known.standings[one] for one in own if one is not None and one in known.standings)])
    return replace(found, deceased=first.deceased, congratulate=first.congratulate)


def _person(key: DayKey, owner: CustomerFields, known: _Known) -> CustomerFields:
    """Whom a card greets, as the fields that papers speak of."""
    if key.relative is None:
        return owner
    one = known.relatives[key.relative]
    return CustomerFields(
        one.given, one.family, language=one.language or owner.language, address=owner.address, forms=one.forms,
        congratulate=one.congratulate and _is_greeted(owner), deceased=one.deceased,
    )  # fmt: skip


def _is_greeted(person: CustomerFields) -> bool:
    return person.congratulate and not person.deceased


def _years(key: DayKey, owner: CustomerFields, known: _Known) -> int | None:
    """How old they are on the day, or how many years it is; None where no year is known."""
    year = known.years.get((key.customer, key.relative, key.kind.value, key.title))
    if key.relative is None and key.kind is DayKind.BIRTHDAY and owner.birthday is not None:
        year = owner.birthday.year
    return key.kept_on.year - year or None if year else None
