"""The bench as a process of its own, for a shop on a server: what it needs of a desk, no more than a packer sees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, PasswordWanted
from desktop_app.i18n import Message, Words
from desktop_app.ui.bench.bench import Bench
from desktop_app.ui.bus import Bus
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.first_start.notice import Notice
from desktop_app.ui.first_start.password import AskPassword
from desktop_app.ui.handbook.opening import hear_key, open_page
from desktop_app.ui.handbook.places import page_for
from desktop_app.ui.overview import clock
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.work import Work

_LOOK = 5_000  # ms between two looks at what other desks did: the history of changes is the owner's


class BenchAlone(QObject):
    """Opens the shop, then the bench; without an answer of the server its page stands there with the way out.

    `opened` carries the bench's window.
    """

    opened = Signal(object)

    def __init__(
        self, theme: Theme, settings: DeskSettings, words: Words, *, location: str, packer: str,
        open_shop: Callable[[], Any], take_password: Callable[[str, bool], object], full: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self._open_shop, self._take_password, self._packer, self._full = open_shop, take_password, packer, full
        self._today: Callable[[], dt.date] = dt.date.today
        self.page: QWidget | None = None
        self.bench: Bench | None = None
        bus = Bus(self)
        self.work = Work(bus, actor=lambda: settings.who, parent=self)
        self.desk = Desk(
            words=words, theme=theme, work=self.work, bus=bus, settings=settings, navigate=_nowhere, tell=self.tell,
            tell_done=self._tell_done, tell_file=self._tell_file, today=lambda: self._today(), rebuild=_nothing,
            switch=_stay, location=location, home=location, sample_location="",
        )  # fmt: skip
        theme.furnish()
        self.work.failed.connect(self.tell)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Open the shop; `again` after a password or a failure."""
        self.work.open(self._open_shop, then=lambda _: self._opened(), failed=self._not_opened)

    def tell(self, what: Message | AppError) -> None:
        """Say a sentence above the work."""
        if self.bench is not None:
            message = what.message if isinstance(what, AppError) else what
            self.bench.shift.note(message, Tone.BAD if isinstance(what, AppError) else Tone.MUTED)

    def _opened(self) -> None:
        self.work.ask(clock, then=self._set_clock)
        self.bench = Bench(self.desk, wanted=self._packer, parent=self)
        self.bench.closed.connect(self.close)
        self.bench.begin()
        self.bench.show(full=self._full)
        self._show(None)
        self._timer.start()
        self.opened.emit(self.bench.window)

    def close(self) -> None:
        """Finish what is being written and let go of the shop; what was held is given back before."""
        self._timer.stop()
        self.work.close()
        self.desk.settings.save()

    def _not_opened(self, error: AppError) -> None:
        if isinstance(error, PasswordWanted):
            self._show(AskPassword(self.desk, error, give=self._give, leave=self._leave))
            return
        page = Notice(self.desk, self.desk.words("Your shop did not open"), error.message, place=self.desk.place)
        words = self.desk.words
        page.offer([primary(words("Try again"), self.start), quiet(words("Quit"), self._leave)])
        self._show(page)

    def _give(self, password: str, keep: bool) -> None:
        self._take_password(password, keep)
        self.start()

    def _leave(self) -> None:
        self.close()
        self._show(None)

    def _show(self, page: QWidget | None) -> None:
        """A page in place of the bench that is not there yet; the new one first: a program without a window ends."""
        old, self.page = self.page, page
        if page is not None:
            page.setWindowTitle(self.desk.words("Packing bench"))
            page.resize(720, 480)
            hear_key(page, partial(open_page, self.desk.theme, self.desk.words, page, page=page_for(page)))
            page.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def _look(self) -> None:
        if self.bench is not None:
            self.bench.look()

    def _set_clock(self, today: Callable[[], dt.date]) -> None:
        self._today = today

    def _tell_done(self, _changes: Changes, sentence: Message | None) -> None:
        if sentence is not None:
            self.tell(sentence)

    def _tell_file(self, said: Message, _file: Path, _changes: Changes | None = None) -> None:
        self.tell(said)


def _nowhere(_page: str, /, **_what: object) -> None:
    """There are no other pages here."""


def _stay(location: str, *, restore: str = "") -> None:
    """There is no other shop here."""


def _nothing() -> None:
    """Nothing is to be made anew."""
