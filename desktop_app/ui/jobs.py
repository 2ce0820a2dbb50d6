"""One piece of work on its way through a thread and back; `Work` makes, runs and delivers them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BUG, AppError, Stopped
from desktop_app.i18n import msg

Then = Callable[[Any], object]
Failed = Callable[[AppError], object]
Tell = Callable[[int, int], object]
_BETWEEN = 0.05  # seconds between two reports of progress: a bar need not move more often
_log = logging.getLogger(__name__)


class Job:
    """What to run and whom to tell. A job that `counts` reports even when cancelled: a bar waits for it."""

    def __init__(
        self, fn: Callable[[Any], Any], *, then: Then | None = None, failed: Failed | None = None,
        tell: Tell | None = None,
        owner: QObject | None = None, name: str = "", writes: bool = False, counts: bool = False,
    ) -> None:
        self.fn = fn
        self.then = then
        self.failed = failed
        self.tell = tell
        self.owner = owner
        self.name = name
        self.writes = writes
        self.counts = counts
        self.cancelled = False
        self.result: Any = None
        self.error: AppError | None = None
        self._told = 0.0

    def cancel(self) -> None:
        """Ask it to stop: unstarted it never runs, running it stops at its next report of progress."""
        self.cancelled = True

    def perform(self, shop: Any) -> None:
        """Run it on its thread and keep the result or the failure; a bug of ours is logged and becomes a sentence."""
        if self.cancelled:
            self.error = Stopped(msg("Stopped. Nothing was changed."))
            return
        try:
            self.result = self.fn(shop)
        except AppError as error:
            self.error = error
        except Exception:  # noqa: BLE001 - the one place where our own bugs in threads become words
            _log.exception("work failed")
            self.error = AppError(BUG)

    def due(self, done: int, total: int) -> bool:
        """Whether it is time to report progress again."""
        now = time.monotonic()
        if done < total and now - self._told < _BETWEEN:
            return False
        self._told = now
        return True

    def let_go(self) -> None:
        """Forget whom it served, on the main thread: a working thread may hold it longest, and would end widgets."""
        self.fn, self.then, self.failed, self.tell, self.owner = _nothing, None, None, None, None
        self.result = self.error = None

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it: its owner lives, and it was not dropped for a newer one."""
        alive = self.owner is None or isValid(self.owner)
        return alive and (self.counts or not self.cancelled)

    @property
    def changes(self) -> Changes | None:
        """The Changes in what an action returned: itself, in a tuple, or as `.changes`."""
        if isinstance(self.result, Changes):
            return self.result
        if isinstance(self.result, tuple):
            return next((part for part in self.result if isinstance(part, Changes)), None)
        found = getattr(self.result, "changes", None)
        return found if isinstance(found, Changes) else None


def _nothing(_: Any) -> None:
    return None
