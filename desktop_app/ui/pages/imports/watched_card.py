"""The watched folder on the Import page: the files that came into it, each offered; how it is chosen and left alone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.watched import Offer
from desktop_app.domain.changes import Topic
from desktop_app.domain.desk_settings import WATCHED_FOLDER
from desktop_app.domain.watching import SINCE, Came
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.imports.wording import kind_name
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from desktop_app.ui.watched_folder import ask_offered, leave_file
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.task_row import TaskRow
from desktop_app.ui.widgets.unopened import UnopenedFileDialog

_SHOWN = 8


class WatchedCard(Card):
    """Asks for itself what is there; `take(path)` is called for a file a person wants to look at."""

    def __init__(self, desk: Desk, *, take: Callable[[Path], object]) -> None:
        folder = desk.settings.get(WATCHED_FOLDER)
        super().__init__(desk.words("Watched folder"), Path(folder).name if folder else desk.words("off"))
        self._desk, self._take = desk, take
        if folder:
            self.add_to_head(small(desk.words("Stop"), self._stop, tip=folder))
        self._fill(Offer())
        if folder:
            ask_offered(desk, then=self._fill, owner=self)

    def watch(self, folder: str) -> None:
        """Watch this folder from now on; "" for none."""
        self._desk.settings.remember(SINCE, time.time())
        self._desk.settings.set(WATCHED_FOLDER, folder)
        self._desk.bus.pass_time(frozenset({Topic.IMPORTS}))

    def _fill(self, offer: Offer) -> None:
        words, watched = self._desk.words, self._desk.settings.get(WATCHED_FOLDER)
        self.clear()
        if not watched:
            self._invite()
            return
        for came in offer.files[:_SHOWN]:
            self.add_row(self._row(came))
        if len(offer.files) > _SHOWN:
            self.add_note(words.n("and {n} more", "and {n} more", len(offer.files) - _SHOWN))
        if not Path(watched).is_dir():
            self.add_note(words("{folder} is not there now.", folder=watched))
        elif not offer.files:
            self.add_note(words("What comes into {folder} is offered here. Nothing is taken in by itself.",
                                folder=watched))

    def _row(self, came: Came) -> TaskRow:
        words = self._desk.words
        at = dt.datetime.fromtimestamp(came.at).astimezone().isoformat(timespec="seconds")
        detail = joined(kind_name(words, came.kind, came.kind.platform), stamp(words, at, self._desk.today()))
        return TaskRow(self._desk.theme, came.path.name, detail, buttons=(
            (words("Show the plan"), partial(self._take, came.path)),
            (words("Not this one"), partial(self._leave, came)),
        ))

    def _leave(self, came: Came) -> None:
        leave_file(self._desk.settings, came.mark)
        self._desk.bus.pass_time(frozenset({Topic.IMPORTS}))  # the page shows the others, and the banner is silent

    def _invite(self) -> None:
        words = self._desk.words
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        said = words("Cordial can look into the folder your exports land in, and offer each new one here.")
        column.addWidget(Label(said, tone=Tone.MUTED, wrap=True))
        line = QHBoxLayout()
        line.addWidget(small(words("Choose a folder…"), self._choose))
        line.addStretch(1)
        column.addLayout(line)
        self.add_row(row)

    def _choose(self) -> None:
        words = self._desk.words
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        start = downloads if downloads and Path(downloads).is_dir() else str(Path.home())
        dialog = UnopenedFileDialog(self.window(), words("Choose the folder to watch"), start, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.watch)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _stop(self) -> None:
        self.watch("")
