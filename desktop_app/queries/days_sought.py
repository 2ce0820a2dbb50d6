"""The days near today as the tables hold them: how many there may be on each, and whose they are; days.py makes rows.

Everything goes by an IN list of days or of the names that have their day, in the order of the indexes. What is `far`
lies beyond the usual lead times: there only people and days with a lead time of their own are looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, and_
from typing import Any, NamedTuple

from peewee import JOIN, SQL, NodeList, Select, fn

from desktop_app.domain.name_days import name_keys_on
from desktop_app.domain.near_days import NearDay
from desktop_app.domain.people import DayKind, Relation
from desktop_app.domain.people_dates import NameDays
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.store.tables import CongratulationTable as G
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import CustomerWordTable, WordTable
from desktop_app.store.tables import RelativeTable as R
from desktop_app.store.tables import SpecialDayTable as D


class Found(NamedTuple):
    """One day of one person; relatives' columns are empty where it is the customer's own, but for a spouse's.

    The spouse of a customer's own anniversary stands in them where the two get one card.
    """

    day: NearDay
    customer: int
    whose: int  # the relative, 0 for the customer
    kind: str
    title: str
    year: int
    day_lead: int  # -1: none of its own, as the next two
    person_lead: int
    group_lead: int
    orders: int
    given: str
    family: str
    company: str
    email: str
    phone: str
    relative: int
    relative_given: str
    relative_family: str
    relation: str
    relation_words: str
    together: bool
    other: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many days there may be on each near day, and the longest lead time that a day, person or group has."""

    on: Mapping[NearDay, int]
    longest: int
    groups: bool  # whether any tag has a lead time


class Sought:
    """The near days, by what the tables hold: a number for each day, folded names for its name day."""

    def __init__(self, days: Iterable[NearDay], *, names: NameDays, shop_language: Language) -> None:
        self.days = {day.stored: day for day in days}
        self._names = names
        self._shop_language = shop_language
        known = [] if names is NameDays.NOBODY else [day.stored for day in self.days.values() if not day.whole_month]
        self.names = {name: self.days[stored] for name, stored in name_keys_on(known).items()}

    def day(self, key: str) -> NearDay:
        """The day of a number or a name as a query returned it."""
        return self.days[int(key)] if key.isdigit() else self.names[key]

    def names_of(self, days: Iterable[NearDay]) -> list[str]:
        """The names that have their day on one of these."""
        wanted = {day.stored for day in days}
        return [name for name, day in self.names.items() if day.stored in wanted]

    def audience(self, customer: Any) -> Any:
        """That a customer's name day is kept at all."""
        kept = customer.name_day
        if self._names is NameDays.LATVIAN:
            languages = [Language.LV.value, *([""] if self._shop_language is Language.LV else [])]
            kept &= customer.language.in_(languages)
        return kept


def counted(shop: Shop, sought: Sought, *, birthdays: Sequence[NearDay], names: Sequence[NearDay]) -> Counts:
    """How many there may be on each day: more than there are, for the silent and the congratulated are not known here.

    `birthdays` are the days on which anything but name days is looked for.
    """
    one, stored, called = fn.COUNT(SQL("1")), [day.stored for day in birthdays], sought.names_of(names)
    first, last = min(day.kept_on for day in birthdays), max(day.kept_on for day in birthdays)
    arms: list[Any] = [
        C.select(_key(C.birth_month_day), one)
        .where(_in(C.birth_month_day, stored), C.congratulate)
        .group_by(C.birth_month_day),
        D.select(_key(D.month_day), one).where(_in(D.month_day, stored)).group_by(D.month_day),
        G.select(_key(G.kept_on), one * -1).where(G.kept_on.between(first, last)).group_by(G.kept_on),
        *(
            table.select(_text(name), fn.COALESCE(fn.MAX(table.lead_days), -1)).where(table.lead_days.is_null(False))
            for name, table in (("person", C), ("day", D), ("group", WordTable))
        ),
    ]
    if called:
        arms += [
            C.select(C.given_key, one).where(_in(C.given_key, called)).group_by(C.given_key),
            R.select(R.given_key, one).where(_in(R.given_key, called), R.name_day).group_by(R.given_key),
        ]
    on: Counter[NearDay] = Counter()
    marked: Counter[str] = Counter()
    leads: dict[str, int] = {}
    for key, number in shop.rows(reduce(add, arms)):
        if key in ("person", "day", "group"):
            leads[key] = max(number, leads.get(key, -1))
        elif number < 0:
            marked[key] -= number
        else:
            on[sought.day(key)] += number
    for day in on:
        taken = min(on[day], marked[day.kept_on.isoformat()])
        marked[day.kept_on.isoformat()] -= taken
        on[day] -= taken
    return Counts(on, max(leads.values(), default=-1), leads.get("group", -1) >= 0)


