"""In how many working hours complaints are answered and solved: for all kinds, and for those with their own terms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import SEVERITY_NAMES, Severity
from desktop_app.domain.terms import OTHERS, STARTER_TERMS
from desktop_app.i18n import Message, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.settings.terms_form import WORST_FIRST, KnownTerms, known_terms, terms_form, told_terms
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form_dialog import FormDialog

_ALL = msg("All kinds")


class DeadlinesCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks for the terms."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Deadlines of complaints"), words("in working hours"), parent=parent)
        self.known = KnownTerms()
        self.add_button = small(words("Add"), self.add)
        self.add_button.setAccessibleName(words("Add deadlines for a kind"))
        self.add_to_head(self.add_button)
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the terms."""
        self.desk.work.ask(known_terms, then=self._show, owner=self, latest="terms")

    def add(self) -> None:
        """Ask which kind gets terms of its own, begun with what counts for it now."""
        words = self.words
        free = [(kind.code, words.say(kind.name)) for kind in self.known.free]
        field = Field("kind", words("Kind of complaint"), Input.CHOICE, wide=True, choices=free)
        dialog = self._dialog(words("Deadlines for a kind"), OTHERS, first=[field])
        dialog.saved.connect(lambda values: self._keep(values.pop("kind"), values, dialog))
        dialog.open()

    def edit(self, kind: str, name: Message) -> None:
        """Ask for other hours; a kind's own can be taken away again."""
        remove = None
        if self.known.own(kind):
            said = self.words("As at first") if kind == OTHERS else self.words("As for all kinds")
            remove = (said, partial(self._set, kind, dict.fromkeys(Severity)))
        dialog = self._dialog(self.words("Deadlines: {kind}", kind=name), kind, remove=remove)
        dialog.saved.connect(lambda values: self._keep(kind, values, dialog))
        dialog.open()

    def _dialog(self, title: str, kind: str, *, first: Sequence[Field] = (), **more: Any) -> FormDialog:
        words, form = self.words, terms_form(self.desk, self.known.terms, kind, first=first)
        line = words("Only hours in which the shop is open count. What is open now is counted anew.")
        return FormDialog(self.desk.theme, words, self.window(), title=title, form=form, line=line, **more)

    def _keep(self, kind: str, values: dict[str, Any], dialog: FormDialog) -> None:
        told = told_terms(values)
        if kind == OTHERS and told == dict(STARTER_TERMS):
            self._set(kind, dict.fromkeys(Severity), dialog=dialog)
        else:
            self._set(kind, told, dialog=dialog)

    def _set(self, kind: str, told: dict[Severity, Any], *, dialog: FormDialog | None = None) -> None:
        from desktop_app.actions.complaint_terms import set_terms

        self.change(set_terms, kind, told, dialog=dialog)

    def _show(self, known: KnownTerms) -> None:
        self.known = known
        own = [kind for kind in known.kinds if known.own(kind.code)]
        self.add_button.setEnabled(bool(known.free))
        self.fill([self._row(OTHERS, _ALL), *(self._row(kind.code, kind.name) for kind in own)])

    def _row(self, kind: str, name: Message) -> DetailRow:
        words, lines = self.words, []
        for severity in WORST_FIRST:
            term = self.known.terms.of(kind, severity)
            how = words.say(SEVERITY_NAMES[severity])
            lines.append(words("{severity}: answered within {answer} h, solved within {solve} h",
                               severity=how, answer=term.answer_hours, solve=term.solve_hours))  # fmt: skip
        made = DetailRow(self.desk.theme, words.say(name), "\n".join(lines), change=words("Change"))
        made.opened.connect(partial(self.edit, kind, name))
        return made

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.COMPLAINTS in changes.topics:
            self.refresh()
