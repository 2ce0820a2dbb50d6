"""A row of a narrow card that says everything: title and tag, a detail that breaks into lines, small deeds below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_TWO_LINES, SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import Button, icon_button, plain
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.folding import Folding
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.marks import Mark
from desktop_app.ui.widgets.tag import Tag


class DetailRow(QWidget):
    """`opened` when the row is clicked or its pencil pressed; `long` lets the title break into lines too."""

    opened = Signal()

    def __init__(
        self, theme: Theme, title: str, detail: str = "", *, mark: str = "", tag: tuple[str, Tone] | None = None,
        change: str = "", deeds: Sequence[tuple[str, Callable[[], object]]] = (), long: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`mark` is the name whose initials stand before the texts, `change` what the pencil says (none without)."""
        super().__init__(parent)
        self.setMinimumHeight(scaled(ROW_TWO_LINES) - 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_3 if change else SPACE_4, SPACE_2)
        row.setSpacing(SPACE_3)
        if mark:
            row.addWidget(Mark(theme, mark), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        row.addLayout(texts, 1)
        texts.setSpacing(2)
        texts.addStretch(1)
        head = Folding(top=True)
        self.title: Label = Label(title, wrap=True) if long else Elided(title)
        texts.addLayout(head)
        head.hold(self.title, after=[Tag(*tag)] if tag is not None else [])
        if detail:
            texts.addWidget(Label(detail, Size.SMALL, tone=Tone.MUTED, wrap=True))
        self.buttons: list[Button] = []
        if deeds:
            texts.addWidget(self._deeds(title, deeds))
        texts.addStretch(1)
        if change:
            pencil = icon_button(theme, "edit", self.opened.emit, tip=change)
            pencil.setAccessibleName(f"{change}: {title}")
            row.addWidget(pencil, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(pencil)
        self.setAccessibleName(", ".join(part for part in (title, detail, tag[0] if tag else "") if part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the buttons opens the thing."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _deeds(self, title: str, deeds: Sequence[tuple[str, Callable[[], object]]]) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, space=SPACE_2)
        for text, pressed in deeds:
            button = plain(text, pressed)
            button.setProperty("flush", True)
            button.setAccessibleName(f"{text}: {title}")
            flow.addWidget(button)
            self.buttons.append(button)
        return room
