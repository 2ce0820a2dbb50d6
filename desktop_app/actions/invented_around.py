"""What stands around invented customers: relatives with their days, own days, consents, notes, congratulations."""

from __future__ import annotations

import datetime as dt
import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.actions.invented import Sample
from desktop_app.actions.invented_people import Person, family_name, given_name
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday, LeapRule

_FULL = 12  # the first customers have something of everything
_ALONE, _COUNTS = 0.655, (0.45, 0.8)  # so 600,000 relatives stand around a million customers
_PURPOSES = (
    (Purpose.NEWS_EMAIL, 0.8), (Purpose.CONGRATULATIONS, 0.6), (Purpose.PROFILE, 0.2), (Purpose.REVIEW_REQUEST, 0.15),
    (Purpose.NEWS_SMS, 0.1), (Purpose.NEWS_POST, 0.06),
)  # fmt: skip
_RELATIONS = (Relation.CHILD, Relation.PARENT, Relation.FRIEND, Relation.OTHER)
_SHARES = (0.7, 0.85, 0.95)
# Birthdays, in days from today, of the first relative of some of the first customers.
_NEAR = {1: 1, 4: 0, 7: 3, 10: -1}
_WEDDING = {6: 2, 9: 5}  # and these customers' wedding days
_CONGRATULATED = range(8, 60)  # days ago; nearer ones are left for Today


class DatedNote(NamedTuple):
    """A note with the day it was written and by whom."""

    on: dt.date
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Around:
    """Everything kept around one customer; `congratulated` are days somebody was sent a card for."""

    relatives: Sequence[RelativeFields] = ()
    days: Sequence[SpecialDay] = ()
    consents: Sequence[ConsentFields] = ()
    notes: Sequence[DatedNote] = ()
    congratulated: Sequence[dt.date] = ()


