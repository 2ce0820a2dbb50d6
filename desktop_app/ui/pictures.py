"""Pictures as Qt shows them at the size they are needed, and those a person drags or copied; swatches of colour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
)

_ENDINGS = (".png", ".jpg", ".jpeg", ".webp")


def picture(content: bytes, wide: float, *, high: float = 0, ratio: float = 1.0) -> QPixmap | None:
    """A picture's file content within `wide` × `high` (else `wide`) points of `ratio` pixels; None when it is none."""
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
    room = QSize(round(wide * ratio), round((high or wide) * ratio))
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def is_picture(file: str) -> bool:
    """Whether a file is called as a picture is."""
    return Path(file).suffix.lower() in _ENDINGS


def picture_in(data: QMimeData) -> Path | bytes | None:
    """The first picture that is dragged or was copied: a file, else its pixels as PNG; None where there is none."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    file = next((file for file in files if file.suffix.lower() in _ENDINGS), None)
    if file is not None or not data.hasImage():
        return file
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(data.imageData()).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def welcome_picture(event: QDragEnterEvent) -> None:
    """A picture may be dropped here."""
    if picture_in(event.mimeData()) is not None:
        event.acceptProposedAction()


def take_dropped(event: QDropEvent, take: Callable[[Path | bytes], object]) -> None:
    """A dropped picture is taken."""
    found = picture_in(event.mimeData())
    if found is not None:
        event.acceptProposedAction()
        take(found)


def take_pasted(event: QKeyEvent, take: Callable[[Path | bytes], object]) -> bool:
    """Ctrl+V takes the picture that was copied; whether it was that."""
    pasted = event.matches(QKeySequence.StandardKey.Paste)
    found = picture_in(QGuiApplication.clipboard().mimeData()) if pasted else None
    if found is not None:
        take(found)
    return found is not None


def swatch(colour: QColor, edge: QColor, side: int, *, gap: int = 0) -> QIcon:
    """A square of a colour, for a button or a list; `gap` pixels after it stay clear."""
    pixmap = QPixmap(side + gap, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(0, 0, side, side, colour)
    painter.setPen(edge)
    painter.drawRect(0, 0, side - 1, side - 1)
    painter.end()
    return QIcon(pixmap)
