"""What a customer pays for by period: what is due when, noted as paid by one press, changed in a small window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import renewals as actions
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.renewals import MOST_MONTHS, Renewal, RenewalFields, period
from desktop_app.domain.settings import SHOP_CURRENCY, SettingValues
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import near_day, short_day
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_KEYS = {"what": "what", "amount": "amount", "every": "every_months", "next": "next_on", "note": "note",
         "active": "active"}  # fmt: skip


class RenewalsCard(RecordCard):
    """Rows with what is due soonest first, resting ones last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Renewals"), desk.words("what they pay for by period"), parent=parent)
        self._customer, self._currency = CustomerId(0), "EUR"
        self.add_button = small(self.words("Add"), self.add)
        self.add_button.setAccessibleName(self.words("Add a renewal"))
        self.add_to_head(self.add_button)

    def show_renewals(self, customer: CustomerId, renewals: Sequence[Renewal], values: SettingValues) -> None:
        """The renewals of a customer."""
        self._customer, self._currency = customer, values[SHOP_CURRENCY]
        self.fill(
            [self._row(one) for one in renewals],
            note="" if renewals else self.words("Nothing is paid by period."),
        )

    def add(self) -> None:
        """Ask for a new one."""
        dialog = self._dialog(self.words("New renewal"), RenewalFields(), None)
        dialog.saved.connect(
            lambda values: self.change(actions.add_renewal, self._customer, _fields(values), dialog=dialog)
        )
        dialog.open()

    def edit(self, renewal: Renewal) -> None:
        """Ask for what is to be another with one."""
        dialog = self._dialog(self.words("Change a renewal"), renewal.fields, renewal)
        dialog.saved.connect(
            lambda values: self.change(
                actions.edit_renewal, renewal.id, renewal.version, _fields(values), dialog=dialog
            )
        )
        dialog.open()

    def _row(self, renewal: Renewal) -> DetailRow:
        words, fields, today = self.words, renewal.fields, self.desk.today()
        due = joined(
            money_text(words, fields.amount), words.say(period(fields.every_months)),
            words("due {day}", day=near_day(words, renewal.next_on, today)) if fields.active else "",
            words("last paid {day}", day=short_day(words, renewal.paid_on, today)) if renewal.paid_on else "",
            fields.note,
        )
        row = DetailRow(
            self.desk.theme, fields.what, due, tag=self._tag(renewal), change=words("Change"), long=True,
            deeds=((words("Mark paid"), partial(self.change, actions.pay_renewals, [renewal.id])),)
            if fields.active else (),
        )
        row.opened.connect(lambda: self.edit(renewal))
        return row

    def _tag(self, renewal: Renewal) -> tuple[str, Tone] | None:
        if not renewal.fields.active:
            return self.words("resting"), Tone.MUTED
        return (self.words("Overdue"), Tone.BAD) if renewal.next_on < self.desk.today() else None

    def _dialog(self, title: str, fields: RenewalFields, kept: Renewal | None) -> FormDialog:
        words, desk = self.words, self.desk
        form = Form(desk.theme, words, renewal_form(words, self._currency), today=desk.today(), two_from=400)
        form.set_value({key: getattr(fields, name) for key, name in _KEYS.items()})
        remove = None
        if kept is not None:
            remove = (words("Remove"), lambda: self.change(actions.remove_renewals, [kept.id]))
        return FormDialog(desk.theme, words, self.window(), title=title, form=form, remove=remove)


def renewal_form(words: Words, currency: str) -> tuple[Field, ...]:
    """The declarations of a renewal's fields."""
    return (
        Field("what", words("What is renewed"), hint=words("tea of the month, storage…"), wide=True),
        Field("amount", words("Amount"), Input.MONEY, currency=currency),
        Field("every", words("Months of a period"), Input.NUMBER, low=1, high=MOST_MONTHS),
        Field("next", words("Due next on"), Input.DATE),
        Field("active", words("Tell of it when it is due"), Input.CHECK),
        Field("note", words("Note"), Input.LONG, lines=2, wide=True),
    )


def _fields(values: dict[str, Any]) -> RenewalFields:
    return RenewalFields(**{name: values[key] for key, name in _KEYS.items()})
