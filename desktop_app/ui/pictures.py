"""The shop's own pictures (checked when they were taken in) as Qt shows them, at the size they are needed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap


def picture(content: bytes, side: float, *, ratio: float = 1.0) -> QPixmap | None:
    """A picture's file content within `side` × `side` points of `ratio` pixels; None when it is none."""
    if not content:
        return None
    data = QByteArray(content)
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    size = reader.size()
    if not size.isValid():
        return None
    # Decoded at the size it is shown: a large picture never stands in memory whole.
    pixels = round(side * ratio)
    reader.setScaledSize(size.scaled(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
