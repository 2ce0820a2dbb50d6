"""Possible duplicates: by phone, e-mail and near names in one town, never against better knowledge."""

import pytest

from desktop_app.actions.merging import tell_apart
from desktop_app.actions.people import add_relative
from desktop_app.domain.customers import Address, Contact, ContactKind
from desktop_app.domain.errors import Stopped
from desktop_app.domain.likeness import Sureness
from desktop_app.domain.people import Relation, RelativeFields
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import english
from desktop_app.queries.duplicates import (
    Duplicates,
    duplicates,
    duplicates_among_new,
    duplicates_of,
    few_duplicates,
)
from desktop_app.store.tables import CustomerTable
from tests.made import BY, bought, person

RIGA = Address(city="Rīga")


def found(shop, **how):
    return [{one.first.id, one.second.id} for one in duplicates(shop, **how).pairs]


def test_the_same_phone_however_typed_also_a_further_one(shop):
    anna = person(shop, "Anna", "Ozola", phone="+371 29 111 222")
    ann = person(shop, "Anna", "Ozola", email="anna@x.lv", contacts=(Contact(ContactKind.PHONE, "29111222"),))
    person(shop, "Pēteris", "Liepa", phone="29333444")
    [one] = duplicates(shop).pairs
    assert {one.first.id, one.second.id} == {anna, ann}
    assert one.likeness.sureness is Sureness.CERTAIN
    assert [english(reason) for reason in one.likeness.reasons] == ["the same phone +371 29 111 222", "the same name"]


def test_two_further_contacts_meet_too(shop):
    way = (Contact(ContactKind.PHONE, "29111222"),)
    ids = {person(shop, "Anna", "Ozola", contacts=way), person(shop, "Anna", "Ozola", contacts=way)}
    assert found(shop) == [ids]


def test_the_same_email_of_two_records(shop):
    ids = {person(shop, "Anna", "Ozola", email="anna@x.lv"), person(shop, "Anna", "O.")}
    with shop.change(english_message(), actor=BY, topics=()) as change:  # as files of earlier programs left them
        change.update(CustomerTable, max(ids), version=None, values={"email": "ANNA@x.lv", "email_key": "anna@x.lv"})
    assert found(shop) == [ids]


def english_message():
    from desktop_app.i18n import msg

    return msg("by hand")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Jūlija", "Ščerbakova", "Rīga"), ("Юлия", "Щербакова", "Рига")),
        (("Anna", "Bērziņa", "Rīga"), ("Anna", "Berzina", "RIGA, LV-1010")),
        (("Kristine", "Ozola", "Cēsis"), ("Kristīne", "Ozolla", "Cesis")),
        (("Anna", "Ozola", "Rīga"), ("Ozola", "Anna", "Rīga")),
    ],
)
def test_near_names_in_one_town(shop, one, other):
    ids = {person(shop, given, family, address=Address(city=city)) for given, family, city in (one, other)}
    person(shop, one[0], one[1], address=Address(city="Ventspils"))
    assert found(shop) == [ids]


def test_a_name_half_the_town_bears_needs_more_in_common(shop):
    many = [person(shop, "Jānis", "Bērziņš", address=RIGA) for _ in range(14)]
    assert found(shop) == []
    twins = [
        person(shop, "Janis", "Berzins", birthday=Birthday(5, 17, 1980), address=RIGA),
        person(shop, "Jānis", "Bērziņš", birthday=Birthday(5, 17), address=RIGA),
    ]
    assert found(shop) == [set(twins)]
    assert len(many) == 14


def test_who_was_told_apart_or_is_family_is_not_proposed(shop):
    anna, ann = (person(shop, "Anna", "Ozola", phone="29111222") for _ in range(2))
    assert found(shop) == [{anna, ann}]
    tell_apart(shop, ann, anna, actor=BY)
    assert found(shop) == []
    junior = person(shop, "Anna", "Ozola", phone="29111222")
    for other in (anna, ann):
        add_relative(shop, other, RelativeFields(Relation.CHILD, given="Anna", customer=junior), actor=BY)
    assert found(shop) == []


def test_the_surest_come_first_and_the_count_tells_of_the_rest(shop):
    phone = {person(shop, "Anna", "Ozola", phone="29111222") for _ in range(2)}
    town = {person(shop, "Ilze", "Liepa", address=RIGA), person(shop, "Ilze", "Liepa", address=RIGA)}
    assert found(shop) == [phone, town]
    assert (duplicates(shop).count, duplicates(shop).more) == (2, False)
    few = duplicates(shop, limit=1)
    assert (few.count, few.more) == (1, True)
    assert [one.first.family for one in few.pairs] == ["Ozola"]


def test_who_ordered_more_is_proposed_to_stay(shop):
    first, second = (person(shop, "Anna", "Ozola", phone="29111222") for _ in range(2))
    assert [one.first.id for one in duplicates(shop).pairs] == [first]
    bought(shop, second)
    assert [one.first.id for one in duplicates(shop).pairs] == [second]


def test_of_one_customer_by_keys_and_by_name(shop):
    anna = person(shop, "Anna", "Ozola", phone="29111222", address=RIGA)
    phone = person(shop, "", "", phone="29111222")
    town = person(shop, "Anna", "Ozola", address=RIGA)
    person(shop, "Ilze", "Liepa", address=RIGA)
    assert [one.second.id if one.first.id == anna else one.first.id for one in duplicates_of(shop, anna)] == [
        phone,
        town,
    ]


def test_only_pairs_with_somebody_of_these(shop):
    old = [person(shop, "Ilze", "Liepa", address=RIGA) for _ in range(2)]
    anna = person(shop, "Anna", "Ozola", phone="29111222")
    with shop.change(english_message(), actor=BY, topics=()) as change:
        row = {"given": "Anna", "phone": "29111222", "phone_key": "29111222"}
        new = change.insert(CustomerTable, row)
    assert [{one.first.id, one.second.id} for one in duplicates_among_new(shop, change.changes.id).pairs] == [
        {anna, new}
    ]
    assert set(old) in found(shop)


def test_it_stops_when_told_to(shop):
    person(shop, "Anna", "Ozola", phone="29111222", address=RIGA)
    with pytest.raises(Stopped):
        duplicates(shop, progress=lambda done, total: done < total // 2)


def test_a_number_of_a_whole_office_proposes_only_those_of_one_name(shop):
    for number in range(12):
        person(shop, "ABCDEFGHIJKL"[number] * 4, "ZYXWVUTSRQPO"[number] * 5, phone="67000000")
    ids = {person(shop, "Anna", "Ozola", phone="67000000"), person(shop, "Anna", "Ozola", phone="67000000")}
    assert found(shop) == [ids]


def test_a_shop_is_gone_through_unasked_only_while_it_is_small(shop, monkeypatch):
    ids = {person(shop, "Anna", "Ozola", phone="29111222") for _ in range(2)}
    assert [{one.first.id, one.second.id} for one in few_duplicates(shop).pairs] == [ids]
    monkeypatch.setattr("desktop_app.queries.duplicates._FEW_CUSTOMERS", 1)
    assert few_duplicates(shop) == Duplicates((), 0, more=True)
