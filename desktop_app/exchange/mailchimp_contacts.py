"""Mailchimp's audience export: who gets the newsletter; birthdays stand as month and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import PersonRecord
from desktop_app.domain.mapping import DateOrder
from desktop_app.exchange.column_people import read_people
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table

_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "email": ("Email Address",),
    "given": ("First Name",),
    "family": ("Last Name",),
    "company": ("Company",),
    "phone": ("Phone Number", "Phone"),
    "street": ("Address",),
    "birthday": ("Birthday",),
    "tags": ("Tags",),
    "person_note": ("Notes",),
}


def read_mailchimp(table: Table, options: Options) -> Iterator[Item]:
    """The people of an audience; no birthday of it has a year but the one a spreadsheet made up in saving it."""
    for item in read_people(table, options, Layout.of(table.headings, _COLUMNS)):
        if isinstance(item, PersonRecord) and item.birthday is not None:
            yield item._replace(birthday=replace(item.birthday, year=None))
        else:
            yield item


READER = Reader(
    FileKind.MAILCHIMP_CONTACTS, "mailchimp", read_mailchimp,
    marks=(("Email Address", "MEMBER_RATING"), ("Email Address", "OPTIN_TIME"), ("Email Address", "LEID")),
    needs=(("Email Address",),),
    date_order=DateOrder.MONTH_FIRST,
)  # fmt: skip
