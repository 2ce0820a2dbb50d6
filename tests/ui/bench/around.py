"""A bench on a window's shop, worked as a packer works it: key by key, whatever the keyboard's layout writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.bench.bench import Bench
from desktop_app.ui.bench.parcel_step import ParcelStep
from desktop_app.ui.bench.queue_step import QueueStep
from tests.ui.around import House

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Packing:
    """Opens the bench beside a window that is open, and presses its keys."""

    def __init__(self, house: House, *, packer: str = "") -> None:
        self.house, self.work, self.qtbot = house, house.window.work, house.qtbot
        house.window.bench_full = False
        house.window.open_bench(wanted=packer)
        assert house.window.bench is not None
        self.bench: Bench = house.window.bench
        self.window = self.bench.window
        self.window.resize(1280, 800)
        self.settle()

    @property
    def step(self) -> Any:
        """What is to be done now."""
        return self.window.step

    @property
    def queue(self) -> QueueStep:
        """The queue, which has to be shown."""
        assert isinstance(self.step, QueueStep), self.step.name
        return self.step

    @property
    def parcel(self) -> ParcelStep:
        """The open order, which there has to be."""
        assert isinstance(self.step, ParcelStep), (self.step.name, self.said)
        return self.step

    @property
    def said(self) -> str:
        """The sentence above the work."""
        return self.window.notice.text

    @property
    def alarm(self) -> str:
        """What the red sheet says, empty where there is none."""
        shown = self.window.alarm
        return f"{shown.title}: {shown.text}" if not shown.isHidden() else ""

    def key(
        self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "", *, at: int = 0, wait: bool = True
    ) -> None:
        """One key down and up; `at` is when, in ms."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, text)
            event.setTimestamp(at)
            QApplication.sendEvent(self.window, event)
        if wait:
            self.settle()

    def type(self, text: str) -> None:
        """Letters as fast as a scanner, nothing waited for between them."""
        for letter in text:
            known = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            self.key(known, NONE, letter, wait=False)

    def scan(self, *codes: str) -> None:
        """Codes one after another, each with its Enter, as fast as a scanner."""
        for code in codes:
            self.type(code)
            self.key(ENTER, NONE, "\r", wait=False)
        self.settle()

    def enter(self) -> None:
        """Enter alone."""
        self.key(ENTER, NONE, "\r")

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true, timeout=20_000)

    def settle(self) -> None:
        """Wait until every answer is there."""
        self.until(lambda: self.work.idle and not self.bench.shift.busy)
