"""Backups the window makes by itself: every half hour, at its close, and at the next start where a close made none."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.errors import AppError
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk

_EVERY = 30 * 60_000  # ms
_log = logging.getLogger(__name__)


class Safekeeping(QObject):
    """One per window: `start` once its shop is open, `close` as the last thing."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._missed = f"backup missed.{desk.place}"  # remembered from a close to the next start
        self.timer = QTimer(self)
        self.timer.setInterval(_EVERY)
        self.timer.timeout.connect(self._back_up)

    def start(self) -> None:
        """Back up every half hour from now on; at once where the last close could not, which is said."""
        self.timer.start()
        if self._desk.settings.recall(self._missed):
            self._desk.tell(msg("No backup could be made when Cordial was closed last. One is made now."))
            self._back_up()

    def close(self) -> None:
        """Finish what is being written, put everything in order, back up, and let go of the shop."""
        self.timer.stop()
        backed_up: list[bool] = []
        self._desk.work.close(last=lambda shop: backed_up.append(_leave_in_order(shop)))
        if backed_up == [True]:
            self._desk.settings.forget(self._missed)
        elif backed_up == [False]:
            self._desk.settings.remember(self._missed, True)

    def _back_up(self) -> None:
        self._desk.work.ask(_back_up, "regular")


def _leave_in_order(shop: Any) -> bool:
    """The last work of a day: printed files whose days are over go, what was changed is backed up. Whether it was."""
    from desktop_app.actions.prints import forget_files

    try:
        forget_files(shop)
    except AppError as error:
        _log.warning("printed files not looked through: %s", type(error).__name__)
    return _back_up(shop, "closing")


def _back_up(shop: Any, reason: str) -> bool:
    from desktop_app.actions.backups import backup_if_changed
    from desktop_app.domain.backups import Reason

    try:
        backup_if_changed(shop, reason=Reason(reason))
    except AppError as error:
        _log.warning("no backup (%s): %s", reason, type(error).__name__)
        return False
    return True
