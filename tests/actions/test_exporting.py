import csv
import datetime as dt
import io

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.actions.exporting import export_list
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import Invalid, Stopped, StoreUnavailable
from desktop_app.domain.listing import CustomerFilter, ListKind, Sort
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language, Words
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.file_lists import written_list
from desktop_app.queries.lists import LISTS
from desktop_app.queries.orders import order_ids
from tests.made import bought, person

COLUMNS = ("name", "phone", "birthday", "last_order", "orders", "language")


@pytest.fixture
def filled(shop):
    anna = person(shop, "Anna", "Liepa", phone="+371 26 123 456", birthday=Birthday(5, 17, 1990), language=Language.LV)
    person(shop, "=HYPERLINK(1)", "Zvirbulis", birthday=Birthday(5, 17), address=Address(city="Rīga"))
    bought(shop, anna, placed_at="2026-03-05")
    return shop


def rows(file):
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_csv_has_the_chosen_columns_in_the_lists_order(filled, tmp_path):
    ids, file = customer_ids(filled, sort=Sort("name", True)), tmp_path / "customers.csv"
    assert export_list(filled, ListKind.CUSTOMERS, ids, COLUMNS, to=file, words=Words()) == 2
    assert rows(file) == [
        ["Customer", "Phone", "Birthday", "Last order", "Orders", "Language"],
        ["'=HYPERLINK(1) Zvirbulis", "", "'--05-17", "", "0", ""],
        ["Anna Liepa", "'+371 26 123 456", "1990-05-17", "2026-03-05", "1", "Latviešu"],
    ]


def test_a_workbook_has_typed_cells(filled, tmp_path):
    file = tmp_path / "customers.XLSX"
    export_list(filled, ListKind.CUSTOMERS, customer_ids(filled), COLUMNS, to=file, words=Words())
    sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert sheet[1] == ["Anna Liepa", "+371 26 123 456", dt.date(1990, 5, 17), dt.date(2026, 3, 5), 1.0, "Latviešu"]


def test_titles_are_in_the_language_of_who_asks(filled, tmp_path):
    file = tmp_path / "c.csv"
    export_list(filled, ListKind.CUSTOMERS, [], ("name", "orders"), to=file, words=Words(Language.LV))
    assert rows(file) == [["Klients", "Pasūtījumi"]]


@pytest.mark.parametrize("kind", list(ListKind))
def test_every_list_writes_all_its_columns_to_both_forms(filled, tmp_path, kind):
    known = LISTS[kind]
    ids = known.ids(filled)
    for suffix in ("csv", "xlsx"):
        file = tmp_path / f"list.{suffix}"
        assert export_list(filled, kind, ids, (), to=file, words=Words()) == len(ids)
    written = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert len(written[0]) == len(written_list(kind).columns)


def test_an_order_says_its_total_and_its_state(filled, tmp_path):
    file = tmp_path / "orders.csv"
    export_list(filled, ListKind.ORDERS, order_ids(filled), ("total", "status", "paid"), to=file, words=Words())
    assert rows(file)[1:] == [["12.50", "EUR", "New", "no"]]


def test_it_tells_how_far_it_is_and_stops_with_no_file_left(filled, tmp_path):
    told = []

    def stop(done, total):
        told.append((done, total))
        return False

    with pytest.raises(Stopped, match="No file was written"):
        export_list(
            filled,
            ListKind.CUSTOMERS,
            customer_ids(filled),
            COLUMNS,
            to=tmp_path / "c.xlsx",
            words=Words(),
            progress=stop,
        )
    assert told == [(0, 2)]
    assert list(tmp_path.glob("c.xlsx*")) == []


def test_an_old_file_stays_when_the_work_is_stopped(filled, tmp_path):
    file = tmp_path / "c.csv"
    file.write_text("old")
    ids = customer_ids(filled)
    with pytest.raises(Stopped):
        export_list(filled, ListKind.CUSTOMERS, ids, (), to=file, words=Words(), progress=lambda *_: False)
    assert file.read_text() == "old"


def test_a_form_nobody_writes_and_a_column_nobody_has_are_said(filled, tmp_path):
    with pytest.raises(Invalid, match=r"“c\.ods” is no name for a list"):
        export_list(filled, ListKind.CUSTOMERS, [], (), to=tmp_path / "c.ods", words=Words())
    with pytest.raises(Invalid, match="“starsign” is no column"):
        export_list(filled, ListKind.CUSTOMERS, [], ("starsign",), to=tmp_path / "c.csv", words=Words())


def test_a_place_that_cannot_be_written_is_said(filled, tmp_path):
    with pytest.raises(StoreUnavailable):
        export_list(filled, ListKind.CUSTOMERS, [], (), to=tmp_path / "gone" / "c.csv", words=Words())


def test_who_is_gone_meanwhile_is_left_out(filled, tmp_path):
    ids = [999, *customer_ids(filled, CustomerFilter(text="anna"))]
    assert export_list(filled, ListKind.CUSTOMERS, ids, (), to=tmp_path / "c.csv", words=Words()) == 1
