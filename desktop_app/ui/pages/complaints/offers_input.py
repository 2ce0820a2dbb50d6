"""The offers for a complaint to choose one of, the most modest first; the last is whatever else a person thinks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop_app.domain.money import Money
from desktop_app.domain.resolutions import Offer, Proposed, offer_name
from desktop_app.i18n import Words
from desktop_app.ui.pages.complaints.offer_button import OfferButton
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2


class OffersInput(QWidget):
    """The value is the offer that is chosen, None for something else; `edited` when a person chose another."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words, offers: Sequence[Proposed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._offers: list[Offer | None] = []
        self.buttons: list[OfferButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for one in offers:
            reason = words.say(one.reason)
            reason = words("Proposed. {reason}", reason=reason) if one.best else reason
            cost = cost_words(words, one.cost)
            self._add(one.offer, OfferButton(theme, offer_name(words, one.offer), cost, reason))
        self._add(None, OfferButton(theme, words("Something else"), "", ""))
        self._group.idClicked.connect(lambda _: self.edited.emit())
        self.setFocusProxy(self.buttons[0])

    def value(self) -> Offer | None:
        """The offer that is chosen."""
        place = self._group.checkedId()
        return self._offers[place] if place >= 0 else None

    def set_value(self, value: Offer | None) -> None:
        """Choose an offer, or something else."""
        place = self._offers.index(value) if value in self._offers else len(self._offers) - 1
        self.buttons[place].setChecked(True)
        self.setFocusProxy(self.buttons[place])

    def _add(self, offer: Offer | None, button: OfferButton) -> None:
        self._group.addButton(button, len(self.buttons))
        self._offers.append(offer)
        self.buttons.append(button)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)


def cost_words(words: Words, cost: Money | None) -> str:
    """What an offer costs the shop."""
    if cost is None:
        return words("cost not known")
    return words.money(cost.amount, cost.currency) if cost.minor else words("costs nothing")
