"""Undo and redo of the window: what they would do stands in their words, what was just done in a bar with [Undo]."""

from __future__ import annotations

from PySide6.QtGui import QAction

from desktop_app.domain.changes import ChangeId, Changes, UndoState
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.banner import DONE_STAYS, Banner
from desktop_app.ui.widgets.buttons import Button


class Undoing:
    """One per window; `renew` after every look at the shop."""

    def __init__(self, desk: Desk, banner: Banner) -> None:
        self._desk, self._banner = desk, banner
        self._state = UndoState(None, None)
        self._bound: list[tuple[QAction, QAction, Button, Button]] = []

    def bind(self, undo: QAction, redo: QAction, undo_button: Button, redo_button: Button) -> None:
        """Where the words of Undo and Redo are shown."""
        self._bound = [(undo, redo, undo_button, redo_button)]
        self.renew(self._state)

    def renew(self, state: UndoState) -> None:
        """Undo and Redo would now do this."""
        self._state = state
        words = self._desk.words
        for undo, redo, undo_button, redo_button in self._bound:
            sides = (
                (undo, undo_button, state.undo, words("Undo"), "Ctrl+Z"),
                (redo, redo_button, state.redo, words("Redo"), "Ctrl+Shift+Z"),
            )
            for action, button, what, verb, keys in sides:
                text = f"{verb}: {words.say(what[1])}" if what else verb
                action.setText(text.replace("&", "&&"))
                action.setEnabled(what is not None)
                button.setEnabled(what is not None)
                button.setToolTip(f"{text} · {keys}")
                button.setAccessibleName(text)

    def undo(self, change: ChangeId | None = None) -> None:
        """Take back the last change, or a given one."""
        from desktop_app.actions import history

        self._desk.work.change(history.undo, change, then=self._told)

    def redo(self) -> None:
        """Do again what was taken back last."""
        from desktop_app.actions import history

        self._desk.work.change(history.redo, then=self._told)

    def tell_done(self, changes: Changes, sentence: Message | None = None) -> None:
        """Say that something was done, with [Undo] for exactly that."""
        if not changes.id:
            return
        words = self._desk.words
        text = words.say(sentence) if sentence is not None else words.say(changes.title)
        self._banner.say(
            text, Tone.GOOD, button=(words("Undo"), lambda: self.undo(changes.id)), stays=DONE_STAYS
        )

    def _told(self, done: Changes) -> None:
        if done.id:
            self._banner.say(self._desk.words.say(done.title), Tone.GOOD, stays=DONE_STAYS)
