from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import BUG, AppError, NotFound, Stopped, StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.ui.bus import Bus
from desktop_app.ui.work import Work

DONE = Changes(ChangeId(3), frozenset({Topic.ORDERS}), msg("Edit order"))


class Shop:
    """Stands in for a shop: notes the threads it is used from, and a read that runs until it is interrupted."""

    def __init__(self) -> None:
        self.threads = {threading.current_thread().name}
        self.closed = False
        self.reading = threading.Event()
        self.interrupted = threading.Event()

    def interrupt(self) -> None:
        self.interrupted.set()

    def close(self) -> None:
        self.closed = True


def name_of_thread(shop: Shop) -> str:
    shop.threads.add(threading.current_thread().name)
    return threading.current_thread().name


def long_read(shop: Shop, word: str) -> str:
    """A query that runs until interrupted."""
    shop.reading.set()
    if not shop.interrupted.wait(10):
        raise AssertionError("nobody interrupted")
    raise Stopped(msg("Stopped."))


@pytest.fixture
def bus(qapp: Any) -> Bus:
    return Bus()


@pytest.fixture
def work(qtbot: Any, bus: Bus) -> Iterator[Work]:
    made = Work(bus, actor=lambda: "Ilze")
    made.open(Shop)
    yield made
    made.close()


@pytest.fixture
def settle(qtbot: Any, work: Work) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: work.idle, timeout=5000)


def test_reading_happens_on_the_database_thread_and_comes_back_to_the_main_one(work: Work, settle: Any) -> None:
    came: list[tuple[str, str]] = []
    work.ask(name_of_thread, then=lambda name: came.append((name, threading.current_thread().name)))
    settle()
    assert came == [("database", "MainThread")]


def test_everything_asked_before_the_shop_is_open_waits_for_it(qtbot: Any, bus: Bus) -> None:
    work = Work(bus)
    came: list[str] = []
    work.ask(lambda shop: type(shop).__name__, then=came.append)
    work.open(Shop)
    work.ask(lambda shop: type(shop).__name__, then=came.append)
    qtbot.waitUntil(lambda: work.idle, timeout=5000)
    work.close()
    assert came[-1] == "Shop"


def test_a_change_gets_its_actor_and_is_announced_before_it_is_answered(work: Work, bus: Bus, settle: Any) -> None:
    order: list[object] = []
    bus.changed.connect(lambda changes, initiator: order.append(("told", changes, initiator)))
    page = QObject()
    work.change(lambda shop, number, *, actor: (number, DONE, actor), 5, then=order.append, owner=page)
    settle()
    assert order == [("told", DONE, page), (5, DONE, "Ilze")]


def test_a_failed_change_announces_nothing_and_reaches_whoever_asked(work: Work, bus: Bus, settle: Any) -> None:
    told: list[object] = []
    failures: list[AppError] = []
    bus.changed.connect(lambda *all_: told.append(all_))

    def fails(shop: Shop, *, actor: str) -> Changes:
        raise NotFound(msg("There is no order 5."))

    work.change(fails, failed=failures.append)
    settle()
    assert told == []
    assert [type(error) for error in failures] == [NotFound]


def test_a_failure_nobody_takes_reaches_the_window(work: Work, qtbot: Any) -> None:
    def fails(shop: Shop) -> None:
        raise StoreUnavailable(msg("The disk is full."))

    with qtbot.waitSignal(work.failed, timeout=5000) as caught:
        work.ask(fails)
    assert str(caught.args[0]) == "The disk is full."


def test_a_bug_of_ours_is_logged_and_said_in_words(work: Work, qtbot: Any, caplog: pytest.LogCaptureFixture) -> None:
    with qtbot.waitSignal(work.failed, timeout=5000) as caught:
        work.ask(lambda shop: 1 / 0)
    assert caught.args[0].message == BUG
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_a_newer_question_of_the_same_name_ends_the_older(qtbot: Any, bus: Bus) -> None:
    work, shops, came = Work(bus), [], []
    work.open(lambda: shops.append(Shop()) or shops[0])
    qtbot.waitUntil(lambda: bool(shops), timeout=5000)
    work.ask(long_read, "a", then=came.append, latest="search")
    qtbot.waitUntil(shops[0].reading.is_set, timeout=5000)
    work.ask(lambda shop: "never runs", then=came.append, latest="search")
    work.ask(lambda shop: "ann", then=came.append, latest="search")
    qtbot.waitUntil(lambda: work.idle, timeout=5000)
    work.close()
    assert came == ["ann"]


