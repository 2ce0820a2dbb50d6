"""The search field: a magnifier, the text, the key that leads here while it is empty, a cross when it is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import BUTTON, Size, Tone
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.line_edit import LineEdit


class SearchBox(QFrame):
    """`typed` carries every new text; `down`, `up`, `entered`, `escaped` are keys for a list of hits."""

    typed = Signal(str)
    entered = Signal()
    down = Signal()
    up = Signal()
    escaped = Signal()
    focused = Signal(bool)

    def __init__(
        self, theme: Theme, hint: str, *, shortcut: str = "", clear: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.edit = LineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.installEventFilter(self)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._keys = Label(keys, Size.SMALL, tone=Tone.MUTED)
        self._cross = icon_button(theme, "close", self.edit.clear, tip=clear or hint)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), 0, scaled(6), 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self._keys)
        row.addWidget(self._cross)
        row.addSpacing(0 if not keys else 4)
        self.setFixedHeight(scaled(BUTTON))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._changed)

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def take_focus(self) -> None:
        """Put the keyboard here with the text selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys for the list of hits, and the ring when the keyboard is here."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            arrived = event.type() is QEvent.Type.FocusIn
            self.setProperty("focused", arrived)
            self.style().unpolish(self)
            self.style().polish(self)
            self.focused.emit(arrived)
        elif event.type() is QEvent.Type.ShortcutOverride and not self.text() and _takes_back(event):
            event.ignore()  # with nothing typed they are the window's: what was done last in the shop
            return True
        elif event.type() is QEvent.Type.KeyPress:
            signal = {
                Qt.Key.Key_Down: self.down, Qt.Key.Key_Up: self.up, Qt.Key.Key_Escape: self.escaped,
                Qt.Key.Key_Return: self.entered, Qt.Key.Key_Enter: self.entered,
            }.get(Qt.Key(event.key()))  # type: ignore[attr-defined]
            if signal is self.escaped:
                return self._escape()
            if signal is not None:
                signal.emit()
                return True
        return False

    def _escape(self) -> bool:
        """Esc clears what is typed; with nothing typed it is the dialog's around it, unless a listener closed it."""
        typed = bool(self.text())
        self.edit.clear()
        self.escaped.emit()
        return typed or not (isinstance(self.window(), QDialog) and self.isVisible())

    def _changed(self, text: str) -> None:
        self._keys.setVisible(not text)
        self._cross.setVisible(bool(text))
        self.typed.emit(text)


def _takes_back(event: QEvent) -> bool:
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))
