"""The bench's window in a big shop: a number scanned until its order is painted, Enter until the order is packed.

packaging/bench packing --window FILE runs it; the orders it packs stay packed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bench_desk import BenchDesk

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_LIMIT = 30.0  # seconds for one answer


class BenchAtWork:
    """A bench with its first packer at the queue; `scan_order`, `check` and `finish` are an order's three parts."""

    def __init__(self, desk: BenchDesk) -> None:
        from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        from desktop_app.domain.desk_settings import BENCH_SOUND
        from desktop_app.ui.bench.bench import Bench

        self._send, self._event, self._kind = QApplication.sendEvent, QKeyEvent, QEvent.Type
        waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # a loop that only looks would take the others' time
        self._step: Callable[[], None] = lambda: QApplication.processEvents(waiting)
        self.enter, self.space = Qt.Key.Key_Return, Qt.Key.Key_Space
        self._paint: Callable[[], None] = QApplication.processEvents

        def alarm(milliseconds: int) -> QTimer:
            timer = QTimer()
            timer.setSingleShot(True)
            timer.start(milliseconds)
            return timer

        self._alarm = alarm
        desk.desk.settings.set(BENCH_SOUND, False)
        self.bench = Bench(desk.desk)
        self.bench.begin()
        self.bench.show(full=False)
        self._work = desk.work
        self.settle()
        while self.name != "queue":
            self.key(self.enter)
            self.settle()

    @property
    def name(self) -> str:
        """The step the packer is at."""
        return str(self.bench.window.step.name)

    def key(self, key: Qt.Key, text: str = "") -> None:
        """One key."""
        none: Any = self._event(self._kind.KeyPress, key, self._no_modifier(), text)
        self._send(self.bench.window, none)

    def type(self, text: str) -> None:
        """A scan with its Enter."""
        for letter in text:
            self.key(self.space if letter == " " else self._unknown(), letter)
        self.key(self.enter, "\r")

    def until(self, true: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        begun = time.perf_counter()
        alarm = self._alarm(int(_LIMIT * 1000) + 1)  # so that waiting ends
        while not true():
            self._step()
            if time.perf_counter() - begun > _LIMIT:
                raise SystemExit(f"The bench stands at “{self.name}”: {self.bench.window.notice.text}")
        alarm.stop()
        self._paint()

    def settle(self) -> None:
        """Let the window live until nothing is under way."""
        self.until(lambda: self._work.idle and not self.bench.shift.busy)

    def scan_order(self, number: str) -> float:
        """Milliseconds from the scan of an order's number until the order is painted."""
        begun = time.perf_counter()
        self.type(number)
        self.until(lambda: self.name == "parcel")
        return (time.perf_counter() - begun) * 1000

    def check(self) -> None:
        """Scans every piece, ticks every step."""
        self.settle()
        parcel: Any = self.bench.window.step
        for line in parcel.parcel.lines:
            for _ in range(line.quantity):
                self.type(line.barcode or line.sku or str(line.position))
                self.settle()
        for _ in parcel.parcel.steps:
            self.key(self.space, " ")
            self.settle()

    def finish(self) -> float:
        """Milliseconds from Enter until the papers are kept as a PDF and the order is packed; no printer is bound."""
        begun = time.perf_counter()
        self.key(self.enter)
        self.until(lambda: self.name == "tracking" or (self._work.idle and not self.bench.shift.busy))
        if self.name == "parcel":  # without a printer it asks, once
            self.settle()
            begun = time.perf_counter()
            self.key(self.enter)
            self.until(lambda: self.name == "tracking")
        took = (time.perf_counter() - begun) * 1000
        self.settle()
        self.key(self.enter)
        self.until(lambda: self.name == "queue")
        self.settle()
        return took

    def _no_modifier(self) -> Any:
        from PySide6.QtCore import Qt

        return Qt.KeyboardModifier.NoModifier

    def _unknown(self) -> Any:
        from PySide6.QtCore import Qt

        return Qt.Key.Key_unknown


def measure(location: str, times: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each scan until its order was painted, and of each Enter until the order was packed."""
    from desktop_app.queries.packing import queue
    from desktop_app.store.connect import open_shop

    shop = open_shop(location)
    numbers = [row.number for row in queue(shop, limit=times + 1)]
    shop.close()
    with BenchDesk(location, write=True) as desk:
        at_work = BenchAtWork(desk)
        scanned, finished = [], []
        for number in numbers:
            scanned.append(at_work.scan_order(number))
            at_work.check()
            finished.append(at_work.finish())
        at_work.bench.window.close()
        at_work.settle()
    return scanned[1:], finished[1:]  # the first brings in what no later one waits for
