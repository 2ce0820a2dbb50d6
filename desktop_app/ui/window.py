"""The window of one shop: sidebar and stage, keys, dropped files, remembered geometry, a close that loses nothing."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message, Words
from desktop_app.ui.bus import Bus
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.keys import make_actions, show_menu
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.stage import Stage
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import NARROW, Tone
from desktop_app.ui.undoing import Undoing
from desktop_app.ui.work import Work

if TYPE_CHECKING:
    from desktop_app.ui.overview import Overview

_FIRST_SIZE, _LEAST_SIZE = (1280, 800), (480, 360)
_NOTE_STAYS = 8_000  # ms
_log = logging.getLogger(__name__)


class Window(QMainWindow):
    """`next_location`: the shop to open after this one closed ("": none), `restore_from`: a backup to bring back."""

    ready = Signal()

    def __init__(
        self, theme: Theme, settings: DeskSettings, *, location: str, home: str, sample: str,
        voice: Callable[[], Words], actor: Callable[[], str] = str,
    ) -> None:
        """`voice()` is the screen's language as the desk's settings have it now."""
        super().__init__()
        self.next_location = self.restore_from = ""
        self._theme, self._settings, self._voice = theme, settings, voice
        self._open_shop: Callable[[], Any] | None = None
        self._day: Callable[[], dt.date] = dt.date.today
        self._open = False
        self._cover_page: QWidget | None = None
        self.bus = Bus(self)
        self.work = Work(self.bus, actor=actor, parent=self)
        self.desk = Desk(
            words=voice(), theme=theme, work=self.work, bus=self.bus, settings=settings, navigate=self.navigate,
            tell=self.tell, tell_done=self._tell_done, today=lambda: self._day(), rebuild=self.rebuild,
            switch=self.switch, location=location, home=home, sample_location=sample,
        )
        self.work.failed.connect(self.tell)
        self.bus.changed.connect(self._hear)
        self.setMinimumSize(*_LEAST_SIZE)
        self.setAcceptDrops(True)
        self._build()
        self._place()

    def open(self, open_shop: Callable[[], Any]) -> None:
        """Open the shop once the window has been painted: what a person sees first must not wait for a database."""
        self._open_shop = open_shop

    def navigate(self, page: str, /, **what: object) -> None:
        """Show a page and tell it what to open."""
        if self._open:
            self.stage.show_page(page, self.desk, what)

    def tell(self, what: Message | AppError) -> None:
        """Show a sentence in the banner: a failure until it is closed, a note for some seconds."""
        if isinstance(what, AppError):
            self.stage.banner.say(self.desk.words.say(what.message), Tone.BAD)
        else:
            self.stage.banner.say(self.desk.words.say(what), Tone.MUTED, stays=_NOTE_STAYS)

    def rebuild(self) -> None:
        """Make everything anew in the language and size of text the desk's settings have now."""
        name = self.stage.name
        self.desk.words = self._voice()
        self.takeCentralWidget().deleteLater()  # type: ignore[union-attr]  # there is one since _build
        self._build()
        if self._open:
            self._look()
            self.navigate(name or "today")

    def switch(self, location: str, *, restore: str = "") -> None:
        """Close this shop and open another one, or the same again with a backup brought back in between."""
        self.next_location, self.restore_from = location, restore
        if not self.close():
            self.next_location = self.restore_from = ""

    def _build(self) -> None:
        words = self.desk.words
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self.stage = Stage(self._theme, words)
        self.undoing = Undoing(self.desk, self.stage.banner)
        actions = make_actions(self, words, self._calls())
        self.sidebar = Sidebar(
            self._theme, words, ENTRIES, sample=self.desk.sample, undo=self.undoing.undo, redo=self.undoing.redo,
            menu=lambda anchor: show_menu(anchor, actions, words),
        )
        self.undoing.bind(actions["undo"], actions["redo"], self.sidebar.undo, self.sidebar.redo)
        self.sidebar.chosen.connect(self.navigate)
        self.stage.shown.connect(self.sidebar.choose)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stage, 1)
        self._root = QStackedWidget()
        self._root.addWidget(both)
        self.setCentralWidget(self._root)
        self._name_shop()
        self._fit()

    def _calls(self) -> dict[str, Callable[[], object]]:
        calls: dict[str, Callable[[], object]] = {
            "find": self._find, "filter": partial(self._on_page, "focus_filter"), "new": partial(self._on_page, "new"),
            "print": partial(self._on_page, "print"), "refresh": partial(self._on_page, "refresh"),
            "undo": lambda: self.undoing.undo(), "redo": lambda: self.undoing.redo(), "help": self._help,
            "menu": lambda: self.sidebar.more.click(), "quit": self.close,
        }
        return calls | {f"go {entry.name}": partial(self.navigate, entry.name) for entry in ENTRIES}

    def _on_page(self, what: str) -> None:
        if self.stage.page is not None:
            getattr(self.stage.page, what)()

    def _find(self) -> None:
        page = self.stage.page
        if page is not None and page.header.search is None:
            self.navigate("today")
            page = self.stage.page
        if page is not None and page.header.search is not None:
            page.header.search.take_focus()

    def _help(self) -> None:
        from desktop_app.ui.help import HelpDialog

        HelpDialog(self.desk, self).open()

    def _start(self) -> None:
        if self._open_shop is not None:
            self.work.open(self._open_shop, then=lambda _: self._opened(), failed=self._not_opened)

    def _opened(self) -> None:
        from desktop_app.ui.overview import day

        self.work.ask(day, then=self._set_day)
        self._look(first=True)

    def _set_day(self, today: Callable[[], dt.date]) -> None:
        self._day = today

    def _hear(self, changes: Changes, _initiator: object) -> None:
        self._look()
        if Topic.SETTINGS in changes.topics:
            self._look_at_logo()

    def _look(self, *, first: bool = False) -> None:
        from desktop_app.ui.overview import overview

        self.work.ask(overview, then=partial(self._seen, first=first), owner=self)

    def _look_at_logo(self) -> None:
        from desktop_app.ui.overview import logo

        self.work.ask(logo, then=self._seen_logo, owner=self)

    def _seen(self, now: Overview, *, first: bool) -> None:
        self.desk.shop_name = now.name
        self._name_shop()
        self.undoing.renew(now.undo)
        self.sidebar.set_count("today", now.wanted)
        self.sidebar.set_count("orders", now.to_pack)
        if first:
            self._open = True
            self._begin(empty=now.empty)
            self._look_at_logo()
            self.ready.emit()

    def _seen_logo(self, content: bytes) -> None:
        self.desk.logo = content
        self._name_shop()

    def _begin(self, *, empty: bool) -> None:
        from desktop_app.ui.first_start import first_page

        page = first_page(self.desk, leave=self._welcomed) if empty and not self._welcome_seen else None
        if page is None:
            self.navigate("today")
        else:
            self._cover(page)

    @property
    def _welcome_seen(self) -> bool:
        return not self.desk.sample and bool(self._settings.recall(f"welcomed.{self.desk.location}"))

    def _welcomed(self, page: str) -> None:
        """The first questions are answered, or the sample shop is filled: on into the shop."""
        self._settings.remember(f"welcomed.{self.desk.location}", True)
        self._uncover()
        self.navigate(page)

    def _not_opened(self, error: AppError) -> None:
        from desktop_app.ui.first_start.not_opened import NotOpened

        self._cover(NotOpened(self.desk, error, again=self._start, restore=self._restore, leave=self.close))

    def _restore(self) -> None:
        from desktop_app.ui.pages.settings.restore import RestoreDialog

        RestoreDialog(self.desk, self).open()

    def _cover(self, page: QWidget) -> None:
        """Show something in place of sidebar and stage."""
        self._uncover()
        self._cover_page = page
        self._root.addWidget(page)
        self._root.setCurrentWidget(page)

    def _uncover(self) -> None:
        if self._cover_page is not None:
            self._root.removeWidget(self._cover_page)
            self._cover_page.deleteLater()
            self._cover_page = None

    def _tell_done(self, changes: Changes, sentence: Message | None = None) -> None:
        self.undoing.tell_done(changes, sentence)

    def _name_shop(self) -> None:
        words = self.desk.words
        name = self.desk.shop_name or words("Your shop")
        self.sidebar.set_shop(name, self.desk.logo)
        sample = f" · {words('Sample shop')}" if self.desk.sample else ""
        self.setWindowTitle(f"{name}{sample} — Cordial")

    def _place(self) -> None:
        geometry = self._settings.recall("geometry")
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            room = self.screen().availableSize()
            self.resize(min(_FIRST_SIZE[0], room.width()), min(_FIRST_SIZE[1], room.height()))

    def _fit(self) -> None:
        self.sidebar.set_slim(self.width() < scaled(NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._open_shop is not None and not self.property("painted"):
            self.setProperty("painted", True)
            QTimer.singleShot(0, self._start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if self._open and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files go to the Import page."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.accept()
        self._root.setCurrentIndex(0)
        self.navigate("imports", paths=paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only if words would be lost; then finish what is being written, back up, and let go of the shop."""
        if not self.stage.may_leave():
            event.ignore()
            return
        self._settings.remember("geometry", self.saveGeometry().toBase64().toStdString())
        self._settings.save()
        event.accept()
        self.hide()
        self.work.close(last=_back_up)


def _back_up(shop: Any) -> None:
    from desktop_app.actions import backups
    from desktop_app.domain.backups import Reason

    try:
        backups.backup_if_changed(shop, reason=Reason.CLOSING)
    except AppError as error:
        _log.warning("no backup at close: %s", error)
