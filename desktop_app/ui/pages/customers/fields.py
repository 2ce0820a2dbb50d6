"""The fields of a customer's form, in calm groups, and the way between what stands in it and the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from desktop_app.domain.contact import checked_email
from desktop_app.domain.customers import CHANNEL_NAMES, CustomerFields, GreetingForms
from desktop_app.domain.kept_days import checked_birthday
from desktop_app.domain.people import LONGEST_LEAD
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.customers.addresses import address_fields, address_from, address_rows, address_values
from desktop_app.ui.pages.customers.contact_rows import contact_rows
from desktop_app.ui.pages.customers.greeting_fields import GREETING_KEYS, greeting_fields
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.word_chips import WordChips


def customer_form(
    theme: Theme, words: Words, phone: Callable[[str], object], *, today: dt.date
) -> tuple[Field, ...]:
    """The declarations, in the desk's language; `phone` raises Invalid for what is no number in the shop's country."""
    return (
        Field("given", words("Given name")),
        Field("family", words("Family name")),
        Field("patronymic", words("Patronymic")),
        Field("company", words("Company")),
        Field("language", words("Language of cards"), Input.CHOICE, choices=language_choices(words), wide=True,
              help=words("An import takes it from the name or the country; change it if they read another.")),
        *greeting_fields(theme, words),
        *_reach(theme, words, phone),
        *_addresses(theme, words, today),
        *_days(words, today),
        *_words_of(words),
        Field("note", words("Note"), Input.LONG, help=words("Only for the shop; it is never printed.")),
    )


def language_choices(words: Words, unset: str = "") -> list[tuple[Language | None, str]]:
    """The languages of cards; `unset` says what goes where none is chosen."""
    named = [(Language(value), words.say(label)) for value, label in SHOP_LANGUAGE.choices]
    return [(None, unset or words("The shop’s language")), *named]


def customer_values(of: CustomerFields) -> dict[str, Any]:
    """What the form shows of a customer."""
    forms = {key: getattr(of.forms, key) for key in GREETING_KEYS}
    return {**{key: getattr(of, key) for key in _PLAIN}, **forms, **address_values(of.address)}


def customer_from(values: Mapping[str, Any]) -> CustomerFields:
    """The customer that stands in the form."""
    forms = GreetingForms(**{key: values[key] for key in GREETING_KEYS})
    return CustomerFields(**{key: values[key] for key in _PLAIN}, forms=forms, address=address_from(values))


def _reach(theme: Theme, words: Words, phone: Callable[[str], object]) -> tuple[Field, ...]:
    channels = [(None, words("Not asked yet")), *((one, words.say(name)) for one, name in CHANNEL_NAMES.items())]
    return (
        Field("email", words("E-mail"), check=checked_email, group=words("How to reach them"), wide=True),
        Field("phone", words("Phone"), check=phone),
        Field("channel", words("Wishes to hear by"), Input.CHOICE, choices=channels),
        Field("contacts", words("Further ways"), wide=True, make=lambda: contact_rows(theme, words, phone)),
        Field("extra_care", words("Extra care with parcels"), Input.CHECK, wide=True,
              help=words("Packers see that there was a complaint, not what it was.")),
    )


def _addresses(theme: Theme, words: Words, today: dt.date) -> tuple[Field, ...]:
    rows = Field("addresses", words("Further addresses"), wide=True, make=lambda: address_rows(theme, words, today))
    return (*address_fields(words, words("Address"), folds=True), rows)


def _days(words: Words, today: dt.date) -> tuple[Field, ...]:
    return (
        Field("birthday", words("Birthday"), Input.BIRTHDAY, group=words("Days"), wide=True,
              help=words("The year may stay empty."),
              # how old somebody may be is asked on saving, when it is known whether they live
              check=lambda day: checked_birthday(day, today, deceased=True)),
        Field("name_day", words("Congratulate on the name day"), Input.CHECK, wide=True),
        Field("congratulate", words("Congratulate at all"), Input.CHECK, wide=True),
        Field("deceased", words("Deceased: never congratulate or write"), Input.CHECK, wide=True),
        Field("lead_days", words("Told of their days so many days ahead"), Input.NUMBER, high=LONGEST_LEAD, empty=True,
              hint=words("as the shop does"), wide=True),
    )


def _words_of(words: Words) -> tuple[Field, ...]:
    return (
        Field("tags", words("Tags"), wide=True, group=words("Tags and interests"),
              make=lambda: WordChips(words, hint=words("Add a tag"))),
        Field("interests", words("Interests"), wide=True, make=lambda: WordChips(words, hint=words("Add an interest"))),
    )


_PLAIN = tuple(each.name for each in fields(CustomerFields) if each.name not in ("forms", "address"))
