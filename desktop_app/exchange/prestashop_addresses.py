"""Addresses of PrestaShop and thirtybees, told apart by their customer's e-mail address or number."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import PersonRecord, Remarked
from desktop_app.exchange.addressed_people import read_addressed
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.prestashop import layout_of, of_customers, with_left_out
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table

_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "key": ("customer id", "id customer"),
    "email": ("customer e mail", "customer email", "email"),
    "label": ("alias",),
    "company": ("company",),
    "given": ("first name", "firstname"),
    "family": ("last name", "lastname"),
    "street": (("address 1", "address 2"), ("address1", "address2"), ("address", "address (2)")),
    "postcode": ("zipcode", "zip code", "postcode", "zip", "postal code"),
    "city": ("city",),
    "country": ("country",),
    "region": ("state",),
    "phone": ("mobile phone", "phone mobile"),
    "other_phone": ("phone", "home phone"),
}
_NO_CUSTOMERS = ("manufacturer", "supplier", "brand", "id manufacturer", "id supplier")


def read_prestashop_addresses(table: Table, options: Options) -> Iterator[Item]:
    """The people of a file of addresses; whose name it says may be another's, so it only fills an empty one."""
    layout = layout_of(table.headings, _COLUMNS)
    named = any(cell.strip() for cell in table.sampled(layout.at("email")))
    left_out: list[Remarked] = []
    kept = of_customers(table, left_out, nobodys=_NO_CUSTOMERS)
    people = read_addressed(kept, options, layout, who="email" if named else "key")
    for item in with_left_out(people, left_out):
        yield item._replace(borrowed=True) if isinstance(item, PersonRecord) else item


READER = Reader(
    FileKind.PRESTASHOP_ADDRESSES, "prestashop", read_prestashop_addresses,
    marks=(("alias", "customer e-mail"), ("alias", "customer id", "firstname"), ("alias", "customer id", "first name"),
           ("id_address", "id_customer", "alias")),
    needs=(("customer e-mail", "customer email", "customer id", "id_customer"),),
)  # fmt: skip
