"""Whose order it is: the person with a way to their record, or a search for another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.search.popup import Popup, attach
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.search_box import SearchBox


@dataclass(frozen=True, slots=True)
class Chosen:
    """A customer with what is said of them; `customer` None for nobody, whose `name` may stand on the parcel."""

    customer: CustomerId | None
    name: str = ""
    detail: str = ""


class CustomerChoice(QWidget):
    """`edited` when a person chose somebody else; `value()` is the customer's id or None."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk = desk
        self._chosen: CustomerId | None = None
        self._name = Elided("", weight=Weight.MEDIUM)
        self._detail = Elided("", Size.SMALL, tone=Tone.MUTED)
        self._open = small(words("Open"), self._go)
        self._change = small(words("Change"), self._search)
        self.box = SearchBox(desk.theme, words("Find a customer by name, e-mail or phone"), clear=words("Clear"))
        self.box.hide()
        self.box.escaped.connect(self._back)
        self._popup: Popup | None = None
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addLayout(texts, 1)
        row.addWidget(self._open)
        row.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(row)
        column.addWidget(self.box)

    def value(self) -> Any:
        """The customer's id, None for nobody."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Show whose order it is; nothing is told."""
        one = value if isinstance(value, Chosen) else Chosen(None)
        self._chosen = one.customer
        words = self._desk.words
        self._name.setText(one.name or words("No customer"))
        self._detail.setText(one.detail)
        self._detail.setVisible(bool(one.detail))
        self._open.setVisible(one.customer is not None)
        self._change.setText(words("Change") if one.customer is not None else words("Choose"))
        self.box.hide()

    def typed(self) -> Any:
        """Who was chosen with what is said of them, to be shown again."""
        return Chosen(self._chosen, self._name.text() if self._chosen is not None else "", self._detail.text())

    def setFocus(self, *_: Any) -> None:
        """To the button that chooses somebody else."""
        self._change.setFocus()

    def _go(self) -> None:
        if self._chosen is not None:
            self._desk.navigate("customers", customer=int(self._chosen))

    def begin(self) -> None:
        """Put the keyboard where a customer is chosen."""
        self._search()

    def _search(self) -> None:
        if self._popup is None:
            self._popup = attach(self.box, self._desk, kinds={HitKind.CUSTOMER}, chosen=self._choose)
        self.box.show()
        self.box.take_focus()

    def _back(self) -> None:
        self.box.hide()
        self._change.setFocus()

    def _choose(self, hit: Hit) -> None:
        self.set_value(Chosen(CustomerId(hit.id), hit.title, hit.detail))
        self._change.setFocus()
        self.edited.emit()
