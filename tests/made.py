"""Shops made for tests: a fixed day, a few people and orders, and a shop that counts what it is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from desktop_app.actions.customers import add_customer
from desktop_app.actions.orders import add_order
from desktop_app.domain.changes import Topic
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, OrderId
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey
from desktop_app.domain.printing import Kind
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.store.tables import CustomerTable

TODAY = dt.date(2026, 11, 20)  # a Friday; Wednesday the 18th is a holiday in Latvia
BY = "tester"


def person(shop: Shop, given: str = "", family: str = "", **fields: Any) -> CustomerId:
    """A customer kept in the shop."""
    return add_customer(shop, CustomerFields(given=given, family=family, **fields), actor=BY)[0]


def bought(shop: Shop, customer: CustomerId | None = None, *articles: str, **fields: Any) -> OrderId:
    """An order kept in the shop, each article one piece at 12.50 EUR."""
    lines = tuple(Line(name, 1, unit_price=Money(1250, "EUR")) for name in articles or ("Mug",))
    made = OrderFields(**{"number": "", "customer": customer, "lines": lines, **fields})
    return add_order(shop, made, actor=BY)[0]


def complaining(shop: Shop, *customers: CustomerId, open_complaints: int = 1) -> None:
    """Lets customers have so many open complaints, as those who record complaints keep count of them."""
    with shop.change(msg("Complain"), actor=BY, topics=(Topic.CUSTOMERS,)) as change:
        change.update_many(CustomerTable, customers, ("open_complaints",), [(open_complaints,)] * len(customers))


def printed_papers(papers: Iterable[tuple[OrderId, Kind]]) -> PrintResult:
    """A run that printed these papers of these orders, all on one sheet."""
    placed = Placements()
    for place, (order, kind) in enumerate(papers, 1):
        placed.record(RecordKey(order, None, str(order)))
        placed.card(kind)
        placed.lies(place - 1, 1, place)
    return PrintResult(1, 1, placed, stock="a6", design="sprig", sha256="0" * 64)


def printed_people(kind: Kind, customers: Iterable[CustomerId]) -> PrintResult:
    """A run that printed a paper of this kind for these customers, all on one sheet."""
    placed = Placements()
    for place, customer in enumerate(customers, 1):
        placed.record(RecordKey(None, customer, str(customer)))
        placed.card(kind)
        placed.lies(place - 1, 1, place)
    return PrintResult(1, 1, placed, stock="a6", design="sprig", sha256="0" * 64)


class Counting:
    """A shop that counts the statements it is asked for, and the rows of lists it answers with."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.asked = 0
        self.rows_read = 0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._shop, name)
        if name not in ("rows", "row", "value", "named", "sql"):
            return found

        def counted(*given: Any) -> Any:
            self.asked += 1
            answer = found(*given)
            self.rows_read += len(answer) if isinstance(answer, list) else 1
            return answer

        return counted
