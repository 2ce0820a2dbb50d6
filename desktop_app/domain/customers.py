"""A customer: how they are called, reached and greeted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import NewType

from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message, msg

CustomerId = NewType("CustomerId", int)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a parcel or a letter goes; `name` is the recipient where it is not the customer."""

    name: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""  # ISO 3166 alpha-2 where known, else as given


class Gender(StrEnum):
    """How somebody is addressed where a language asks; NEUTRAL is a person's own choice, not a doubt."""

    FEMALE = "female"
    MALE = "male"
    NEUTRAL = "neutral"


GENDER_NAMES: Mapping[Gender, Message] = {
    Gender.FEMALE: msg("A woman"),
    Gender.MALE: msg("A man"),
    Gender.NEUTRAL: msg("Neither: always worded without it"),
}


class Channel(StrEnum):
    """How a customer wishes to be told something."""

    EMAIL = "email"
    SMS = "sms"
    MESSENGER = "messenger"
    POST = "post"
    NONE = "none"


CHANNEL_NAMES: Mapping[Channel, Message] = {
    Channel.EMAIL: msg("By e-mail"),
    Channel.SMS: msg("By text message"),
    Channel.MESSENGER: msg("By messenger"),
    Channel.POST: msg("By post"),
    Channel.NONE: msg("Not at all"),
}


class ContactKind(StrEnum):
    """What a further way to reach somebody is."""

    EMAIL = "email"
    PHONE = "phone"
    MESSENGER = "messenger"


@dataclass(frozen=True, slots=True)
class GreetingForms:
    """How somebody is addressed, as a person kept it; what is empty is worked out from the name each time.

    `called` is the form they are called by (Jāni, Анна Петровна), `called_to` the dative (Jānim, Анне Петровне),
    `opening` the whole first line of a letter.
    """

    gender: Gender | None = None
    called: str = ""
    called_to: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A further e-mail address, telephone number or messenger, as typed; the preferred ones stand with the customer."""

    kind: ContactKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class LabelledAddress:
    """A further address and what it is ("work")."""

    label: str
    address: Address


@dataclass(frozen=True, slots=True)
class CustomerFields:
    """Everything a person may edit of a customer in one form."""

    given: str = ""
    family: str = ""
    patronymic: str = ""
    company: str = ""
    language: Language | None = None  # None: the shop's own
    forms: GreetingForms = GreetingForms()
    email: str = ""
    phone: str = ""
    channel: Channel | None = None  # None: nobody asked yet
    address: Address = Address()
    birthday: Birthday | None = None
    congratulate: bool = True
    name_day: bool = True
    lead_days: int | None = None  # None: as the shop does
    deceased: bool = False
    extra_care: bool = False  # they had reason to complain before: benches are told the fact, not the reason
    note: str = ""
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[LabelledAddress, ...] = ()
    tags: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()


def _of_type(*types: str) -> tuple[str, ...]:
    return tuple(each.name for each in fields(CustomerFields) if each.type in types)  # which are texts in this file


# What stands as it is, under one name, in a customer's row, form, comparison and statement: whoever reads or writes
# them goes over these, so that a field more is written once.
TEXTS = _of_type("str")
SWITCHES = _of_type("bool")
NUMBERS = _of_type("int | None")
PLAIN = (*TEXTS, *SWITCHES, *NUMBERS)


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as kept: the fields, and the figures counted from their orders."""

    id: CustomerId
    version: int
    fields: CustomerFields
    orders: int = 0
    first_order_on: dt.date | None = None
    last_order_on: dt.date | None = None
    spent: Money | None = None  # in the currency most of their orders are in

    @property
    def name(self) -> str:
        """The name to show."""
        return full_name(self.fields)


def full_name(fields: CustomerFields) -> str:
    """Given and family name, else the company, else the e-mail or phone; empty when nothing is known."""
    return display_name(fields.given, fields.family, fields.company, email=fields.email, phone=fields.phone)


def display_name(given: str, family: str, company: str = "", *, email: str = "", phone: str = "") -> str:
    """The name to show for what is known of a person: their names, else the company, else how they are reached."""
    return (f"{given} {family}" if given and family else given or family) or company or email or phone


def email_key(email: str) -> str:
    """The form in which e-mail addresses are compared: case and spaces aside."""
    if email.isascii() and email.isprintable() and " " not in email:
        return email.lower()
    return "".join(email.split()).casefold()


def initials(name: str) -> str:
    """One or two capital letters that stand for a name in a round mark."""
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters)
