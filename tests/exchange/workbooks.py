"""Workbooks made for tests, sound and broken."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PEOPLE = (("Name", "Email", "Phone"), ("Anna Ozola", "anna@example.lv", "29123456"), ("Jānis", "janis@example.lv", ""))


def workbook(fill: Callable[[Any, Any], None], **options: Any) -> bytes:
    """A workbook whose one sheet, Sheet1, `fill(book, sheet)` has filled."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, options)
    fill(book, book.add_worksheet())
    book.close()
    return out.getvalue()


def table(rows: Any = PEOPLE, **options: Any) -> bytes:
    """A workbook with these rows of plain cells."""

    def fill(book: Any, sheet: Any) -> None:
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)

    return workbook(fill, **options)


def repacked(content: bytes, change: Mapping[str, Callable[[bytes], bytes]] = {}, **more: bytes) -> bytes:
    """A workbook with some of its parts changed and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for pattern, edit in change.items():
                if re.search(pattern, name):
                    part = edit(part)
            new.writestr(name, part)
        for name, part in more.items():
            new.writestr(name, part)
    return out.getvalue()


def encrypted() -> bytes:
    """What stands at the head of a workbook locked with a password: an OLE file with a stream EncryptedPackage."""
    return (
        OLE
        + bytes(504)
        + "Root Entry".encode("utf-16-le").ljust(128, b"\0")
        + "EncryptedPackage".encode("utf-16-le")
        + bytes(900)
    )
