"""The hand of signatures: the face names are written in where nobody signs, and the colour of the pen's ink."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase

_FAMILY = "Caveat"
_INK = "#1c2540"  # blue-black on white paper, in the dark theme too


def hand_face(pixels: float) -> QFont:
    """The face that papers write a packer's name in, known to Qt from its first use on."""
    if _FAMILY not in QFontDatabase.families():
        spec = find_spec("fontpkg_caveat")
        for folder in spec.submodule_search_locations or () if spec else ():
            for file in sorted(Path(folder, "files").glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(file))
    font = QFont(_FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    return font


def ink() -> QColor:
    """The colour a signature is drawn in."""
    return QColor(_INK)
