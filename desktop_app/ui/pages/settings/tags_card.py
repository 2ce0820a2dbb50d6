"""The shop’s own tags and interests: who bears each, its name changed or dropped for all, how early days are told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.people import LONGEST_LEAD
from desktop_app.domain.tags import Word, WordKind
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_SHOWN = 6


class TagsCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks for the words."""

    def __init__(self, desk: Desk, kind: WordKind, parent: QWidget | None = None) -> None:
        words = desk.words
        tags = kind is WordKind.TAG
        super().__init__(
            desk, words("Tags") if tags else words("Interests"),
            words("that group customers") if tags else words("that gifts are chosen by"), parent=parent,
        )
        self._kind, self._most = kind, _SHOWN
        self.shown: tuple[Word, ...] = ()
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the words of the shop."""
        self.desk.work.ask(_words_of, self._kind, then=self._show, owner=self, latest=f"words {self._kind}")

    def edit(self, word: Word) -> None:
        """Ask for another name of a word, and how early the days of those who bear it are told."""
        words, tag = self.words, word.kind is WordKind.TAG
        fields = [Field("word", words("Name"), wide=True, help=words("It changes with everybody who bears it."))]
        if tag:
            fields.append(
                Field("lead_days", words("Told of their days so many days ahead"), Input.NUMBER, high=LONGEST_LEAD,
                      empty=True, hint=words("as the shop does"), wide=True)
            )
        form = Form(self.desk.theme, words, fields, today=self.desk.today())
        form.set_value({"word": word.word, "lead_days": word.lead_days})
        dialog = FormDialog(
            self.desk.theme, words, self.window(), title=words("Change a tag") if tag else words("Change an interest"),
            form=form, remove=(words("Remove"), partial(self._remove, word)),
        )
        dialog.saved.connect(lambda values: self._keep(word, values, dialog))
        dialog.open()

    def _keep(self, word: Word, values: dict[str, Any], dialog: FormDialog) -> None:
        from desktop_app.actions.words import edit

        self.change(edit, word.id, word.version, values["word"], values.get("lead_days"), dialog=dialog)

    def _remove(self, word: Word) -> None:
        from desktop_app.actions.words import remove

        self.change(remove, word.id)

    def _show(self, found: Sequence[Word]) -> None:
        self.shown = tuple(found)
        rows: list[QWidget] = [self._row(one) for one in self.shown[: self._most]]
        hidden = len(self.shown) - len(rows)
        if hidden > 0:
            rows.append(plain(self.words.n("{n} more", "{n} more", hidden), self._more))
        self.fill(rows, note="" if rows else self.words("They come with the customers you give them to."))

    def _row(self, one: Word) -> DetailRow:
        words = self.words
        lead = words.n("told {n} day ahead", "told {n} days ahead", one.lead_days) if one.lead_days is not None else ""
        borne = words.n("{n} customer", "{n} customers", one.customers)
        row = DetailRow(self.desk.theme, one.word, joined(borne, lead), change=words("Change"))
        row.opened.connect(lambda: self.edit(one))
        return row

    def _more(self) -> None:
        self._most = len(self.shown)
        self._show(self.shown)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.CUSTOMERS in changes.topics and self.isVisible():
            self.refresh()


def _words_of(shop: Shop, kind: WordKind) -> list[Word]:
    from desktop_app.queries.words import words_of

    return sorted(words_of(shop, kind), key=lambda one: -one.customers)
