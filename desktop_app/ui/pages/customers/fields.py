"""The fields of a customer's form, and the way between what stands in it and the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.domain.contact import checked_email
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language, Words
from desktop_app.ui.widgets.field import Field, Input


def customer_form(words: Words, phone: Callable[[str], object]) -> tuple[Field, ...]:
    """The declarations, in the desk's language; `phone` raises Invalid for what is no number in the shop's country."""
    languages = [(Language(value), words.say(label)) for value, label in SHOP_LANGUAGE.choices]
    return (
        Field("given", words("Given name")),
        Field("family", words("Family name")),
        Field("patronymic", words("Patronymic")),
        Field("company", words("Company")),
        Field("email", words("E-mail"), check=checked_email),
        Field("phone", words("Phone"), check=phone),
        Field("language", words("Language of cards"), Input.CHOICE,
              choices=[(None, words("The shop’s language")), *languages]),
        Field("birthday", words("Birthday"), Input.BIRTHDAY, help=words("The year may stay empty.")),
        Field("congratulate", words("Congratulate on the birthday"), Input.CHECK, wide=True),
        *address_fields(words, words("Address")),
        Field("note", words("Note"), Input.LONG, help=words("Only for the shop; it is never printed.")),
    )


def address_fields(words: Words, group: str) -> tuple[Field, ...]:
    """The declarations of an address under a title."""
    return (
        Field("name", words("Recipient, if somebody else"), group=group, wide=True),
        Field("street", words("Street"), wide=True),
        Field("city", words("City")),
        Field("postcode", words("Postcode")),
        Field("region", words("Region")),
        Field("country", words("Country"), hint="LV"),
    )


def customer_values(fields: CustomerFields) -> dict[str, Any]:
    """What the form shows of a customer."""
    return {
        "given": fields.given, "family": fields.family, "patronymic": fields.patronymic, "company": fields.company,
        "email": fields.email, "phone": fields.phone, "language": fields.language, "birthday": fields.birthday,
        "congratulate": fields.congratulate, "note": fields.note, **address_values(fields.address),
    }


def customer_from(values: Mapping[str, Any]) -> CustomerFields:
    """The customer that stands in the form."""
    return CustomerFields(**{key: values[key] for key in _PLAIN}, address=address_from(values))


def address_values(address: Address) -> dict[str, str]:
    """What a form shows of an address."""
    return {key: getattr(address, key) for key in _ADDRESS}


def address_from(values: Mapping[str, Any]) -> Address:
    """The address that stands in a form."""
    return Address(**{key: values[key] for key in _ADDRESS})


_PLAIN = (
    "given", "family", "patronymic", "company", "email", "phone", "language", "birthday", "congratulate", "note",
)  # fmt: skip
_ADDRESS = ("name", "street", "city", "region", "postcode", "country")