def test_another_question_is_not_ended_by_it(work: Work, settle: Any) -> None:
    came: list[str] = []
    work.ask(lambda shop: "list", then=came.append, latest="list")
    work.ask(lambda shop: "hits", then=came.append, latest="search")
    settle()
    assert came == ["list", "hits"]


def test_an_answer_for_a_page_that_is_gone_is_dropped(work: Work, settle: Any, qtbot: Any) -> None:
    came: list[str] = []
    page = QObject()
    hold = threading.Event()
    work.ask(lambda shop: hold.wait(5))
    work.ask(lambda shop: "late", then=came.append, owner=page)
    with qtbot.waitSignal(page.destroyed, timeout=5000):
        page.deleteLater()
    hold.set()
    settle()
    assert came == []


def test_progress_is_told_on_the_main_thread_and_cancelling_stops_the_work(work: Work, qtbot: Any, settle: Any) -> None:
    seen: list[tuple[int, int, str]] = []
    failures: list[AppError] = []
    reached = threading.Event()

    def counts(progress: Callable[[int, int], bool]) -> None:
        for number in range(1_000_000):
            reached.set()
            if not progress(number, 1_000_000):
                raise Stopped(msg("Stopped. Nothing was changed."))

    job = work.run(
        counts,
        failed=failures.append,
        progress=lambda done, total: seen.append((done, total, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    job.cancel()
    settle()
    assert {name for _, _, name in seen} == {"MainThread"}
    assert [type(error) for error in failures] == [Stopped]


def test_the_pool_never_sees_the_shop(work: Work, settle: Any) -> None:
    came: list[str] = []
    work.run(lambda: threading.current_thread().name, then=came.append)
    settle()
    assert came[0].startswith("work")


def test_a_change_cancelled_before_its_turn_never_runs(work: Work, settle: Any) -> None:
    ran: list[int] = []
    failures: list[AppError] = []
    hold = threading.Event()
    work.ask(lambda shop: hold.wait(5))
    job = work.change(lambda shop, *, actor: ran.append(1), failed=failures.append)
    job.cancel()
    hold.set()
    settle()
    assert ran == []
    assert [type(error) for error in failures] == [Stopped]


def test_closing_finishes_what_writes_drops_what_reads_and_joins(qtbot: Any, bus: Bus) -> None:
    work, shops, log = Work(bus), [], []
    work.open(lambda: shops.append(Shop()) or shops[0])
    qtbot.waitUntil(lambda: bool(shops), timeout=5000)
    work.ask(long_read, "a")
    qtbot.waitUntil(shops[0].reading.is_set, timeout=5000)
    work.ask(lambda shop: log.append("read"))
    work.change(lambda shop, *, actor: log.append("written"))
    work.close(last=lambda shop: log.append("backed up"))
    assert log == ["written", "backed up"]
    assert shops[0].closed


def test_work_asked_for_once_it_is_closed_is_left_undone(qtbot: Any, bus: Bus) -> None:
    work, log = Work(bus), []
    work.run(lambda: log.append("before"))
    qtbot.waitUntil(lambda: bool(log), timeout=5000)
    work.close()
    work.run(lambda: log.append("after"), then=log.append)
    qtbot.wait(50)
    assert log == ["before"]


def test_a_shop_that_does_not_open_can_be_tried_again(qtbot: Any, bus: Bus) -> None:
    work, failures, came = Work(bus), [], []

    def locked() -> Shop:
        raise StoreUnavailable(msg("Somebody else has it."))

    work.open(locked, failed=failures.append)
    qtbot.waitUntil(lambda: work.idle, timeout=5000)
    work.open(Shop, then=lambda _: came.append("open"))
    qtbot.waitUntil(lambda: work.idle, timeout=5000)
    work.close()
    assert [str(error) for error in failures] == ["Somebody else has it."]
    assert came == ["open"]


def test_long_work_beside_the_shop_looks_into_it_in_turns(work: Work, qtbot: Any) -> None:
    found: list[str] = []
    work.run(lambda: work.turn(name_of_thread), then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == ["database"]


def test_what_goes_wrong_in_a_turn_is_raised_where_it_was_asked_for(work: Work, qtbot: Any) -> None:
    def wrong(_shop: Shop) -> None:
        raise NotFound(msg("Gone."))

    failed: list[AppError] = []
    work.run(lambda: work.turn(wrong), failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], NotFound)


def test_nobody_waits_for_a_turn_once_the_window_has_closed(work: Work) -> None:
    work.close()
    with pytest.raises(Stopped):
        work.turn(name_of_thread)
