"""Two exports of one invented shop, a fortnight apart, for the picture of an import plan with everything in it."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from tests.made import TODAY

EARLIER, LATER = 118, 152  # orders in each; the later export has those of the earlier one too
SHIPPED_SINCE = 9
PEOPLE = [
    f"{given} {family}"
    for given in ("Anna", "Līga", "Ольга", "Kate", "Jānis", "Мария", "Zane", "Emily")
    for family in ("Ozola", "Kalniņa", "Smirnova", "Brown", "Žagare", "Liepa", "Петрова")
]
GOODS = [
    ("Linen towel, sand", 1850),
    ("Wool blanket", 8900),
    ("Oak spoon", 1200),
    ("Beeswax candle", 950),
    ("Mug", 1640),
]
PLACES = [
    ("Rīga", "LV-1010", "LV"),
    ("Liepāja", "LV-3401", "LV"),
    ("Tallinn", "10111", "EE"),
    ("London", "E1 6AN", "GB"),
]
ODD = {
    LATER - 4: {"Total": "1O8.00"},  # a letter for a nought
    LATER - 9: {"Email": "kate@example.com; kate.brown@example.org"},
    LATER - 13: {"Created at": "31.04.2026"},
    LATER - 2: {"Lineitem quantity": "0"},
    LATER - 6: {"Financial Status": "refunded", "Total": "-18.50"},
}


def two_exports(folder: Path) -> tuple[Path, Path]:
    """The earlier export and the later one, of the same name in folders of their own."""
    files = []
    for count, since in ((EARLIER, 0), (LATER, SHIPPED_SINCE)):
        file = folder / f"export-{count}" / "orders_export.csv"
        file.parent.mkdir(exist_ok=True)
        with file.open("w", newline="", encoding="utf-8") as stream:
            rows = list(_rows(count, since))
            out = csv.DictWriter(stream, list(rows[0]), restval="")
            out.writeheader()
            out.writerows(rows)
        files.append(file)
    return files[0], files[1]


def _rows(count: int, shipped_since: int) -> Iterator[dict[str, str]]:
    chance = random.Random(7)
    for number in range(count):
        name, (city, postcode, country) = chance.choice(PEOPLE), chance.choice(PLACES)
        (goods, price), pieces = chance.choice(GOODS), chance.choice((1, 1, 2))
        placed = TODAY - dt.timedelta(days=(LATER - number) // 3)
        shipped = number < EARLIER - SHIPPED_SINCE + shipped_since
        usual = {
            "Name": f"#{2000 + number}", "Email": f"buyer{PEOPLE.index(name)}@example.com", "Financial Status": "paid",
            "Fulfillment Status": "fulfilled" if shipped else "unfulfilled", "Currency": "EUR",
            "Total": f"{price * pieces / 100:.2f}", "Created at": f"{placed} 10:15:00 +0200",
            "Lineitem quantity": str(pieces), "Lineitem name": goods, "Lineitem price": f"{price / 100:.2f}",
            "Lineitem sku": goods[:4].upper(), "Billing Name": name, "Billing Street": f"Garden street {number % 40}",
            "Billing City": city, "Billing Zip": postcode, "Billing Country": country, "Id": str(7_100_000 + number),
        }  # fmt: skip
        yield {**usual, **ODD.get(number, {})}
