import csv
import datetime as dt
import io

import pytest

from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money
from desktop_app.exchange.csv_list import guarded, write_csv
from desktop_app.exchange.list_cells import ListTable

KINDS = (CellKind.TEXT, CellKind.MONEY, CellKind.DAY, CellKind.YES, CellKind.NUMBER)


def written(*rows):
    out = io.BytesIO()
    titles = ("Name", "Spent", "Last order", "Paid", "Orders")
    write_csv(out, ListTable("Customers", titles, KINDS, ("yes", "no"), "currency", rows))
    return out.getvalue()


def test_it_is_utf_8_with_its_mark_and_reads_back():
    raw = written(
        ("Žanete, „Ozols”\nSIA", Money(123450, "EUR"), dt.date(2026, 3, 1), True, 7), ("", None, None, False, 0)
    )
    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))) == [
        ["Name", "Spent", "Spent, currency", "Last order", "Paid", "Orders"],
        ["Žanete, „Ozols”\nSIA", "1234.50", "EUR", "2026-03-01", "yes", "7"],
        ["", "", "", "", "no", "0"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+371 26123456", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_calculated(text):
    assert guarded(text) == f"'{text}"
    assert f"'{text}".encode() in written((text, None, None, None, None)).replace(b'"', b"")


def test_an_amount_below_nothing_stays_a_number():
    assert b"-12.50,EUR" in written(("", Money(-1250, "EUR"), None, None, None))


def test_nothing_else_is_touched():
    assert [guarded(text) for text in ("Anna", "a=b", "'Tis", "")] == ["Anna", "a=b", "'Tis", ""]
