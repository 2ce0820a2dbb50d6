"""Cards in two columns where there is room, in three where there is much, in one where there is little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_6
from desktop_app.ui.widgets.arranged import SideBySide

TWO_FROM, THREE_FROM = 880, 1800  # points at 100 % text
_GAP = 20


class Held(NamedTuple):
    """A control by its name and its place among those of that name, by what it says and its place among those."""

    name: str
    place: int
    text: str
    text_place: int


class Columns(QWidget):
    """`fill(left, right)`; in one column the right ones come below the left ones, or below the first of them."""

    def __init__(self, *, shares: tuple[int, int] = (5, 4), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = SideBySide(
            self, two_from=lambda: scaled(TWO_FROM), three_from=lambda: scaled(THREE_FROM), gap=_GAP, shares=shares
        )
        self._layout.setContentsMargins(0, 0, 0, SPACE_6)

    def fill(self, left: Sequence[QWidget], right: Sequence[QWidget], *, above: int | None = None) -> None:
        """Show these cards, dropping the ones before; in one column `above` of the left ones stand above the right."""
        self._layout.fill(left, right, above=above)

    def held(self) -> Held | None:
        """Which control in them has the keyboard."""
        here = self.window().focusWidget()
        if not isinstance(here, QAbstractButton) or not self.isAncestorOf(here):
            return None
        name, text = here.accessibleName(), here.text()
        return Held(name, self._called(name).index(here), text, self._saying(text).index(here))

    def hold(self, held: Held, *, alike: bool = True) -> bool:
        """Give the keyboard to that control of the new cards, else to the next that says the same; False without one.

        So whoever marks one row after another as done stays in the list, though each row goes with its button. Where
        pressing twice would harm the next row, `alike` is False.
        """
        named = self._called(held.name)
        others = self._saying(held.text) if held.text and alike else []
        if not named and not others:
            return False
        (named[min(held.place, len(named) - 1)] if named else others[min(held.text_place, len(others) - 1)]).setFocus()
        return True

    def _called(self, name: str) -> list[QAbstractButton]:
        return [one for one in self._buttons() if one.accessibleName() == name]

    def _saying(self, text: str) -> list[QAbstractButton]:
        return [one for one in self._buttons() if one.text() == text]

    def _buttons(self) -> list[QAbstractButton]:
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        cards = [card for item in items if item is not None and (card := item.widget()) is not None]
        return [one for card in cards for one in card.findChildren(QAbstractButton)]
