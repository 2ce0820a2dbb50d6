"""packaging/bench erase: erases people of whom everything is a mark, and searches every byte for the marks; 0 is right.

The positive control removes the last of them in the plain way, after which marks must be found.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from desktop_app.actions.customers import remove_customers
from desktop_app.actions.demo import fill_sample
from desktop_app.actions.erasing import erase
from desktop_app.actions.orders import remove_orders
from desktop_app.domain.listing import OrderFilter
from desktop_app.logs import kept
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.orders import order_ids
from desktop_app.store.connect import open_shop
from tests.actions.marked import Marked, hits, marked_person
from tests.made import BY

_SINGLY = 50  # erased one by one, the rest together


def main() -> None:
    """Runs the drill and ends with 1 where a byte is left or the control finds nothing."""
    words = argparse.ArgumentParser(prog="packaging/bench erase", description=__doc__)
    words.add_argument("--people", type=int, default=1000, metavar="N")
    words.add_argument("--seed", type=int, default=1, metavar="N")
    words.add_argument("--shop", metavar="URL", help="an empty shop on a server; else a file in a folder of its own")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, kept(Path(folder)):
        shop = open_shop(given.shop or f"{folder}/shop.cordial")
        try:
            good = _drill(shop, given.people, given.seed)
        finally:
            shop.close()
    sys.exit(0 if good else 1)


def _drill(shop: Shop, count: int, seed: int) -> bool:
    fill_sample(shop, customers=200, orders=600, undoable=False)
    others = customer_ids(shop)
    began = time.perf_counter()
    people = [marked_person(shop, seed * 1_000_000 + n, beside=others[n % len(others)]) for n in range(count)]  # type: ignore[arg-type]
    print(f"{count:,} people made in {time.perf_counter() - began:.0f} s, {len(_marks(people)):,} marks")
    before = {hit.rpartition(": ")[2] for hit in hits(shop, _marks(people))}
    print(f"{len(before):,} of the marks found before")
    control, gone = people[-1], people[:-1]
    began, tidy = time.perf_counter(), True
    for one in gone[:_SINGLY]:
        tidy = erase(shop, [one.id], actor=BY)[0].tidy and tidy
    single = (time.perf_counter() - began) / max(1, len(gone[:_SINGLY]))
    if len(gone) > _SINGLY:
        tidy = erase(shop, [one.id for one in gone[_SINGLY:]], actor=BY)[0].tidy and tidy
    print(f"erased in {time.perf_counter() - began:.1f} s, {single:.2f} s for a single one")
    left = hits(shop, _marks(gone))
    print(f"{len(left)} bytes of marks left of {len(gone):,} people{'' if tidy else ', and not tidy'}")
    for place in left[:10]:
        print(f"  {place}")
    remove_orders(shop, list(order_ids(shop, OrderFilter(customer=control.id))), actor=BY)  # type: ignore[arg-type]
    remove_customers(shop, [control.id], actor=BY)
    seen = {hit.rpartition(": ")[2] for hit in hits(shop, control.marks)}
    print(f"control: a plain removal leaves {len(seen)} of {len(control.marks)} marks")
    return tidy and not left and len(seen) > len(control.marks) // 2 and len(customer_ids(shop)) == len(others)


def _marks(people: list[Marked]) -> list[str]:
    return [mark for one in people for mark in one.marks]


if __name__ == "__main__":
    main()
