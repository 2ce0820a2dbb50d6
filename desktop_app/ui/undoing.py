"""Undo and redo of the window: what they would do stands in their words, what was just done in a bar with [Undo].

They take back what was done at this desk; what others did is taken back from the list of changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics

from desktop_app.domain.changes import ChangeId, Changes, Done, UndoState
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.banner import DONE_STAYS, Banner
from desktop_app.ui.widgets.buttons import Button

_BESIDE = 150  # points at 100 % text, of a menu beside its words: its keys


class _Shown(NamedTuple):
    """Undo or Redo as a person meets it: in the menu and as a button."""

    action: QAction
    button: Button
    verb: str
    keys: str

    def say(self, what: str) -> None:
        """It would do this, "" for nothing."""
        text = f"{self.verb}: {what}" if what else self.verb
        room = self.button.screen().availableGeometry().width() - scaled(_BESIDE)
        shown = QFontMetrics(face()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.action.setText(shown.replace("&", "&&"))  # Qt makes a menu no wider than the screen, and cuts its keys off
        self.button.setToolTip(f"{text} · {self.keys}")
        self.button.setAccessibleName(text)
        self.enable(bool(what))

    def enable(self, on: bool) -> None:
        """Whether it can be pressed."""
        self.action.setEnabled(on)
        self.button.setEnabled(on)


class Undoing:
    """One per window; `renew` after every look at the shop. `show_all` opens the list of changes."""

    def __init__(self, desk: Desk, banner: Banner, *, show_all: Callable[[], object]) -> None:
        self._desk, self._banner, self._show_all = desk, banner, show_all
        self._state = UndoState(None, None)
        self._shown: tuple[_Shown, ...] = ()

    def bind(self, undo: QAction, redo: QAction, undo_button: Button, redo_button: Button) -> None:
        """Where the words of Undo and Redo are shown."""
        words = self._desk.words
        self._shown = (
            _Shown(undo, undo_button, words("Undo"), "Ctrl+Z"), _Shown(redo, redo_button, words("Redo"), "Ctrl+Shift+Z")
        )
        self.renew(self._state)

    def renew(self, state: UndoState) -> None:
        """Undo and Redo would now do this."""
        self._state = state
        for shown, what in zip(self._shown, (state.undo, state.redo), strict=False):
            shown.say(self._desk.words.say(what[1]) if what else "")
        if self._shown and state.others is not None:
            self._shown[0].enable(True)

    def undo(self) -> None:
        """Take back what was done last at this desk; where that is nothing, say whose change is the last."""
        from desktop_app.actions import history

        if self._state.undo is None and self._state.others is not None:
            self._say_others(self._state.others)
        else:
            self._desk.work.change(history.undo, own=self._desk.settings.names, then=self._told)

    def redo(self) -> None:
        """Do again what was taken back last at this desk."""
        from desktop_app.actions import history

        self._desk.work.change(history.redo, own=self._desk.settings.names, then=self._told)

    def take_back(
        self, change: ChangeId, then: Callable[[Changes], object], failed: Callable[[AppError], object] | None = None
    ) -> None:
        """Take back one change, whoever did it."""
        from desktop_app.actions import history

        self._desk.work.change(history.undo, change, own=self._desk.settings.names, then=then, failed=failed)

    def tell_done(self, changes: Changes, sentence: Message | None = None) -> None:
        """Say that something was done, with [Undo] for exactly that."""
        if not changes.id:
            return
        words = self._desk.words
        text = words.say(sentence) if sentence is not None else words("Done: {change}", change=changes.title)
        self._banner.say(text, Tone.GOOD, button=self.way_back(changes), stays=DONE_STAYS)

    def way_back(self, changes: Changes) -> tuple[str, Callable[[], object]]:
        """[Undo] for exactly this change."""
        return self._desk.words("Undo"), lambda: self.take_back(changes.id, self._told)

    def _say_others(self, done: Done) -> None:
        words = self._desk.words
        text = words("Nothing of yours is left to undo. The last change is “{change}”.", change=done.title)
        if done.actor:
            text = words(
                "Nothing of yours is left to undo. The last change is “{change}”, by {who}.",
                change=done.title, who=done.actor,
            )
        self._banner.say(text, Tone.MUTED, button=(words("Show the changes"), self._show_all), stays=DONE_STAYS)

    def _told(self, done: Changes) -> None:
        if done.id:
            self._banner.say(self._desk.words.say(done.title), Tone.GOOD, stays=DONE_STAYS)
