"""The part of `packaging/bench people` that opens customers' records: the question, and its statements."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.domain.customers import CustomerId
from desktop_app.queries.customer_file import customer_file

if TYPE_CHECKING:
    from people import Bench

GOAL = 50.0  # ms, 95 of a hundred records
MOST = 13  # statements
_ROW = "SELECT * FROM customer WHERE id = ?"
_ASKING = ("rows", "row", "value", "named", "sql")


def measure(bench: Bench) -> None:
    """The floor, records of anybody, and of those with most orders; each asked for the first time."""
    chance = random.Random(11)
    [(last,)] = bench.shop.sql("SELECT max(id) FROM customer")
    times = min(500, bench.times)
    anybody = [chance.randint(1, last) for _ in range(times)]
    there = [row[0] for row in bench.shop.sql(f"SELECT id FROM customer WHERE id IN ({_listed(anybody)})")]
    busiest = [row[0] for row in bench.shop.sql("SELECT id FROM customer ORDER BY orders DESC LIMIT 50")]
    chance.shuffle(there)
    bench.tell("floor: the customer’s own row", [_took(lambda n=one: bench.shop.sql(_ROW, (n,))) for one in there])
    counting = _Counting(bench.shop)
    for what, people in (("a record opened", there), ("a record with most orders", busiest)):
        counting.most = 0
        took = [_took(lambda n=one: counting.open(n)) for one in people]
        bench.tell(what, took, goal=GOAL, note=f"at most {counting.most} statements")
        bench.missed += counting.most > MOST


class _Counting:
    """A shop that counts what it is asked for one record."""

    def __init__(self, shop: Any) -> None:
        self._shop = shop
        self.asked = 0
        self.most = 0

    def open(self, number: int) -> None:
        """Asks for one record."""
        self.asked = 0
        customer_file(self, CustomerId(number))  # type: ignore[arg-type]  # it answers like a shop
        self.most = max(self.most, self.asked)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._shop, name)
        if name not in _ASKING:
            return found

        def counted(*given: Any) -> Any:
            self.asked += 1
            return found(*given)

        return counted


def _listed(numbers: list[int]) -> str:
    return ",".join(map(str, numbers))


def _took(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000
