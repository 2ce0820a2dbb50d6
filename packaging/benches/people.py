"""packaging/bench people: finding, Today, lists and records in a shop of a million customers, the floor beside each.

Each part is a module `people_PART.py` with one function `measure(bench)`, which tells its figures by `bench.tell`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goals import Figure, gather
from start import SHOPS
from start import shop as shop_of

if TYPE_CHECKING:
    from desktop_app.queries import Shop

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("search", "today", "lists", "record", "duplicates")


@dataclass
class Bench:
    """What every part is given: the shop, open to be read, where it lies, and how often to ask."""

    shop: Shop
    location: str
    times: int
    missed: int = 0

    def each(
        self, what: str, asked: Sequence[Callable[[], object]], *, goal: float | None = None, note: str = ""
    ) -> None:
        """Does each of these once and tells how long they took by the clock, and in CPU time: others work here too."""
        took, worked = [], []
        for do in asked:
            begun, busy = time.perf_counter(), time.process_time()
            do()
            took.append((time.perf_counter() - begun) * 1000)
            worked.append((time.process_time() - busy) * 1000)
        worked.sort()
        cpu = f"CPU p95 {worked[int(len(worked) * 0.95)]:.2f}"
        self.tell(what, took, goal=goal, note=f"{cpu}  {note}")

    def tell(self, what: str, took: Sequence[float], *, goal: float | None = None, note: str = "") -> None:
        """One line of figures for times in milliseconds; `goal` is what 95 of a hundred should stay under."""
        ordered = sorted(took)
        tail = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        verdict = ""
        if goal is not None:
            figure = gather(Figure(f"{what}, p95", tail, "ms", most=goal))
            verdict = f"  {figure.verdict}"
            self.missed += not figure.met
        print(
            f"{what:<58} n {len(ordered):>5}  p50 {statistics.median(ordered):>8.2f}  p95 {tail:>8.2f}"
            f"  worst {ordered[-1]:>8.2f} ms{verdict}  {note}".rstrip(),
            flush=True,
        )


def main() -> None:
    """Takes or makes the shop, and lets each part measure; ends with 1 when a goal was missed."""
    words = argparse.ArgumentParser(prog="packaging/bench people", description=__doc__)
    words.add_argument("--shop", help="a shop that is there already; else one is made in build/bench")
    words.add_argument("--customers", type=int, default=SHOPS["large"][0])
    words.add_argument("--orders", type=int, default=SHOPS["large"][1])
    words.add_argument("--times", type=int, default=2_000, help="questions the search box is asked")
    words.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    given = words.parse_args()
    place = given.shop or str(shop_of(given.customers, given.orders))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.store.connect import open_shop

    shop: Any = open_shop(place, write=False)
    bench = Bench(shop, place, given.times)
    counts = [shop.sql(f"SELECT count(*) FROM {table}")[0][0] for table in ("customer", "relative", "orders")]
    print("{:,} customers, {:,} people around them, {:,} orders".format(*counts))
    for part in given.parts or PARTS:
        if Path(__file__).with_name(f"people_{part}.py").exists():
            print(f"\n{part}")
            importlib.import_module(f"people_{part}").measure(bench)
    shop.close()
    sys.exit(1 if bench.missed else 0)


if __name__ == "__main__":
    main()
