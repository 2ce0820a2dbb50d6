"""A customer's form: everything a person edits of them, with what follows from it shown while they type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.contact import checked_phone
from desktop_app.domain.customers import Contact, ContactKind, CustomerFields, GreetingForms
from desktop_app.domain.errors import Invalid
from desktop_app.domain.greetings import proposed
from desktop_app.domain.name_days import name_days
from desktop_app.domain.name_doubts import doubt_of, doubt_of_forms
from desktop_app.domain.people_dates import LeapRule
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.addresses import address_from, address_phrase
from desktop_app.ui.pages.customers.contact_rows import ContactRow
from desktop_app.ui.pages.customers.day_words import leap_phrase, name_days_phrase
from desktop_app.ui.pages.customers.fields import customer_form, customer_from, customer_values
from desktop_app.ui.pages.customers.greeting_fields import GREETING_KEYS, Greetings
from desktop_app.ui.widgets.form import Form

_NAMES = frozenset(("given", "family", "patronymic", "language", *GREETING_KEYS))
_ADDRESS = frozenset(("name", "street", "city", "postcode", "region", "country"))
_FIRST = {ContactKind.EMAIL: "email", ContactKind.PHONE: "phone"}
_TWO_FROM = 360


class CustomerForm(Form):
    """`load` shows a customer, `customer()` is the one that stands in it; `words_wanted` asks for the shop's words."""

    words_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._words = desk.words
        self.country: str | None = None  # of the shop's numbers; not known yet
        self.language, self.rule = Language.EN, LeapRule.FEB_28
        self._was = CustomerFields()
        today = desk.today()
        fields = customer_form(desk.theme, desk.words, self._check_phone, today=today)
        super().__init__(desk.theme, desk.words, fields, today=today, two_from=_TWO_FROM, parent=parent)
        self._greetings = Greetings(self, desk.words)
        self.edited.connect(self._follow)
        for key in ("tags", "interests"):
            self.box(key).input.wanted.connect(self.words_wanted)
        self.box("contacts").input.row_added.connect(self._hear_row)

    def load(self, fields: CustomerFields) -> None:
        """Show a customer; forms of address that are as the name gives them go on following it."""
        self._was = fields
        self.set_value(customer_values(fields))
        self._greetings.load(fields.forms, self._work)
        for key in ("given", "birthday", "street"):
            self._follow(key)
        self.mark_clean()

    def offer(self, tags: Sequence[str], interests: Sequence[str]) -> None:
        """The shop's own words, to complete what is typed."""
        self.box("tags").input.set_known(tags)
        self.box("interests").input.set_known(interests)

    def customer(self, values: dict[str, Any] | None = None) -> CustomerFields:
        """The customer that stands in the form (or in values read from it); raises Invalid.

        What the name comes to is kept with it; without a name it would be a greeting of nobody, so nothing is.
        """
        found = customer_from(values if values is not None else self.value())
        return found if found.given else replace(found, forms=self._greetings.own())

    def set_shop(self, *, country: str, language: Language, rule: LeapRule) -> None:
        """What follows from the shop's settings: whose numbers these are, its language, its rule of 29 February."""
        self.country, self.language, self.rule = country, language, rule

    def _work(self, forms: GreetingForms) -> GreetingForms:
        """What the name that stands in the form comes to."""
        typed = {key: self.box(key).input.value() for key in ("given", "family", "patronymic")}
        language = self.box("language").input.value() or self.language
        return proposed(replace(self._was, **typed, forms=forms), language)

    def _follow(self, key: str) -> None:
        if key in _NAMES:
            self._greetings.follow(self._work)
            self._doubt()
        if key in ("given", "name_day"):
            given = self.box("given").input.value()
            said = name_days_phrase(self._words, name_days(given)) if given else ""
            self.box("name_day").set_help(said)
        elif key == "birthday":
            said = leap_phrase(self._words, self._day(), self.rule)
            self.box("birthday").set_help(said or self._words("The year may stay empty."))
        elif key in _ADDRESS:
            typed = {one: self.box(one).input.value() for one in _ADDRESS}
            self.say_of_group("name", address_phrase(address_from(typed)))

    def _doubt(self) -> None:
        """Say at the names what speaks against greeting by them."""
        given = self.box("given").input.value()
        own = self._greetings.own()
        said = {
            "given": doubt_of(given), "called": doubt_of_forms(replace(self._was, given=given, forms=own)),
        }
        for key, doubt in said.items():
            self.box(key).set_help(self._words.say(doubt) if doubt else "")
            if doubt:
                self.unfold(key)

    def _day(self) -> Any:
        try:
            return self.box("birthday").input.value()
        except Invalid:
            return None

    def _hear_row(self, row: ContactRow) -> None:
        row.preferred.connect(self._prefer)

    def _prefer(self, row: ContactRow) -> None:
        """A further way becomes the first of its kind; what was the first takes its place."""
        kind, text = row.kind.value(), row.text.value()
        first = self.box(_FIRST[kind]).input
        if not text:
            return
        was = first.value()
        first.set_value(text)
        if was:
            row.set_value(Contact(kind, was))
        else:
            self.box("contacts").input.remove(row)
        self.edited.emit(_FIRST[kind])
        first.setFocus()

    def _check_phone(self, typed: str) -> None:
        if self.country is not None:
            checked_phone(typed, self.country)


