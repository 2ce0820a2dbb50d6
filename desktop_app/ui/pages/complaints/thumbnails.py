"""A small picture in a row of them: pressed it is seen large, its cross takes it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop_app.ui.pictures import picture
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, Tone
from desktop_app.ui.widgets.buttons import icon_button

SIDE = 72  # points at 100 % text
_ROOM, _ICON = 5, 24  # points around the picture; the sign while there is none


class Thumbnail(QWidget):
    """One picture; its content may come later by `show_content`."""

    def __init__(
        self, theme: Theme, name: str, *, see: Callable[[], object], remove: tuple[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = _Picture(theme, name)
        self.button.clicked.connect(lambda _=False: see())
        text, press = remove
        self.cross = icon_button(theme, "close", press, tip=text)
        self.cross.setAccessibleName(f"{text}: {name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.cross)

    def show_content(self, content: bytes) -> None:
        """Show a picture's content."""
        self.button.show_content(content)


class _Picture(QAbstractButton):
    """The picture in a frame, as a button."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.shown: QPixmap | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_content(self, content: bytes) -> None:
        """Show a picture's content, the sign for one where it is none."""
        side = scaled(SIDE) - 2 * _ROOM
        self.shown = picture(content, side, ratio=self.devicePixelRatioF())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDE), scaled(SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, accented while the keyboard or the pointer is on it, and the picture in its middle."""
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(colours.accent if lit else colours.line), 1.5 if lit else 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        shown = self.shown or self._theme.pixmap("picture", Tone.MUTED, size=_ICON, ratio=ratio)
        size = shown.deviceIndependentSize()
        painter.drawPixmap(QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2), shown)
        painter.end()
