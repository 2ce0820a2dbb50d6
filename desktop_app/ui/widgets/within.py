"""How large a dialog is: as large as it likes, within the window it stands over."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled

_FRAME = 32  # points left of the window around it


def within(parent: QWidget, wide: float, high: float) -> QSize:
    """A size in points at 100 % text as it is at the desk's, no larger than the window of `parent`."""
    room = parent.window().size()
    return QSize(min(scaled(wide), room.width() - _FRAME), min(scaled(high), room.height() - _FRAME))
