"""Invented Shopify exports of any length, as CSV and as workbooks: what `packaging/bench imports` imports."""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

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


def workbook(file: Path, rows: Path) -> None:
    """The same export saved by a spreadsheet program: numbers as numbers, the rest as text."""
    import xlsxwriter

    with (
        xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book,
        rows.open(newline="", encoding="utf-8") as text,
    ):
        sheet = book.add_worksheet("orders_export")
        for row, cells in enumerate(csv.reader(text)):
            for column, cell in enumerate(cells):
                if cell:
                    plain = row and cell.replace(".", "", 1).isdecimal()
                    sheet.write_number(row, column, float(cell)) if plain else sheet.write_string(row, column, cell)
