"""The form of an order: whose it is, its articles and its fields together, so that nothing is lost or saved halfway."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import source_name
from desktop_app.domain.orders import OrderFields, Status
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import near_day
from desktop_app.ui.pages.orders.articles import Articles
from desktop_app.ui.pages.orders.customer_choice import Chosen, CustomerChoice
from desktop_app.ui.pages.orders.fields import AMOUNTS, Makers, order_form, order_from, order_values, total_meant
from desktop_app.ui.pages.orders.tracking_input import OpenUrl, TrackingInput
from desktop_app.ui.widgets.form import Form

_TWO_FROM = 360
_SUMS = frozenset(("lines", "shipping", "discount", "total", "currency"))
_CODE = 3  # letters of a currency


class OrderForm(Form):
    """`choice`, `articles`, `model` and `table` are its own inputs; `order()` is what stands in all of it."""

    def __init__(self, desk: Desk, *, open_url: OpenUrl, parent: QWidget | None = None) -> None:
        words = desk.words
        make = Makers(
            customer=lambda: CustomerChoice(desk), articles=lambda: Articles(desk),
            tracking=lambda: TrackingInput(desk.theme, words, open_url=open_url), check_currency=self._check_currency,
        )
        fields = order_form(words, "EUR", make)
        super().__init__(desk.theme, words, fields, today=desk.today(), two_from=_TWO_FROM, parent=parent)
        self._today = desk.today
        self._was = OrderFields(number="")
        self.choice: CustomerChoice = self.box("customer").input
        self.articles: Articles = self.box("lines").input
        self.model, self.table = self.articles.model, self.articles.table
        self.edited.connect(self._follow)
        self.choice.edited.connect(self._go_on)
        self.articles.refused.connect(self._refuse)

    def load(self, fields: OrderFields, name: str, detail: str = "") -> None:
        """Show an order and whose it is."""
        self._was = fields
        self.model.set_lines((), fields.currency)
        self._show_currency(fields.currency)
        values = order_values(fields)
        self.set_value({**values, "customer": Chosen(fields.customer, name, detail), "lines": fields.lines})
        for key, text in (("number", self._source(fields)), ("ship_by", ""), ("deliver_by", "")):
            self.box(key).set_help(text)
        self.box("tracking").input.set_carrier(fields.carrier)
        self._sum_up()

    def stand(self, status: Status) -> None:
        """The order is at another step by now, which the form neither shows nor takes back."""
        self._was = replace(self._was, status=status)

    def show_currency(self, currency: str) -> None:
        """The currency of a new order; what is typed stays."""
        self._was = replace(self._was, currency=currency)
        self.box("currency").input.set_value(currency)
        self._show_currency(currency)
        self.mark_clean()

    def offer(self, carriers: Sequence[CarrierFields]) -> None:
        """The shop's carriers, to choose of and to follow parcels by."""
        self.box("carrier").input.set_known([one.name for one in carriers])
        self.box("tracking").input.set_carriers(carriers)

    def order(self, values: dict[str, Any] | None = None) -> OrderFields:
        """The order that stands in the form, or in values read from it; raises Invalid at what cannot be read."""
        return order_from(self.value() if values is None else values, self._was)

    def draft(self) -> OrderFields:
        """As much as the days of a promise are counted from; what cannot be read yet is left out."""
        day = _readable(self.box("placed_on").input)
        placed = self._was.placed_at
        if isinstance(day, dt.date) and placed[:10] != day.isoformat():
            placed = day.isoformat()
        return OrderFields(
            number="", placed_at=placed, carrier=self.box("carrier").input.value(), lines=self.model.lines(),
            ship_to=Address(country=self.box("country").input.value()),
        )

    def say_promise(self, by_rules: OrderFields) -> None:
        """What the shop's rules come to, below the days a person may write instead."""
        words, today = self._words, self._today()
        for key, day in (("ship_by", by_rules.ship_by), ("deliver_by", by_rules.deliver_by)):
            if day is None:
                said = words("Empty: not promised; the carrier’s days are not known.") if key == "deliver_by" else ""
            else:
                said = words("By the shop’s rules: {day}", day=near_day(words, day, today))
            self.box(key).set_help(said)

    def focus_first(self) -> None:
        """A new order begins with its customer, another with its articles."""
        if self._was.customer is None and not self._was.number:
            QTimer.singleShot(0, self, self.choice.begin)
        elif not self._was.number:
            QTimer.singleShot(0, self, self.articles.take_focus)
        else:
            self.table.setFocus()

    def _go_on(self) -> None:
        """Who the customer is was said; what they want comes next."""
        if not self.model.lines():
            self.articles.take_focus()

    def _refuse(self, sentence: str) -> None:
        self.box("lines").set_error(sentence)

    def _follow(self, key: str) -> None:
        if key == "currency":
            self._change_currency(self.box("currency").input.value().upper())
        if key == "carrier":
            self.box("tracking").input.set_carrier(self.box("carrier").input.value())
        if key in _SUMS:
            self._sum_up()

    def _check_currency(self, typed: str) -> None:
        """All amounts stand in the currency that is written; raises Invalid while they cannot."""
        code = typed.upper()
        if not code or code == self.model.currency:
            return
        if len(code) != _CODE or not (code.isascii() and code.isalpha()):
            raise Invalid("currency", msg("Write the currency as three letters, like EUR."))
        raise Invalid(
            "currency", msg("{currency} has no such small coins as these amounts. Round them.", currency=code)
        )

    def _change_currency(self, code: str) -> None:
        if len(code) != _CODE or not (code.isascii() and code.isalpha()):
            return
        try:
            if code != self.model.currency:
                self.model.say_in(code)
        except ValueError:
            self.readable()  # says it at the field
        else:
            self._show_currency(code)

    def _show_currency(self, currency: str) -> None:
        if not self.model.lines():
            self.model.set_lines((), currency)
        for key in AMOUNTS:
            self.box(key).input.follow(currency or self.model.currency)

    def _sum_up(self) -> None:
        values = {key: _readable(self.box(key).input) for key in ("lines", "shipping", "discount", "total")}
        self.articles.show_sums(
            self.model.currency, shipping=values["shipping"], discount=values["discount"],
            total=total_meant(values, self._was),
        )

    def _source(self, fields: OrderFields) -> str:
        words = self._words
        if fields.source:
            source = source_name(fields.source)
            return words("From {source}; its next import finds the order all the same.", source=source)
        return words("Empty: the next free one.")


def _readable(widget: Any) -> Any:
    """What stands in an input, None while it cannot be read."""
    try:
        return widget.value()
    except Invalid:
        return None
