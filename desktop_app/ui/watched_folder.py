"""Watches the folder exports land in, where this desk wants that: a new file is offered in the banner, once."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import WATCHED_FOLDER
from desktop_app.domain.watching import KEPT, REMEMBERED, SETTLES, SINCE, Came
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from desktop_app.actions.watched import Offer

_AFTER = 300  # ms: many changes of a folder are looked at together
_AGAIN = int(SETTLES * 1000) + 500  # ms until a file that is being written is looked at once more
_TOPICS = frozenset({Topic.IMPORTS})


class FolderWatch(QObject):
    """One per window: `start` once its shop is open. `banner()` is where a file is offered, when it shows nothing."""

    def __init__(self, desk: Desk, *, banner: Callable[[], Banner], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._banner = desk, banner
        self._watcher: QFileSystemWatcher | None = None  # made when a folder is watched first
        self._told: set[str] = set()
        self._offering: tuple[str, frozenset[str]] = ("", frozenset())  # what the banner says, and of which files
        self._nothing: set[str] = set()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self._running = False
        desk.bus.changed.connect(self._hear)

    def start(self) -> None:
        """Watch from now on, and look at what came while the window was closed."""
        self._running = True
        self._follow()

    def stop(self) -> None:
        """Watch no longer."""
        self._running = False
        self.timer.stop()
        if self._watcher is not None and self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def look(self) -> None:
        """Look into the folder now."""
        folder = self._desk.settings.get(WATCHED_FOLDER)
        if folder and self._running:
            ask_offered(self._desk, then=self._seen, owner=self, known=self._nothing)

    def _follow(self) -> None:
        """Watch the folder that is set now, in place of any other."""
        folder = self._desk.settings.get(WATCHED_FOLDER)
        if self._watcher is None:
            if not folder:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(lambda _: self.timer.start(_AFTER))
        watched = self._watcher.directories()
        if watched != [folder]:
            if watched:
                self._watcher.removePaths(watched)
            if folder and Path(folder).is_dir():
                self._watcher.addPath(folder)
        self.look()

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if self._running and changes.topics & _TOPICS:
            folders = self._watcher.directories() if self._watcher is not None else []
            if changes.id or folders == [self._desk.settings.get(WATCHED_FOLDER)]:
                self.look()
            else:
                self._follow()

    def _seen(self, offer: Offer) -> None:
        self._nothing |= offer.nothing
        said, marks = self._offering
        if said and said == self._banner().text and marks.isdisjoint(each.mark for each in offer.files):
            self._banner().dismiss()  # taken in or put away meanwhile
        if offer.unfinished:
            self.timer.start(_AGAIN)
        fresh = [each for each in offer.files if each.mark not in self._told]
        if fresh:
            self._told |= {each.mark for each in fresh}
            self._desk.bus.pass_time(_TOPICS)  # the Import page lists them
            self._tell(fresh)

    def _tell(self, fresh: list[Came]) -> None:
        banner, words = self._banner(), self._desk.words
        if banner.text:  # what stands there is read first; the Import page offers the files all the same
            return
        folder = fresh[0].path.parent.name
        if len(fresh) == 1:
            said = words("{file} has come into {folder}.", file=fresh[0].path.name, folder=folder)
            show = words("See what it brings")
        else:
            said = words.n("{n} file has come into {folder}.", "{n} files have come into {folder}.", len(fresh),
                           folder=folder)
            show = words("See what they bring")
        paths = [str(each.path) for each in fresh]
        self._offering = (said, frozenset(each.mark for each in fresh))
        banner.say(said, Tone.MUTED, button=(show, lambda: self._desk.navigate("imports", paths=paths)))


def ask_offered(
    desk: Desk, *, then: Callable[[Offer], object], owner: QObject, known: set[str] | None = None
) -> None:
    """Ask which files of this desk's watched folder there are to offer; `known` are marks of files that are nothing."""
    from desktop_app.actions.watched import offered_files  # brings every reader of files: half of a window's loading

    since = desk.settings.recall(SINCE, 0.0)
    desk.work.run(
        offered_files, desk.work.turn, Path(desk.settings.get(WATCHED_FOLDER)),
        since=float(since) if isinstance(since, int | float) else 0.0, now=time.time(),
        left=frozenset((*left_marks(desk.settings), *(known or ()))), then=then, failed=lambda _: None, owner=owner,
    )


def left_marks(settings: DeskSettings) -> list[str]:
    """The marks of files that somebody at this desk did not want."""
    kept = settings.recall(KEPT, [])
    return [mark for mark in kept if isinstance(mark, str)] if isinstance(kept, list) else []


def leave_file(settings: DeskSettings, mark: str) -> None:
    """Offer this file never again."""
    settings.remember(KEPT, [*left_marks(settings), mark][-REMEMBERED:])
    settings.save()
