"""What the shop already holds of what a file brings."""

from __future__ import annotations

from desktop_app.queries import Shop
from desktop_app.queries.known import (
    holds_orders,
    holds_people,
    kept_people,
    known_keys,
    known_lines,
    known_orders,
    namesakes,
    people_by_email,
    people_by_key,
    products_by_keys,
)
from tests.actions.imported import DATA, taken
from tests.made import bought, person

KEYS = ["5900000000101", "5900000000102", "no such order"]


def test_orders_are_found_by_source_and_key(shop: Shop) -> None:
    assert not holds_orders(shop, "shopify")
    taken(shop, DATA / "shopify_orders.csv")
    assert holds_orders(shop, "shopify")
    assert not holds_orders(shop, "another")
    found = known_orders(shop, "shopify", KEYS)
    assert sorted(found) == KEYS[:2] == sorted(known_keys(shop, "shopify", KEYS))
    first = found[KEYS[0]]
    assert (first.number, first.email_key, first.paid, first.total_minor) == ("#1001", "ilze@example.lv", True, 4990)
    assert str(first.ship_by) == "2026-10-28"
    assert known_orders(shop, "another", KEYS) == {}
    lines = known_lines(shop, [first.id, 10**6])
    assert [(line.name, line.quantity) for line in lines[first.id]] == [
        ("Linen towel - sand", 2),
        ('Wooden "lucky" spoon, oak', 1),
    ]
    assert lines[10**6] == []


def test_people_are_found_by_address_and_key(shop: Shop) -> None:
    assert not holds_people(shop)
    taken(shop, DATA / "shopify_customers.csv")
    assert holds_people(shop)
    [ilze] = people_by_email(shop, ["ilze@example.lv", "nobody@example.lv"]).values()
    assert people_by_key(shop, "shopify", ["7300000000001"]) == {"7300000000001": ilze}
    assert people_by_key(shop, "another", ["7300000000001"]) == {}
    assert kept_people(shop, [ilze])[ilze].birth_year == 1985
    assert people_by_email(shop, []) == people_by_key(shop, "shopify", []) == kept_people(shop, []) == {}


def test_namesakes_are_counted_once(shop: Shop) -> None:
    for number in range(2):
        person(shop, "Anna", "Ozola", email=f"anna{number}@example.lv")
    assert namesakes(shop, ["ozola anna", "liepa zane"]) == 1
    assert namesakes(shop, []) == 0


def test_products_are_found_by_code_or_name(shop: Shop) -> None:
    taken(shop, DATA / "shopify_orders.csv")
    by_code, by_name = products_by_keys(shop, ["candle", "none"], ["table"])
    assert list(by_code) == ["candle"]
    assert list(by_name) == ["table"]


def test_more_keys_than_a_statement_takes_values(shop: Shop) -> None:
    bought(shop)
    assert known_orders(shop, "", [str(number) for number in range(70_000)]).keys() == {"1001"}
