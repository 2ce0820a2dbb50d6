"""The orders of a customer in their record, with the figures that come of them above."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.customers import Customer
from desktop_app.queries.orders import OrderRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.customers.wording import customer_tag
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined, money_text, number_text, order_tag
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import plain, small
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.task_row import TaskRow


class OrdersCard(RecordCard):
    """Figures, then the latest orders."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Orders"), parent=parent)
        self._customer: Customer | None = None
        self.add_to_head(small(self.words("New order"), self._begin))

    def show_orders(self, one: Customer, orders: Sequence[OrderRow], *, regular: bool) -> None:
        """The figures and the latest orders of a customer."""
        self._customer = one
        rows: list[QWidget] = [self._figures(one, regular=regular)] if one.orders else []
        rows += [self._row(order) for order in orders]
        hidden = one.orders - len(orders)
        if hidden > 0:
            text = self.words.n("{n} earlier order", "{n} earlier orders", hidden)
            rows.append(plain(text, lambda: self.desk.navigate("orders", find=one.name)))
        self.fill(rows, note="" if rows else self.words("No orders yet."))

    def _figures(self, one: Customer, *, regular: bool) -> QWidget:
        words, today = self.words, self.desk.today()
        tag = customer_tag(words, orders=one.orders, regular=regular)
        said = [
            (words("Orders"), words.count(one.orders)),
            (words("Spent"), money_text(words, one.spent)),
            (words("First order"), short_day(words, one.first_order_on, today) if one.first_order_on else ""),
            (words("Last order"), short_day(words, one.last_order_on, today) if one.last_order_on else ""),
            (words("Standing"), tag[0] if tag else words("Not regular yet")),
        ]
        room = QWidget()
        flow = FlowLayout(room, space=SPACE_4)
        flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        for label, text in said:
            if text:
                flow.addWidget(_figure(label, text))
        return room

    def _row(self, order: OrderRow) -> TaskRow:
        words, today = self.words, self.desk.today()
        row = TaskRow(
            self.desk.theme, joined(number_text(words, order.number), money_text(words, order.total)),
            joined(short_day(words, order.placed_on, today) if order.placed_on else "", order.detail),
            tag=order_tag(words, order.status, order.standing, order.days_late),
            buttons=((words("Open"), partial(self.desk.navigate, "orders", order=order.id)),),
        )
        row.opened.connect(partial(self.desk.navigate, "orders", order=order.id))
        return row

    def _begin(self) -> None:
        if self._customer is not None:
            self.desk.navigate("orders", new_for=self._customer.id)


def _figure(label: str, text: str) -> QWidget:
    room = QWidget()
    room.setAccessibleName(f"{label}: {text}")
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(2))
    column.addWidget(Label(label, Size.SMALL, tone=Tone.MUTED))
    column.addWidget(Label(text, weight=Weight.MEDIUM))
    return room
