from dataclasses import replace

import pytest

from desktop_app.actions.customers import add_customer, edit_customer, remove_customers
from desktop_app.actions.history import redo, undo
from desktop_app.actions.orders import remove_orders
from desktop_app.domain.changes import Topic
from desktop_app.domain.customers import (
    Address,
    Contact,
    ContactKind,
    CustomerFields,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Words
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.search import find
from tests.made import BY, bought, person


def test_a_new_customer_is_kept_tidy_and_found(shop):
    fields = CustomerFields(given=" Līga\n", family="Ozoliņa ", email=" L@b.example", phone="29123456")
    kept, changes = add_customer(shop, fields, actor=BY)
    found = customer(shop, kept)
    assert (found.name, found.fields.email, found.version) == ("Līga Ozoliņa", "L@b.example", changes.id)
    assert Topic.CUSTOMERS in changes.topics
    assert Words().say(changes.title) == "Add Līga Ozoliņa"
    for text in ("ozol", "l@b", "+371291"):
        assert [hit.id for hit in find(shop, text)] == [kept]


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        (CustomerFields(note="nobody"), "given", "Enter a name"),
        (CustomerFields(given="A", email="a@"), "email", "not a whole e-mail"),
        (CustomerFields(given="A", phone="12"), "phone", "not a whole phone"),
        (CustomerFields(given="A" * 501), "given", "too long"),
        (CustomerFields(given="A", address=Address(street="s" * 501)), "street", "too long"),
        (CustomerFields(given="A", note="n" * 20_001), "note", "too long"),
        (CustomerFields(given="A" * 10_000), "given", "too long"),
        (CustomerFields(given="A", email="a@@b.example"), "email", "not a whole e-mail"),
        (CustomerFields(given="A", email="a@b.example, c@d.example"), "email", "Add the second one as a further"),
        (CustomerFields(given="A", birthday=Birthday(11, 21, 2026)), "birthday", "still to come"),
        (CustomerFields(given="A", birthday=Birthday(11, 21, 1850)), "birthday", "Nobody born in 1850"),
        (CustomerFields(given="A", contacts=(Contact(ContactKind.EMAIL, "a@"),)), "contacts", "not a whole e-mail"),
        (CustomerFields(given="A", contacts=(Contact(ContactKind.PHONE, "12"),)), "contacts", "not a whole phone"),
        (CustomerFields(given="A", contacts=(Contact(ContactKind.PHONE, "29123456", "l" * 501),)), "contacts", "long"),
        (CustomerFields(given="A", addresses=(LabelledAddress("", Address(city="c" * 501)),)), "addresses", "too long"),
        (CustomerFields(given="A", forms=GreetingForms(called="c" * 501)), "called", "too long"),
        (CustomerFields(given="A", lead_days=-1), "lead_days", "0 to 60"),
        (CustomerFields(given="A", tags=("t" * 101,)), "tags", "at most 100"),
        (CustomerFields(given="\u200f\u202e"), "given", "Enter a name"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(shop, fields, field, sentence):
    with pytest.raises(Invalid, match=sentence) as error:
        add_customer(shop, fields, actor=BY)
    assert error.value.field == field
    assert len(customer_ids(shop)) == 0


def test_an_address_belongs_to_one_person(shop):
    anna = person(shop, "Anna", email="a@b.example")
    zane = person(shop, "Zane")
    with pytest.raises(Invalid, match="Anna has this e-mail") as error:
        add_customer(shop, CustomerFields(email="A@B.example"), actor=BY)
    assert error.value.field == "email"
    with pytest.raises(Invalid, match="Anna has"):
        edit_customer(shop, zane, customer(shop, zane).version, CustomerFields(email="a@b.EXAMPLE"), actor=BY)
    found = customer(shop, anna)
    assert edit_customer(shop, anna, found.version, replace(found.fields, family="L"), actor=BY).id


def test_a_further_address_belongs_to_one_person_too(shop):
    work = Contact(ContactKind.EMAIL, "work@b.example", "work")
    anna = person(shop, "Anna", email="a@b.example", contacts=(work,))
    zane = person(shop, "Zane")
    for fields, field in (
        (CustomerFields(email=" WORK@b.example"), "email"),
        (CustomerFields(given="Zane", contacts=(replace(work, value="A@B.example"),)), "contacts"),
        (CustomerFields(given="Zane", email="z@b.example", contacts=(work,)), "contacts"),
    ):
        with pytest.raises(Invalid, match="Anna has this e-mail address already") as error:
            edit_customer(shop, zane, customer(shop, zane).version, fields, actor=BY)
        assert error.value.field == field
    found = customer(shop, anna)
    swapped = replace(found.fields, email=work.value, contacts=(replace(work, value="a@b.example"),))
    assert edit_customer(shop, anna, found.version, swapped, actor=BY).id
    assert customer(shop, anna).fields == swapped


def test_without_a_preferred_address_the_first_further_one_becomes_it(shop):
    ways = (
        Contact(ContactKind.EMAIL, "work@b.example", "work"),
        Contact(ContactKind.PHONE, "29123456", "home"),
        Contact(ContactKind.EMAIL, " WORK@B.example"),
        Contact(ContactKind.EMAIL, "other@b.example"),
        Contact(ContactKind.MESSENGER, " "),
    )
    found = customer(shop, person(shop, contacts=ways)).fields
    assert (found.email, found.phone) == ("work@b.example", "29123456")
    assert found.contacts == (Contact(ContactKind.EMAIL, "other@b.example"),)


def test_an_edit_is_kept_undone_and_done_again(shop):
    kept = person(shop, "Anna", birthday=Birthday(2, 29))
    edit_customer(shop, kept, customer(shop, kept).version, CustomerFields(given="Zane"), actor=BY)
    assert [hit.title for hit in find(shop, "zan")] == ["Zane"]
    undo(shop, actor=BY)
    assert (customer(shop, kept).name, customer(shop, kept).fields.birthday) == ("Anna", Birthday(2, 29))
    assert find(shop, "zan") == []
    redo(shop, actor=BY)
    assert customer(shop, kept).name == "Zane"


def test_an_old_form_never_overwrites(shop):
    kept = person(shop, "Anna")
    before = customer(shop, kept)
    edit_customer(shop, kept, before.version, CustomerFields(given="Zane"), actor=BY)
    with pytest.raises(Conflict, match="Zane was changed meanwhile"):
        edit_customer(shop, kept, before.version, CustomerFields(given="Eva"), actor=BY)
    assert customer(shop, kept).name == "Zane"


def test_the_same_again_writes_nothing(shop):
    kept = person(shop, "Anna")
    found = customer(shop, kept)
    assert edit_customer(shop, kept, found.version, found.fields, actor=BY).id == 0
    assert customer(shop, kept).version == found.version


def test_whoever_has_orders_stays(shop):
    anna, zane = person(shop, "Anna"), person(shop, "Zane")
    order = bought(shop, anna)
    with pytest.raises(Conflict, match="Anna has 1 order, so they stay"):
        remove_customers(shop, [zane, anna], actor=BY)
    assert len(customer_ids(shop)) == 2
    remove_orders(shop, [order], actor=BY)
    assert Words().say(remove_customers(shop, [zane, anna, anna], actor=BY).title) == "Remove 2 customers"
    assert len(customer_ids(shop)) == 0
    undo(shop, actor=BY)
    assert len(customer_ids(shop)) == 2


def test_one_that_is_gone_is_named(shop):
    with pytest.raises(NotFound, match="no customer 5"):
        remove_customers(shop, [5], actor=BY)
    with pytest.raises(NotFound, match="no customer 5"):
        edit_customer(shop, 5, 1, CustomerFields(given="A"), actor=BY)


def test_the_dead_may_have_been_born_long_ago(shop):
    fields = CustomerFields(given="A", birthday=Birthday(11, 21, 1850), deceased=True)
    kept, _ = add_customer(shop, fields, actor=BY)
    assert customer(shop, kept).fields == fields
