"""The bad inputs an import must stand, made on the spot, each with the sentence that it produces."""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.exchange.workbooks import encrypted, repacked, table, workbook

HEAD = "Order,Date,Customer,Email,Item,Qty,Price,Total,Currency"
PEOPLE = "Name,Email,Phone,Birthday"


@dataclass(frozen=True)
class Bad:
    """One bad input. `says` is what is told of it, or shown in the plan where it is read all the same.

    `place` are the row and column that are named, `taken` counts the records that would go in.
    """

    what: str
    name: str
    content: bytes
    says: str
    place: tuple[int, str] = (0, "")
    taken: int = 0


def order(**cells: str) -> str:
    """A row of an order where only these cells are unlike a good one's."""
    good = {
        "Order": "17", "Date": "2026-11-02", "Customer": "Anna Ozola", "Email": "anna@pasts.example", "Item": "Cup",
        "Qty": "1", "Price": "5.00", "Total": "5.00", "Currency": "EUR",
    }  # fmt: skip
    return ",".join('"' + {**good, **cells}[name].replace('"', '""') + '"' for name in HEAD.split(","))


def orders(*rows: str, head: str = HEAD) -> bytes:
    """A table of orders."""
    return "\n".join([head, *rows, ""]).encode()


def people(*rows: str, head: str = PEOPLE) -> bytes:
    """A table of people."""
    return "\n".join([head, *rows, ""]).encode()


def sheet(fill: Callable[[Any, Any], None], **options: Any) -> bytes:
    """A workbook of orders with headings, the rest filled by `fill(book, sheet)`."""

    def both(book: Any, page: Any) -> None:
        page.write_row(0, 0, HEAD.split(","))
        fill(book, page)

    return workbook(both, **options)


def formula() -> bytes:
    """A workbook with a formula that no program has worked out."""
    good = ["17", "2026-11-02", "Anna", "anna@pasts.example", "Cup", 1, 5, 5, "EUR"]
    cell = b'<c r="H2"><f>F2*G2</f></c>'
    return repacked(
        sheet(lambda book, page: page.write_row(1, 0, good)),
        {"sheet1": lambda part: part.replace(b'<c r="H2"><v>5</v></c>', cell)},
    )


def serial_days(book: Any, page: Any) -> None:
    """An order of 4 March 2026, a day that the workbook keeps as a number."""
    page.write_row(1, 0, ["17", "", "Anna", "a@pasts.example", "Cup", 1, 5, 5, "EUR"])
    page.write_datetime(1, 1, dt.datetime(2026, 3, 4), book.add_format({"num_format": "dd.mm.yyyy"}))


def lying() -> bytes:
    """A small workbook whose one stray cell makes its table larger than any computer's memory."""
    far = b'<row r="900000"><c r="XFD900000"><v>1</v></c></row></sheetData>'
    return repacked(table(), {"sheet1": lambda part: part.replace(b"</sheetData>", far)})


def bomb() -> bytes:
    """A small workbook that unpacks to a gigabyte."""
    return repacked(table(), {"sharedStrings": lambda part: part + b" " * (70 << 20)})


def entities() -> bytes:
    """A workbook that asks for a file of the computer it is opened on."""
    evil = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return repacked(table(), {"sharedStrings": lambda part: evil + part})


def card(*lines: str, end: bool = True) -> bytes:
    """A vCard."""
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, *(["END:VCARD"] if end else []), ""]).encode()


def photo() -> str:
    """A photo of five megabytes as a vCard holds it."""
    return "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["QUJD" * 18] * (5_000_000 // 72))


def picture() -> bytes:
    """The head of a picture."""
    out = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    out.seek(0, io.SEEK_END)
    out.write(struct.pack(">I4sII", 13, b"IHDR", 12_000, 12_000))
    return out.getvalue()


