"""One picture that came with a complaint, as large as the window lets it be."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.pictures import picture
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6
from desktop_app.ui.widgets.buttons import primary
from desktop_app.ui.widgets.feet import Feet

_FRAME = 32  # points left of the window around it
_LARGEST = QSize(1200, 900)


class PictureView(QDialog):
    """Esc closes it."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, content: bytes) -> None:
        super().__init__(parent)
        self._content = content
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.shown = QLabel()
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.shown.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(self.shown, 1)
        column.addWidget(Feet(primary(desk.words("Close"), self.accept, shortcut="Esc")))
        room = parent.window().size() - QSize(_FRAME, _FRAME)
        self.resize(room.boundedTo(_LARGEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        place = self.shown.size()
        found = picture(self._content, place.width(), high=place.height(), ratio=self.devicePixelRatioF())
        if found is not None:
            self.shown.setPixmap(found)
