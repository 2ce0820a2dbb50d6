from dataclasses import replace

import pytest

from desktop_app.domain.customers import Address, Contact, ContactKind, CustomerFields
from desktop_app.domain.errors import NotFound
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language
from desktop_app.queries.customers import customer, customer_by_email, customer_names
from tests.made import person
from tests.people_made import WHOLE


def test_a_customer_comes_back_as_kept(shop):
    fields = CustomerFields(
        given="Līga",
        family="Ozoliņa",
        patronymic="Jāņa",
        company="SIA Ozols",
        language=Language.LV,
        email="liga@pasts.example",
        phone="+371 29 123 456",
        address=Address("Birojs", "Brīvības iela 1", "Rīga", "", "LV-1010", "LV"),
        birthday=Birthday(2, 29, 1988),
        congratulate=False,
        note="two\nlines",
    )
    for one in (fields, replace(WHOLE, email="w@pasts.example"), CustomerFields(given="Zane")):
        kept = person(shop, **{name: getattr(one, name) for name in one.__slots__})
        assert customer(shop, kept).fields == one


def test_one_customer_takes_two_statements(shop, counting):
    kept = person(shop, **{name: getattr(WHOLE, name) for name in WHOLE.__slots__})
    customer(counting, kept)
    assert counting.asked == 2


def test_names_of_many_at_once(shop, counting):
    anna, firm = person(shop, "Anna", "Ozola"), person(shop, company="SIA Ozols")
    assert customer_names(counting, [firm, anna, anna]) == {anna: "Anna Ozola", firm: "SIA Ozols"}
    assert counting.asked == 1
    with pytest.raises(NotFound, match="no customer 7"):
        customer_names(shop, [anna, 7])


def test_nobody_has_that_number(shop):
    with pytest.raises(NotFound, match="no customer 7"):
        customer(shop, 7)


def test_an_address_belongs_to_the_earliest(shop):
    anna = person(shop, "Anna", email="Anna@B.example")
    assert customer_by_email(shop, "anna@b.example") == anna
    assert customer_by_email(shop, "anna@b.example", besides=anna) is None
    assert customer_by_email(shop, "") is None


def test_a_further_address_is_theirs_too(shop):
    work = Contact(ContactKind.EMAIL, "Work@B.example")
    anna = person(shop, "Anna", email="anna@b.example", contacts=(work, Contact(ContactKind.MESSENGER, "x@y.example")))
    assert customer_by_email(shop, "work@b.example") == anna
    assert customer_by_email(shop, "work@b.example", besides=anna) is None
    assert customer_by_email(shop, "x@y.example") is None