LATVIAN = "Vārds;E-pasts\nJānis Bērziņš;janis@pasts.example\nĶērsta Žagariņa;zagarina@pasts.example\n"
RUSSIAN = "Имя;Эл. почта\nЁлкин Пётр;petr@pochta.example\nЩукина Юлия;yulia@pochta.example\n"
SHOPIFY = "Email,Financial Status,Lineitem quantity,Lineitem name,Lineitem price\n"
UNCLOSED = '18,2026-11-02,"Anna,a@pasts.example,Cup,1,5,5,EUR'
ENTRIES = "EMAIL:anna@pasts.example"
SAVE = "Open it in a spreadsheet program and save it as CSV."
NO_MONEY = "This is not an amount of money. Correct it to a form like 1234.50."
NO_NUMBER = "This cannot be an order number or id. Correct it in the file."
NO_DAY = "There is no such day in the calendar. Correct the date."
TOO_LONG = "This is longer than 1,000 letters. Shorten it in the file or in the shop."
SHORTENED = "A spreadsheet has shortened this number and its last digits are lost. Import the export as it comes."
BAD = (
    Bad("an empty file", "a.csv", b"", "a.csv is empty. Export it again."),
    Bad(
        "only headings",
        "a.csv",
        orders(),
        "a.csv has headings but 0 rows. Export it again with its rows in it.",
        place=(1, ""),
    ),
    Bad(
        "a column is missing",
        "a.csv",
        (SHOPIFY + "a@pasts.example,paid,1,Cup,5.00\n").encode(),
        "a.csv: the column Name / Id is missing. Found: Email, Financial Status, Lineitem quantity, "
        "Lineitem name, Lineitem price. Export the file again with that column.",
        place=(1, "Name"),
    ),
    Bad(
        "a heading twice",
        "a.csv",
        orders(order() + ",6.00", head=HEAD + ",Total"),
        "a.csv: the heading “Total” stands twice. Say in a mapping which column is meant: total = “Total (H)”.",
        place=(1, "Total"),
    ),
    Bad(
        "a quotation mark that is not closed",
        "a.csv",
        orders(order(), UNCLOSED, *(order(Order=str(n)) for n in range(20, 25))),
        "a.csv, row 3: a quotation mark opens here and is not closed, so the rows after it would be "
        "lost. Close or remove it, or export the file again.",
        place=(3, ""),
    ),
    Bad(
        "a row with too few cells",
        "a.csv",
        orders(order(), "18,2026-11-02,Anna"),
        "The row has 3 cells under 9 headings, so its values may stand in wrong columns. Put quotation "
        "marks around texts that hold the separator, or export the file again.",
        place=(3, ""),
        taken=1,
    ),
    Bad(
        "UTF-16",
        "a.csv",
        LATVIAN.encode("utf-16"),
        "Read as utf-16. If letters look wrong, choose another encoding.",
        taken=2,
    ),
    Bad(
        "Russian of Windows",
        "a.csv",
        RUSSIAN.encode("cp1251"),
        "Read as cp1251. If letters look wrong, choose another encoding.",
        taken=2,
    ),
    Bad(
        "Latvian of Windows",
        "a.csv",
        LATVIAN.encode("cp1257"),
        "Read as cp1257. If letters look wrong, choose another encoding.",
        taken=2,
    ),
    Bad(
        "two encodings in one file",
        "a.csv",
        LATVIAN.encode() + "Žanis;z@pasts.example\n".encode("cp1257"),
        "a.csv, row 4: its letters are written in another encoding than the rest. Save the whole file as UTF-8.",
        place=(4, ""),
    ),
    Bad("a byte order mark", "a.csv", LATVIAN.encode("utf-8-sig"), "Jānis Bērziņš", taken=2),
    Bad(
        "a zero byte",
        "a.csv",
        orders(order(), order(Order="18", Item="Cu\x00p")),
        "a.csv, row 3: a zero byte stands in it, so it is damaged or not a text. Export it again.",
        place=(3, ""),
    ),
    Bad(
        "half a character",
        "a.csv",
        orders(order()) + b"18,2026-11-02,A\xed\xa0\x80,,Cup,1,5,5,EUR\n",
        "a.csv, row 3: half a character stands in it (a lone surrogate). Correct that cell and export it again.",
        place=(3, ""),
    ),
    Bad(
        "a cell of 40,000 letters",
        "a.csv",
        orders(order(), order(Order="18", Item="x" * 40_000)),
        TOO_LONG,
        place=(3, "Item"),
        taken=1,
    ),
    Bad(
        "a cell so far out that the table has billions",
        "a.xlsx",
        lying(),
        "a.xlsx was refused as unsafe: its table reaches over millions of empty cells. " + SAVE,
    ),
    Bad(
        "a workbook with a password",
        "a.xlsx",
        encrypted(),
        "a.xlsx is locked with a password. Take the password off and try again.",
    ),
    Bad(
        "a workbook named CSV",
        "a.csv",
        table(),
        "a.csv is an Excel workbook (XLSX), not a text table (CSV). Give its name the ending .xlsx and try again.",
    ),
    Bad(
        "a text named XLSX",
        "a.xlsx",
        orders(order()),
        "a.xlsx is a text table (CSV), not an Excel workbook (XLSX). Give its name the ending .csv and try again.",
    ),
    Bad("a picture named CSV", "a.csv", picture(), "a.csv is a picture (PNG)."),
    Bad(
        "a workbook that breaks off",
        "a.xlsx",
        table()[:-400],
        "a.xlsx breaks off or is damaged. Export or copy it again and try the new copy.",
    ),
    Bad(
        "a bomb",
        "a.xlsx",
        bomb(),
        "a.xlsx was refused as unsafe: it unpacks to more than a hundred times its size. " + SAVE,
    ),
    Bad(
        "entities of its own",
        "a.xlsx",
        entities(),
        "a.xlsx was refused as unsafe: it declares entities of its own. " + SAVE,
    ),
    Bad(
        "a formula without its result",
        "a.xlsx",
        formula(),
        "a.xlsx, sheet Sheet1, cell H2: a formula stands there without a result. Correct it, or open the file in a "
        "spreadsheet program, save it and try again.",
        place=(2, "H"),
    ),
    Bad("days kept as numbers", "a.xlsx", sheet(serial_days), "2026-03-04", taken=1),
    Bad("days counted from 1904 on", "a.xlsx", sheet(serial_days, date_1904=True), "2026-03-04", taken=1),
    Bad(
        "day first or month first",
        "a.csv",
        orders(order(Date="03/04/25")),
        "a.csv: is 03/04/25 written day first or month first? Say so and try again.",
    ),
    Bad("31 April", "a.csv", orders(order(), order(Order="18", Date="31.04.2026")), NO_DAY, place=(3, "Date"), taken=1),
    Bad(
        "the year 25",
        "a.csv",
        orders(order(), order(Order="18", Date="0025-11-02")),
        "The year 0025 cannot be right. Correct the date.",
        place=(3, "Date"),
        taken=1,
    ),
    Bad("30 February as a birthday", "a.csv", people("Anna,a@pasts.example,,19850230"), NO_DAY, place=(2, "Birthday")),
    Bad("a birthday without a year", "a.csv", people("Anna,a@pasts.example,,--02-29"), "Anna", taken=1),
    Bad(
        "NaN as money", "a.csv", orders(order(), order(Order="18", Total="NaN")), NO_MONEY, place=(3, "Total"), taken=1
    ),
    Bad(
        "1e999 as money",
        "a.csv",
        orders(order(), order(Order="18", Total="1e999")),
        NO_MONEY,
        place=(3, "Total"),
        taken=1,
    ),
    Bad(
        "1_000 as money",
        "a.csv",
        orders(order(), order(Order="18", Total="1_000")),
        NO_MONEY,
        place=(3, "Total"),
        taken=1,
    ),
    Bad(
        "Arabic digits as money",
        "a.csv",
        orders(order(), order(Order="18", Total="١٢٣")),
        NO_MONEY,
        place=(3, "Total"),
        taken=1,
    ),
    Bad("a comma before the cents", "a.csv", orders(order(Price="1.234,56", Total="1.234,56")), "123456 EUR", taken=1),
    Bad("a point before the cents", "a.csv", orders(order(Price="1,234.56", Total="1,234.56")), "123456 EUR", taken=1),
    Bad(
        "a path as an order number",
        "a.csv",
        orders(order(), order(Order="../../etc/passwd")),
        NO_NUMBER,
        place=(3, "Order"),
        taken=1,
    ),
    Bad(
        "a formula as an order number",
        "a.csv",
        orders(order(), order(Order="=cmd|' /C calc'!A0")),
        NO_NUMBER,
        place=(3, "Order"),
        taken=1,
    ),
    Bad(
        "300 characters as an order number",
        "a.csv",
        orders(order(), order(Order="9" * 300)),
        NO_NUMBER,
        place=(3, "Order"),
        taken=1,
    ),
    Bad(
        "an order number in spreadsheet shorthand",
        "a.csv",
        orders(order(), order(Order="1,23E+11")),
        SHORTENED,
        place=(3, "Order"),
        taken=1,
    ),
    Bad("a leading zero", "a.csv", orders(order(Order="0017")), "0017", taken=1),
    Bad(
        "a postcode without its zero",
        "a.csv",
        orders(order() + ",DE,1067", head=HEAD + ",Country,Postcode"),
        "1 postcode seems to have lost its leading zero (1067); look at it before you post.",
        taken=1,
    ),
    Bad(
        "two e-mails in one cell",
        "a.csv",
        people("Anna,a@pasts.example,,", "Zane,z@pasts.example;x@pasts.example,,"),
        "More than one e-mail address stands here. Leave the one the customer writes from.",
        place=(3, "Email"),
        taken=1,
    ),
    Bad(
        "a name with signs",
        "a.csv",
        people("<b>Anna & \u202eZane</b> 👨\u200d👩\u200d👧,a@pasts.example,,"),
        "<b>Anna & Zane</b> 👨\u200d👩\u200d👧",
        taken=1,
    ),
    Bad(
        "a name of 10,000 letters",
        "a.csv",
        people("Anna,a@pasts.example,,", "x" * 10_000 + ",x@pasts.example,,"),
        TOO_LONG,
        place=(3, "Name"),
        taken=1,
    ),
    Bad(
        "a vCard without END",
        "a.vcf",
        card("FN:Anna Ozola", ENTRIES, end=False),
        "The contact breaks off: its line END:VCARD is missing. Export it again.",
        place=(1, ""),
    ),
    Bad("a vCard with a photo of 5 MB", "a.vcf", card("FN:Anna Ozola", ENTRIES, photo()), "Anna Ozola", taken=1),
)
