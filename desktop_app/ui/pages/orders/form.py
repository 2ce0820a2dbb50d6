"""The form of an order: fields, whose it is and its articles together, so that nothing is lost or saved halfway."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.customer_choice import CustomerChoice
from desktop_app.ui.pages.orders.fields import order_form, order_from, order_values
from desktop_app.ui.pages.orders.lines import LinesModel
from desktop_app.ui.pages.orders.lines_table import LinesTable
from desktop_app.ui.widgets.form import Form

_AMOUNTS = ("total", "shipping", "discount")


class OrderForm(Form):
    """Fields below; `choice` and `table` are laid out by the record, above them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, desk.words, order_form(desk.words, "EUR"), today=desk.today(), parent=parent)
        self._was = OrderFields(number="")
        self._kept: tuple[CustomerId | None, tuple[Line, ...]] = (None, ())
        self.choice = CustomerChoice(desk)
        self.model = LinesModel(desk.words, self)
        self.table = LinesTable(desk.theme, desk.words, self.model)
        self.choice.edited.connect(lambda: self.edited.emit("customer"))
        self.model.edited.connect(lambda: self.edited.emit("lines"))

    def load(self, fields: OrderFields, name: str, detail: str = "") -> None:
        """Show an order and whose it is."""
        self._was = fields
        self.choice.show_customer(fields.customer, name, detail)
        self.model.set_lines(fields.lines, fields.currency)
        self._kept = (self.choice.value, self.model.lines())
        self.set_value(order_values(fields))
        self.show_currency(fields.currency)

    def show_currency(self, currency: str) -> None:
        """The currency of a new order and of empty amounts; what is typed stays."""
        self._was = replace(self._was, currency=currency)
        if not self.model.lines():
            self.model.set_lines((), currency)
        for key in _AMOUNTS:
            box = self.box(key).input
            if not box.edit.text():
                box.code.setText(currency)

    def order(self) -> OrderFields:
        """The order that stands in the form; raises Invalid at what cannot be read."""
        return order_from(self.value(), self._was, customer=self.choice.value, lines=self.model.lines())

    @property
    def dirty(self) -> bool:
        """Whether anything was changed, the articles and the customer included."""
        return super().dirty or self._kept != (self.choice.value, self.model.lines())

    def mark_clean(self) -> None:
        """What stands in the form is now what is kept."""
        self._kept = (self.choice.value, self.model.lines())
        super().mark_clean()

    def focus_first(self) -> None:
        """A new order begins with its customer, another with its promise."""
        if self._was.customer is None and not self._was.number:
            QTimer.singleShot(0, self.choice.begin)
        else:
            super().focus_first()
