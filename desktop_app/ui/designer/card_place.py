"""The card with its rulers; pictures dropped on it are taken in where they fall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.designer.canvas import Canvas
from desktop_app.ui.designer.rulers import Ruler
from desktop_app.ui.designer.workbench import Workbench
from desktop_app.ui.desk import Desk
from desktop_app.ui.pictures import picture_in, welcome_picture


class CardPlace(QWidget):
    """`dropped(file or bytes, (x, y) in mm)` with a picture from elsewhere."""

    dropped = Signal(object, object)

    def __init__(self, desk: Desk, bench: Workbench) -> None:
        super().__init__()
        self.canvas = Canvas(desk.theme, desk.words, bench.session, bench.deeds)
        self._bench = bench
        self._across = Ruler(desk.theme, desk.words, self.canvas, upright=False)
        self._down = Ruler(desk.theme, desk.words, self.canvas, upright=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._across, 0, 1)
        grid.addWidget(self._down, 1, 0)
        grid.addWidget(self.canvas, 1, 1)
        self.setAcceptDrops(True)
        self.canvas.viewed.connect(self._closer)
        bench.seen.connect(self.canvas.show_image)
        self._desk, self._card = desk, bench.session.card
        self.canvas.guides.recall(desk.settings, self._card)
        self.canvas.guided.connect(self._remember)
        bench.session.looked.connect(self._look)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture, one at a time."""
        welcome_picture(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """It goes where it is let go."""
        picture = picture_in(event.mimeData())
        if picture is not None:
            event.acceptProposedAction()
            point = self.canvas.mapFrom(self, event.position().toPoint()).toPointF()
            self.dropped.emit(picture, self.canvas.view.to_mm(point))

    def _remember(self) -> None:
        self.canvas.guides.remember(self._desk.settings, self._card)

    def _look(self) -> None:
        """Each size of card has its guides."""
        card = self._bench.session.card
        if card != self._card:
            self._card = card
            self.canvas.guides.recall(self._desk.settings, card)

    def _closer(self) -> None:
        self._bench.look_closer(self.canvas.view.scale * self.devicePixelRatioF())
