"""The form of somebody around a customer: who they are, their days, how they are addressed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.customers import CustomerFields, GreetingForms
from desktop_app.domain.errors import Invalid
from desktop_app.domain.greetings import proposed
from desktop_app.domain.kept_days import checked_birthday
from desktop_app.domain.name_days import name_days
from desktop_app.domain.people import RELATION_NAMES, DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import LeapRule
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.customer_link import CustomerLink
from desktop_app.ui.pages.customers.day_rows import OTHER_DAYS, day_rows
from desktop_app.ui.pages.customers.day_words import leap_phrase, name_days_phrase
from desktop_app.ui.pages.customers.fields import language_choices
from desktop_app.ui.pages.customers.greeting_fields import GREETING_KEYS, Greetings, greeting_fields
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form

_FORMS = GREETING_KEYS[:-1]  # a letter to them begins as the card of the customer does
_PLAIN = (
    "relation", "relation_words", "given", "family", "language", "customer", "together", "congratulate", "deceased",
    "name_day", "note",
)  # fmt: skip


class PersonForm(Form):
    """`load` shows somebody, `person()` is who stands in it."""

    def __init__(self, desk: Desk, *, language: Language, rule: LeapRule, parent: QWidget | None = None) -> None:
        """`language` is the customer's, `rule` when 29 February is kept."""
        self._said, self._language, self._rule = desk.words, language, rule
        self._was = RelativeFields(Relation.CHILD)
        fields = person_fields(desk, rule)
        super().__init__(desk.theme, desk.words, fields, today=desk.today(), two_from=400, parent=parent)
        self._greetings = Greetings(self, desk.words)
        self.edited.connect(self._follow)
        self.box("customer").input.chosen.connect(self._take_names)

    def load(self, fields: RelativeFields) -> None:
        """Show somebody."""
        self._was = fields
        birthday = _birthday(fields)
        rest = tuple(day for day in fields.days if day is not birthday)
        self.set_value({
            **{key: getattr(fields, key) for key in _PLAIN}, "days": rest,
            "birthday": birthday.date if birthday else None,
        })
        self._greetings.load(fields.forms, self._work)
        for key in ("relation", "given", "birthday"):
            self._follow(key)
        self.mark_clean()

    def person(self, values: dict[str, Any]) -> RelativeFields:
        """Who stands in the form."""
        was = _birthday(self._was) or SpecialDay(DayKind.BIRTHDAY, values["birthday"])
        first = (replace(was, date=values["birthday"]),) if values["birthday"] is not None else ()
        forms = GreetingForms(**{key: values[key] for key in _FORMS}) if values["given"] else self._greetings.own()
        return RelativeFields(**{key: values[key] for key in _PLAIN}, forms=forms, days=first + values["days"])

    def _work(self, forms: GreetingForms) -> GreetingForms:
        typed = {key: self.box(key).input.value() for key in ("given", "family")}
        return proposed(replace(self._was, **typed, forms=forms), self.box("language").input.value() or self._language)

    def _follow(self, key: str) -> None:
        if key in ("given", "family", "language", *_FORMS):
            self._greetings.follow(self._work)
        if key == "relation":
            self.box("relation_words").setVisible(self.box("relation").input.value() is Relation.OTHER)
        elif key == "given":
            given = self.box("given").input.value()
            self.box("name_day").set_help(name_days_phrase(self._said, name_days(given)) if given else "")
        elif key == "birthday":
            self.box("birthday").set_help(leap_phrase(self._said, self._day(), self._rule))

    def _day(self) -> Any:
        try:
            return self.box("birthday").input.value()
        except Invalid:
            return None

    def _take_names(self, one: CustomerFields) -> None:
        """Who was chosen among the customers brings their names along, where nobody typed others."""
        for key, text in (("given", one.given or one.company), ("family", one.family)):
            if not self.box(key).input.value():
                self.box(key).input.set_value(text)
                self.edited.emit(key)


def person_fields(desk: Desk, rule: LeapRule) -> tuple[Field, ...]:
    """The declarations."""
    words, theme, today = desk.words, desk.theme, desk.today()
    relations = [(one, words.say(name)) for one, name in RELATION_NAMES.items()]
    return (
        Field("relation", words("Who they are to the customer"), Input.CHOICE, choices=relations),
        Field("relation_words", words("In a word"), hint=words("sister, neighbour, cat…")),
        Field("given", words("Given name")),
        Field("family", words("Family name")),
        Field("customer", words("Is a customer too"), wide=True, make=lambda: CustomerLink(desk),
              help=words("Then both records know it, and they are congratulated once.")),
        Field("birthday", words("Birthday"), Input.BIRTHDAY, wide=True, group=words("Days"),
              check=lambda day: checked_birthday(day, today)),
        Field("days", words("Other days"), wide=True,
              make=lambda: day_rows(theme, words, kinds=OTHER_DAYS, rule=rule, today=today)),
        Field("name_day", words("Congratulate on the name day"), Input.CHECK, wide=True),
        Field("congratulate", words("Congratulate at all"), Input.CHECK, wide=True),
        Field("deceased", words("Deceased: never congratulate or write"), Input.CHECK, wide=True),
        Field("together", words("On one card with the household"), Input.CHECK, wide=True, group=words("Cards"),
              help=words("Everybody who is ticked so is greeted with the customer on one card.")),
        Field("language", words("Language of cards"), Input.CHOICE, wide=True,
              choices=language_choices(words, words("As the customer’s"))),
        *greeting_fields(theme, words, opening=False),
        Field("note", words("Note"), Input.LONG, lines=2, group=words("Besides")),
    )  # fmt: skip


def _birthday(fields: RelativeFields) -> SpecialDay | None:
    return next((day for day in fields.days if day.kind is DayKind.BIRTHDAY), None)
