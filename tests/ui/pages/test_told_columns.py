from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language, Words, msg
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.pages.told_columns import all_columns, told

TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, ""),
        ("", ""),
        ("Rīga", "Rīga"),
        (1200, "1200"),
        (True, "yes"),
        (False, ""),
        (msg("New"), "New"),
        (("VIP", "Fair"), "VIP, Fair"),
        ((), ""),
        (Money(1250, "EUR"), "€12.50"),
        (dt.date(2026, 11, 10), "Tue 10 Nov"),
        (Birthday(5, 17, 1990), "17 May 1990"),
        (Birthday(5, 17), "17 May"),
    ],
)
def test_each_kind_of_cell_is_said_as_people_do(cell: Any, said: str) -> None:
    assert told(Words(), TODAY, cell) == said


def test_the_pages_own_columns_come_first_and_are_not_doubled() -> None:
    own = (Column[Any]("name", "Customer", str),)
    declared = [
        ListColumn[Any]("name", msg("Customer"), str),
        ListColumn[Any]("orders", msg("Orders"), lambda row: 3, CellKind.NUMBER),
    ]
    found = all_columns(Words(Language.LV), TODAY, own, declared)
    assert [column.key for column in found] == ["name", "orders"]
    other = found[1]
    assert (other.title, other.kind, other.sort, other.chosen) == ("Pasūtījumi", Kind.NUMBER, "orders", False)
    assert other.text(None) == "3"
