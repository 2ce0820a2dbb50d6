"""A congratulation near today as a row: the day of one person, or of several of a household who get one card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.near_days import DayKey, Leads
from desktop_app.domain.people import Congratulation, DayKind, Relation, RelativeId
from desktop_app.domain.printed_before import LastPrint
from desktop_app.i18n import Message
from desktop_app.queries.days_sought import Found


@dataclass(frozen=True, slots=True)
class DayPerson:
    """Whose day it is: the customer where `relative` is None, else who they are to the customer.

    `also` is their own record where they are a customer too.
    """

    relative: RelativeId | None
    name: str
    relation: Relation | None = None
    relation_words: str = ""
    also: CustomerId | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One congratulation; `days_until` is below 0 when it was missed.

    `years` is the age or the years since, None where no year is known. `printed` is the last card for it within a
    year, `before` an earlier congratulation on the same.
    """

    customer_id: CustomerId
    customer: str
    people: tuple[DayPerson, ...]
    kind: DayKind
    title: str
    kept_on: dt.date
    days_until: int
    whole_month: bool
    years: int | None
    orders: int
    regular: bool
    printed: LastPrint | None = None
    before: Congratulation | None = None
    held: Message | None = None  # why they are not to be greeted now, as a complaint of theirs is open

    @property
    def keys(self) -> tuple[DayKey, ...]:
        """What is marked when this is done: the day of each of the people."""
        return tuple(
            DayKey(self.customer_id, person.relative, self.kind, self.title, self.kept_on) for person in self.people
        )

    @property
    def own(self) -> bool:
        """Whether it is the customer's own day, alone or with others."""
        return any(person.relative is None for person in self.people)

    @property
    def name(self) -> str:
        """The names to show, one after the other."""
        return ", ".join(person.name for person in self.people)


def in_reach(found: Iterable[Found], leads: Leads) -> list[list[Found]]:
    """What was found in reach of its lead time, the nearest first; who gets one card together stands together."""
    households: dict[object, list[Found]] = {}
    seen = set()
    known: dict[tuple[object, ...], int] = {}  # most people have no lead time of their own
    near = [one for one in sorted(found, key=_place) if one.day.until <= _lead(one, leads, known)]
    beside = _beside(near)
    for one in near:
        person, same = _person(one), _same(one)
        mark = (person, 0 if one.whose else one.relative, same)
        if beside.get((person, same), one.customer) != one.customer or mark in seen:
            continue  # they stand on the card of their husband or wife; or are around two customers
        seen.add(mark)
        together = one.together or not one.whose
        households.setdefault((one.customer, same) if together else (one.customer, same, one.whose), []).append(one)
    return list(households.values())


def _beside(near: Iterable[Found]) -> dict[object, int]:
    """Who has a record of their own and stands on the card of another customer for the same day: on whose."""
    found: dict[object, int] = {}
    for one in near:
        if not one.whose and one.other and (one.customer, _same(one)) not in found:
            found.setdefault((one.other, _same(one)), one.customer)
    return found


def _person(one: Found) -> int:
    """Whose day it is: the number of a customer, below 0 that of somebody who is none."""
    return (one.other or -one.whose) if one.whose else one.customer


def _same(one: Found) -> tuple[object, ...]:
    return one.kind, one.title, one.day


def _place(one: Found) -> tuple[object, ...]:
    return (one.day.until < 0, *one.day.place, -one.orders, one.customer, one.kind, one.title, one.whose, one.relative)


def _lead(one: Found, leads: Leads, known: dict[tuple[object, ...], int]) -> int:
    key = one.kind, one.day_lead, one.person_lead, one.group_lead
    if key not in known:
        day, person, group = (None if lead < 0 else lead for lead in key[1:])
        known[key] = leads.lead(DayKind(one.kind), day=day, person=person, group=group)
    return known[key]


def day_row(found: Sequence[Found], *, regular_from: int) -> DayRow:
    """One congratulation as it is shown, of all whose day it is."""
    first = found[0]
    years = {one.day.kept_on.year - one.year if one.year else None for one in found}
    return DayRow(
        customer_id=CustomerId(first.customer),
        customer=_customer(first),
        people=tuple(dict.fromkeys(person for one in found for person in _people(one))),
        kind=DayKind(first.kind),
        title=first.title,
        kept_on=first.day.kept_on,
        days_until=first.day.until,
        whole_month=first.day.whole_month,
        years=(years.pop() or None) if len(years) == 1 else None,
        orders=first.orders,
        regular=first.orders >= regular_from,
    )


def _people(one: Found) -> Iterable[DayPerson]:
    """The customer themself on a day of their own, and who stands beside them on it."""
    if not one.whose:
        yield DayPerson(None, _customer(one))
    if one.relative:
        yield DayPerson(
            RelativeId(one.relative),
            display_name(one.relative_given, one.relative_family),
            Relation(one.relation),
            one.relation_words,
            CustomerId(one.other) if one.other else None,
        )


def _customer(one: Found) -> str:
    return display_name(one.given, one.family, one.company, email=one.email, phone=one.phone)
