"""The shop's own pictures (checked when they were taken in) as Qt shows them, at the size they are needed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap


def picture(content: bytes, side: float) -> QPixmap | None:
    """A picture's file content as at most `side` × `side` pixels; None when there is none or it cannot be read."""
    if not content:
        return None
    device = QBuffer()
    device.setData(QByteArray(content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    size = reader.size()
    if not size.isValid():
        return None
    # Decoded at the size it is shown: a large picture never stands in memory whole.
    reader.setScaledSize(size.scaled(QSize(round(side), round(side)), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
