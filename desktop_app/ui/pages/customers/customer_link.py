"""Whether somebody is a customer too: their name with a way to take the link off, or a search for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.queries.customers import customer
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.search.popup import Popup, attach
from desktop_app.ui.theme.tokens import SPACE_2, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.search_box import SearchBox


class CustomerLink(QWidget):
    """`value()` is the customer's number or None; `chosen(fields)` with what is known of one who was just chosen."""

    edited = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk = desk
        self._value: CustomerId | None = None
        self._popup: Popup | None = None
        self.name = Elided("", weight=Weight.MEDIUM, parent=self)
        self.off = small(words("Not a customer"), self._take_off)
        self.box = SearchBox(desk.theme, words("Find them among the customers"), clear=words("Clear"))
        self.box.focused.connect(self._give_hits)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.name, 1)
        row.addWidget(self.off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.box)
        self.setFocusProxy(self.box.edit)
        self._show("")

    def value(self) -> Any:
        """Whose record they have, None without one."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a link; the name comes from the shop."""
        self._value = value
        self._show("")
        if value is not None:
            self._desk.work.ask(customer, value, then=lambda one: self._show(one.name), owner=self)

    def _show(self, name: str) -> None:
        linked = self._value is not None
        self.name.setText(name)
        self.name.setVisible(linked)
        self.off.setVisible(linked)
        self.box.setVisible(not linked)

    def _give_hits(self, here: bool) -> None:
        if here and self._popup is None:
            self._popup = attach(self.box, self._desk, kinds={HitKind.CUSTOMER}, chosen=self._choose)

    def _choose(self, hit: Hit) -> None:
        self._value = CustomerId(hit.id)
        self.box.edit.clear()
        self._show(hit.title)
        self.off.setFocus()
        self.edited.emit()
        self._desk.work.ask(customer, self._value, then=self._tell, owner=self)

    def _tell(self, one: Any) -> None:
        fields: CustomerFields = one.fields
        self.chosen.emit(fields)

    def _take_off(self) -> None:
        self._value = None
        self._show("")
        self.box.take_focus()
        self.edited.emit()
