"""Python's rings of garbage, collected on the main thread alone; `start` begins it with the application.

Python looks for rings in whatever thread happens to allocate. Widgets lie in rings (a page and the slots that hold it),
and one that the database thread destroyed would end the program, or stop it for good at a lock of Qt's.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # ms between two looks
_FULL = 120  # looks between two at everything, which takes long enough to be seen


class Collector(QObject):
    """Takes over from Python's own collector until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what is due by Python's own thresholds; the old are looked at once in a while."""
        self._looks += 1
        if self._looks == 1:
            gc.collect()
            gc.freeze()  # what the start made stays, and need not be looked at again
            return
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if self._looks % _FULL == 0:
            gc.collect()
        elif middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)

    def stop(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