class Surroundings:
    """Invents what stands around one customer after another."""

    def __init__(self, found: Sample, *, today: dt.date, seed: int) -> None:
        self._found, self._today = found, today
        self._rng = random.Random(seed + 4)
        self._own = found.shop["language"]

    def around(self, n: int, person: Person, spouse: Person | None) -> Around:
        """What stands around customer `n`; `spouse` is their husband or wife where that is a customer too."""
        relatives = self._relatives(n, person, spouse)
        return Around(relatives, self._days(n, person, relatives), self._consents(n), self._notes(n, person),
                      self._congratulated(person))  # fmt: skip

    def _relatives(self, n: int, person: Person, spouse: Person | None) -> list[RelativeFields]:
        rng = self._rng
        if n >= _FULL and not spouse and rng.random() < _ALONE:
            return []
        found: list[RelativeFields] = []
        for place in range(1 + bisect(_COUNTS, rng.random())):
            married = place == 0 and (spouse is not None or rng.random() < 0.7)
            relation = Relation.SPOUSE if married else _RELATIONS[bisect(_SHARES, rng.random())]
            one = self._relative(relation, person)
            if married and spouse:
                one = replace(one, given=spouse.fields.given, family=spouse.fields.family, days=())
            if n in _NEAR and place == 0:
                one = replace(one, days=(SpecialDay(DayKind.BIRTHDAY, self._near(_NEAR[n], one.days)),))
            found.append(one)
        children = [one for one in found if one.relation is Relation.CHILD]
        if len(children) > 1 and (n < _FULL or rng.random() < 0.25):
            found = [replace(one, together=one.relation is Relation.CHILD) for one in found]
        return found

    def _relative(self, relation: Relation, person: Person) -> RelativeFields:
        rng = self._rng
        tongue = person.fields.language.value if person.fields.language else self._own
        male = not person.male if relation is Relation.SPOUSE else rng.random() < 0.5
        pair = person.family
        words = ""
        if relation in (Relation.FRIEND, Relation.OTHER):
            pair = family_name(self._found, tongue, rng, composed=False)
        if relation is Relation.OTHER:
            words = rng.choice(self._found.around["relations"][tongue])[0 if male else 1]
        return RelativeFields(
            relation=relation,
            relation_words=words,
            given=given_name(self._found, tongue, male=male, rng=rng),
            family=pair[0 if male else 1] if rng.random() < 0.8 else "",
            name_day=rng.random() < 0.2,
            deceased=relation is Relation.PARENT and rng.random() < 0.06,
            days=self._birthday(relation, person),
        )

    def _birthday(self, relation: Relation, person: Person) -> tuple[SpecialDay, ...]:
        rng = self._rng
        chance, own = rng.random(), person.fields.birthday
        if chance < (0.1 if relation is Relation.CHILD else 0.3):
            return ()
        year = own.year if own and own.year else self._today.year - 20 - int(40 * rng.random())
        if relation is Relation.CHILD:
            year = self._today.year - int(18 * rng.random())
        elif relation is Relation.PARENT:
            year -= 20 + int(15 * rng.random())
        day = dt.date(max(year, 1920), 1, 1) + dt.timedelta(days=int(365 * rng.random()))
        if day > self._today:
            day = day.replace(year=day.year - 1, day=min(day.day, 28))
        known = day.year if rng.random() < 0.75 else None
        return (SpecialDay(DayKind.BIRTHDAY, Birthday(day.month, 0 if chance > 0.98 else day.day, known)),)

    def _days(self, n: int, person: Person, relatives: Sequence[RelativeFields]) -> list[SpecialDay]:
        """The customer's own days beside the birthday: wedding days of the married, a few of other kinds."""
        rng, found = self._rng, []
        married = any(one.relation is Relation.SPOUSE for one in relatives)
        if n in _WEDDING or (married and rng.random() < 0.3):
            date = self._from_today(_WEDDING[n]) if n in _WEDDING else self._some_day()
            found.append(SpecialDay(DayKind.ANNIVERSARY, date))
        if rng.random() < 0.01:
            tongue = person.fields.language.value if person.fields.language else self._own
            found.append(SpecialDay(DayKind.OTHER, self._some_day(), self._found.around["days"][tongue][1]))
        return found

    def _consents(self, n: int) -> list[ConsentFields]:
        rng, found = self._rng, []
        if n >= _FULL and rng.random() > 0.55:
            return []
        for what, share in _PURPOSES:
            if rng.random() < share:
                given = self._today - dt.timedelta(days=20 + int(700 * rng.random()))
                until = given + dt.timedelta(days=20) if rng.random() < 0.06 else None
                found.append(ConsentFields(what, given, rng.choice(self._found.word_list("sources")), until))
        return found

    def _notes(self, n: int, person: Person) -> list[DatedNote]:
        rng = self._rng
        if rng.random() > (0.7 if n < _FULL else 0.03):
            return []
        tongue = person.fields.language.value if person.fields.language else self._own
        day = self._today - dt.timedelta(days=2 + int(500 * rng.random()))
        by = rng.choice(self._found.people["packers"][self._own])
        return [DatedNote(day, by, rng.choice(self._found.around["notes"][tongue]))]

    def _congratulated(self, person: Person) -> list[dt.date]:
        """The birthday of this year where it is some weeks past, of every second customer."""
        birthday = person.fields.birthday
        if birthday is None or person.fields.deceased or not person.fields.congratulate:
            return []
        years = (self._today.year, self._today.year - 1)
        days = [day for day in (birthday.on(year, LeapRule.FEB_28) for year in years) if day]
        near = [day for day in days if (self._today - day).days in _CONGRATULATED]
        return near if near and self._rng.random() < 0.5 else []

    def _near(self, days: int, born: Sequence[SpecialDay]) -> Birthday:
        """A birthday so many days from today, in the year somebody was born in."""
        near = self._from_today(days)
        year = born[0].date.year if born and near.year else None
        return Birthday(near.month, near.day, min(year, self._today.year - 1) if year else None)

    def _from_today(self, days: int) -> Birthday:
        day = self._today + dt.timedelta(days=days)
        leap = (day.month, day.day) == (2, 29)
        return Birthday(day.month, day.day, None if leap else self._today.year - 1 - int(9 * self._rng.random()))

    def _some_day(self) -> Birthday:
        day = self._today - dt.timedelta(days=400 + int(9000 * self._rng.random()))
        return Birthday(day.month, day.day, day.year if self._rng.random() < 0.7 else None)
