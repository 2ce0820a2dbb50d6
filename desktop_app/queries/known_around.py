"""What the shop holds around customers of whom a file tells: ways, addresses, days, people; thousands at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from desktop_app.domain.keys import name_key
from desktop_app.queries import Shop
from desktop_app.queries.known import among, further_ways, row_numbers


@dataclass(slots=True)
class KeptAround:
    """Keys of what stands around one customer; a day's `relative` is 0 where it is their own."""

    ways: set[tuple[str, str]] = field(default_factory=set)  # kind and key
    places: set[str] = field(default_factory=set)
    days: set[tuple[int, str, str]] = field(default_factory=set)  # relative, kind, folded title
    relatives: dict[str, int] = field(default_factory=dict)  # folded name -> the row
    contacts: int = 0  # the last position
    addresses: int = 0


def place_key(street: str, city: str, postcode: str) -> str:
    """The form in which addresses are compared."""
    return name_key(f"{street} {postcode} {city}")


def known_around(shop: Shop, ids: Collection[int]) -> dict[int, KeptAround]:
    """What stands around customers, by their ids."""
    found = {id_: KeptAround() for id_ in ids}
    if not found:
        return found
    for customer, ways in further_ways(shop, ids).items():
        found[customer].ways = ways
    given = (row_numbers(shop, ids),)
    for table, name in (("contact", "contacts"), ("customer_address", "addresses")):
        rows = shop.sql(
            f"SELECT customer_id, max(position) FROM {table} WHERE customer_id {among(shop)} GROUP BY customer_id",
            given,
        )
        for customer, position in rows:
            setattr(found[customer], name, position)
    places = f"SELECT customer_id, street, city, postcode FROM customer_address WHERE customer_id {among(shop)}"
    for customer, street, city, postcode in shop.sql(places, given):
        found[customer].places.add(place_key(street, city, postcode))
    days = f"SELECT customer_id, relative_id, kind, title FROM special_day WHERE customer_id {among(shop)}"
    for customer, relative, kind, title in shop.sql(days, given):
        found[customer].days.add((relative or 0, kind, name_key(title)))
    people = f"SELECT customer_id, id, given, family FROM relative WHERE customer_id {among(shop)} ORDER BY id DESC"
    for customer, number, first, last in shop.sql(people, given):
        found[customer].relatives[name_key(f"{first} {last}")] = number
    return found
