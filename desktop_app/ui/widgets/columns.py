"""Cards in two columns where there is room, in one where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_6
from desktop_app.ui.widgets.arranged import SideBySide

TWO_FROM = 880  # points at 100 % text
_GAP = 20


class Columns(QWidget):
    """`fill(left, right)`; in one column the right ones come below the left ones."""

    def __init__(self, *, shares: tuple[int, int] = (5, 4), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = SideBySide(self, two_from=lambda: scaled(TWO_FROM), gap=_GAP, shares=shares)
        self._layout.setContentsMargins(0, 0, 0, SPACE_6)

    def fill(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Show these cards, dropping the ones before."""
        self._layout.fill(left, right)
