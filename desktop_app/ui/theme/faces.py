"""The window's face: Inter at the house's sizes and weights, scaled with the desk's text size."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.theme.tokens import Big, Size, Weight

FAMILY = "Inter"
_WEIGHT, _OPTICAL = QFont.Tag("wght"), QFont.Tag("opsz")
# Inter's own wheel ships one variable file; Qt offers only its default instance by weight, so weights are set as axes.
_FILE = "Inter[opsz,wght].ttf"


def register_faces() -> None:
    """Make the bundled face known to Qt; afterwards every machine shows the same letters."""
    spec = find_spec("fontpkg_inter")
    for folder in spec.submodule_search_locations or () if spec else ():
        QFontDatabase.addApplicationFont(str(Path(folder, "files", _FILE)))


def base_face(text_percent: int = 100) -> QFont:
    """The application's font at a text size of 100–200 %; everything else scales from it."""
    font = QFont(FAMILY)
    font.setPixelSize(round(Size.BODY * text_percent / 100))
    _shape(font, Size.BODY, Weight.REGULAR)
    return font


def face(size: Size | Big = Size.BODY, weight: Weight = Weight.REGULAR) -> QFont:
    """A font of the house at the desk's text size."""
    font = QFont(QApplication.font())
    font.setPixelSize(scaled(size))
    _shape(font, size, weight)
    return font


def dress(widget: QWidget, size: Size | Big = Size.BODY, weight: Weight = Weight.REGULAR) -> None:
    """Give a widget its font (fonts are never set in the style sheet: it cannot set the weight axis)."""
    widget.setFont(face(size, weight))


def scaled(pixels: float) -> int:
    """A length at 100 % text as it is at the desk's text size, in pixels."""
    return round(pixels * text_scale())


def text_scale() -> float:
    """The desk's text size, 1.0 at 100 %."""
    size = QApplication.font().pixelSize()
    return size / Size.BODY if size > 0 else 1.0


def _shape(font: QFont, size: int, weight: int) -> None:
    # QFont's own weight stays Normal: with another one Qt would embolden the default instance a second time.
    font.setVariableAxis(_WEIGHT, float(weight))
    font.setVariableAxis(_OPTICAL, float(min(32, max(14, size))))
    if size >= Size.TITLE:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
