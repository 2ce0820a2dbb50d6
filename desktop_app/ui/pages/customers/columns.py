"""The columns of the customers list."""

from __future__ import annotations

import datetime as dt

from desktop_app.i18n import Words
from desktop_app.queries.customer_columns import CUSTOMER_COLUMNS
from desktop_app.queries.customer_list import CustomerRow
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.pages.customers.wording import customer_tag, orders_phrase
from desktop_app.ui.pages.dates import birthday_text, short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.told_columns import all_columns
from desktop_app.ui.theme.tokens import Tone


def customer_columns(words: Words, today: dt.date) -> tuple[Column[CustomerRow], ...]:
    """Name with what is known beside it, birthday, last order, orders and the one tag; the others to be chosen."""

    def detail(row: CustomerRow) -> str:
        more = row.detail.split(" · ") if row.detail else []
        more = more[1:] if more[:1] == [row.name] else more  # who has no name is called by their e-mail address
        return " · ".join(more) or orders_phrase(words, row.orders)

    def birthday(row: CustomerRow) -> str:
        return birthday_text(words, row.birthday.month, row.birthday.day, row.birthday.year) if row.birthday else ""

    def tag(row: CustomerRow) -> tuple[str, Tone]:
        return customer_tag(words, orders=row.orders, regular=row.regular) or ("", Tone.MUTED)

    own: tuple[Column[CustomerRow], ...] = (
        Column(
            "name", words("Customer"), lambda row: row.name or words("No name"), Kind.LEAD, detail=detail,
            mark=lambda row: row.name, stretch=True, sort="name", tip=lambda row: joined(row.name, detail(row)),
            exports=("name", "email", "phone", "town"),
        ),
        Column("birthday", words("Birthday"), birthday, Kind.MUTED, width=196, sort="birthday"),
        Column(
            "last_order", words("Last order"),
            lambda row: short_day(words, row.last_order_on, today) if row.last_order_on else "",
            Kind.MUTED, width=120, sort="last_order",
        ),
        Column("orders", words("Orders"), lambda row: str(row.orders), Kind.NUMBER, width=90, sort="orders"),
        Column(
            "tag", "", lambda row: tag(row)[0], Kind.TAG, tone=lambda row: tag(row)[1], width=144, narrow=True,
            named=words("Regular or first order"), exports=(),
        ),
    )
    return all_columns(words, today, own, CUSTOMER_COLUMNS, widths={"email": 210, "language": 100, "postcode": 90})
