from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.domain.errors import Stopped
from desktop_app.i18n import msg
from desktop_app.ui.bus import Bus
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.windowed import KEPT, WINDOW, WindowedRowsModel
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.list_view import ListView
from desktop_app.ui.work import Work

COUNT = 250_000


@dataclass(frozen=True)
class Row:
    id: int
    name: str


COLUMNS = (
    Column[Row]("name", "Name", lambda row: row.name, Kind.LEAD, detail=lambda row: str(row.id), stretch=True),
    Column[Row]("id", "Number", lambda row: str(row.id), Kind.NUMBER, sort="id"),
)


class Shop:
    """Counts the questions; its records are numbers from the highest down."""

    def __init__(self) -> None:
        self.count = COUNT
        self.asked: list[int] = []
        self.listed = 0
        self.word = "row"

    def interrupt(self) -> None: ...

    def close(self) -> None: ...

    def ids(self, _shop: Any) -> array[int]:
        self.listed += 1
        return array("q", range(self.count, 0, -1))

    def rows(self, _shop: Any, ids: Sequence[int]) -> list[Row]:
        self.asked.append(len(ids))
        return [Row(number, f"{self.word} {number}") for number in ids]


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def work(qtbot: Any, shop: Shop) -> Iterator[Work]:
    made = Work(Bus())
    made.open(lambda: shop)
    yield made
    made.close()


@pytest.fixture
def model(work: Work, shop: Shop, qtbot: Any) -> WindowedRowsModel[Row]:
    made = WindowedRowsModel(work, COLUMNS)
    made.load(shop.ids, shop.rows)
    settle(qtbot, work)
    return made


def settle(qtbot: Any, work: Work) -> None:
    qtbot.waitUntil(lambda: work.idle, timeout=10_000)


def test_the_model_keeps_qts_rules(work: Work, shop: Shop, qtbot: Any) -> None:
    shop.count = 250
    made = WindowedRowsModel(work, COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.load(shop.ids, shop.rows)
    settle(qtbot, work)
    made.want(150, 249)
    settle(qtbot, work)
    assert tester.model() is made
    assert made.row(249) == Row(1, "row 1")


def test_the_first_rows_come_with_the_ids(model: WindowedRowsModel[Row], shop: Shop) -> None:
    assert model.rowCount() == COUNT
    assert (shop.listed, shop.asked) == (1, [WINDOW])
    assert model.data(model.index(0, 0)) == f"row {COUNT}"


def test_painting_fetches_nothing(
    model: WindowedRowsModel[Row], shop: Shop, work: Work, theme: Theme, qtbot: Any
) -> None:
    view = ListView(theme, DeskSettings(), model, name="test", title="Rows")
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    settle(qtbot, work)
    before = list(shop.asked)
    for row in (0, COUNT // 2, COUNT - 1):
        for column in (0, 1):
            model.data(model.index(row, column))
            model.data(model.index(row, column), 256)
    view.viewport().repaint()
    settle(qtbot, work)
    assert shop.asked == before


def test_a_jump_asks_for_the_windows_around_it_once(
    model: WindowedRowsModel[Row], shop: Shop, work: Work, qtbot: Any
) -> None:
    shop.asked.clear()
    model.want(100_040, 100_060)
    model.want(100_041, 100_061)
    assert model.row(100_050) is None  # on its way, and nothing waits for it
    settle(qtbot, work)
    assert model.row(100_050) == Row(COUNT - 100_050, f"row {COUNT - 100_050}")
    assert sum(shop.asked) == 2 * WINDOW or sum(shop.asked) == WINDOW


def test_only_some_windows_are_kept(model: WindowedRowsModel[Row], work: Work, qtbot: Any) -> None:
    for place in range(0, (KEPT + 20) * WINDOW, WINDOW):
        model.want(place, place + 10)
    settle(qtbot, work)
    held = sum(model.row(place) is not None for place in range(0, (KEPT + 20) * WINDOW, WINDOW))
    assert held == KEPT


def test_a_first_page_may_come_before_the_ids(work: Work, shop: Shop, qtbot: Any) -> None:
    made = WindowedRowsModel(work, COLUMNS)
    lengths: list[int] = []
    made.modelReset.connect(lambda: lengths.append(made.rowCount()))
    made.load(shop.ids, shop.rows, first=lambda _: shop.rows(None, range(COUNT, COUNT - 20, -1)))
    settle(qtbot, work)
    assert lengths == [20, COUNT]


def test_what_changed_is_shown_without_losing_the_place(
    model: WindowedRowsModel[Row], shop: Shop, work: Work, qtbot: Any
) -> None:
    resets: list[int] = []
    model.want(500, 510)
    settle(qtbot, work)
    model.modelReset.connect(lambda: resets.append(1))
    shop.word = "changed"
    model.load(shop.ids, shop.rows)
    settle(qtbot, work)
    assert resets == []
    assert model.row(505) == Row(COUNT - 505, f"changed {COUNT - 505}")


def test_a_late_answer_of_an_earlier_list_does_not_count(work: Work, shop: Shop, qtbot: Any) -> None:
    made = WindowedRowsModel(work, COLUMNS)
    made.load(lambda _: array("q", [1, 2, 3]), shop.rows)
    made.load(lambda _: array("q", [9]), shop.rows)
    settle(qtbot, work)
    assert made.all_ids() == [9]


def test_an_empty_list_is_ready_and_empty(work: Work, shop: Shop, qtbot: Any) -> None:
    shop.count = 0
    made = WindowedRowsModel(work, COLUMNS)
    with qtbot.waitSignal(made.loaded, timeout=5000):
        made.load(shop.ids, shop.rows)
    assert (made.ready, made.rowCount(), shop.asked) == (True, 0, [])


def test_the_view_keeps_the_record_it_is_on_when_the_list_changes(
    model: WindowedRowsModel[Row], shop: Shop, work: Work, theme: Theme, qtbot: Any
) -> None:
    view = ListView(theme, DeskSettings(), model, name="test", title="Rows")
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    assert view.go_to(COUNT - 3)
    shop.count = COUNT + 2
    model.load(shop.ids, shop.rows)
    settle(qtbot, work)
    assert view.current_id() == COUNT - 3
    assert view.currentIndex().row() == 5


def test_another_order_of_a_long_list_begins_with_its_first_rows(
    model: WindowedRowsModel[Row], work: Work, shop: Shop, qtbot: Any
) -> None:
    seen: list[tuple[int, bool]] = []
    model.begun.connect(lambda: seen.append((model.rowCount(), model.ready)))
    model.load(shop.ids, shop.rows, first=lambda _: [Row(7, "first"), Row(9, "second")], other=True)
    settle(qtbot, work)
    assert seen == [(2, False)]
    assert (model.rowCount(), model.ready) == (COUNT, True)


def test_the_same_list_asked_anew_stays_until_the_answer_is_here(
    model: WindowedRowsModel[Row], work: Work, shop: Shop, qtbot: Any
) -> None:
    begun: list[bool] = []
    model.begun.connect(lambda: begun.append(True))
    model.load(shop.ids, shop.rows, first=lambda _: [Row(7, "first")])
    settle(qtbot, work)
    assert begun == []


def test_first_rows_that_fail_do_not_keep_the_list_away(work: Work, shop: Shop, qtbot: Any) -> None:
    def fails(_: Any) -> list[Row]:
        raise Stopped(msg("Stopped. Nothing was changed."))

    made = WindowedRowsModel(work, COLUMNS)
    made.load(shop.ids, shop.rows, first=fails)
    settle(qtbot, work)
    assert made.rowCount() == COUNT
