"""Magento's customers: exported with their addresses or without, the addresses alone, and its list of customers."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import PersonRecord
from desktop_app.exchange.addressed_people import read_addressed
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import split_name
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.recast import recast
from desktop_app.exchange.table import Table

# A heading's _ counts as a blank: _address_city is found as "address city", _email as "email".
_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "key": ("customer id", "id"),
    "email": ("email",),
    "name": ("name",),
    "given": ("firstname", "first name"),
    "patronymic": ("middlename", "middle name"),
    "family": ("lastname", "last name"),
    "company": ("company", "address company"),
    "birthday": ("dob", "date of birth"),
    "street": ("address street", "street", "street address"),
    "city": ("address city", "city"),
    "region": ("address region", "region", "state/province"),
    "postcode": ("address postcode", "postcode", "zip"),
    "country": ("address country id", "country id", "country"),
    "phone": ("address telephone", "telephone", "phone"),
}


def read_magento_customers(table: Table, options: Options) -> Iterator[Item]:
    """The customers of a Magento file; of one with addresses alone the names only fill empty ones."""
    layout = Layout.of(table.headings, _COLUMNS)
    alone = _has_addresses_alone(table.headings)
    if alone:
        layout = Layout({field: at for field, at in layout.columns.items() if field != "key"}, layout.names)
    for item in read_addressed(_with_names(table, layout), options, layout, who="email"):
        yield item._replace(borrowed=True) if alone and isinstance(item, PersonRecord) else item


def _has_addresses_alone(headings: Headings) -> bool:
    return "country id" in headings and "dob" not in headings


def _with_names(table: Table, layout: Layout) -> Table:
    """The table with a second given name beside the first, unless it is a patronymic."""
    given, middle, family = (layout.at(field) for field in ("given", "patronymic", "family"))
    theirs = [table.headings.at(f"address {name}") for name in ("firstname", "lastname")]

    def change(cells: list[str]) -> None:
        if min(given, family, *theirs) >= 0 and not (cells[given].strip() or cells[family].strip()):
            cells[given], cells[family] = (cells[at] for at in theirs)  # a row of an address alone
        if min(given, middle, family) >= 0 and (second := cells[middle].strip()):
            parts = split_name(f"{cells[family].strip()} {cells[given].strip()} {second}")
            if not parts.patronymic:
                cells[given], cells[middle] = f"{cells[given].strip()} {second}", ""

    return recast(table, change, last=max(layout.last(), *theirs))


READER = Reader(
    FileKind.MAGENTO_CUSTOMERS, "magento", read_magento_customers,
    marks=(
        ("_website", "email", "firstname", "lastname"), ("_website", "_email", "_entity_id", "telephone"),
        ("email", "firstname", "lastname", "group_id"), ("email", "customer since", "web site"),
        ("email", "customer since", "account created in"),
    ),
    needs=(("email",),), dates=("dob", "date of birth", "created at", "customer since"),
)  # fmt: skip
