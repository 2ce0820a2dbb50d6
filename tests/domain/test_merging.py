"""What comes of two records of one person: nothing either knew is lost, and the better side is proposed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import (
    Address,
    Channel,
    Contact,
    ContactKind,
    Customer,
    CustomerFields,
    CustomerId,
    Gender,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.merging import Side, differing, merged, proposed, united_text
from desktop_app.domain.people_dates import Birthday

OLD, NEW = dt.date(2025, 1, 1), dt.date(2026, 1, 1)


def kept(number, last=None, **fields):
    return Customer(CustomerId(number), 1, CustomerFields(**fields), last_order_on=last)


def took(field, ours, theirs, *, last=(None, None)):
    return proposed(kept(1, last[0], **{field: ours}), kept(2, last[1], **{field: theirs}))[field]


@pytest.mark.parametrize(
    ("field", "poorer", "better"),
    [
        ("given", "", "Anna"),
        ("given", "A.", "Anna"),
        ("family", "Berzina", "Bērziņa"),
        ("family", "OZOLA", "Ozola"),
        ("family", "ozola", "Ozola"),
        ("company", "Saule", "Saule SIA"),
        ("birthday", Birthday(5), Birthday(5, 17)),
        ("birthday", Birthday(5, 17), Birthday(5, 17, 1990)),
        ("address", Address(city="Rīga"), Address(city="Riga", street="Brīvības 1")),
        ("channel", None, Channel.POST),
        ("congratulate", True, False),
        ("deceased", False, True),
        ("extra_care", False, True),
        ("name_day", True, False),
        ("lead_days", None, 0),
    ],
)
def test_the_fuller_or_more_careful_side_is_proposed(field, poorer, better):
    assert took(field, poorer, better, last=(NEW, OLD)) is Side.LOSE
    assert took(field, better, poorer, last=(OLD, NEW)) is Side.KEEP


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("family", "Ozola", "Liepa"),
        ("email", "a@b.lv", "c@d.lv"),
        ("phone", "29111222", "29333444"),
        ("address", Address(city="Rīga", street="A 1"), Address(city="Cēsis", street="B 2")),
        ("birthday", Birthday(5, 17, 1990), Birthday(6, 17, 1990)),
    ],
)
def test_of_two_as_full_the_one_who_ordered_last_is_proposed(field, one, other):
    assert took(field, one, other, last=(OLD, NEW)) is Side.LOSE
    assert took(field, one, other, last=(NEW, OLD)) is Side.KEEP
    assert took(field, one, other) is Side.KEEP


def test_a_stored_form_goes_with_the_name_it_was_made_from():
    ours = kept(1, NEW, given="Anna", forms=GreetingForms(called="Anniņ"))
    theirs = kept(2, OLD, given="Anete", forms=GreetingForms(called="Anete", gender=Gender.FEMALE))
    found = proposed(ours, theirs)
    assert (found["given"], found["called"], found["gender"]) == (Side.KEEP, Side.KEEP, Side.LOSE)
    forms = merged(ours.fields, theirs.fields, found, country="LV").forms
    assert forms == GreetingForms(gender=Gender.FEMALE, called="Anniņ")


def test_an_email_a_phone_and_an_address_not_chosen_stay_as_further_ones():
    ours = CustomerFields(given="Anna", email="a@b.lv", phone="29111222", address=Address(city="Rīga", street="A 1"))
    theirs = CustomerFields(
        given="Anna", email="c@d.lv", phone="+371 29 111 222", address=Address(city="Cēsis"),
        contacts=(Contact(ContactKind.EMAIL, "A@B.lv", "work"), Contact(ContactKind.MESSENGER, "@anna")),
        addresses=(LabelledAddress("work", Address(city="Cēsis", street="B 2")),),
    )  # fmt: skip
    found = merged(ours, theirs, {"email": Side.LOSE}, country="LV")
    assert (found.email, found.phone) == ("c@d.lv", "29111222")
    assert [(way.kind, way.value) for way in found.contacts] == [
        (ContactKind.EMAIL, "A@B.lv"),
        (ContactKind.MESSENGER, "@anna"),
    ]
    assert found.address.street == "A 1"
    assert [(place.label, place.address.street) for place in found.addresses] == [("work", "B 2")]


def test_tags_and_interests_are_united_once_in_their_order():
    ours = CustomerFields(given="A", tags=("VIP", "wholesale"), interests=("tea",))
    theirs = CustomerFields(given="A", tags=("vip", "Rīga"), interests=("Tea", "linen"))
    found = merged(ours, theirs, {}, country="LV")
    assert found.tags == ("VIP", "wholesale", "Rīga")
    assert found.interests == ("tea", "linen")


def test_notes_are_joined_each_paragraph_once():
    assert united_text("Likes blue\nCalls late", "likes blue\nHas a dog") == "Likes blue\nCalls late\nHas a dog"
    assert united_text("", "x") == "x"
    assert united_text("x", "X ") == "x"


texts = st.sampled_from(["", "Anna", "A.", "Ānna", "ANNA", "Pēteris"])
people = st.builds(
    CustomerFields,
    given=texts,
    family=texts,
    email=st.sampled_from(["", "a@b.lv", "A@b.lv", "c@d.lv"]),
    phone=st.sampled_from(["", "29111222", "+37129111222", "29333444"]),
    address=st.builds(Address, street=texts, city=st.sampled_from(["", "Rīga", "Cēsis"])),
    contacts=st.lists(
        st.builds(Contact, st.just(ContactKind.EMAIL), st.sampled_from(["a@b.lv", "e@f.lv"]), texts), max_size=2
    ).map(tuple),
    tags=st.lists(texts.filter(bool), max_size=2).map(tuple),
)


@given(people, people, st.dictionaries(st.sampled_from(["given", "email", "phone", "address"]), st.sampled_from(Side)))
def test_no_email_phone_street_or_tag_is_lost_nor_stands_twice(one, other, chosen):
    from desktop_app.domain.customers import email_key
    from desktop_app.domain.phones import phone_key
    from desktop_app.domain.text import fold

    def emails(fields):
        return [email_key(fields.email), *(email_key(c.value) for c in fields.contacts if c.kind is ContactKind.EMAIL)]

    def phones(fields):
        further = (phone_key(c.value, "LV") for c in fields.contacts if c.kind is ContactKind.PHONE)
        return [phone_key(fields.phone, "LV"), *further]

    def streets(fields):
        return {fold(fields.address.street), *(fold(place.address.street) for place in fields.addresses)}

    found = merged(one, other, chosen, country="LV")
    for known in (emails, phones):
        assert {*known(one), *known(other)} - {""} <= set(known(found))
        assert len(known(found)) == len(set(known(found)))
    assert streets(one) | streets(other) <= streets(found) | {""}
    assert {fold(tag) for tag in (*one.tags, *other.tags)} == {fold(tag) for tag in found.tags}
    assert len(found.tags) == len({fold(tag) for tag in found.tags})


@given(people)
def test_two_alike_differ_in_nothing_and_make_themselves(one):
    assert differing(one, one) == ()
    made = merged(one, one, {}, country="LV")
    assert (made.given, made.email, made.phone, made.address) == (one.given, one.email, one.phone, one.address)
