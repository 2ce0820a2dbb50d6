"""The way to find a setting: cards that say what is typed stay on the page, the others make room for them.

Beside the field a menu names all cards; the page goes to the one that is chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.text import fold
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import BAR
from desktop_app.ui.widgets.search_box import SearchBox


class Finding(QWidget):
    """A field over cards; `over(cards)` tells which, `clear()` shows all of them again, `chosen(card)` wants one."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self.box = SearchBox(theme, words("Find a setting"), shortcut="/", clear=words("Clear"))
        self.box.setMaximumWidth(scaled(280))
        self.nothing = Label(words("No setting is called that. Try another word."), tone=Tone.MUTED, wrap=True)
        self.nothing.hide()
        self.contents = quiet(words("Contents"), tip=words("Go to a part of the settings"))
        self.contents.wear(theme, "list")
        self.contents.setMenu(QMenu(self.contents))
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.box, 100)  # as wide as it likes to be, before the empty room after both
        head.addWidget(self.contents)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(head)
        column.addWidget(self.nothing)
        self.box.typed.connect(self._narrow)
        self.box.entered.connect(self._go_in)
        self.box.down.connect(self._go_in)

    def over(self, cards: Sequence[Card]) -> None:
        """These cards are looked through, and named in the menu in their order."""
        self._cards = tuple(cards)
        named = Counter(card.title for card in self._cards)
        for card in self._cards:
            name = card.title if named[card.title] == 1 else f"{card.title} · {card.hint}"
            self.contents.menu().addAction(name.replace("&", "&&")).triggered.connect(partial(self._choose, card))

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

    def _choose(self, card: Card) -> None:
        self.clear()
        self.chosen.emit(card)
        _take_focus(card)


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
