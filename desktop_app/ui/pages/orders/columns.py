"""The columns of the orders list."""

from __future__ import annotations

import datetime as dt

from desktop_app.i18n import Words
from desktop_app.queries.order_columns import ORDER_COLUMNS
from desktop_app.queries.orders import OrderRow
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import (
    joined,
    money_text,
    order_tag,
    order_title,
    promise_text,
    standing_detail,
)
from desktop_app.ui.pages.told_columns import all_columns


def order_columns(words: Words, today: dt.date) -> tuple[Column[OrderRow], ...]:
    """Number and customer with what matters, promise, placed, total, printed and the one tag; others to be chosen."""

    def title(row: OrderRow) -> str:
        return order_title(words, row.number, row.customer)

    def detail(row: OrderRow) -> str:
        return joined(standing_detail(words, row), words("first order") if row.first else "", row.detail)

    def day(date: dt.date | None) -> str:
        return short_day(words, date, today) if date else ""

    own: tuple[Column[OrderRow], ...] = (
        Column(
            "number", words("Order"), title, Kind.LEAD, detail=detail,
            stretch=True, sort="number", exports=("number", "customer", "articles"),
            tip=lambda row: joined(title(row), detail(row), row.carrier, promise_text(words, row.ship_by, today)),
        ),
        Column("placed", words("Placed"), lambda row: day(row.placed_on), Kind.MUTED, width=112, sort="placed"),
        Column("promise", words("Promised"), lambda row: day(row.ship_by), Kind.MUTED, width=112, sort="promise"),
        Column("total", words("Total"), lambda row: money_text(words, row.total), Kind.NUMBER, width=104, sort="total"),
        Column(
            "printed", words("Papers"), lambda row: words("Printed") if row.printed else "", Kind.MUTED, width=110,
            sort="printed",
        ),
        Column(
            "status", words("Status"),
            lambda row: order_tag(words, row.status, row.standing, row.days_late)[0], Kind.TAG,
            tone=lambda row: order_tag(words, row.status, row.standing, row.days_late)[1],
            width=214, sort="status", narrow=True,
        ),
    )
    return all_columns(words, today, own, ORDER_COLUMNS)
