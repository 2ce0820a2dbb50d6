"""The days the shop is closed of its own will, such as a vacation; promises are counted around them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.settings import CLOSED_DAYS, SettingValues
from desktop_app.domain.shop_days import ClosedDays, checked_closed, closed_days, closed_text
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_NAME = 60  # letters


class ClosedDaysCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks for the days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Closed days"), desk.words("a vacation, a trip to a fair"), parent=parent)
        self.shown: tuple[ClosedDays, ...] = ()
        self.add_button = small(self.words("Add"), lambda: self.edit(None))
        self.add_button.setAccessibleName(self.words("Add closed days"))
        self.add_to_head(self.add_button)

    def refresh(self) -> None:
        """Ask for the days."""
        self.desk.work.ask(settings, then=self._show, owner=self, latest="closed days")

    def edit(self, kept: ClosedDays | None) -> None:
        """Ask for closed days, new ones or others in place of those kept."""
        words = self.words
        fields = [
            Field("first", words("First day"), Input.DATE),
            Field("last", words("Last day"), Input.DATE, help=words("Empty for one day alone.")),
            Field("name", words("Why"), wide=True, hint=words("Vacation, for example")),
        ]
        form = Form(self.desk.theme, words, fields, today=self.desk.today())
        if kept is not None:
            form.set_value({"first": kept.first, "last": kept.last, "name": kept.name})
        remove = (words("Remove"), partial(self._write, kept, None)) if kept is not None else None
        dialog = FormDialog(
            self.desk.theme, words, self.window(), title=words("Closed days"), form=form, remove=remove,
            line=words("Orders that have their promise keep it."),
        )  # fmt: skip
        dialog.saved.connect(lambda values: self._keep(kept, values, dialog))
        dialog.open()

    def _keep(self, kept: ClosedDays | None, values: dict[str, Any], dialog: FormDialog) -> None:
        try:
            self._write(kept, checked_closed(values["first"], values["last"], values["name"][:_NAME]), dialog=dialog)
        except Invalid as error:
            dialog.refuse(error)

    def _write(self, kept: ClosedDays | None, new: ClosedDays | None, *, dialog: FormDialog | None = None) -> None:
        from desktop_app.actions.settings import set_settings

        others = [one for one in self.shown if one != kept]
        self.change(set_settings, {CLOSED_DAYS: closed_text([*others, *([new] if new else [])])}, dialog=dialog)

    def _show(self, values: SettingValues) -> None:
        try:
            self.shown = closed_days(values[CLOSED_DAYS])
        except AppError:  # a newer program kept them otherwise: nothing here is written over them
            self.shown = ()
        none = self.words("None. Public holidays and days off are kept anyway.")
        self.fill([self._row(one) for one in self.shown], note="" if self.shown else none)

    def _row(self, one: ClosedDays) -> DetailRow:
        first, last = (self.words.date(day) for day in (one.first, one.last))
        title = first if one.first == one.last else f"{first} – {last}"
        row = DetailRow(self.desk.theme, title, one.name, change=self.words("Change"), long=True)
        row.opened.connect(lambda: self.edit(one))
        return row
