"""The people around a customer, the days of all of them, and what was done about each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.customers import CustomerId, GreetingForms
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message, msg

RelativeId = NewType("RelativeId", int)
SpecialDayId = NewType("SpecialDayId", int)
LONGEST_LEAD = 60  # days ahead that somebody's day can be told of


class Relation(StrEnum):
    """Who somebody is to the customer; OTHER is said in the shop's own words."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    FRIEND = "friend"
    OTHER = "other"


RELATION_NAMES: Mapping[Relation, Message] = {
    Relation.SPOUSE: msg("Husband or wife"),
    Relation.CHILD: msg("Child"),
    Relation.PARENT: msg("Parent"),
    Relation.FRIEND: msg("Friend"),
    Relation.OTHER: msg("Somebody else"),
}


class DayKind(StrEnum):
    """What is kept on a day; OTHER is said in the shop's own words."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name-day"
    ANNIVERSARY = "anniversary"
    OTHER = "other"


DAY_NAMES: Mapping[DayKind, Message] = {
    DayKind.BIRTHDAY: msg("Birthday"),
    DayKind.NAME_DAY: msg("Name day"),
    DayKind.ANNIVERSARY: msg("Anniversary"),
    DayKind.OTHER: msg("Another day"),
}


def about_day(kind: DayKind, title: str) -> str:
    """What the print log calls a card for a day that is no birthday; `about_words` says it."""
    return "" if kind is DayKind.BIRTHDAY else title or kind.value


def about_words(about: str) -> Message | str:
    """What a card of the log is about, as it is said: the kind of a day, else the very words, as a product's name."""
    return next((said for kind, said in DAY_NAMES.items() if kind.value == about), about)


class DayState(StrEnum):
    """What was done about somebody's day."""

    DONE = "done"
    NOT_THIS_YEAR = "not-this-year"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day kept each year; `date` may lack the year, or the day of the month."""

    kind: DayKind
    date: Birthday
    title: str = ""  # the shop's own words where the kind is OTHER
    lead_days: int | None = None  # None: as the customer's or the shop's


@dataclass(frozen=True, slots=True)
class KeptDay:
    """A day as kept: the customer's own where `relative` is None."""

    id: SpecialDayId
    relative: RelativeId | None
    day: SpecialDay


@dataclass(frozen=True, slots=True)
class RelativeFields:
    """Everything a person may edit of somebody around a customer; `customer` is their own record, if any."""

    relation: Relation
    relation_words: str = ""
    given: str = ""
    family: str = ""
    language: Language | None = None  # None: the customer's
    forms: GreetingForms = GreetingForms()
    customer: CustomerId | None = None
    together: bool = False  # one card with the others of the household who are marked so
    congratulate: bool = True
    deceased: bool = False
    name_day: bool = False
    note: str = ""
    days: tuple[SpecialDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody around a customer as kept."""

    id: RelativeId
    version: int
    of: CustomerId
    fields: RelativeFields

    @property
    def name(self) -> str:
        """The name to show."""
        return " ".join(part for part in (self.fields.given, self.fields.family) if part)


@dataclass(frozen=True, slots=True)
class RelatedTo:
    """A customer who has this one among the people around them: whose, their name, and what the two are."""

    customer: CustomerId
    name: str
    relative: RelativeId
    relation: Relation
    relation_words: str = ""


@dataclass(frozen=True, slots=True)
class Congratulation:
    """What was done about one day of one year: by whom, when and how ("card", "message", "other")."""

    customer: CustomerId
    relative: RelativeId | None
    kind: DayKind
    title: str
    kept_on: dt.date
    state: DayState
    how: str
    at: str
    by: str