def found_on(
    shop: Shop,
    sought: Sought,
    *,
    birthdays: Sequence[NearDay],
    names: Sequence[NearDay],
    far: Sequence[NearDay],
    counts: Counts,
    limit: int | None,
) -> list[Found]:
    """Whose days they are, in no order; nobody silent, deceased or congratulated.

    With a `limit` it is at most so many of each sort, coming and missed.
    """
    if limit is None:
        arms = _arms(sought, birthdays, names, counts)
    else:
        arms = []
        for coming in (True, False):
            part = [[day for day in days if (day.until >= 0) is coming] for days in (birthdays, names)]
            limited = [arm.limit(limit).alias("arm") for arm in _arms(sought, part[0], part[1], counts)]
            arms += [Select([arm], [SQL("*")]) for arm in limited]
    arms += _arms(sought, far, far, counts, far=True) if far else []
    rows = shop.rows(reduce(add, arms)) if arms else []
    return [Found(sought.day(row[0]), *row[1:]) for row in rows]


def _arms(
    sought: Sought, days: Sequence[NearDay], names: Sequence[NearDay], counts: Counts, *, far: bool = False
) -> list[Any]:
    """The five sorts of days: birthdays, own other days, those of people around, name days of both."""
    made: list[Any] = []
    group = _group_lead() if counts.groups else _UNSET
    if days:
        made += [sort({day.stored: day for day in days}, group, far) for sort in (_birthdays, _own_days, _kin_days)]
    called = sought.names_of(names)
    if called:
        dates = {name: sought.names[name] for name in called}
        made += [sort(sought, dates, group, far) for sort in (_own_names, _kin_names)]
    return made


def _birthdays(days: Mapping[int, NearDay], group: Any, far: bool) -> Any:
    kind, key = _text(DayKind.BIRTHDAY), C.birth_month_day
    query = C.select(
        _key(key), C.id, _NONE, kind, _EMPTY, fn.COALESCE(C.birth_year, 0), _UNSET, *_person(group), *_NOBODY
    )
    return query.where(_in(key, days), _LIVES, ~_marked(None, kind, _EMPTY, _kept_on(key, days)), *_own_lead(far))


def _own_days(days: Mapping[int, NearDay], group: Any, far: bool) -> Any:
    spouse = (
        (R.customer == D.customer) & (D.kind == DayKind.ANNIVERSARY.value) & (R.relation == Relation.SPOUSE.value)
        & R.together & R.congratulate & ~R.deceased
    )  # fmt: skip
    query = D.select(_key(D.month_day), C.id, _NONE, *_DAY, *_person(group), *_KIN).join(C, on=D.customer == C.id)
    query = query.join(R, JOIN.LEFT_OUTER, on=spouse)
    marked = _marked(None, D.kind, D.title, _kept_on(D.month_day, days))
    return query.where(_in(D.month_day, days), D.relative.is_null(), _LIVES, ~marked, *_own_lead(far, day=True))


def _kin_days(days: Mapping[int, NearDay], group: Any, far: bool) -> Any:
    other, own = C.alias("other"), D.alias("own")
    same = own.select(own.id).where(
        own.customer == R.other, own.relative.is_null(), own.kind == D.kind, own.title == D.title
    )
    kept = ((D.kind == DayKind.BIRTHDAY.value) & other.birth_month_day.is_null(False)) | fn.EXISTS(same)
    query = D.select(_key(D.month_day), C.id, R.id, *_DAY, *_person(group), *_KIN)
    query = query.join(R, on=D.relative == R.id).join(C, on=D.customer == C.id)
    query = query.join(other, JOIN.LEFT_OUTER, on=R.other == other.id)
    marked = _marked(R.id, D.kind, D.title, _kept_on(D.month_day, days))
    return query.where(_in(D.month_day, days), _LIVES, *_kin_lives(other, kept), ~marked, *_own_lead(far, day=True))


