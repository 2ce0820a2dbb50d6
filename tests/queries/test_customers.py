import pytest

from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.errors import NotFound
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language
from desktop_app.queries.customers import customer, customer_by_email
from tests.made import person


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
    kept = person(shop, **{name: getattr(fields, name) for name in fields.__slots__})
    assert customer(shop, kept).fields == fields


def test_nobody_has_that_number(shop):
    with pytest.raises(NotFound, match="no customer 7"):
        customer(shop, 7)


def test_an_address_belongs_to_the_earliest(shop):
    anna = person(shop, "Anna", email="Anna@B.example")
    assert customer_by_email(shop, "anna@b.example") == anna
    assert customer_by_email(shop, "anna@b.example", besides=anna) is None
    assert customer_by_email(shop, "") is None
