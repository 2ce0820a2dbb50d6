"""packaging/bench imports: order lines a second from a Shopify export into the shop, beside csv and the bare driver."""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.queries import Shop

GOAL = 40_000  # order lines a second, file to committed
ORDER = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
    "Lineitem fulfillment status"
)
ADDRESS = ("Name", "Street", "Address1", "Address2", "Company", "City", "Zip", "Province", "Country", "Phone")
REST = (
    "Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,"
    "Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,"
    "Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,"
    "Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References"
)
ADDRESSES = [f"{which} {part}" for which in ("Billing", "Shipping") for part in ADDRESS]
HEAD = [*ORDER.split(","), *ADDRESSES, *REST.split(",")]
GIVEN = ("Anna", "Jānis", "Ольга", "Māris", "Liene", "Иван", "Kate", "Pēteris", "Zane", "Igor")
FAMILY = ("Bērziņa", "Kalniņš", "Иванова", "Ozols", "Smith", "Петров", "Ķēniņš", "Liepa", "Žagars", "Brown")
OPENED = dt.datetime(2022, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=2)))
TABLES = ("customer", "product", "orders", "order_line")


def export(file: Path, rows: int) -> None:
    """An invented export of all columns: two articles an order on average, half as many people as orders."""
    chance = random.Random(1)
    number = 1000
    with file.open("w", newline="", encoding="utf-8") as stream:
        out = csv.DictWriter(stream, HEAD, restval="")
        out.writeheader()
        while rows > 0:
            number += 1
            articles = [
                (chance.randrange(400), chance.choice((1, 1, 2))) for _ in range(chance.choice((1, 1, 2, 2, 3, 3)))
            ]
            person = chance.randrange(max(1, rows // 4 + 1))
            placed = (OPENED + dt.timedelta(minutes=number * 11)).strftime("%Y-%m-%d %H:%M:%S %z")
            total = sum((10 + article % 90) * pieces for article, pieces in articles)
            cells = first_row(number, person, placed, total)
            for article, pieces in articles:
                out.writerow({**cells, **line(number, person, placed, article, pieces)})
                cells = {}
                rows -= 1


def first_row(number: int, person: int, placed: str, total: int) -> dict[str, str]:
    """The cells only an order's first row has."""
    name = f"{GIVEN[person % 10]} {FAMILY[person // 10 % 10]}"
    street = f"Brīvības iela {person % 200}"
    home = {"Name": name, "Street": street, "Address1": street, "City": "Rīga", "Zip": f"LV-1{person % 1000:03}"}
    home |= {"Country": "LV", "Phone": f"+371 2{person:07}"}
    shipped = number % 50 > 0
    return {
        **{f"{which} {part}": text for which in ("Billing", "Shipping") for part, text in home.items()},
        "Financial Status": "paid", "Paid at": placed, "Fulfillment Status": "fulfilled" if shipped else "unfulfilled",
        "Fulfilled at": placed if shipped else "", "Currency": "EUR", "Subtotal": f"{total}.00", "Shipping": "4.90",
        "Taxes": "3.21", "Total": f"{total + 4}.90", "Discount Amount": "0.00", "Shipping Method": "Omniva",
        "Refunded Amount": "0.00", "Id": str(5_000_000_000 + number), "Source": "web", "Payment Method": "Card",
    }  # fmt: skip


def line(number: int, person: int, placed: str, article: int, pieces: int) -> dict[str, str]:
    """The cells every row has."""
    return {
        "Name": f"#{number}", "Email": f"person{person}@pasts.example", "Created at": placed, "Vendor": "Our Shop",
        "Lineitem quantity": str(pieces), "Lineitem name": f"Article {article} - blue", "Lineitem discount": "0.00",
        "Lineitem price": f"{10 + article % 90}.00", "Lineitem sku": f"SKU-{article:04}",
    }  # fmt: skip


def timed(what: str, lines: int, run: Callable[[], Any]) -> Any:
    """What a call returns; tells its time by the clock, and the CPU time and memory of both processes it may take."""
    begun, here, beside = time.perf_counter(), time.process_time(), used(resource.RUSAGE_CHILDREN).ru_utime
    found = run()
    seconds = time.perf_counter() - begun
    here, beside = time.process_time() - here, used(resource.RUSAGE_CHILDREN).ru_utime - beside
    scale = 1e6 if sys.platform == "darwin" else 1e3
    memory = [used(who).ru_maxrss / scale for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        f"{what:<52} {seconds:>6.2f} s {lines / seconds:>9,.0f} lines/s"
        f"   CPU {here:>5.2f} + {beside:>5.2f} s   {memory[0]:>4.0f} + {memory[1]:.0f} MB",
        flush=True,
    )
    return found


def used(who: int) -> resource.struct_rusage:
    """What this process, or those it started, used so far."""
    return resource.getrusage(who)


def read_by_csv(file: Path) -> int:
    """The floor of reading: nothing but the csv module."""
    with file.open(newline="", encoding="utf-8") as stream:
        return sum(1 for _ in csv.reader(stream))


def write_by_driver(shop: Shop, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """The floor of writing: the same rows into the same tables by executemany, no keys counted, nothing compared."""
    shop.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        marks = ", ".join("?" * len(rows[table][0]))
        shop.many(f"INSERT INTO {table} VALUES ({marks})", rows[table])
    shop.execute("COMMIT")


def main() -> None:
    """Makes a file, imports it, and tells the figures."""
    words = argparse.ArgumentParser(prog="packaging/bench imports", description=__doc__)
    words.add_argument("--rows", type=int, default=200_001)
    rows = words.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "orders_export.csv"
        export(file, rows)
        print(
            f"{rows:,} rows, {file.stat().st_size / 1e6:.0f} MB, {len(HEAD)} columns; CPU here + of the second process"
        )
        timed("floor: csv.reader", rows, lambda: read_by_csv(file))
        measure(Path(folder), file, rows)


def measure(folder: Path, file: Path, rows: int) -> None:
    """The import's ways, then the floor of writing what they wrote."""
    # Here, because the second process of an import loads the module its program began with: Cordial's own is light.
    from desktop_app.actions.importing import import_file, plan_import, run_import, undo_import
    from desktop_app.store.connect import open_shop

    shop = open_shop(str(folder / "shop.cordial"))
    _, done = timed(f"import_file, file to committed (goal {GOAL:,})", rows, lambda: import_file(shop, file, actor=""))
    timed("undo_import", rows, lambda: undo_import(shop, done.id, actor=""))
    plan = timed("plan_import", rows, lambda: plan_import(shop, file))
    timed("run_import of the plan, a backup of the shop first", rows, lambda: run_import(shop, plan, actor=""))
    timed("import_file of the same file: nothing to write", rows, lambda: import_file(shop, file, actor=""))
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\n")
    timed("plan_import of another export of the same orders", rows, lambda: plan_import(shop, file))
    written = {table: shop.sql(f"SELECT * FROM {table} ORDER BY id") for table in TABLES}
    shop.close()
    bare = open_shop(str(folder / "bare.cordial"))
    timed("floor: executemany of the same rows", rows, lambda: write_by_driver(bare, written))
    bare.close()


if __name__ == "__main__":
    main()
