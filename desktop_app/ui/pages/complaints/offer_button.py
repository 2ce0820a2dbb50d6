"""One offer of the resolution book to choose: what it is, what it costs, and why it stands there."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.marked_choice import MarkedChoice

_WRAP = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value


class OfferButton(MarkedChoice):
    """A choice with a sum at its right and a reason below, which breaks into lines."""

    def __init__(self, theme: Theme, name: str, cost: str, reason: str, *, parent: QWidget | None = None) -> None:
        said = ", ".join(part for part in (name, cost, reason) if part)
        super().__init__(theme, said, usual=260, least=160, parent=parent)
        self._name, self._cost, self._reason = name, cost, reason

    def heightForWidth(self, width: int) -> int:
        """The name and the reason, with the space around them."""
        head, reason = self._heights(width)
        return head + (scaled(SPACE_1) + reason if reason else 0) + 2 * scaled(SPACE_2)

    def paint_words(self, painter: QPainter) -> None:
        """The name with its cost, the reason below."""
        head, reason = self._heights(self.width())
        line = QRect(self.left, scaled(SPACE_2), self.room(self.width()), head)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour(Tone.TEXT))
        painter.drawText(line.adjusted(0, 0, -self._beside, 0), _WRAP, self._name)
        painter.setFont(self.font())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._cost)
        painter.setPen(self._theme.colour(Tone.MUTED))
        painter.drawText(QRect(line.left(), line.bottom() + scaled(SPACE_1), line.width(), reason), _WRAP, self._reason)

    @property
    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def _beside(self) -> int:
        """What the cost takes of the first line."""
        return self.fontMetrics().horizontalAdvance(self._cost) + scaled(SPACE_3) if self._cost else 0

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the name and of the reason, at a width of the whole."""
        room = self.room(width)
        name = _high(QFontMetrics(self._strong), max(1, room - self._beside), self._name)
        return name, _high(self.fontMetrics(), room, self._reason) if self._reason else 0


def _high(metrics: QFontMetrics, room: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, text).height()
