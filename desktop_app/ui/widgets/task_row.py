"""One thing that wants somebody: mark, title, muted detail, a tag, at most three quiet buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_TWO_LINES, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.folding import Folding
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.marks import Mark
from desktop_app.ui.widgets.tag import Tag


class TaskRow(QWidget):
    """A row of a card; `opened` is emitted when the row itself is clicked."""

    opened = Signal()

    def __init__(
        self, theme: Theme, title: str, detail: str = "", *, mark: str = "", tag: tuple[str, Tone] | None = None,
        buttons: Sequence[tuple[str, Callable[[], object]]] = (), lead: QAbstractButton | None = None,
        picture: QWidget | None = None, parent: QWidget | None = None,
    ) -> None:
        """Before the texts stand the initials of the name `mark`, a `lead` to press (a check box), a `picture`."""
        super().__init__(parent)
        self.setMinimumHeight(scaled(ROW_TWO_LINES) - 1)
        self._lead = lead
        said = QWidget()
        texts = QVBoxLayout(said)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(1)
        self.title = Elided(title)
        texts.addWidget(self.title)
        self.detail = Elided(detail, Size.SMALL, tone=Tone.MUTED)
        if not detail:  # shown before it has a parent, a widget would be a window of its own for a moment
            self.detail.hide()
        texts.addWidget(self.detail)
        self._detail = detail
        self._tag = Tag(*tag) if tag is not None else None
        self.buttons = [small(text, pressed) for text, pressed in buttons[:3]]
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}: {title}")
        before = [one for one in (lead, picture, Mark(theme, mark) if mark else None) if one is not None]
        self._row = Folding(self, space=SPACE_3)
        self._row.setContentsMargins(SPACE_4, 6, SPACE_4, 6)
        after = self.buttons if self._tag is None else [self._tag, *self.buttons]
        self._row.hold(said, before=before, after=after, may_go=self._tag is not None)
        self.setAccessibleName(", ".join(part for part in (title, detail, tag[0] if tag else "") if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A tag for which there is no room is said in the line below."""
        super().resizeEvent(event)
        if self._tag is None:
            return
        margins = self._row.contentsMargins()
        narrow = self._row.drops(self.width() - margins.left() - margins.right())
        if narrow is self._tag.isHidden():
            return
        self._tag.setHidden(narrow)
        said = (self._tag.text(), self._detail) if narrow else (self._detail,)
        self.detail.setText(" · ".join(part for part in said if part))
        self.detail.setVisible(bool(self.detail.text()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the buttons opens the thing; one at the row's beginning ticks its box, which is small."""
        place = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton or not self.rect().contains(place):
            return
        if self._lead is not None and place.x() < self._lead.geometry().right() + SPACE_3:
            self._lead.click()
        else:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
