"""The people around a customer, the days of all of them, and what was done about each day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.customers import CustomerId, GreetingForms
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language

RelativeId = NewType("RelativeId", int)
SpecialDayId = NewType("SpecialDayId", int)


class Relation(StrEnum):
    """Who somebody is to the customer; OTHER is said in the shop's own words."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    FRIEND = "friend"
    OTHER = "other"


class DayKind(StrEnum):
    """What is kept on a day; OTHER is said in the shop's own words."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name-day"
    ANNIVERSARY = "anniversary"
    OTHER = "other"


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
