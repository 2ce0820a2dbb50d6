"""Whom a record of a file means: one e-mail address is one person; without it, what else the file says of them."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.customers import email_key
from desktop_app.domain.importing import OrderRecord, PersonRecord
from desktop_app.domain.keys import name_key
from desktop_app.domain.phones import phone_key

GUEST = "order:"
_BY_PHONE = "phone:"
_BY_NAME = "name:"


class Identity(NamedTuple):
    """The keys a person is found by: the e-mail address first, then the source's own; both empty for nobody."""

    email: str
    key: str

    def __bool__(self) -> bool:
        return bool(self.email or self.key)


NOBODY = Identity("", "")


def buyer_identity(order: OrderRecord, country: str) -> Identity:
    """Whom an order belongs to: its e-mail address, else phone and name together, else a guest of this one order.

    A phone alone joins nobody, since families share it; an order that names nobody has no customer.
    """
    person = order.person
    if person.email:
        return Identity(email_key(person.email), person.key)
    if person.key:
        return Identity("", person.key)
    name = _name(person)
    if person.phone and name:
        return Identity("", f"{_BY_PHONE}{phone_key(person.phone, country)}|{name}")
    return Identity("", GUEST + order.key) if name or person.phone else NOBODY


def person_identity(person: PersonRecord, country: str) -> Identity:
    """Whom a row of a people file means: e-mail and the source's own key, else name with phone or place."""
    if person.email or person.key:
        return Identity(email_key(person.email), person.key)
    name = _name(person)
    if person.phone:
        return Identity("", f"{_BY_PHONE}{phone_key(person.phone, country)}|{name}")
    birthday = person.birthday.month_day if person.birthday else ""
    return Identity("", f"{_BY_NAME}{name}|{name_key(person.address.postcode or person.address.city)}|{birthday}")


def _name(person: PersonRecord) -> str:
    return name_key(" ".join(part for part in (person.family, person.given) if part) or person.company)
