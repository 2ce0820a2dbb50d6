"""The days of a customer besides their birthday: anniversaries, days of the shop's own, changed in a small window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.actions import people as actions
from desktop_app.domain.customers import Customer, CustomerId
from desktop_app.domain.people import SpecialDay
from desktop_app.domain.people_dates import LeapRule
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.day_rows import OTHER_DAYS, day_rows
from desktop_app.ui.pages.customers.day_words import day_phrase, day_title, next_key
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


class DaysCard(RecordCard):
    """A row for each day; all of them are changed together. `print_day(key)` asks for a card for one."""

    print_day = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Other days"), desk.words("besides the birthday"), parent=parent)
        self._customer, self._version = CustomerId(0), 0
        self._days: tuple[SpecialDay, ...] = ()
        self._rule, self._greeted = LeapRule.FEB_28, True
        self.edit_button = small(self.words("Change"), self.edit)
        self.edit_button.setAccessibleName(self.words("Change other days"))
        self.add_to_head(self.edit_button)

    def show_days(self, one: Customer, days: Sequence[SpecialDay], rule: LeapRule) -> None:
        """The days of a customer."""
        self._customer, self._version, self._days, self._rule = one.id, one.version, tuple(days), rule
        self._greeted = one.fields.congratulate and not one.fields.deceased
        self.edit_button.setText(self.words("Change") if days else self.words("Add"))
        rows = []
        for day in days:
            row = DetailRow(self.desk.theme, day_title(self.words, day),
                            day_phrase(self.words, day, self.desk.today(), rule), deeds=self._deeds(day))
            row.opened.connect(self.edit)
            rows.append(row)
        self.fill(rows, note="" if rows else self.words("An anniversary, the day they first came, any day of yours."))

    def _deeds(self, day: SpecialDay) -> list[tuple[str, Callable[[], object]]]:
        key = next_key(self._customer, None, [day], self.desk.today(), self._rule)
        if key is None or not self._greeted:
            return []
        return [(self.words("Print a card"), partial(self.print_day.emit, key))]

    def edit(self) -> None:
        """Ask for all of them."""
        desk, words = self.desk, self.words
        opened = (self._customer, self._version, self._days)
        field = Field(
            "days", words("Days kept each year"), wide=True,
            make=lambda: day_rows(desk.theme, words, kinds=OTHER_DAYS, rule=self._rule, today=desk.today()),
        )
        form = Form(desk.theme, words, [field], today=desk.today())
        form.set_value({"days": self._days})
        if not self._days:
            form.box("days").input.add()  # blank, it is nothing yet
        dialog = FormDialog(desk.theme, words, self.window(), title=words("Other days"), form=form)
        dialog.saved.connect(lambda values: self._keep(opened, values["days"], dialog))
        dialog.open()

    def _keep(
        self, opened: tuple[CustomerId, int, tuple[SpecialDay, ...]], days: Sequence[SpecialDay], dialog: FormDialog
    ) -> None:
        """Keep them as of what is shown now, where these days are the same as when the window was opened."""
        customer, version, were = opened
        if (self._customer, self._days) == (customer, were):
            version = self._version
        self.change(actions.keep_days, customer, version, days, dialog=dialog)
