"""The parts of a record's panel: a remark below its head, the question about unsaved words, the order of its stops."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import plain, quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_FOCUS = Qt.FocusPolicy
_STOPS = frozenset((_FOCUS.TabFocus, _FOCUS.StrongFocus, _FOCUS.WheelFocus))  # asking by & takes ten times as long


def stops(part: QWidget) -> list[QWidget]:
    """What Tab stops at inside a part, in the order it was made; Qt's own fields and the lists they drop are theirs."""
    inside = [part, *part.findChildren(QWidget)]
    return [
        one for one in inside
        if one.focusPolicy() in _STOPS
        and not one.objectName().startswith("qt_") and one.window() is part.window()
    ]


def let_tab_come_before(end: QWidget, *new: QWidget) -> None:
    """Let Tab stop at new widgets just before one that is there already: they come behind it, then it goes last."""
    for first, then in pairwise((end, *new, end)):
        QWidget.setTabOrder(first, then)


class Remark(QWidget):
    """A muted line below the head."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed: Callable[[], object] | None = None
        self._said = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._button = plain("", lambda: self._pressed and self._pressed())
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        row.addWidget(self._said, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, "" while hidden."""
        return "" if self.isHidden() else self._said.text()

    def say(self, text: str, button: tuple[str, Callable[[], object]] | None) -> None:
        """Show a sentence, or nothing."""
        self._said.setText(text)
        self._pressed = button[1] if button else None
        self._button.setText(button[0] if button else "")
        self._button.setAccessibleName(self._button.text())
        self._button.setVisible(button is not None)
        self.setVisible(bool(text))


class AskBar(QWidget):
    """The one question of a record: there are unsaved words; keep, drop or go on."""

    def __init__(self, words: Words, *, save: object, discard: object, stay: object) -> None:
        super().__init__()
        assert callable(save)
        assert callable(discard)
        assert callable(stay)
        self.first = quiet(words("Save"), save)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(Label(words("Not saved yet."), tone=Tone.WARN, wrap=True))
        buttons = QWidget()
        row = FlowLayout(buttons, space=SPACE_2)
        for button in (self.first, quiet(words("Drop changes"), discard), quiet(words("Go on editing"), stay)):
            row.addWidget(button)
        column.addWidget(buttons)
        self.hide()
