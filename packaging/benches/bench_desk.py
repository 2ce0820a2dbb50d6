"""A desk around one widget in a window offscreen, for the measures that paint."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget


class BenchDesk:
    """`desk` for pages and widgets, its work reading the shop; `show` puts one of them into the window."""

    def __init__(self, location: str, *, write: bool = False) -> None:
        from PySide6.QtWidgets import QMainWindow

        from desktop_app.i18n import Words
        from desktop_app.store.connect import open_shop
        from desktop_app.ui.bus import Bus
        from desktop_app.ui.desk import Desk
        from desktop_app.ui.desk_settings import DeskSettings
        from desktop_app.ui.theme.theme import Theme
        from desktop_app.ui.work import Work

        theme, bus = Theme(_application()), Bus()
        theme.furnish()
        self.work = Work(bus)
        self.work.open(lambda: open_shop(location, write=write))
        self.desk = Desk(
            words=Words(), theme=theme, work=self.work, bus=bus, settings=DeskSettings(), navigate=_silent,
            tell=_silent, tell_done=_silent, tell_file=_silent, today=dt.date.today, rebuild=_silent, switch=_silent,
            location=location, home=location, sample_location="",
        )  # fmt: skip
        self.window = QMainWindow()

    def __enter__(self) -> BenchDesk:
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close()
        self.work.close()

    def show(self, widget: QWidget, *, width: int = 1280, height: int = 800) -> None:
        """Show a widget in the window, and wait until it has the keyboard."""
        from PySide6.QtTest import QTest

        self.window.setCentralWidget(widget)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)


@lru_cache(maxsize=1)
def _application() -> QApplication:
    """The one there can be, for all parts of a run."""
    from PySide6.QtWidgets import QApplication

    return QApplication([])


def _silent(*_: object, **_more: object) -> None:
    pass
