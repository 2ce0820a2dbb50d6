"""The icon family: SVG files on a 16 px grid drawn in currentColor, rendered in the colour asked for and cached."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from desktop_app.paths import resources

_RATIOS = (1.0, 2.0)


class Icons:
    """Icons by file name, colour and size; each is rendered once."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}

    def icon(self, name: str, colour: str, *, size: int = 16, gap: int = 0) -> QIcon:
        """The icon `resources/icons/<name>.svg` in a colour (#RRGGBB), with a gap at its right for a text."""
        key = (name, colour, size, gap)
        if key not in self._icons:
            icon = QIcon()
            for ratio in _RATIOS:
                icon.addPixmap(_widened(self.pixmap(name, colour, size=size, ratio=ratio), gap))
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, colour: str, *, size: int = 16, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture of `size` points for a screen with `ratio` pixels a point."""
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _render(self._source(name), colour, round(size * ratio), ratio)
        return self._pixmaps[key]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = resources("icons", f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]


def _render(source: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _widened(picture: QPixmap, gap: int) -> QPixmap:
    # Fusion keeps 4 pixels between icon and text whatever the style sheet says: the rest of the gap is in the icon.
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide
