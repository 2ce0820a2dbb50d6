"""What a customer agreed to: since when and by which source, withdrawn by one press, changed in a small window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import consents as actions
from desktop_app.domain.consents import PURPOSE_NAMES, Consent, ConsentFields, Purpose
from desktop_app.domain.customers import CustomerId
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


class ConsentsCard(RecordCard):
    """Rows with what is in force first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Consents"), desk.words("what they agreed to"), parent=parent)
        self._customer = CustomerId(0)
        self.add_button = small(self.words("Add"), self.add)
        self.add_button.setAccessibleName(self.words("Add a consent"))
        self.add_to_head(self.add_button)

    def show_consents(self, customer: CustomerId, consents: Sequence[Consent]) -> None:
        """The consents of a customer."""
        self._customer = customer
        today = self.desk.today()
        ordered = sorted(consents, key=lambda one: not one.fields.in_force(today))
        self.fill(
            [self._row(one) for one in ordered],
            note="" if consents else self.words("Nothing was agreed to, so no news and no review requests."),
        )

    def add(self) -> None:
        """Ask for a new one, given today."""
        dialog = self._dialog(self.words("New consent"), ConsentFields(Purpose.NEWS_EMAIL, self.desk.today()), None)
        dialog.saved.connect(
            lambda values: self.change(actions.give, self._customer, _consent(values), dialog=dialog)
        )
        dialog.save_button.setEnabled(True)  # what stands there already may be all there is to say
        dialog.open()

    def edit(self, consent: Consent) -> None:
        """Ask for what is to be another with one."""
        dialog = self._dialog(self.words("Change a consent"), consent.fields, consent)
        dialog.saved.connect(
            lambda values: self.change(actions.edit, consent.id, consent.version, _consent(values), dialog=dialog)
        )
        dialog.open()

    def _row(self, consent: Consent) -> DetailRow:
        words, fields, today = self.words, consent.fields, self.desk.today()
        in_force = fields.in_force(today)
        row = DetailRow(
            self.desk.theme, words.say(PURPOSE_NAMES[fields.what]), consent_phrase(words, fields, today),
            tag=None if in_force else (words("withdrawn"), Tone.MUTED), change=words("Change"), long=True,
            deeds=((words("Withdraw"), partial(self._withdraw, consent)),) if in_force else (),
        )
        row.opened.connect(lambda: self.edit(consent))
        return row

    def _withdraw(self, consent: Consent) -> None:
        self.change(actions.withdraw, consent.id)

    def _dialog(self, title: str, fields: ConsentFields, kept: Consent | None) -> FormDialog:
        words, desk = self.words, self.desk
        form = Form(desk.theme, words, consent_form(words), today=desk.today(), two_from=400)
        form.set_value({key: getattr(fields, key) for key in _KEYS})
        remove = None
        if kept is not None:
            remove = (words("Remove"), lambda: self.change(actions.remove, kept.id))
        return FormDialog(desk.theme, words, self.window(), title=title, form=form, remove=remove)


def consent_phrase(words: Words, fields: ConsentFields, today: dt.date) -> str:
    """“since Mon 3 May, order form · withdrawn yesterday”."""
    given = short_day(words, fields.given_on, today) if fields.given_on else ""
    gone = short_day(words, fields.withdrawn_on, today) if fields.withdrawn_on else ""
    return joined(
        words("given {day}", day=given) if given else words("day not known"), fields.source,
        words("withdrawn {day}", day=gone) if gone else "", fields.note,
    )


def consent_form(words: Words) -> tuple[Field, ...]:
    """The declarations of a consent's fields."""
    purposes = [(one, words.say(name)) for one, name in PURPOSE_NAMES.items()]
    return (
        Field("what", words("Agreed to"), Input.CHOICE, choices=purposes, wide=True),
        Field("given_on", words("Given on"), Input.DATE),
        Field("withdrawn_on", words("Withdrawn on"), Input.DATE),
        Field("source", words("How it was given"), hint=words("order form, phone call…"), wide=True),
        Field("note", words("Note"), wide=True),
    )


_KEYS = ("what", "given_on", "withdrawn_on", "source", "note")


def _consent(values: dict[str, Any]) -> ConsentFields:
    return ConsentFields(**{key: values[key] for key in _KEYS})
