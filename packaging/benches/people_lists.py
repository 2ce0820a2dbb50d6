"""The lists part of bench people: first rows, jumps and painting of a million customers; the floor is bare SQLite."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bench_desk import BenchDesk

if TYPE_CHECKING:
    from people import Bench

FIRST, FRAME = 120.0, 16.0  # ms: goals of data.md
_JUMPS, _FRAMES = 60, 120


def measure(bench: Bench) -> None:
    """Tells the figures of the queries, and of the page itself painted offscreen."""
    _queries(bench)
    with BenchDesk(bench.location) as desk:
        _page(bench, desk)


def _queries(bench: Bench) -> None:
    from desktop_app.domain.listing import CustomerFilter, Sort
    from desktop_app.i18n import Language
    from desktop_app.queries.customer_list import customer_ids, customer_rows

    shop: Any = bench.shop
    floor = "SELECT id, given, family, email FROM customer ORDER BY sort_key LIMIT 100"
    bench.tell("floor: 100 rows by name in bare SQL", [_took(lambda: shop.sql(floor)) for _ in range(20)])
    for said, wanted, sort in (
        ("by name", CustomerFilter(), Sort("name")),
        ("by last order", CustomerFilter(), Sort("last_order", descending=True)),
        ("by spending", CustomerFilter(), Sort("spent", descending=True)),
        ("by town", CustomerFilter(), Sort("town")),
        ("of one language", CustomerFilter(language=Language.LV), Sort("name")),
        ("with three orders", CustomerFilter(orders_from=3), Sort("name")),
    ):
        took = [
            _took(lambda w=wanted, s=sort: customer_rows(shop, customer_ids(shop, w, s, limit=100))) for _ in range(7)
        ]
        bench.tell(f"first 100 customers {said}", took, goal=FIRST)
    everybody = customer_ids(shop)
    places = range(0, len(everybody) - 100, max(1, len(everybody) // _JUMPS))
    bench.tell("a window of 100 rows", [_took(lambda n=n: customer_rows(shop, everybody[n : n + 100])) for n in places])
    whole = "SELECT group_concat(id) FROM (SELECT id FROM customer ORDER BY sort_key)"
    bench.tell("floor: all ids by name in bare SQL", [_took(lambda: shop.sql(whole)) for _ in range(3)])
    bench.tell("all ids by name", [_took(lambda: customer_ids(shop)) for _ in range(3)])
    bench.tell("all ids by spending", [_took(lambda: customer_ids(shop, sort=Sort("spent"))) for _ in range(3)])


def _page(bench: Bench, desk: BenchDesk) -> None:
    from PySide6.QtTest import QTest

    from desktop_app.ui.pages.customers.page import CustomersPage
    from desktop_app.ui.pages.today.page import TodayPage

    today = TodayPage(desk.desk)  # as it is when somebody clicks: the shop is open, and Today was there first
    desk.show(today)
    _until(QTest, lambda: today.isVisible() and desk.work.idle)
    painted: list[float] = []
    start = time.perf_counter()
    page = CustomersPage(desk.desk)
    page.model.begun.connect(lambda: painted.append(1000 * (time.perf_counter() - start)))
    desk.show(page)
    _until(QTest, lambda: bool(painted))
    bench.tell("page made and shown, first rows painted", painted, goal=FIRST)
    _until(QTest, lambda: desk.work.idle and page.model.ready)
    bar, frames, jumps = page.list.verticalScrollBar(), [], []
    for n in range(_FRAMES):
        bar.setValue(bar.value() + 40)
        frames.append(_worked(page.list.viewport().repaint))
        if n % 10 == 0:
            _until(QTest, lambda: desk.work.idle)
    bench.tell("a frame while scrolling (work of the window's thread)", frames, goal=FRAME)
    for n in range(_JUMPS):
        place = (n * 7919 + 13) * 977 % page.model.rowCount()
        begun = time.perf_counter()
        page.list.scrollTo(page.model.index(place, 0))
        _until(QTest, lambda place=place: page.model.row(place) is not None)
        page.list.viewport().repaint()
        jumps.append(1000 * (time.perf_counter() - begun))
    bench.tell("a jump anywhere: rows fetched and painted", jumps)
    bench.tell("Ctrl+A over all", [_took(page.list.selectAll)])
    bench.tell(
        "a frame with all marked (the same)", [_worked(page.list.viewport().repaint) for _ in range(20)], goal=FRAME
    )
    print(f"{page.list.selected_count():,} marked; the bar says: {page.bar.text}")


def _until(test: Any, true: Callable[[], bool]) -> None:
    for _ in range(60_000):
        if true():
            return
        test.qWait(1)
    raise TimeoutError


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _worked(work: Callable[[], object]) -> float:
    """What this thread worked, whatever else the machine does: a frame waits for nothing."""
    start = time.thread_time()
    work()
    return 1000 * (time.thread_time() - start)
