"""A customer with something of everything that can belong to one, for tests of what moves, goes or comes back."""

from __future__ import annotations

import datetime as dt

from desktop_app.actions.consents import give
from desktop_app.actions.customers import add_customer
from desktop_app.actions.notes import add_note
from desktop_app.actions.people import add_relative, keep_days
from desktop_app.actions.prints import log_print
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import (
    Address,
    Channel,
    Contact,
    ContactKind,
    CustomerFields,
    CustomerId,
    Gender,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.people import DayKind, Relation, RelativeFields, RelativeId, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from tests.made import BY, printed_people

WHOLE = CustomerFields(
    given="Līga",
    family="Kalniņa",
    patronymic="",
    company="Kalni SIA",
    language=Language.LV,
    email="Liga@Pasts.example",
    phone="29 123 456",
    address=Address("", "Upes iela 2", "Cēsis", "", "LV-4101", "LV"),
    birthday=Birthday(2, 29, 1988),
    congratulate=True,
    note="likes blue",
    forms=GreetingForms(Gender.FEMALE, "Līgiņ", "Līgai", "Mīļā Līgiņ!"),
    channel=Channel.POST,
    deceased=False,
    name_day=False,
    lead_days=9,
    contacts=(
        Contact(ContactKind.EMAIL, "liga.darbs@kalni.example", "work"),
        Contact(ContactKind.PHONE, "+371 67 000 111", ""),
        Contact(ContactKind.MESSENGER, "@liga", "Telegram"),
    ),
    addresses=(LabelledAddress("work", Address("Kalni SIA", "Ostas 1", "Rīga", "", "LV-1001", "LV")),),
    tags=("Čakla", "VIP"),
    interests=("keramika",),
)
CHILD = RelativeFields(
    Relation.CHILD,
    given="Jānis",
    family="Kalniņš",
    language=Language.RU,
    forms=GreetingForms(Gender.MALE, "Jāni", "Jānim"),
    together=True,
    name_day=True,
    note="lego",
    days=(
        SpecialDay(DayKind.BIRTHDAY, Birthday(12, 0, 2019), lead_days=3),
        SpecialDay(DayKind.OTHER, Birthday(9, 1), "first school day"),
    ),
)


def whole_customer(shop: Shop, fields: CustomerFields = WHOLE) -> tuple[CustomerId, RelativeId]:
    """A customer with a child, days, a consent, a note and a printed card; returns both numbers."""
    number, _ = add_customer(shop, fields, actor=BY)
    child, _ = add_relative(shop, number, CHILD, actor=BY)
    days = [SpecialDay(DayKind.ANNIVERSARY, Birthday(6, 12, 2010), "wedding")]
    keep_days(shop, number, customer(shop, number).version, days, actor=BY)
    give(shop, number, ConsentFields(Purpose.NEWS_EMAIL, dt.date(2026, 1, 2), "the shop’s till"), actor=BY)
    add_note(shop, number, "Called about the jug.\nCalls again on Monday.", actor=BY)
    log_print(shop, printed_people(Kind.BIRTHDAY, [number]), kind=Kind.BIRTHDAY, actor=BY)
    return number, child
