"""Rows of workbooks as text cells."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import BadFile, Invalid, Stopped
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange import xlsx_rows
from desktop_app.exchange.detect import detect
from desktop_app.exchange.files import examine
from desktop_app.exchange.reading import read
from desktop_app.exchange.xlsx_rows import SheetRows, as_text, opened_ahead
from desktop_app.exchange.zip_safety import Inside
from tests.exchange.made import TODAY, said, written
from tests.exchange.workbooks import repacked, table, workbook


def rows(folder: Path, content: bytes, **options: Any) -> list[tuple[int, list[str]]]:
    return list(SheetRows(examine(written(folder, content, "book.xlsx")), **options))


def test_numbers_are_ids_again(tmp_path: Path) -> None:
    content = table([("id", "price", "long", "flag"), (37120000000, 19.9, 7210448301122012345, True)])
    assert rows(tmp_path, content)[1] == (2, ["37120000000", "19.9", "7.21044830112201e+18", "TRUE"])
    assert as_text(0.1 + 0.2) == "0.3"
    assert as_text(float("nan")) == "nan"


def test_blank_rows_and_columns_before_the_table_keep_its_places(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(2, 1, "x")

    assert rows(tmp_path, workbook(fill)) == [(1, ["", ""]), (2, ["", ""]), (3, ["", "x"])]


def test_a_workbook_opened_ahead_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, table(), "people.xlsx")
    book = opened_ahead(file)
    for name in ("_safe", "_open", "_sheet"):
        monkeypatch.delattr(xlsx_rows, name)
    assert [cells for _, cells in SheetRows(examine(file), book=book)][1][0] == "Anna Ozola"


def test_one_that_was_changed_since_is_opened_as_it_is_now(tmp_path: Path) -> None:
    book = opened_ahead(written(tmp_path, table(), "people.xlsx"))
    file = written(tmp_path, table((("Name", "Email"), ("Zane Liepa", "zane@example.lv"))), "people.xlsx")
    assert [cells for _, cells in SheetRows(examine(file), book=book)][1][0] == "Zane Liepa"


def test_what_is_no_sound_workbook_is_not_opened_ahead(tmp_path: Path) -> None:
    for name, content in (("a.csv", b"Name,Email\n"), ("b.xlsx", table()[:900]), ("c.xlsx", table(()))):
        assert opened_ahead(written(tmp_path, content, name)) is None
    assert opened_ahead(tmp_path / "gone.xlsx") is None


@pytest.mark.parametrize("from_1904", [False, True])
def test_dates_are_days_in_both_calendars(from_1904: bool, tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        style = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        sheet.write_row(0, 0, ["Order number", "Date", "Name"])
        sheet.write_row(1, 0, [1, "", "Anna"])
        sheet.write_datetime(1, 1, dt.datetime(2026, 3, 4, 10, 20), style)
        sheet.write_row(2, 0, [2, 46085 - (1462 if from_1904 else 0), "Zane"])  # the same day as a bare number

    found = said(written(tmp_path, workbook(fill, date_1904=from_1904), "book.xlsx"))
    assert [order.placed_at for order in found.orders] == ["2026-03-04T10:20:00", "2026-03-04"]


def test_a_lying_dimension_loses_no_row(tmp_path: Path) -> None:
    content = table([("a", "b")] + [(str(n), "x") for n in range(9)])
    lying = repacked(
        content, {"sheet1": lambda part: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A2"', part)}
    )
    assert lying != content
    assert len(rows(tmp_path, lying)) == 10


def test_a_formula_without_its_result_names_the_cell(tmp_path: Path) -> None:
    content = table([("Name", "Total"), ("a", "1"), ("b", "2")])
    cell = rb'<c r="B3"[^>]*>.*?</c>'
    for empty in (
        b'<c r="B3"><f>A1*2</f></c>',
        b'<c r="B3"><f>A1*2</f><v></v></c>',
        b'<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ):
        broken = repacked(content, {"sheet1": lambda part, empty=empty: re.sub(cell, empty, part)})
        with pytest.raises(BadFile, match="B3") as refused:
            rows(tmp_path, broken)
        assert (refused.value.sheet, refused.value.row, refused.value.column) == ("Sheet1", 3, "B")


def test_a_formula_with_an_empty_text_as_its_result_is_an_empty_cell(tmp_path: Path) -> None:
    content = table([("Name", "Total"), ("a", "1")])
    edit = {"sheet1": lambda part: re.sub(rb'<c r="B2"[^>]*>.*?</c>', b'<c r="B2" t="str"><f>A1</f><v></v></c>', part)}
    assert rows(tmp_path, repacked(content, edit))[1] == (2, ["a", ""])


def test_the_first_filled_sheet_is_read_and_another_can_be_chosen(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for name in ("Orders", "Old"):
            book.add_worksheet(name).write(0, 0, name)

    content = workbook(fill)
    assert rows(tmp_path, content) == [(1, ["Orders"])]
    assert rows(tmp_path, content, sheet="Old") == [(1, ["Old"])]
    with pytest.raises(Invalid, match="New"):
        rows(tmp_path, content, sheet="New")


def test_a_workbook_without_any_cell_is_empty(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="empty"):
        rows(tmp_path, table([]))


def test_reading_stops_when_the_person_says_so(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        rows(tmp_path, table([(n,) for n in range(3000)]), progress=lambda done, total: done < 2000)


def test_bytes_that_were_looked_through_are_not_looked_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, table(), "people.xlsx")
    detected = detect(file, FileMapping())
    looked: list[str] = []
    monkeypatch.setattr(xlsx_rows, "look_inside", lambda _, name: looked.append(name) or Inside())
    here = read(detected, currency="EUR", today=TODAY, strays={})
    assert (list(here.items) != [], looked) == (True, [])
    other = replace(detected, sha256="of other bytes")
    read(other, currency="EUR", today=TODAY, strays={})
    assert looked == ["people.xlsx"]
