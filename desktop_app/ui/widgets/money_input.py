"""Amounts as people type and read them, with their language’s decimal sign; an order’s articles use it too."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.widgets.line_edit import LineEdit


class MoneyInput(QWidget):
    """An amount with comma or point, its currency beside it; nothing when empty."""

    edited = Signal()

    def __init__(self, words: Words, *, key: str, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._key = words, key
        self._currency = currency
        self.edit = LineEdit()
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.textEdited.connect(lambda _: self.edited.emit())
        self.code = LineEdit(currency)
        self.code.setMaxLength(3)
        self.code.setFixedWidth(scaled(60))
        self.code.setAccessibleName(currency)
        self.code.textEdited.connect(lambda _: self.edited.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.code)
        self.setFocusProxy(self.edit)

    def follow(self, currency: str) -> None:
        """Stand in the currency of the whole form, which is said elsewhere in it."""
        self._currency = currency
        self.code.setText(currency)
        self.code.hide()

    def begin_in(self, currency: str) -> None:
        """An amount that is typed now is in this currency, unless a person writes another one beside it."""
        if not self.edit.text() and self.code.text() == self._currency:
            self.code.setText(currency)
        self._currency = currency

    def value(self) -> Any:
        """The amount, None when empty; raises Invalid when it is none."""
        try:
            return typed_amount(self.edit.text(), self.code.text().strip().upper() or self._currency)
        except (InvalidOperation, ValueError) as error:
            shown = self.edit.text().strip()
            raise Invalid(self._key, msg("“{text}” is not an amount. Write it like 12.50.", text=shown)) from error

    def set_value(self, value: Any) -> None:
        """Show an amount or nothing."""
        self.edit.setText(bare_amount(self._words, value) if isinstance(value, Money) else "")
        self.code.setText(value.currency if isinstance(value, Money) else self._currency)


def typed_amount(text: str, currency: str) -> Money | None:
    """An amount typed with comma or point, None when empty; raises ValueError or InvalidOperation."""
    plain = re.sub(r"[\s']", "", text).replace(",", ".")
    return Money.of(Decimal(plain), currency) if plain else None


def bare_amount(words: Words, money: Money) -> str:
    """An amount as a person types it: all its decimals, no currency, nothing between thousands."""
    return str(money.amount).replace(".", words.decimal_sign)
