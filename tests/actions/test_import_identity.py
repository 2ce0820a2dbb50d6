"""Whom a record means: one address one person; without it nobody is joined on a guess."""

from __future__ import annotations

from desktop_app.actions.import_identity import NOBODY, buyer_identity, person_identity
from desktop_app.domain.customers import Address
from desktop_app.domain.importing import OrderRecord, PersonRecord
from desktop_app.domain.people_dates import Birthday


def buyer(key: str = "1", **person: str):
    return buyer_identity(OrderRecord(2, "#1", key, PersonRecord(2, **person)), "LV")


def someone(**person: object):
    return person_identity(PersonRecord(2, **person), "LV")  # type: ignore[arg-type]


def test_one_address_is_one_person_however_it_is_spelt() -> None:
    assert buyer("1", email="Anna@Example.lv ") == buyer("2", email="anna@example.LV", given="A", phone="29")


def test_a_guest_belongs_to_one_order_only() -> None:
    assert buyer("1", given="Anna") != buyer("2", given="Anna")
    assert buyer("1", phone="29123456") != buyer("2", phone="29123456")  # families share phones


def test_the_same_name_and_phone_are_the_same_guest() -> None:
    first = buyer("1", given="Anna", family="Ozola", phone="+371 29123456")
    assert first == buyer("2", given="ANNA", family="Ozola", phone="29123456")
    assert first != buyer("3", given="Zane", family="Ozola", phone="29123456")


def test_an_order_that_names_nobody() -> None:
    assert buyer() == NOBODY
    assert not buyer()


def test_people_without_address_and_number_are_told_apart_by_what_there_is() -> None:
    anna = someone(given="Anna", family="Ozola", address=Address(city="Rīga"))
    assert anna == someone(given="anna", family="OZOLA", address=Address(city="rīga"))
    assert anna != someone(given="Anna", family="Ozola", address=Address(city="Cēsis"))
    assert anna != someone(given="Anna", family="Ozola", address=Address(city="Rīga"), birthday=Birthday(4, 7))
    assert someone(key="77", given="Anna") == someone(key="77", given="Zane")
