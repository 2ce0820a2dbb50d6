"""The duplicates part of bench people: comparing everybody, and one customer; the floor is reading their names."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from people import Bench

_TIMES = 40


def measure(bench: Bench) -> None:
    """Tells how long possible duplicates take to find."""
    from desktop_app.domain.customers import CustomerId
    from desktop_app.queries.duplicates import duplicates, duplicates_of

    shop = bench.shop
    began = time.perf_counter()
    names, seen = 0, 0
    wanted = "SELECT id, given, family, city FROM customer WHERE id > ? AND city <> '' ORDER BY id LIMIT 20000"
    while rows := shop.sql(wanted, (seen,)):
        names, seen = names + len(rows), rows[-1][0]
    bench.tell("floor: to read everybody's name and town", [(time.perf_counter() - began) * 1000])
    began, busy = time.perf_counter(), time.process_time()
    found = duplicates(shop, progress=lambda _done, _total: True)
    said = f"{time.process_time() - busy:.1f} s of the processor, {found.count:,} pairs of {names:,} people"
    bench.tell("to compare everybody", [(time.perf_counter() - began) * 1000], note=said)
    took = []
    for number in range(1, seen, max(1, seen // _TIMES)):
        began = time.perf_counter()
        duplicates_of(shop, CustomerId(number))
        took.append((time.perf_counter() - began) * 1000)
    bench.tell("to compare one customer", took)
