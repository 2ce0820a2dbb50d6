"""Customers of PrestaShop and thirtybees: as its import and its list write them, and as its table is saved."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remarked
from desktop_app.exchange.column_people import read_people
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.prestashop import layout_of, of_customers, with_left_out
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.recast import recast
from desktop_app.exchange.table import Table

_COLUMNS = {
    "key": ("customer id", "id customer", "id"),
    "given": ("first name", "firstname"),
    "family": ("last name", "lastname"),
    "company": ("company",),
    "email": ("email", "email address", "e mail", "e mail address"),
    "birthday": ("birthday", "date of birth"),
    "news_email": ("newsletter", "news."),
    "tags": ("groups", "customer groups"),
    "person_note": ("note", "private note"),
}

_MOVED = ("1899-12-31", "1900-01-02")  # 1900-01-01, its word for no birthday, by way of a workbook's count of days


def read_prestashop_customers(table: Table, options: Options) -> Iterator[Item]:
    """The customers of a PrestaShop file."""
    layout = layout_of(table.headings, _COLUMNS)
    at, last = layout.at("birthday"), layout.last()
    left_out: list[Remarked] = []

    def without_placeholder(cells: list[str]) -> None:
        if cells[at].strip()[:10] in _MOVED:
            cells[at] = ""

    if at >= 0:
        table = recast(table, without_placeholder, last=last)
    return with_left_out(read_people(of_customers(table, left_out), options, layout), left_out)


READER = Reader(
    FileKind.PRESTASHOP_CUSTOMERS, "prestashop", read_prestashop_customers,
    marks=(
        ("customer id", "birthday (yyyy-mm-dd)"), ("titles id (mr = 1, ms = 2, else 0)", "default group id"),
        ("last name", "first name", "default group id"),
        ("social title", "last name", "first name", "email address"), ("email address", "partner offers"),
        ("id_customer", "firstname", "lastname", "email"),
    ),
    dates=("birthday (yyyy-mm-dd)", "birthday"),
)  # fmt: skip
