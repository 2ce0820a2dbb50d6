"""What both of Etsy's files share: whose an order is, its number, its columns for money and days."""

from __future__ import annotations

import re

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import PersonRecord
from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.money import digits
from desktop_app.exchange.amounts import Amounts, currency_of
from desktop_app.exchange.fields import Cells, Fields, order_of_dates
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import guessed_language, split_name
from desktop_app.exchange.options import Options
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import currency
from desktop_app.i18n import msg

SOURCE = "etsy"
TOTALS = msg("Totals are what buyers paid, with the sales tax that Etsy keeps.")
# Shops of the United Kingdom call shipping delivery, and a shipped parcel posted.
_PLACE = {
    "ship_city": ("ship city", "delivery city", "shipping city"),
    "ship_region": ("ship state", "delivery state", "delivery county", "shipping state"),
    "ship_postcode": ("ship zipcode", "delivery zipcode", "delivery postcode", "delivery post code", "ship zip code"),
    "ship_country": ("ship country", "delivery country", "shipping country"),
}
_SHIPPED = ("date shipped", "date posted", "date dispatched")
DAYS = {"placed_at": ("sale date", "order date"), "paid_at": ("date paid",), "shipped_at": _SHIPPED}
# The columns that both files have under the same names.
SHARED: dict[str, tuple[str | tuple[str, ...], ...]] = {
    **DAYS,
    **_PLACE,
    "number": ("order id",),
    "buyer": ("buyer",),
    "currency": ("currency",),
    "shipping_discount": ("shipping discount", "delivery discount"),
    "in_person_discount": ("inperson discount",),
    "vat": ("vat paid by buyer",),
}
LESS = ("discount", "shipping_discount", "in_person_discount")
_IN_BRACKETS = re.compile(r"\(([^\s()]+)\)\s*$")


class EtsyFields(Fields):
    """The cells of Etsy's files, which write signs as web pages do: O&#39;Brien, 8&quot;."""

    def cell(self, cells: Cells, field: str) -> str:
        """The cell with its signs as people write them."""
        text = super().cell(cells, field)
        if "&" not in text:
            return text
        from html import unescape  # brings the names of two thousand signs, which other files do without

        return unescape(text)


def etsy_fields(table: Table, options: Options, columns: dict[str, tuple[str | tuple[str, ...], ...]]) -> Fields:
    """The columns of one of the files; Etsy writes the month first, which a spreadsheet may have turned round."""
    layout = Layout.of(table.headings, columns)
    days = [layout.at(field) for field in DAYS]
    return EtsyFields(layout, order_of_dates(table, options, fields=days, usual=DateOrder.MONTH_FIRST), table.from_1904)


def order_number(fields: Fields, cells: Cells) -> str:
    """The order's number; one of the files writes #3001, the other 3001."""
    return fields.number(cells, "number").removeprefix("#").strip()


def money(fields: Fields, cells: Cells, options: Options) -> tuple[str, Amounts]:
    """The order's currency, and what reads amounts of it."""
    named = currency(fields.text(cells, "currency"), fields.layout.heading("currency"))
    code = named or currency_of(fields.text(cells, "total")) or options.mapping.currency or options.currency
    return code, Amounts(digits(code), options.mapping.decimal)


def is_not_posted(fields: Fields, cells: Cells) -> bool:
    """Whether nothing goes by post: a download, or sold from hand to hand; such an order has no address."""
    where = ("ship_street", "ship_city", "ship_postcode")
    return any(field in fields for field in where) and not any(fields.text(cells, field) for field in where)


def username(fields: Fields, cells: Cells) -> str:
    """The buyer's name at Etsy, which both files know: bare, or in brackets after their name; empty for a guest.

    Where only a number stands for the buyer, that is taken.
    """
    lasting, shown = fields.line(cells, "buyer_id"), fields.line(cells, "buyer")
    if lasting and not lasting.isdigit():
        return lasting.casefold()
    found = _IN_BRACKETS.search(shown)
    is_name = " " in shown or shown in (fields.line(cells, "name"), fields.line(cells, "ship_name"))
    name = found[1] if found else "" if is_name else shown
    return (name or lasting).casefold()


def buyer(fields: Fields, cells: Cells, row: int, *, name: str, home: Address) -> PersonRecord:
    """The buyer: Etsy tells no e-mail address and no telephone."""
    given, patronymic, family, company = split_name(name)
    if fields.text(cells, "family"):
        given, patronymic, family, company = fields.line(cells, "given"), "", fields.line(cells, "family"), ""
    return PersonRecord(
        row, username(fields, cells), given, family, patronymic, company,
        address=Address("", home.street, home.city, home.region, home.postcode, home.country),
        language=guessed_language(name, home.country),
    )  # fmt: skip
