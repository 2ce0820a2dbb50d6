"""The places where complaints arrive: each with how often to look there; Today reminds of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import SOURCE_NAMES, Source
from desktop_app.domain.inbox_looks import InboxRow
from desktop_app.domain.inboxes import SUGGESTED, InboxFields
from desktop_app.queries.inboxes import inbox_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.settings.inbox_form import inbox_form
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.form_dialog import FormDialog


class InboxesCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks which there are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Inboxes"), words("where complaints and reviews arrive"), parent=parent)
        self.shown: tuple[InboxRow, ...] = ()
        self.add_button = small(words("Add"), lambda: self.add(InboxFields()))
        self.add_button.setAccessibleName(words("Add an inbox"))
        self.add_to_head(self.add_button)
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask which there are."""
        self.desk.work.ask(inbox_rows, then=self._show, owner=self, latest="inboxes")

    def add(self, begun: InboxFields) -> None:
        """Ask for a new inbox, begun with what is suggested."""
        from desktop_app.actions.inboxes import add_inbox

        dialog = self._ask(self.words("New inbox"), begun)
        dialog.saved.connect(lambda values: self.change(add_inbox, InboxFields(**values), dialog=dialog))
        dialog.open()

    def edit(self, row: InboxRow) -> None:
        """Ask for another name, rhythm or address."""
        from desktop_app.actions.inboxes import edit_inbox, remove_inboxes

        kept = row.inbox
        remove = (self.words("Remove"), partial(self.change, remove_inboxes, [kept.id]))
        dialog = self._ask(self.words("Change an inbox"), kept.fields, remove=remove)
        dialog.saved.connect(
            lambda values: self.change(edit_inbox, kept.id, kept.version, InboxFields(**values), dialog=dialog)
        )
        dialog.open()

    def look(self, row: InboxRow) -> None:
        """Somebody looked there just now."""
        from desktop_app.actions.inboxes import look_into

        self.change(look_into, [row.inbox.id])

    def _ask(self, title: str, fields: InboxFields, **more: Any) -> FormDialog:
        words, form = self.words, inbox_form(self.desk, fields)
        line = words("Today reminds of it once nobody has looked there for so long.")
        return FormDialog(self.desk.theme, words, self.window(), title=title, form=form, line=line, **more)

    def _show(self, found: Sequence[InboxRow]) -> None:
        self.shown = tuple(sorted(found, key=lambda row: row.inbox.fields.name.casefold()))
        rows: list[QWidget] = [self._row(one) for one in self.shown]
        here = {row.inbox.fields.source for row in found}
        begun = [(source, hours) for source, hours in SUGGESTED if source not in here]
        if begun:
            rows.append(self._suggestions(begun))
        self.fill(rows, note="" if found else self.words("Without one nobody is reminded to look for complaints."))

    def _row(self, row: InboxRow) -> DetailRow:
        words, fields = self.words, row.inbox.fields
        every = words.n("every {n} working hour", "every {n} working hours", fields.every_hours)
        seen = words("nobody looked there yet")
        if row.inbox.checked_at:
            seen = words("last looked at {when}", when=stamp(words, row.inbox.checked_at, self.desk.today()))
        made = DetailRow(
            self.desk.theme, fields.name, joined(words.say(SOURCE_NAMES[fields.source]), every, seen),
            tag=(words("Look now"), Tone.WARN) if row.due else None, change=words("Change"),
            deeds=((words("I looked"), partial(self.look, row)),),
        )
        made.opened.connect(partial(self.edit, row))
        return made

    def _suggestions(self, begun: Sequence[tuple[Source, int]]) -> QWidget:
        """Buttons that begin an inbox with what most shops have."""
        room = QWidget()
        flow = FlowLayout(room, space=SPACE_2)
        flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        for source, hours in begun:
            name = self.words.say(SOURCE_NAMES[source])
            button = small(f"+ {name}", partial(self.add, InboxFields(name, source, every_hours=hours)))
            button.setAccessibleName(self.words("Add {name}", name=name))
            flow.addWidget(button)
        return room

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.COMPLAINTS in changes.topics:
            self.refresh()
