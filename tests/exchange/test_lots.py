"""Items that travel in columns arrive as they left."""

from __future__ import annotations

import pickle

import pytest

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.exchange.lots import packed, unpacked
from desktop_app.exchange.options import Item, Stray

HOME = Address("Anna", "Iela 1", "Rīga")
ORDERS = [
    OrderRecord(2, "#1", "1", PersonRecord(2, given="Anna", address=HOME), ship_to=HOME, lines=()),
    OrderRecord(3, "#2", "2", PersonRecord(3), total_minor=5, lines=(LineRecord(3, "Mug", 1), LineRecord(4, "Cup", 2))),
    OrderRecord(5, "#3", "3", PersonRecord(5, email="a@b.lv"), lines=(LineRecord(5, "Bowl", 3),)),
]
ODD = Remarked(Remark.LOST_ZERO, "1050", 2)
PERSON = PersonRecord(7, family="Ozola")


@pytest.mark.parametrize(
    "items",
    [
        [],
        ORDERS,
        ORDERS[:1],
        [ODD, *ORDERS[:2], ODD, Stray("#1", (9, ["#1", ""])), ORDERS[2], ODD],
        [PERSON, ODD, PERSON],
    ],
    ids=["nothing", "orders", "an order without lines", "orders and what is odd", "people"],
)
def test_items_arrive_as_they_left_and_in_their_sequence(items: list[Item]) -> None:
    found = unpacked(pickle.loads(pickle.dumps(packed(items))))
    assert found == items
    assert [type(item) for item in found] == [type(item) for item in items]
    assert [type(line) for item in found if isinstance(item, OrderRecord) for line in item.lines] == [
        LineRecord for item in items if isinstance(item, OrderRecord) for _ in item.lines
    ]
