from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import Role, RowsModel

Report = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    city: str = ""


COLUMNS = (
    Column[Row](
        "name", "Name", lambda row: row.name, Kind.LEAD, detail=lambda row: row.city, tip=lambda row: row.name * 2
    ),
    Column[Row]("id", "Number", lambda row: str(row.id), Kind.NUMBER),
)
ROWS = (Row(7, "Anna", "Rīga"), Row(3, "Пётр"))


def model() -> RowsModel[Row]:
    made = RowsModel(COLUMNS)
    made.set_rows(ROWS)
    return made


def test_the_model_keeps_qts_rules(qapp: Any) -> None:
    made = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(made, Report)
    made.set_rows(ROWS)
    made.set_rows(())
    assert tester.model() is made


def test_a_cell_says_what_its_column_says(qapp: Any) -> None:
    made = model()
    assert [made.data(made.index(0, column)) for column in (0, 1)] == ["Anna", "7"]
    assert made.data(made.index(0, 0), Role.DETAIL) == "Rīga"
    assert made.data(made.index(1, 0), Role.ROW) is ROWS[1]
    assert made.data(made.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "AnnaAnna"
    assert made.data(made.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Anna, Rīga"
    assert made.data(made.index(0, 0), Qt.ItemDataRole.DecorationRole) is None


def test_titles_stand_over_their_columns(qapp: Any) -> None:
    made = model()
    across = Qt.Orientation.Horizontal
    assert [made.headerData(column, across) for column in (0, 1)] == ["Name", "Number"]
    assert made.headerData(1, across, Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert made.headerData(0, Qt.Orientation.Vertical) is None


def test_records_are_found_by_id(qapp: Any) -> None:
    made = model()
    assert (made.id_at(1), made.place_of(3), made.place_of(99), made.all_ids()) == (3, 1, -1, [7, 3])
    assert made.row(5) is None


def test_rows_may_be_known_by_something_else(qapp: Any) -> None:
    made = RowsModel(COLUMNS, key=lambda row: -row.id)
    made.set_rows(ROWS)
    assert made.all_ids() == [-7, -3]
