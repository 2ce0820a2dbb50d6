import pytest

from desktop_app.domain.customers import CustomerFields, email_key, full_name, initials


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        (CustomerFields(given="Anna", family="Liepa", company="Ozols"), "Anna Liepa"),
        (CustomerFields(family="Liepa"), "Liepa"),
        (CustomerFields(company="Ozols", email="a@b.lv"), "Ozols"),
        (CustomerFields(email="a@b.lv", phone="29"), "a@b.lv"),
        (CustomerFields(phone="29"), "29"),
        (CustomerFields(), ""),
    ],
)
def test_the_name_to_show(fields, name):
    assert full_name(fields) == name


def test_addresses_are_compared_without_case_and_spaces():
    assert email_key(" Anna@Inbox.LV") == email_key("anna@inbox.lv ")


@pytest.mark.parametrize(("name", "letters"), [("Līga Ozoliņa", "LO"), ("ёлкин", "Ё"), ("", ""), ("100 % Tee", "T")])
def test_initials(name, letters):
    assert initials(name) == letters
