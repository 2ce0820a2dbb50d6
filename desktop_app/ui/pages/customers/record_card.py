"""A card of a customer's record: rows shown anew when something changed, the keyboard staying where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form_dialog import FormDialog


class RecordCard(Card):
    """`fill` shows other rows; `change` runs an action and says what it did with [Undo]."""

    def __init__(self, desk: Desk, title: str, hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(title, hint, parent=parent)
        self.desk, self.words = desk, desk.words

    def fill(self, rows: Sequence[QWidget], *, note: str = "") -> None:
        """Show these rows, and perhaps a muted line below them."""
        held = self._held()
        self.clear()
        for row in rows:
            self.add_row(row)
        if note:
            self.add_note(note)
        if held is not None:
            self._hold(*held)

    def change(self, action: Callable[..., Any], *args: Any, dialog: FormDialog | None = None) -> None:
        """Run an action of this record's; a dialog it was asked in closes with it, or says what was wrong."""
        failed: Callable[[AppError], object] = dialog.refuse if dialog is not None else self.desk.tell

        def done(result: Any) -> None:
            changes: Changes = result[-1] if isinstance(result, tuple) else result
            if dialog is not None:
                dialog.kept()
            self.desk.tell_done(changes, None)

        self.desk.work.change(action, *args, then=done, failed=failed, owner=dialog or self)

    def _held(self) -> tuple[str, int] | None:
        """Which row's control has the keyboard, by its name and place."""
        here = self.window().focusWidget()
        if not isinstance(here, QAbstractButton) or not any(row.isAncestorOf(here) for row in self.rows):
            return None
        return here.accessibleName(), self._buttons().index(here)

    def _hold(self, name: str, place: int) -> None:
        buttons = self._buttons()
        named = [one for one in buttons if one.accessibleName() == name]
        target = named[0] if named else (buttons[min(place, len(buttons) - 1)] if buttons else self)
        target.setFocus()

    def _buttons(self) -> list[QAbstractButton]:
        return [one for row in self.rows for one in row.findChildren(QAbstractButton)]
