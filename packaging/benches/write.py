"""packaging/bench write: rows a second into a shop and out again by undo, beside the bare driver and usual peewee."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
from goals import Figure, gather

from desktop_app.i18n import msg
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable
from desktop_app.store.undo import redo, undo

GOAL_LINES = 40_000  # order lines a second, file to committed; the store's part of it must be far above
PACE = 400  # rows; peewee gives every column of a row a value
GOAL_UNDO = 2.0  # seconds for 100,000 edited rows
NAMES = ("anna", "boriss", "līga", "jānis", "мария", "иван", "ilze", "ann")
CUSTOMER = ("given", "family", "email", "email_key", "phone_key", "sort_key", "doc", "birth_month_day")
ORDER = (
    "number", "number_key", "source", "source_key", "customer", "placed_at", "placed_on", "status", "paid", "currency",
    "total_minor", "ship_by", "to_name", "to_street", "to_city", "line_count",
)  # fmt: skip
LINE = ("order", "position", "sku", "name", "quantity", "unit_minor", "total_minor")


def customers(count: int) -> Iterator[tuple[Any, ...]]:
    for n in range(count):
        given, family = NAMES[n % len(NAMES)], f"family{n * 7919 % count}"
        mail = f"a{n}@pasts.example"
        yield given, family, mail, mail, str(20_000_000 + n), f"{family} {given}", f"{given} {family}", 101 + n % 28


def orders(people: range) -> Iterator[tuple[Any, ...]]:
    day, promised = dt.date(2026, 11, 2), dt.date(2026, 11, 4)
    for n, person in enumerate(people):
        status = "new" if n % 10 == 0 else "delivered"
        yield (
            f"#{n}", str(n), "shopify", str(n), person, "2026-11-02T10:00:00+02:00", day, status, True, "EUR",
            3800, promised, "Anna Kalniņa", "Brīvības iela 1", "Rīga", 2,
        )  # fmt: skip


def lines(of: range) -> Iterator[tuple[Any, ...]]:
    for order in of:
        yield order, 1, "LN-1", "Linen napkin", 2, 950, 1900
        yield order, 2, "CU-1", "Cup", 1, 1900, 1900


def timed(what: Callable[[], Any]) -> tuple[Any, float]:
    """What a call returns, and its CPU seconds: other work on the machine does not count."""
    begun = time.process_time()
    found = what()
    return found, time.process_time() - begun


def tell(what: str, rows: int, seconds: float, remark: str = "") -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(
        f"{what:<44} {rows:>9,} rows {seconds:>7.2f} s {rows / seconds:>10,.0f}/s {memory:>5.0f} MB  {remark}",
        flush=True,
    )


def ours(shop: Shop, count: int) -> range:
    """An import's worth of rows through one change, then a bulk edit, undone and done again."""

    def take_in() -> tuple[range, float]:
        with shop.change(msg("Import"), actor="", topics=[]) as change:
            people, _ = timed(lambda: change.insert_many(CustomerTable, CUSTOMER, customers(count)))
            begun = time.process_time()
            made = change.insert_many(OrderTable, ORDER, orders(people))
            change.insert_many(LineTable, LINE, lines(made))
        return made, time.process_time() - begun

    (made, papers), seconds = timed(take_in)
    tell("customers, orders and lines, one change", count * 4, seconds, f"{count * 2 / seconds:,.0f} lines/s of all")
    tell("  of it orders and lines", count * 3, papers, f"{count * 2 / papers:,.0f} lines/s, goal {GOAL_LINES:,}")

    def edit() -> None:
        with shop.change(msg("Pack"), actor="", topics=[]) as change:
            change.update_many(OrderTable, made, ("status", "packed_by"), (("packed", "Anna") for _ in made))

    tell("edit of all orders", count, timed(edit)[1])
    took = timed(lambda: undo(shop, actor=""))[1]
    undone = Figure(f"undoing an edit of {count:,} rows", took, "s", most=GOAL_UNDO * count / 100_000)
    tell("  undone", count, took, gather(undone).verdict)
    tell("  done again", count, timed(lambda: redo(shop, actor=""))[1])
    return made


def floor(file: Path, count: int) -> None:
    """The bare driver into the same tables, without journal or log."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.convert_binding = lambda _cursor, _number, value: value.isoformat()
    connection.pragma("synchronous", "FULL")
    for table, columns, rows in ((OrderTable, ORDER, orders), (LineTable, LINE, lines)):
        meta = table._meta
        given = [meta.fields[name] for name in columns]
        others = [f for f in meta.sorted_fields if f.name not in (*columns, "id") and f.default is not None]
        names = ", ".join(f'"{f.column_name}"' for f in (*given, *others))
        marks = ", ".join(["?"] * len(columns) + [repr(f.default) if f.default != "" else "''" for f in others])
        text = f'INSERT INTO "{meta.table_name}" ({names}) VALUES ({marks})'
        people = range(1, count + 1)

        def write(text: str = text, rows: Any = rows, people: range = people) -> None:
            with connection:
                connection.executemany(text, rows(people))

        number = count * 2 if table is LineTable else count
        tell(f"floor: bare apsw, {meta.table_name}", number, timed(write)[1])
    connection.close()


def naive(shop: Shop, count: int) -> None:
    """What most programs do: peewee's insert_many, as many rows at a time as SQLite has places for values."""
    fields = [OrderTable._meta.fields[name] for name in ORDER]
    rows = [(*row[:2], "naive", *row[3:4], None, *row[5:]) for row in orders(range(count))]

    def write() -> None:
        with shop.change(msg("Naive"), actor="", topics=[]) as change:
            for at in range(0, count, PACE):
                shop.run(OrderTable.insert_many(rows[at : at + PACE], fields=fields))
            change.wrote = True

    tell("peewee insert_many, orders, no journal", count, timed(write)[1])


def main() -> None:
    """Measures on a file, and on a server when its empty database is named."""
    words = argparse.ArgumentParser(prog="packaging/bench write", description=__doc__)
    words.add_argument("--orders", type=int, default=100_000)
    words.add_argument("--server", help="postgresql:// address of an empty database, to measure that too")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = name
        shop = open_shop(folder / "shop.cordial")
        ours(shop, given.orders)
        naive(shop, given.orders // 4)
        shop.close()
        open_shop(folder / "floor.cordial").close()
        floor(folder / "floor.cordial", given.orders)
        print(f"file {(folder / 'shop.cordial').stat().st_size / 1e6:.0f} MB")
    if given.server:
        shop = open_shop(given.server)
        ours(shop, given.orders)
        shop.close()


if __name__ == "__main__":
    main()
