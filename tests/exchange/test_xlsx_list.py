import datetime as dt
import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.domain.errors import Invalid
from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money
from desktop_app.exchange import xlsx_list
from desktop_app.exchange.list_cells import ListTable
from desktop_app.exchange.xlsx_list import write_xlsx

KINDS = (CellKind.TEXT, CellKind.MONEY, CellKind.DAY, CellKind.YES, CellKind.NUMBER)


def written(*rows, name="Customers"):
    out = io.BytesIO()
    titles = ("Name", "Spent", "Last order", "Paid", "Orders")
    write_xlsx(out, ListTable(name, titles, KINDS, ("yes", "no"), "currency", rows))
    return out.getvalue()


def read(raw):
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return book.sheet_names, book.get_sheet_by_index(0).to_python()


def test_cells_have_their_types():
    row = ("Žanete Ēķe", Money(123450, "EUR"), dt.date(2026, 3, 1), True, 7)
    names, rows = read(written(row))
    assert names == ["Customers"]
    assert rows == [["Name", "Spent", "Last order", "Paid", "Orders"], ["Žanete Ēķe", 1234.5, row[2], "yes", 7.0]]


def test_amounts_show_their_own_currency_and_decimals():
    raw = written(("", Money(1250, "EUR"), None, None, None), ("", Money(900, "JPY"), None, None, None))
    styles = zipfile.ZipFile(io.BytesIO(raw)).read("xl/styles.xml").decode()
    assert "#,##0.00 &quot;EUR&quot;" in styles
    assert "#,##0 &quot;JPY&quot;" in styles


@pytest.mark.parametrize("text", ["=1+1", "+37126123456", "https://shop.example", "00123", "{=SUM(A1)}"])
def test_texts_stay_texts(text):
    raw = written((text, None, None, None, None))
    assert read(raw)[1][1][0] == text
    sheet = zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_a_day_spreadsheets_cannot_count_is_text():
    assert read(written(("", None, dt.date(1899, 5, 17), None, None)))[1][1][2] == "1899-05-17"


def test_a_name_a_sheet_may_not_have_is_made_one():
    assert read(written(name="Orders: 2026/11 [all of them, and more]"))[0] == ["Orders  2026 11  all of them, a"]


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx_list, "MOST_ROWS", 2)
    with pytest.raises(Invalid, match="write these as CSV"):
        written(*[("Anna", None, None, None, 1)] * 3)
