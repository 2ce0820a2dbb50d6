"""The people around a customer: who they are, their days, one card for the household; changed in a small window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.actions import people as actions
from desktop_app.domain.customers import Customer, CustomerFields
from desktop_app.domain.greetings import joint_greeting
from desktop_app.domain.named import Named
from desktop_app.domain.people import RELATION_NAMES, RelatedTo, Relation, Relative, RelativeFields
from desktop_app.domain.people_dates import LeapRule
from desktop_app.i18n import Language, Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.day_words import day_phrase, day_title, next_key
from desktop_app.ui.pages.customers.person_form import PersonForm
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class House:
    """What the people of a customer are worded by: the language of their cards and the rule of 29 February."""

    language: Language
    rule: LeapRule


class PeopleCard(RecordCard):
    """Rows for the people around a customer, then those who have the customer among theirs.

    `print_day(key)` asks for a card for the day of somebody that comes next.
    """

    print_day = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("People around"), parent=parent)
        self._customer: Customer | None = None
        self._greeted = True
        self._house = House(Language.EN, LeapRule.FEB_28)
        self.shown: tuple[Relative, ...] = ()
        self.add_button = small(self.words("Add"), self.add)
        self.add_button.setAccessibleName(self.words("Add somebody"))
        self.add_to_head(self.add_button)

    def show_people(
        self, one: Customer, people: Sequence[Relative], related: Sequence[RelatedTo], house: House
    ) -> None:
        """The people of a customer, and whose people the customer belongs to."""
        self._customer, self._house, self.shown = one, house, tuple(people)
        self._greeted = one.fields.congratulate and not one.fields.deceased  # else nobody around them is either
        words = self.words
        note = household_phrase(words, one, people, house.language)
        if not people and not related:
            note = words("Family and friends whose days the shop keeps, perhaps on one card with the customer.")
        self.fill([*(self._row(who) for who in people), *(self._related(who) for who in related)], note=note)

    def add(self) -> None:
        """Ask for somebody new."""
        one = self._customer
        if one is None:
            return
        whose = one.id
        self._ask(self.words("Somebody around {name}", name=one.name), RelativeFields(Relation.CHILD),
                  lambda dialog, fields: self.change(actions.add_relative, whose, fields, dialog=dialog))

    def edit(self, who: Relative) -> None:
        """Ask for what is to be another with somebody."""
        self._ask(
            who.name, who.fields,
            lambda dialog, fields: self.change(actions.edit_relative, who.id, who.version, fields, dialog=dialog),
            remove=(self.words("Remove"), lambda: self.change(actions.remove_relative, who.id)),
        )

    def _ask(
        self, title: str, fields: RelativeFields, keep: Callable[[FormDialog, RelativeFields], object],
        remove: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        form = PersonForm(self.desk, language=self._house.language, rule=self._house.rule)
        form.load(fields)
        dialog = FormDialog(
            self.desk.theme, self.words, self.window(), title=title, form=form, remove=remove, wide=560
        )
        dialog.saved.connect(lambda values: keep(dialog, form.person(values)))
        dialog.open()

    def _row(self, who: Relative) -> DetailRow:
        words, fields = self.words, who.fields
        days = [
            joined(day_title(words, day), day_phrase(words, day, self.desk.today(), self._house.rule))
            for day in fields.days
        ]
        deeds: list[tuple[str, Any]] = []
        if fields.customer is not None:
            deeds.append((words("Open their own record"), partial(self._go, int(fields.customer))))
        elif fields.congratulate and not fields.deceased and self._greeted:
            key = next_key(who.of, who.id, fields.days, self.desk.today(), self._house.rule)
            deeds += [(words("Print a card"), partial(self.print_day.emit, key))] if key is not None else []
        detail = "\n".join((relation_phrase(words, fields.relation, fields.relation_words), *days))
        row = DetailRow(
            self.desk.theme, who.name, detail, mark=who.name, tag=_tag(words, fields), deeds=deeds,
            change=words("Change"),
        )
        row.opened.connect(lambda: self.edit(who))
        return row

    def _related(self, who: RelatedTo) -> DetailRow:
        words = self.words
        said = relation_phrase(words, who.relation, who.relation_words)
        row = DetailRow(
            self.desk.theme, who.name, words("this customer is among their people: {relation}", relation=said.lower()),
            mark=who.name, tag=(words("Customer"), Tone.MUTED),
            deeds=((words("Open their own record"), partial(self._go, int(who.customer))),),
        )
        row.opened.connect(partial(self._go, int(who.customer)))
        return row

    def _go(self, customer: int) -> None:
        self.desk.navigate("customers", customer=customer)


def relation_phrase(words: Words, relation: Relation, own: str) -> str:
    """“Child”, or the shop's own word."""
    return own if relation is Relation.OTHER and own else words.say(RELATION_NAMES[relation])


def household_phrase(words: Words, one: Customer, people: Sequence[Relative], language: Language) -> str:
    """How one card for the household begins; empty where nobody is on it."""
    beside = [who.fields for who in people if who.fields.together]
    everybody: list[CustomerFields | RelativeFields] = [one.fields, *beside]
    greeted: list[Named] = [who for who in everybody if who.congratulate and not who.deceased]
    if len(everybody) == 1 or not greeted:
        return ""
    return words("One card for the household begins: {greeting}",
                 greeting=joint_greeting(greeted, language))


def _tag(words: Words, fields: RelativeFields) -> tuple[str, Tone] | None:
    if fields.deceased:
        return words("Deceased"), Tone.MUTED
    if not fields.congratulate:
        return words("Not congratulated"), Tone.MUTED
    if fields.customer is not None:
        return words("Customer"), Tone.GOOD
    return (words("On one card"), Tone.ACCENT) if fields.together else None
