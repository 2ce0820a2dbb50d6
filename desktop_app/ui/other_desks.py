"""What other desks of a shop on a server do: asked for every few seconds, and announced on the bus like one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.changes import ChangeRow, change_rows, shop_made
from desktop_app.ui.desk import Desk

_EVERY, _AFTER_A_FAILURE = 3_000, 30_000  # ms
_BACK = 100  # changes looked through: one that took long may come out after later ones


class OtherDesks(QObject):
    """One per window; `start` once its shop is open. It asks only while `looked_at()`."""

    def __init__(self, desk: Desk, *, looked_at: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._looked_at = desk, looked_at
        self._known: set[int] = set()
        self._made = -1  # not asked yet
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        desk.bus.changed.connect(self._hear)

    def start(self) -> None:
        """Watch from now on; a shop in a file has one desk, and nothing is to be watched."""
        if "://" in self._desk.location:
            self._timer.start()
            self._ask()  # looked at or not: what comes after this moment is news

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Ask now, unless the answer to the last question is still on its way."""
        if not self._waiting and self._looked_at():
            self._ask()

    def _ask(self) -> None:
        self._waiting = True
        self._desk.work.ask(_look, then=self._seen, failed=self._missed, owner=self)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        self._known.add(changes.id)

    def _seen(self, found: tuple[int, list[ChangeRow]]) -> None:
        made, rows = found
        before, known, self._made = self._made, self._known, made
        self._waiting = False
        self._timer.setInterval(_EVERY)
        self._known = {int(row.id) for row in rows}
        if before < 0:
            return
        newest = rows[0].id if rows else ChangeId(1)
        if made != before:
            said = msg("A backup was restored at another desk. This is the shop as it is now.")
            self._desk.bus.announce(Changes(newest, frozenset(Topic), said), initiator=self)
            self._desk.tell(said)
            return
        fresh = [row for row in rows if row.id not in known and row.id > min(known, default=0)]
        if fresh:
            topics = frozenset[Topic]().union(*(row.topics for row in fresh))
            if len(fresh) == _BACK:  # there may be more than these
                topics = frozenset(Topic)
            self._desk.bus.announce(Changes(fresh[0].id, topics, fresh[0].title), initiator=self)

    def _missed(self, _error: AppError) -> None:
        """The server is away: whoever asks it for something hears so; a quiet question may wait."""
        self._waiting = False
        self._timer.setInterval(_AFTER_A_FAILURE)


def _look(shop: Shop) -> tuple[int, list[ChangeRow]]:
    return shop_made(shop), change_rows(shop, _BACK)
