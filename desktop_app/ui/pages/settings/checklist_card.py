"""The owner's packing checklist: what is to be done to a parcel, in order, and to which parcels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.packing import Needs, PackingStep, step_words
from desktop_app.i18n import Language, Message, msg
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

FOR: Mapping[Needs, Message] = {
    Needs.EVERY: msg("every parcel"),
    Needs.FRAGILE: msg("parcels with something fragile"),
    Needs.GIFT: msg("presents"),
    Needs.FIRST: msg("first orders"),
    Needs.ABROAD: msg("parcels abroad"),
    Needs.EXTRA_CARE: msg("customers who need extra care"),
}


class ChecklistCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks for the steps."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Packing checklist"), words("ticked for every parcel"), parent=parent)
        self.shown: tuple[PackingStep, ...] = ()
        self.add_button = small(words("Add"), partial(self.edit, None))
        self.add_button.setAccessibleName(words("Add a step"))
        self.add_to_head(self.add_button)
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the steps."""
        self.desk.work.ask(_steps, then=self._show, owner=self, latest="checklist")

    def edit(self, step: PackingStep | None) -> None:
        """Ask for a step's words and for which parcels it is; for a new one without."""
        words = self.words
        enough = words("One language is enough: who reads another sees it too.")
        names = {Language(value): text.text for value, text in DESK_LANGUAGE.choices}
        first, *others = names
        whom = [(one, words.say(FOR[one])) for one in Needs]
        form = Form(self.desk.theme, words, [
            Field("text", names[first], wide=True, help=enough),
            *(Field(language.value, names[language], wide=True) for language in others),
            Field("needs", words("For"), Input.CHOICE, wide=True, choices=whom),
        ], today=self.desk.today())  # fmt: skip
        known = dict(step.texts) if step else {}
        form.set_value({
            "text": known.get(first), **{language.value: known.get(language) for language in others},
            "needs": step.needs if step else Needs.EVERY,
        })  # fmt: skip
        dialog = FormDialog(
            self.desk.theme, words, self.window(), title=words("Step of the checklist"), form=form,
            remove=(words("Remove"), partial(self._remove, step)) if step else None,
        )
        dialog.saved.connect(lambda values: self._keep(step, values, dialog))
        dialog.open()

    def _keep(self, step: PackingStep | None, values: dict[str, Any], dialog: FormDialog) -> None:
        from desktop_app.actions.checklist import add_step, edit_step

        first, *others = Language
        texts = {first: values["text"], **{language: values[language.value] for language in others}}
        if step is None:
            self.change(add_step, texts, values["needs"], dialog=dialog)
        else:
            self.change(edit_step, step.id, texts, values["needs"], dialog=dialog)

    def _remove(self, step: PackingStep) -> None:
        from desktop_app.actions.checklist import remove_step

        self.change(remove_step, step.id)

    def _move(self, step: PackingStep, place: int) -> None:
        from desktop_app.actions.checklist import move_step

        self.change(move_step, step.id, place)

    def _show(self, found: Sequence[PackingStep]) -> None:
        self.shown = tuple(found)
        rows = [self._row(place, one) for place, one in enumerate(self.shown, 1)]
        self.fill(rows, note="" if rows else self.words("Nothing to tick: parcels are packed once all is scanned."))

    def _row(self, place: int, one: PackingStep) -> DetailRow:
        words = self.words
        moves = [
            (words("Up"), partial(self._move, one, place - 1)) if place > 1 else None,
            (words("Down"), partial(self._move, one, place + 1)) if place < len(self.shown) else None,
        ]
        row = DetailRow(
            self.desk.theme, step_words(one, words.language), words.say(FOR[one.needs]),
            change=words("Change"), deeds=[move for move in moves if move], long=True,
        )
        row.opened.connect(partial(self.edit, one))
        return row

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.PACKERS in changes.topics:
            self.refresh()


def _steps(shop: Shop) -> tuple[PackingStep, ...]:
    from desktop_app.queries.packing import checklist

    return checklist(shop)
