"""A dialog of a page in which things are done: title, a bar that says what was done with [Undo], buttons below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.actions.history import redo, undo
from desktop_app.domain.changes import ChangeId, Changes
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import DONE_STAYS, Banner
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.more_button import MoreButton
from desktop_app.ui.widgets.scroll import yielding_part
from desktop_app.ui.widgets.within import within

_WIDEST_BAR = 640  # points at 100 % text
_LOW, _LOWER = 420, 280  # below these the line under the title makes room, and the title itself


class DeedDialog(QDialog):
    """Put the content into `body`, buttons in by `add_feet`; `change` runs an action and says what it did."""

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, line: str = "", wide: int, high: int) -> None:
        super().__init__(parent)
        self.desk, self.words = desk, desk.words
        self._done: list[ChangeId] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_2)
        self.title = Label(title, Size.TITLE, weight=Weight.BOLD, wrap=True)
        self.line = Label(line, tone=Tone.MUTED, wrap=True)
        head.addWidget(self.title)
        head.addWidget(self.line)
        column.addWidget(self._head)
        self._above = column
        self.body = yielding_part(column, space=SPACE_4)
        self.feet: Feet | None = None
        self.banner = Banner(desk.theme, close=self.words("Close"), parent=self)
        self.banner.seen.connect(lambda _: self._place_banner())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self).activated.connect(self.redo)
        self.resize(within(parent, wide, high))
        self._make_room()

    def add_feet(self, *buttons: QWidget | None) -> None:
        """Buttons from the left; None is the room between left and right."""
        self.feet = Feet(*buttons, more=MoreButton(self.desk.theme, self.words("More"), []))
        self._above.addWidget(self.feet)

    def change(
        self, action: Callable[..., Any], *args: Any, then: Callable[[Any], object] | None = None,
        failed: Callable[[AppError], object] | None = None, owner: QObject | None = None, **named: Any,
    ) -> None:
        """Run an action; it returns Changes, or a pair with them last. What it did is said with [Undo]."""

        def done(result: Any) -> None:
            self.tell_done(result[-1] if isinstance(result, tuple) else result)
            if then is not None:
                then(result)

        self.desk.work.change(action, *args, then=done, failed=failed or self.tell, owner=owner or self, **named)

    def tell(self, error: AppError) -> None:
        """Say what went wrong."""
        self.banner.say(self.words.say(error.message), Tone.BAD)

    def tell_done(self, changes: Changes, sentence: Message | None = None) -> None:
        """Say what was done; nothing when nothing had to be."""
        if changes.id:
            self._done.append(changes.id)
            self.banner.say(
                self.words.say(sentence or changes.title), Tone.GOOD, button=(self.words("Undo"), self.undo),
                stays=DONE_STAYS,
            )

    def undo(self) -> None:
        """Ctrl+Z: take back what was done here last, and once more what was done before it."""
        if self._done:
            self.banner.dismiss()
            self.desk.work.change(undo, self._done.pop(), then=self._told, failed=self.tell, owner=self)

    def redo(self) -> None:
        """Ctrl+Shift+Z: do again what was taken back last."""
        own = self.desk.settings.names
        self.desk.work.change(redo, own=own, then=self.tell_done, failed=self.tell, owner=self)

    def _told(self, done: Changes) -> None:
        self.banner.say(self.words.say(done.title), Tone.GOOD, stays=DONE_STAYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Enter in a field is not the window's."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.reject()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._place_banner()

    def _make_room(self) -> None:
        """Low down the line goes, and the title scrolls with the content, else hardly any of it would be seen."""
        place = self.body if self.height() < scaled(_LOWER) else self._above
        if place.indexOf(self._head) < 0:
            place.insertWidget(0, self._head)
        self.line.setVisible(bool(self.line.text()) and self.height() >= scaled(_LOW))

    def _place_banner(self) -> None:
        """Above the buttons, over what is there: nothing jumps when it comes and goes."""
        wide = min(self.width() - 2 * SPACE_6, scaled(_WIDEST_BAR))
        high = max(self.banner.heightForWidth(wide), self.banner.minimumHeight())
        below = self.height() - SPACE_4 if self.feet is None else self.feet.geometry().top() - SPACE_2
        self.banner.setGeometry((self.width() - wide) // 2, below - high, wide, high)
        self.banner.raise_()
