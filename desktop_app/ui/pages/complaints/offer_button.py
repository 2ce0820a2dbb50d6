"""One offer of the resolution book to choose: what it is, what it costs, and why it stands there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3, Tone

_MARK = 14  # points at 100 % text
_WRAP = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value


class OfferButton(QRadioButton):
    """A radio button with a sum at its right and a reason below, which breaks into lines."""

    def __init__(self, theme: Theme, name: str, cost: str, reason: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._cost, self._reason = theme, name, cost, reason
        self.setAccessibleName(", ".join(part for part in (name, cost, reason) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda _: self.update())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as its reason asks for at its width."""
        wide = max(scaled(260), self.width())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Room for a short name and its cost."""
        wide = max(scaled(160), self.width())
        return QSize(scaled(160), self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        """A reason of several lines wants more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The name and the reason, with the space around them."""
        head, reason = self._heights(width)
        return head + (scaled(SPACE_1) + reason if reason else 0) + 2 * scaled(SPACE_2)

    def hitButton(self, place: QPoint) -> bool:
        """All of it is the button."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the mark, the name with its cost, the reason."""
        theme, taken = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        edge = Tone.ACCENT if taken or self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("soft" if taken else "surface"))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_mark(painter, taken)
        head, reason = self._heights(self.width())
        line = QRect(self._left, scaled(SPACE_2), self._room(self.width()), head)
        painter.setFont(self._strong)
        painter.setPen(theme.colour(Tone.TEXT))
        beside = self._cost_width + scaled(SPACE_3) if self._cost else 0
        painter.drawText(line.adjusted(0, 0, -beside, 0), _WRAP, self._name)
        painter.setFont(self.font())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._cost)
        painter.setPen(theme.colour(Tone.MUTED))
        painter.drawText(QRect(line.left(), line.bottom() + scaled(SPACE_1), line.width(), reason), _WRAP, self._reason)
        painter.end()

    @property
    def _left(self) -> int:
        return scaled(SPACE_3) + scaled(_MARK) + scaled(SPACE_2)

    @property
    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def _cost_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._cost)

    def _room(self, width: int) -> int:
        return max(1, width - self._left - scaled(SPACE_3))

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the name and of the reason, at a width of the whole."""
        room = self._room(width)
        beside = self._cost_width + scaled(SPACE_3) if self._cost else 0
        name = _high(QFontMetrics(self._strong), max(1, room - beside), self._name)
        return name, _high(self.fontMetrics(), room, self._reason) if self._reason else 0

    def _paint_mark(self, painter: QPainter, taken: bool) -> None:
        side = scaled(_MARK)
        top = scaled(SPACE_2) + (self.fontMetrics().lineSpacing() - side) / 2
        disc = QRectF(scaled(SPACE_3), top, side, side)
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT if taken else Tone.MUTED), 1.4))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(disc)
        if taken:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Tone.ACCENT))
            painter.drawEllipse(disc.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25))


def _high(metrics: QFontMetrics, room: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, text).height()
