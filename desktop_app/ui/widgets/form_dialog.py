"""A form in a window of its own: save is explicit, Esc asks only if something would be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, Invalid
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.record_parts import AskBar
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll

_AROUND = 212  # points of height besides the form: title, buttons, spaces
_LOW = 280  # points at 100 % text
_FRAME = 32  # points left of the window around it


class FormDialog(QDialog):
    """`saved(values)` asks for keeping them; whoever listens answers with `kept()` or `refuse(error)`."""

    saved = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, parent: QWidget, *, title: str, form: Form, line: str = "", wide: int = 520,
        remove: tuple[str, Callable[[], object]] | None = None, deed: str = "",
    ) -> None:
        """`remove` is a button at the left of Save and what it does; the dialog closes with it.

        `deed` is said in place of Save by a dialog that does something: also with what it proposes untouched.
        """
        super().__init__(parent)
        self._words, self.form = words, form
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.banner = Banner(theme, close=words("Close"))
        self._ask = AskBar(words, save=self.save, discard=self._drop, stay=self._stay)
        self._deed = bool(deed)
        self.save_button = primary(deed or words("Save"), self.save, shortcut="Ctrl+S")
        leave = words("Back") if deed else words("Cancel")  # beside “Cancel the order” the other would be a riddle
        buttons = [quiet(leave, self.reject, shortcut="Esc"), self.save_button]
        if remove is not None:
            text, pressed = remove
            buttons.insert(0, quiet(text, lambda: self._drop(pressed)))
        self._feet = Feet(*buttons)
        self._wide = wide
        self._head = QWidget()
        self._saving = False  # asked for and not answered yet
        self._lay_out(title, line)
        form.edited.connect(lambda _: self._renew())
        form.settled.connect(self._renew)
        self._renew()

    def save(self) -> None:
        """Ask for keeping what stands in the form (Ctrl+S, or Enter in a field); what cannot be read is marked.

        A second press before the answer asks for nothing: it would keep the same twice.
        """
        if self._saving:
            return
        try:
            values = self.form.value()
        except Invalid:
            self._ask_nothing()
            return
        self._saving = True
        self.save_button.setEnabled(False)
        self.saved.emit(values)

    def kept(self, *_: Any) -> None:
        """It was kept: nothing is left to do here."""
        self.form.mark_clean()
        self.accept()

    def refuse(self, error: AppError) -> None:
        """It could not be kept: at the field where there is one, else above the form."""
        self._saving = False
        self._ask_nothing()
        self.save_button.setEnabled(True)
        if not (isinstance(error, Invalid) and self.form.show_error(error)):
            self.banner.say(self._words.say(error.message), Tone.BAD)

    def reject(self) -> None:
        """Esc asks only if something would be lost."""
        if self.form.dirty and self._ask.isHidden():
            self._feet.hide()
            self._ask.show()
            self._ask.first.setFocus()
        elif self.form.dirty:
            self._stay()
        else:
            super().reject()

    def open(self) -> None:
        """Show it as high as its form asks for: left alone, Qt takes two thirds of the screen at most."""
        self.resize(self.sizeHint())
        super().open()

    def showEvent(self, event: QShowEvent) -> None:
        """Work begins in the first field."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S and Enter keep, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Save) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.matches(QKeySequence.StandardKey.Cancel):
            self.reject()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as asked and as high as its form, within the window around it."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1280, 800)
        wide = min(scaled(self._wide), room.width() - _FRAME)
        inner = wide - 2 * SPACE_6
        high = self.form.heightForWidth(inner) + scaled(_AROUND)
        return QSize(wide, min(high, room.height() - _FRAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low down the title scrolls with the form, else hardly a field would be seen."""
        super().resizeEvent(event)
        place = self._scrolled if self.height() < scaled(_LOW) else self._above
        if place.indexOf(self._head) < 0:
            place.insertWidget(0, self._head)

    def _lay_out(self, title: str, line: str) -> None:
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 0, 0, SPACE_3)
        inner.addWidget(self.form)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_4)
        head.addWidget(Label(title, Size.TITLE, weight=Weight.BOLD, wrap=True))
        if line:
            head.addWidget(Label(line, tone=Tone.MUTED, wrap=True))
        self._above, self._scrolled = column, inner
        column.addWidget(self._head)
        column.addWidget(self.banner)
        self._area = Scroll(room)
        column.addLayout(IntoMargin(self._area), 1)
        column.addWidget(self._ask)
        column.addWidget(self._feet)

    def _begin(self) -> None:
        self.form.focus_first()
        here = self.focusWidget()
        if here is not None and self._area.isAncestorOf(here):
            self._area.ensureWidgetVisible(here)

    def _renew(self) -> None:
        self.save_button.setEnabled((self._deed or self.form.dirty) and not self._saving)

    def _ask_nothing(self) -> None:
        self._ask.hide()
        self._feet.show()

    def _stay(self) -> None:
        self._ask_nothing()
        self.form.focus_first()

    def _drop(self, then: Callable[[], object] | None = None) -> None:
        self.form.mark_clean()
        super().reject()
        if then is not None:
            then()
