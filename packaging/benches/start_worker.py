"""One start of the window for the start bench, ended the moment its stage is reached: floor, paint or today."""

from __future__ import annotations

import os
import sys


def floor() -> None:
    """A bare QApplication and QMainWindow, painted and closed: nothing in Qt and Python starts faster."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, self.close)

    app = QApplication([])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    app.exec()
    os._exit(0)  # as the others end: without taking anything down


def ours(stage: str, shop: str) -> None:
    """`cordial --shop FILE` as it is typed, up to the first paint or until Today stands there at rest."""
    from desktop_app import app

    opened = app._window

    def hooked(*given: object, **named: object) -> int:
        from desktop_app.ui import shell  # only now, as in a real start

        made = shell.Shell.__init__

        def watched(self: shell.Shell, *inner: object, **more: object) -> None:
            made(self, *inner, **more)
            self.painted.connect(lambda: os._exit(0) if stage == "paint" else watch(self))

        shell.Shell.__init__ = watched
        return opened(*given, **named)

    app._window = hooked
    app.main(["--shop", shop])


def watch(window: object) -> None:
    """Leave as soon as a page is shown and no work is under way."""
    from PySide6.QtCore import QTimer

    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.window import Window

    timer = QTimer(window)

    def look() -> None:
        page, inside = window.findChild(Page), window.findChild(Window)
        if page is not None and page.isVisible() and inside.work.idle:
            QTimer.singleShot(0, lambda: os._exit(0))

    timer.timeout.connect(look)
    timer.start(1)
    QTimer.singleShot(60_000, lambda: os._exit(1))  # it does not open: start.py says so


if __name__ == "__main__":
    floor() if sys.argv[1] == "floor" else ours(*sys.argv[1:])
