"""A card of work: a head with title and muted hint, rows below with lines between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_4, Tone, Weight
from desktop_app.ui.widgets.folding import Folding
from desktop_app.ui.widgets.labels import Elided, Label


class Line(QFrame):
    """A line of one pixel, across or down."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(1) if upright else self.setFixedHeight(1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Card(QFrame):
    """Title and hint above, then rows (`add_row`), then perhaps a muted note (`add_note`)."""

    def __init__(self, title: str = "", hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._title = Elided(title, weight=Weight.BOLD, parent=self)  # a label of nobody's dies with the collector
        self._hint = Elided(hint, tone=Tone.MUTED, parent=self)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the title is shortened last
        self._controls: list[QWidget] = []
        if title:
            head, self._said = QWidget(), QWidget()
            head.setMinimumHeight(scaled(44))
            self._head = Folding(head)
            self._head.setContentsMargins(SPACE_4, SPACE_1, SPACE_4, SPACE_1)
            said = QHBoxLayout(self._said)
            said.setContentsMargins(0, 0, 0, 0)
            said.setSpacing(SPACE_2)
            said.addWidget(self._title)
            said.addWidget(self._hint, 1)
            self._head.hold(self._said)
            self._layout.addWidget(head)
            self.setAccessibleName(title)
        else:
            self._title.hide()
            self._hint.hide()

    @property
    def title(self) -> str:
        """What stands at its head, "" for a card without one."""
        return self._title.text()

    @property
    def hint(self) -> str:
        """What is said beside the title."""
        return self._hint.text()

    def add_to_head(self, widget: QWidget) -> None:
        """Put a small control at the right end of the head, or below the title where that is too narrow."""
        self._controls.append(widget)
        self._head.hold(self._said, after=self._controls)

    def add_row(self, row: QWidget) -> None:
        """Add a row below a line."""
        if self._layout.count():
            self._layout.addWidget(Line())
        self._layout.addWidget(row)
        self._rows.append(row)

    def add_note(self, text: str) -> None:
        """Add a muted line of text, e.g. "9 more are on their way"."""
        note = Label(text, tone=Tone.MUTED, wrap=True)
        note.setContentsMargins(SPACE_4, 10, SPACE_4, 10)
        self.add_row(note)

    def clear(self) -> None:
        """Take all rows away; the head stays."""
        self._rows.clear()
        while self._layout.count() > (1 if self._title.text() else 0):
            item = self._layout.takeAt(self._layout.count() - 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the same control of the row above or below."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not (step and self._step(step)):
            super().keyPressEvent(event)

    def _step(self, step: int) -> bool:
        here = self.window().focusWidget()
        rows = [stops for row in self._rows if (stops := _stops(row))]
        place = next((n for n, stops in enumerate(rows) if here in stops), -1 if step > 0 else len(rows))
        if not 0 <= place + step < len(rows):
            return False
        column = rows[place].index(here) if 0 <= place < len(rows) else 0  # type: ignore[arg-type]
        target = rows[place + step][min(column, len(rows[place + step]) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        _show(target)
        return True

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """The rows in order."""
        return tuple(self._rows)


def _stops(row: QWidget) -> list[QAbstractButton]:
    """What the keyboard can go to in a row, from left to right."""
    buttons = [one for one in row.findChildren(QAbstractButton) if one.isVisibleTo(row) and one.isEnabled()]
    return sorted(buttons, key=lambda one: one.mapTo(row, one.rect().topLeft()).x())


def _show(control: QWidget) -> None:
    """Scroll so that a control is seen: Qt does it for Tab only."""
    above = control.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(control)
