"""The sentence above the work: what was done, what is missing, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure, Sign
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, Big, Tone, Weight

_ICONS = {Tone.BAD: "warning", Tone.WARN: "warning", Tone.GOOD: "check"}


class Notice(QFrame):
    """One sentence above the work: what was done, what is missing, what went wrong. Hidden until `say`."""

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = Sign(measure, "info", Tone.MUTED)
        self._text = BigText(measure, "", Big.NOTE, weight=Weight.MEDIUM, wrap=True)
        self.tone = Tone.MUTED
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_4)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def stays(self) -> bool:
        """Whether it is of the kind that Esc takes away first."""
        return self.tone in (Tone.BAD, Tone.WARN)

    @property
    def text(self) -> str:
        """The sentence, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, tone: Tone) -> None:
        """Say a sentence, or nothing any more."""
        self.tone = tone
        self._text.setText(text)
        self._sign.show_sign(_ICONS.get(tone, "info"), tone)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
