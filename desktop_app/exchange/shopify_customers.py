"""Shopify's customers export, old and new headings; birthdays stand in metafields, found by their key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange.column_people import read_people
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table

_METAFIELD = re.compile(r"\(customer\.metafields\.[^.)]+\.([^)]+)\)\s*$", re.IGNORECASE)
_BIRTHDAY_KEYS = frozenset(("birth_date", "birthday", "birthdate", "birth_day", "date_of_birth", "dob", "bday"))
_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "key": ("Customer ID",),
    "given": ("First Name",),
    "family": ("Last Name",),
    "email": ("Email",),
    "company": ("Default Address Company", "Company"),
    "street": (("Default Address Address1", "Default Address Address2"), ("Address1", "Address2")),
    "city": ("Default Address City", "City"),
    "region": ("Default Address Province Code", "Province Code", "Province"),
    "postcode": ("Default Address Zip", "Zip"),
    "country": ("Default Address Country Code", "Country Code", "Country"),
    "person_note": ("Note",),
    "language": ("Language", "Locale"),
    "tags": ("Tags",),
    "news_email": ("Accepts Email Marketing", "Accepts Marketing"),
    "news_sms": ("Accepts SMS Marketing",),
}


def shopify_customers_layout(headings: Headings) -> Layout:
    """The columns of a customers export; the last `Phone` is the customer's own, those before it the address's."""
    layout = Layout.of(headings, _COLUMNS)
    phones = [*reversed(headings.all_at("Phone")), *headings.all_at("Default Address Phone")]
    birthdays = [index for index, name in enumerate(headings.names) if _is_birthday(name)]
    more = {"phone": tuple(phones), "birthday": tuple(birthdays)}
    return Layout({**layout.columns, **{field: columns for field, columns in more.items() if columns}}, layout.names)


def read_shopify_customers(table: Table, options: Options) -> Iterator[Item]:
    """The people of a Shopify customers export."""
    return read_people(table, options, shopify_customers_layout(table.headings))


def _is_birthday(heading: str) -> bool:
    metafield = _METAFIELD.search(heading)
    return (metafield[1].strip().lower() if metafield else heading.strip().lower()) in _BIRTHDAY_KEYS


READER = Reader(
    FileKind.SHOPIFY_CUSTOMERS, "shopify", read_shopify_customers,
    marks=(
        ("First Name", "Last Name", "Email", "Accepts Email Marketing"),
        ("First Name", "Last Name", "Email", "Accepts Marketing"),
        ("First Name", "Last Name", "Email", "Total Spent", "Total Orders"),
    ),
    needs=(("Email", "Phone"), ("First Name", "Last Name")),
)  # fmt: skip
