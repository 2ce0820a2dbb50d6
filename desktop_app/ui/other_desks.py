"""What other desks of a shop on a server do: heard of as it is committed, asked for now and then, told on the bus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.changes import Listener, News, listen, news, shop_made
from desktop_app.ui.desk import Desk

_EVERY, _WHILE_LISTENING, _AFTER_A_FAILURE = 3_000, 20_000, 30_000  # ms
_BACK = 100  # changes looked through: one that took long may come out after later ones


class OtherDesks(QObject):
    """One per window; `start` once its shop is open. It asks only while `looked_at()`."""

    def __init__(self, desk: Desk, *, looked_at: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._looked_at = desk, looked_at
        self._known: set[int] = set()
        self._made = -1  # not asked yet
        self._waiting = self._again = False
        self._stopped = self._cut = False
        self._ear: _Ear | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        desk.bus.changed.connect(self._hear)

    @property
    def listening(self) -> bool:
        """Whether the server tells this desk of changes by itself."""
        return self._ear is not None

    def start(self) -> None:
        """Watch from now on; a shop in a file has one desk, and nothing is to be watched."""
        if "://" in self._desk.location:
            self._timer.start()
            self._listen()  # before the first question: what comes between the two is heard
            self._ask()  # looked at or not: what comes after this moment is news

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped = True
        self._timer.stop()
        self._deaf()

    def look(self) -> None:
        """Ask now; while the answer to the last question is on its way, once more after it."""
        if self._waiting:
            self._again = True
        elif self._looked_at():
            self._ask()

    def _ask(self) -> None:
        self._waiting, self._again = True, False
        self._desk.work.ask(_look, then=self._seen, failed=self._missed, owner=self)

    def _listen(self) -> None:
        self._desk.work.ask(listen, then=self._hark, failed=lambda _: None, owner=self)

    def _hark(self, listener: Listener | None) -> None:
        if listener is None:
            return
        if self._stopped:
            listener.close()
            return
        self._deaf()
        self._ear = _Ear(listener, self)
        self._ear.notifier.activated.connect(self._told)
        self._timer.setInterval(_WHILE_LISTENING)
        self.look()  # for what was done before the ear was there

    def _told(self) -> None:
        heard = self._ear.listener.heard() if self._ear is not None else None
        if heard is None:  # the server has gone: asked for every few seconds, until it answers again
            self._deaf()
            self._cut = True
            self._timer.setInterval(_EVERY)
        elif heard:
            self.look()

    def _deaf(self) -> None:
        if self._ear is not None:
            self._ear.close()
            self._ear = None

    def _hear(self, changes: Changes, _initiator: object) -> None:
        self._known.add(changes.id)

    def _seen(self, found: tuple[int, list[News]]) -> None:
        made, rows = found
        before, known, self._made = self._made, self._known, made
        self._waiting = False
        if self._cut:  # the server is there again
            self._cut = False
            self._timer.setInterval(_EVERY)
            self._listen()
        self._known = {int(row.id) for row in rows}
        if before >= 0:
            self._announce(rows, known, restored=made != before)
        if self._again:
            self.look()

    def _announce(self, rows: list[News], known: set[int], *, restored: bool) -> None:
        newest = rows[0].id if rows else ChangeId(1)
        if restored:
            said = msg("A backup was restored at another desk. This is the shop as it is now.")
            self._desk.bus.announce(Changes(newest, frozenset(Topic), said), initiator=self)
            self._desk.tell(said)
            return
        fresh = [row for row in rows if row.id not in known and row.id > min(known, default=0)]
        if fresh:
            topics = frozenset[Topic]().union(*(row.topics for row in fresh))
            if len(fresh) == _BACK:  # there may be more than these
                topics = frozenset(Topic)
            done = msg("Changed at another desk")
            self._desk.bus.announce(Changes(fresh[0].id, topics, done), initiator=self)

    def _missed(self, _error: AppError) -> None:
        """The server is away: whoever asks it for something hears so; a quiet question may wait."""
        self._waiting, self._cut = False, True
        self._deaf()
        self._timer.setInterval(_AFTER_A_FAILURE)


class _Ear:
    """A listener with Qt's eye on its socket, on the window's own thread: reading what lies there takes no time."""

    def __init__(self, listener: Listener, parent: QObject) -> None:
        self.listener = listener
        self.notifier = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, parent)

    def close(self) -> None:
        """Look no longer, then let go of the socket: the other way round Qt would watch a stranger's."""
        self.notifier.setEnabled(False)
        self.notifier.deleteLater()
        self.listener.close()


def _look(shop: Shop) -> tuple[int, list[News]]:
    return shop_made(shop), news(shop, _BACK)
