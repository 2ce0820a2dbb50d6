"""In how many working hours complaints are answered and solved: for all kinds, and for those with their own terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import SEVERITY_NAMES, ComplaintKind, Severity
from desktop_app.domain.deadlines import LONGEST_TERM, OTHERS, STARTER_TERMS, Term, Terms
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.deadlines import terms
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_TWO_FROM = 320  # points: answer and solution stand side by side
_ALL = msg("All kinds")
_WORST_FIRST = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """The shop's kinds of complaint and what it set for them."""

    kinds: tuple[ComplaintKind, ...] = ()
    terms: Terms = Terms({})

    def own(self, kind: str) -> bool:
        """Whether a kind has terms of its own."""
        return any(of == kind for of, _ in self.terms.kept)

    @property
    def free(self) -> list[ComplaintKind]:
        """The kinds one may give terms of their own."""
        return [kind for kind in self.kinds if not kind.hidden and not self.own(kind.code)]


def known_terms(shop: Shop) -> KnownTerms:
    """What the card shows."""
    return KnownTerms(kinds(shop), terms(shop))


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
        words = self.words
        fields, begun = list(first), {}
        for severity in _WORST_FIRST:
            term = self.known.terms.of(kind, severity)
            for half, label, hours in (
                ("answer_hours", words("Answer within, h"), term.answer_hours),
                ("solve_hours", words("Solve within, h"), term.solve_hours),
            ):
                group = words.say(SEVERITY_NAMES[severity]) if half == "answer_hours" else ""
                key = f"{severity.value}.{half}"
                fields.append(Field(key, label, Input.NUMBER, low=1, high=LONGEST_TERM, group=group))
                begun[key] = hours
        form = Form(self.desk.theme, words, fields, today=self.desk.today(), two_from=_TWO_FROM)
        form.set_value({**({"kind": first[0].choices[0][0]} if first else {}), **begun})
        line = words("Only hours in which the shop is open count. What is open now is counted anew.")
        return FormDialog(self.desk.theme, words, self.window(), title=title, form=form, line=line, **more)

    def _keep(self, kind: str, values: dict[str, Any], dialog: FormDialog) -> None:
        told = {
            severity: Term(values[f"{severity.value}.answer_hours"], values[f"{severity.value}.solve_hours"])
            for severity in Severity
        }
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
        for severity in _WORST_FIRST:
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
