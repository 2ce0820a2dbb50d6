"""Cards in two columns where there is room, in one where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QWidget

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

    def held(self) -> tuple[str, int] | None:
        """Which control in them has the keyboard, by its name and its place among those of that name."""
        here = self.window().focusWidget()
        if not isinstance(here, QAbstractButton) or not self.isAncestorOf(here):
            return None
        return here.accessibleName(), self._called(here.accessibleName()).index(here)

    def hold(self, held: tuple[str, int]) -> bool:
        """Give the keyboard to that control of the new cards; False when there is none."""
        named = self._called(held[0])
        if not named:
            return False
        named[min(held[1], len(named) - 1)].setFocus()
        return True

    def _called(self, name: str) -> list[QAbstractButton]:
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        cards = [card for item in items if item is not None and (card := item.widget()) is not None]
        return [one for card in cards for one in card.findChildren(QAbstractButton) if one.accessibleName() == name]
