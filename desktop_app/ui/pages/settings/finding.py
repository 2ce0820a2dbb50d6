"""The way to find a setting: cards that say what is typed stay on the page, the others make room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.text import fold
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_3, Tone
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.search_box import SearchBox


class Finding(QWidget):
    """A field over cards; `over(cards)` tells which, `clear()` shows all of them again."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[QWidget, ...] = ()
        self.box = SearchBox(theme, words("Find a setting"), shortcut="/", clear=words("Clear"))
        self.box.setMaximumWidth(scaled(280))
        self.nothing = Label(words("No setting is called that. Try another word."), tone=Tone.MUTED, wrap=True)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.box)
        column.addWidget(self.nothing)
        self.box.typed.connect(self._narrow)
        self.box.entered.connect(self._go_in)
        self.box.down.connect(self._go_in)

    def over(self, cards: Sequence[QWidget]) -> None:
        """These cards are looked through."""
        self._cards = tuple(cards)

    def clear(self) -> None:
        """Show every card: one of them is needed."""
        self.box.edit.clear()

    def _narrow(self, text: str) -> None:
        wanted = fold(text).split()
        fits = [all(word in _said(card) for word in wanted) for card in self._cards]
        for card, stays in zip(self._cards, fits, strict=True):
            card.setVisible(stays)
        self.nothing.setVisible(not any(fits))

    def _go_in(self) -> None:
        first = next((card for card in self._cards if not card.isHidden()), None)
        if first is not None and self.box.text():
            _take_focus(first)


def _take_focus(card: QWidget) -> None:
    reached = card.nextInFocusChain()
    while reached is not None and reached is not card:
        tab = reached.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and card.isAncestorOf(reached) and reached.isVisibleTo(card) and reached.isEnabled():
            reached.setFocus(Qt.FocusReason.TabFocusReason)
            return
        reached = reached.nextInFocusChain()


def _said(card: QWidget) -> str:
    """All that stands on a card to be read: its title, its questions and their help, its rows and buttons."""
    said = [label.text() for label in card.findChildren(QLabel)]
    said += [button.text() for button in card.findChildren(QAbstractButton)]
    return fold(" ".join(said))
