"""One of several to choose, as a box with a round mark: the mark and the box are drawn here, the words by who it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, SPACE_2, SPACE_3, Tone

_MARK = 14  # points at 100 % text


class MarkedChoice(QRadioButton):
    """A radio button whose words break into lines at `left` of its box, `least` points wide and `usual` at first."""

    def __init__(self, theme: Theme, name: str, *, usual: int, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._usual, self._least = theme, usual, least
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda _: self.update())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        wide = max(scaled(self._usual), self.width())
        return QSize(scaled(self._usual), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = max(scaled(self._least), self.width())
        return QSize(scaled(self._least), self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        return True

    def hitButton(self, place: QPoint) -> bool:
        """All of it is the button; who lets go beside it takes nothing."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
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
        self.paint_words(painter)
        painter.end()

    def paint_words(self, painter: QPainter) -> None:
        """Draw what is to be chosen, from `left` on; each kind of choice says how."""
        raise NotImplementedError

    @property
    def left(self) -> int:
        """Where the words begin."""
        return scaled(SPACE_3) + scaled(_MARK) + scaled(SPACE_2)

    def room(self, width: int) -> int:
        """How wide the words may be, at a width of the whole."""
        return max(1, width - self.left - scaled(SPACE_3))

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