def _own_names(sought: Sought, names: Mapping[str, NearDay], group: Any, far: bool) -> Any:
    kind, own = _text(DayKind.NAME_DAY), D.alias("own")
    chosen = own.select(own.id).where(own.customer == C.id, own.relative.is_null(), own.kind == kind)
    query = C.select(C.given_key, C.id, _NONE, kind, _EMPTY, _NONE, _UNSET, *_person(group), *_NOBODY)
    return query.where(
        _in(C.given_key, names), sought.audience(C), _LIVES, ~fn.EXISTS(chosen),
        ~_marked(None, kind, _EMPTY, _kept_on(C.given_key, names)), *_own_lead(far),
    )  # fmt: skip


def _kin_names(sought: Sought, names: Mapping[str, NearDay], group: Any, far: bool) -> Any:
    kind, other, own = _text(DayKind.NAME_DAY), C.alias("other"), D.alias("own")
    chosen = own.select(own.id).where(own.relative == R.id, own.kind == kind)
    query = R.select(R.given_key, C.id, R.id, kind, _EMPTY, _NONE, _UNSET, *_person(group), *_KIN)
    query = query.join(C, on=R.customer == C.id).join(other, JOIN.LEFT_OUTER, on=R.other == other.id)
    return query.where(
        _in(R.given_key, names), R.name_day, _LIVES, *_kin_lives(other, sought.audience(other)), ~fn.EXISTS(chosen),
        ~_marked(R.id, kind, _EMPTY, _kept_on(R.given_key, names)), *_own_lead(far),
    )  # fmt: skip


def _kin_lives(other: Any, kept: Any) -> list[Any]:
    """Somebody around a customer is congratulated; not twice, where they are a customer with the same day."""
    alone = R.other.is_null() | (other.congratulate & ~other.deceased & ~kept)
    return [R.congratulate, ~R.deceased, alone]


def _own_lead(far: bool, *, day: bool = False) -> list[Any]:
    """Nothing near today; further away that the day, the person or a group of theirs has its own lead time."""
    if not far:
        return []
    some, word = C.alias("some"), CustomerWordTable
    people = some.select(some.id).where(some.lead_days.is_null(False))
    groups = word.select(word.customer).join(WordTable).where(WordTable.lead_days.is_null(False))
    own = C.id.in_(people + groups)
    return [own | D.lead_days.is_null(False) if day else own]


def _marked(relative: Any, kind: Any, title: Any, kept_on: Any) -> Any:
    """That something was done about the day already, or is not to be this year."""
    whose = G.relative.is_null() if relative is None else G.relative == relative
    same = (G.customer == C.id, whose, G.kind == kind, G.title == title, _key(G.kept_on) == kept_on)
    return fn.EXISTS(G.select(G.id).where(reduce(and_, same)))


def _kept_on(stored: Any, days: Mapping[Any, NearDay]) -> Any:
    """The date on which a stored day, or the day of a name, falls near today, as text."""
    whens = " ".join(f"WHEN {key!r} THEN '{day.kept_on}'" for key, day in days.items())
    return NodeList((SQL("CASE"), stored, SQL(f"{whens} END")))


def _in(column: Any, values: Iterable[int | str]) -> Any:
    """That a column holds one of these, which are days and names of the calendar, never what a person typed.

    They stand in the statement itself: to bind each of hundreds costs more time than to find whom they belong to.
    """
    return column.in_(SQL(f"({','.join(repr(value) for value in values)})"))


def _group_lead() -> Any:
    word = CustomerWordTable
    longest = word.select(fn.MAX(WordTable.lead_days)).join(WordTable).where(word.customer == C.id)
    return fn.COALESCE(longest, -1)


def _person(group: Any) -> tuple[Any, ...]:
    return (fn.COALESCE(C.lead_days, -1), group, C.orders, C.given, C.family, C.company, C.email, C.phone)


def _key(column: Any) -> Any:
    return column.cast("text")


def _text(value: str) -> Any:
    """A word of our own written into the statement, for a server does not guess the type of a bound one."""
    return SQL(f"'{value}'")


_LIVES = C.congratulate & ~C.deceased
_DAY = (D.kind, D.title, fn.COALESCE(D.year, 0), fn.COALESCE(D.lead_days, -1))
_KIN = (
    fn.COALESCE(R.id, 0), fn.COALESCE(R.given, ""), fn.COALESCE(R.family, ""), fn.COALESCE(R.relation, ""),
    fn.COALESCE(R.relation_words, ""), fn.COALESCE(R.together, SQL("FALSE")), fn.COALESCE(R.other, 0),
)  # fmt: skip
_NONE, _UNSET, _EMPTY = SQL("0"), SQL("-1"), SQL("''")
_NOBODY = (_NONE, _EMPTY, _EMPTY, _EMPTY, _EMPTY, SQL("FALSE"), _NONE)
