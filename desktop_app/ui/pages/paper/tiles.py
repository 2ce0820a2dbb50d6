"""A design as a tile: its card in small, its name below, a tick when it is the shop's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.pages.paper.samples import Picture
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, SPACE_2, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.flow import FlowLayout

_WIDE, _HIGH, _FOOT = 152, 214, 30


class Tile(QAbstractButton):
    """One design; ticked when it is in use."""

    def __init__(self, theme: Theme, words: Words, title: str, image: QImage) -> None:
        super().__init__()
        self._theme, self._words, self._image = theme, words, image
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._say())
        theme.changed.connect(self.update)
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDE) + 8, scaled(_HIGH) + 8 + scaled(_FOOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        here = self.isChecked()
        wide, high = scaled(_WIDE), scaled(_HIGH)
        frame = QRectF(1, 1, wide + 6, high + 6)
        edge = Tone.ACCENT if here or self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(self._theme.colour(edge), 2 if here else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            small = self._image.scaled(
                round(wide * ratio), round(high * ratio), Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            painter.drawImage(QRectF(4, 4, small.width() / ratio, small.height() / ratio), small)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour(Tone.ACCENT), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), RADIUS_CONTROL - 3, RADIUS_CONTROL - 3)
        self._paint_name(painter, here=here)
        painter.end()

    def _paint_name(self, painter: QPainter, *, here: bool) -> None:
        room = QRectF(2, scaled(_HIGH) + 10, self.width() - 4, scaled(_FOOT - 4))
        if here:
            tick = self._theme.pixmap("check", Tone.ACCENT, size=16, ratio=self.devicePixelRatioF())
            painter.drawPixmap(2, int(room.center().y()) - 8, tick)
            room.setLeft(room.left() + 22)
        font = face(Size.BODY, Weight.BOLD if here else Weight.MEDIUM)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Tone.ACCENT if here else Tone.TEXT))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _say(self) -> None:
        in_use = self._words("in use") if self.isChecked() else self._words("use this design")
        self.setAccessibleName(f"{self.text()}, {in_use}")
        self.setToolTip(f"{self.text()} · {in_use}")


class Tiles(QWidget):
    """The designs of one kind of paper; `chosen(design)` is called when a person takes another one."""

    def __init__(
        self, theme: Theme, words: Words, pictures: Sequence[Picture], *, design: str, chosen: Callable[[str], object]
    ) -> None:
        super().__init__()
        flow = FlowLayout(self, space=SPACE_4)
        flow.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_2)
        group = QButtonGroup(self)
        self.tiles: dict[str, Tile] = {}
        for picture in pictures:
            tile = Tile(theme, words, picture.title, picture.image)
            tile.setChecked(picture.design == design)
            tile.clicked.connect(lambda _=False, name=picture.design: chosen(name))
            group.addButton(tile)
            flow.addWidget(tile)
            self.tiles[picture.design] = tile
