"""Watches the clock: says so before a complaint gets late, lets pages look again when one became so or a day began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import ComplaintId
from desktop_app.queries.complaint_list import ComplaintRow
from desktop_app.queries.complaints_due import DueComplaints, nearly_late
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.wording import complaint_title, due_text
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.banner import Banner

_EVERY = 60_000  # ms
_TOPICS = frozenset({Topic.COMPLAINTS, Topic.SETTINGS})


class DeadlineWatch(QObject):
    """One per window: `start` once its shop is open. Each deadline is told once, when `banner()` shows nothing else."""

    def __init__(self, desk: Desk, *, banner: Callable[[], Banner], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._banner = desk, banner
        self._told: set[tuple[ComplaintId, dt.datetime | None]] = set()
        self._stood: DueComplaints | None = None  # as all stood at the last look
        self.timer = QTimer(self)
        self.timer.setInterval(_EVERY)
        self.timer.timeout.connect(self.look)
        desk.bus.changed.connect(self._hear)

    def start(self) -> None:
        """Watch from now on."""
        self.timer.start()
        self.look()

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.stop()

    def look(self) -> None:
        """Look at the clock now; what changed by time alone is told to the pages."""
        self._ask(moved=True)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if changes.id and self.timer.isActive() and changes.topics & _TOPICS:
            self._ask(moved=False)  # the pages heard of it too

    def _ask(self, *, moved: bool) -> None:
        self._desk.work.ask(
            nearly_late, then=partial(self._seen, moved=moved), failed=lambda _: None, owner=self, latest="deadlines"
        )

    def _seen(self, found: tuple[tuple[ComplaintRow, ...], DueComplaints], *, moved: bool) -> None:
        near, stood = found
        before, self._stood = self._stood, stood
        if before is not None and _day(before) != _day(stood):
            self._desk.bus.pass_time(frozenset(Topic))  # a window left open over night shows the new day
        elif moved and before is not None and before != stood:
            self._desk.bus.pass_time(frozenset({Topic.COMPLAINTS}))
        if before is None:  # what is near when the window opens stands on Today, which is shown then
            self._told |= {(row.id, row.due_by) for row in near}
        self._tell([row for row in near if (row.id, row.due_by) not in self._told], stood.now)

    def _tell(self, near: list[ComplaintRow], now: dt.datetime | None) -> None:
        banner, words, go = self._banner(), self._desk.words, self._desk.navigate
        if not near or now is None or banner.text:  # what stands there is read first; this is told at a later look
            return
        self._told |= {(row.id, row.due_by) for row in near}
        if len(near) > 1:
            said = words.n("{n} complaint is late soon.", "{n} complaints are late soon.", len(near))
            banner.say(said, Tone.WARN, button=(words("Show"), lambda: go("complaints", chip="due")))
            return
        [row] = near
        told = {"when": due_text(words, row.due_by, now), "complaint": complaint_title(words, row)}
        said = words("To be solved by {when}: {complaint}", **told)
        if row.due_by == row.answer_by:
            said = words("To be answered by {when}: {complaint}", **told)
        banner.say(said, Tone.WARN, button=(words("Open"), lambda: go("complaints", complaint=row.id)))


def _day(stood: DueComplaints) -> dt.date | None:
    return stood.now.date() if stood.now is not None else None
