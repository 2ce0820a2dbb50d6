"""The window of one shop: what its keys, sidebar and pages do together, from the opening of the shop to its close."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import AppError, PasswordWanted
from desktop_app.i18n import Message, Words, msg
from desktop_app.queries.pictures import shop_logo
from desktop_app.ui.bus import Bus
from desktop_app.ui.deadlines import DeadlineWatch
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.handbook.opening import Handbook
from desktop_app.ui.keys import make_actions, show_menu
from desktop_app.ui.other_desks import OtherDesks
from desktop_app.ui.overview import Overview, clock, overview
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.safekeeping import Safekeeping
from desktop_app.ui.shell import Shell
from desktop_app.ui.stage import Stage
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.undoing import Undoing
from desktop_app.ui.watched_folder import FolderWatch
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.work import Work
from desktop_app.ui.written_files import WrittenFiles

if TYPE_CHECKING:
    from desktop_app.actions.handed import Handed
    from desktop_app.ui.bench.bench import Bench

_NOTE_STAYS = 8_000  # ms


class Window(QObject):
    """Furnishes a shell once it was painted. `ready` when its shop is open; after its close `next_location` is the
    shop to open next ("" for none) and `restore_from` a backup to bring back before.
    """

    ready = Signal()
    bench_full = True  # whether the bench fills the screen

    def __init__(
        self, shell: Shell, theme: Theme, settings: DeskSettings, *, location: str, home: str, sample: str,
        open_shop: Callable[[], Any], voice: Callable[[], Words], take_password: Callable[[str, bool], object],
    ) -> None:
        """`voice()` is the screen's language as the desk's settings have it now; `take_password(typed, keep)`
        gives `open_shop` what a server wants to hear.
        """
        super().__init__(shell)
        self.next_location = self.restore_from = ""
        self.shell = shell
        self._theme, self._settings, self._voice = theme, settings, voice
        self._open_shop, self._take_password = open_shop, take_password
        self._today: Callable[[], dt.date] = dt.date.today
        self._open = False
        self._wanted: tuple[str, dict[str, object]] = "today", {}  # where a person went before the shop was open
        self.bench: Bench | None = None  # the packing bench, while its window is open
        self.bus = Bus(self)
        self.work = Work(self.bus, actor=lambda: settings.who, parent=self)
        self.desk = Desk(
            words=voice(), theme=theme, work=self.work, bus=self.bus, settings=settings, navigate=self.navigate,
            tell=self.tell, tell_done=self._tell_done, tell_file=self._tell_file, today=lambda: self._today(),
            rebuild=self.rebuild, switch=self.switch, location=location, home=home, sample_location=sample,
        )
        self.written = WrittenFiles(self.desk, lambda: self.stage.banner, lambda: self.undoing)
        theme.furnish()
        self.work.failed.connect(self.tell)
        self.bus.changed.connect(self._hear)
        shell.dropped.connect(self._drop)
        shell.may_close, shell.takes_files = self._may_close, self._takes_files
        shell.gone.connect(self._finish)
        shell.setAcceptDrops(True)
        self.others = OtherDesks(
            self.desk, looked_at=self._looked_at, parent=self
        )
        self.safekeeping = Safekeeping(self.desk, self)
        self.handbook = Handbook(theme, lambda: self.desk.words, show_keys=self._show_keys, parent=self)
        self.deadlines = DeadlineWatch(self.desk, banner=lambda: self.stage.banner, parent=self)
        self.folder = FolderWatch(self.desk, banner=lambda: self.stage.banner, parent=self)
        self._build()
        self._start()

    def navigate(self, page: str, /, **what: object) -> None:
        """Show a page and tell it what to open; `bench` is a window of its own, `packer` who packs there."""
        if page == "bench":
            self.open_bench(wanted=str(what.get("packer", "")))
        elif self._open:
            self.stage.show_page(page, self.desk, what)
        else:
            self._wanted = page, what
            self.shell.sidebar.choose(page)

    def open_bench(self, *, wanted: str = "") -> None:
        """Open the packing bench beside this window, or bring it to the front; `wanted` is the packer by name."""
        if not self._open:
            return
        if self.bench is None:
            from desktop_app.ui.bench.bench import Bench

            self.bench = Bench(self.desk, wanted=wanted, parent=self)
            self.bench.closed.connect(self._bench_closed)
            self.bench.begin()
        self.bench.show(full=self.bench_full)

    def tell(self, what: Message | AppError) -> None:
        """Show a sentence in the banner: a failure until it is closed, a note for some seconds."""
        from desktop_app.ui.first_start.welcome import Welcome

        cover = self.shell.cover  # the first questions lie over the stage and its bar
        banner = cover.banner if isinstance(cover, Welcome) else self.stage.banner
        if isinstance(what, AppError):
            banner.say(self.desk.words.say(what.message), Tone.BAD)
        else:
            banner.say(self.desk.words.say(what), Tone.MUTED, stays=_NOTE_STAYS)

    def rebuild(self) -> None:
        """Make everything anew in the language and size of text the desk's settings have now."""
        name, covered = self.stage.name, self.shell.cover is not None
        self.desk.words = self._voice()
        self.shell.build(self.desk.words, name=self.desk.shop_name, logo=self.desk.logo)
        self._build()
        if self._open:
            self._look()
            self._begin(empty=True) if covered else self.navigate(name or "today")

    def switch(self, location: str, *, restore: str = "") -> None:
        """Close this shop and open another one, or the same again with a backup brought back in between."""
        self.next_location, self.restore_from = location, restore
        if not self.shell.close():
            self.next_location = self.restore_from = ""

    def _build(self) -> None:
        words = self.desk.words
        for action in self.shell.actions():
            self.shell.removeAction(action)
            action.deleteLater()
        self.stage = Stage(self._theme, words)
        self.shell.set_body(self.stage)
        self.undoing = Undoing(self.desk, self.stage.banner, show_all=self._show_history)
        actions = make_actions(self.shell, words, self._calls())
        side = self.shell.sidebar
        undo = icon_button(self._theme, "undo", self.undoing.undo, tip=words("Undo"), shortcut="Ctrl+Z")
        redo = icon_button(self._theme, "redo", self.undoing.redo, tip=words("Redo"), shortcut="Ctrl+Shift+Z")
        bench = icon_button(self._theme, "bench", self.open_bench, tip=words("Packing bench"), shortcut="Ctrl+B")
        self.more = icon_button(self._theme, "more", tip=words("Menu"), shortcut="F10")
        self.more.clicked.connect(lambda: show_menu(self.more, actions, words, other_shop=self._other_shop()))
        side.foot.addWidget(undo)
        side.foot.addWidget(redo)
        side.foot.addWidget(bench)
        side.foot.addStretch(1)
        side.foot.addWidget(self.more)
        for tool in (undo, redo, bench):
            tool.setVisible(not side.slim)
        self.undoing.bind(actions["undo"], actions["redo"], undo, redo)
        side.chosen.connect(self.navigate)
        side.home.connect(lambda: self.switch(self.desk.home))
        self.stage.shown.connect(side.choose)
        self.stage.stayed.connect(self._stayed)

    def _calls(self) -> dict[str, Callable[[], object]]:
        calls: dict[str, Callable[[], object]] = {
            "find": self._find, "filter": partial(self._on_page, "focus_filter"), "new": partial(self._on_page, "new"),
            "print": partial(self._on_page, "print"), "refresh": partial(self._on_page, "refresh"),
            "undo": lambda: self.undoing.undo(), "redo": lambda: self.undoing.redo(), "help": self._help,
            "keys": self._show_keys, "history": self._show_history, "bench": self.open_bench,
            "menu": lambda: self.more.click(), "quit": self.shell.close,
        }
        return calls | {f"go {entry.name}": partial(self.navigate, entry.name) for entry in ENTRIES}

    def _other_shop(self) -> tuple[str, Callable[[], object]]:
        words, desk = self.desk.words, self.desk
        if desk.sample:
            return words("Start my own shop"), lambda: self.switch(desk.home)
        return words("Look around in a sample shop"), lambda: self.switch(desk.sample_location)

    def _on_page(self, what: str) -> None:
        if self.stage.page is not None:
            getattr(self.stage.page, what)()

    def _find(self) -> None:
        if self.stage.page is not None and self.stage.page.header.search is None:
            self.navigate("today")
        if self.stage.page is not None:
            self.stage.page.look_up()

    def _help(self) -> None:
        shell = self.shell
        self.handbook.open_at(shell, shell.focusWidget(), shell.cover or self.stage.page)

    def _show_keys(self) -> None:
        from desktop_app.ui.help import HelpDialog

        HelpDialog(self.desk, self.shell).open()

    def _show_history(self) -> None:
        from desktop_app.ui.history import HistoryDialog

        if self._open:
            HistoryDialog(self.desk, self.shell, take_back=self.undoing.take_back).open()

    def _start(self) -> None:
        self.work.open(self._open_shop, then=lambda _: self._opened(), failed=self._not_opened)

    def _opened(self) -> None:
        self.shell.set_cover(None)
        self.work.ask(clock, then=self._set_clock)
        self.others.start()  # before anything is shown: what comes after it is noticed
        self._look(first=True)

    def _set_clock(self, today: Callable[[], dt.date]) -> None:
        self._today = today

    def _hear(self, changes: Changes, _initiator: object) -> None:
        self._look()
        if Topic.SETTINGS in changes.topics:
            self.work.ask(shop_logo, then=self._seen_logo)

    def _look(self, *, first: bool = False) -> None:
        self.work.ask(overview, self._settings.names, then=partial(self._seen, first=first))

    def _seen(self, now: Overview, *, first: bool) -> None:
        self.desk.shop_name = now.name
        self._name_shop()
        self.undoing.renew(now.undo)
        self.shell.sidebar.set_count("today", now.wanted)
        self.shell.sidebar.set_count("orders", now.to_pack)
        self.shell.sidebar.set_count("complaints", now.complaints)
        self.shell.sidebar.set_count("messages", now.messages)
        if first:
            self._open = True
            self._begin(empty=now.empty)
            self.work.ask(shop_logo, then=self._seen_logo)
            self.safekeeping.start()
            self.deadlines.start()
            self.folder.start()
            self.ready.emit()
            self._ask_what_came_out()

    def _ask_what_came_out(self) -> None:
        from desktop_app.actions.handed import left_handed

        def found(left: list[Handed]) -> None:
            if left and self.shell.isVisible():  # a bench alone asks about the order that is packed
                from desktop_app.ui.preview.came_out import ask_what_came_out

                ask_what_came_out(self.desk, self.shell, left)

        self.work.ask(left_handed, own=True, then=found, failed=self.tell, owner=self)

    def _seen_logo(self, content: bytes) -> None:
        self.desk.logo = content
        self._name_shop()

    def _name_shop(self) -> None:
        self._settings.remember(f"name.{self.desk.place}", self.desk.shop_name)
        self.shell.name_shop(self.desk.words, name=self.desk.shop_name, logo=self.desk.logo)

    def _begin(self, *, empty: bool) -> None:
        from desktop_app.ui.first_start import first_page

        seen = not self.desk.sample and bool(self._settings.recall(f"welcomed.{self.desk.place}"))
        if empty and not seen:
            self.shell.set_cover(first_page(self.desk, leave=self._welcomed))
        else:
            page, what = self._wanted
            self.navigate(page, **what)

    def _welcomed(self, page: str, **what: object) -> None:
        """The first questions are answered, or the sample shop is filled: on into the shop."""
        self._settings.remember(f"welcomed.{self.desk.place}", True)
        self.shell.set_cover(None)
        self.navigate(page, **what)

    def _not_opened(self, error: AppError) -> None:
        self.shell.show()  # also where only the bench was wanted
        if isinstance(error, PasswordWanted):
            self._ask_password(error)
            return
        from desktop_app.ui.first_start.not_opened import NotOpened

        page = NotOpened(self.desk, error, again=self._start, restore=self._restore, leave=self.shell.close)
        self.shell.set_cover(page)

    def _ask_password(self, error: PasswordWanted) -> None:
        from desktop_app.ui.first_start.password import AskPassword

        def give(password: str, keep: bool) -> None:
            self._take_password(password, keep)
            self._start()

        page = AskPassword(self.desk, error, give=give, leave=self.shell.close)
        self.shell.set_cover(page)
        page.password.setFocus()

    def _restore(self) -> None:
        from desktop_app.ui.pages.settings.restore import RestoreDialog

        RestoreDialog(self.desk, self.shell).open()

    def _tell_done(self, changes: Changes, sentence: Message | None = None) -> None:
        self.undoing.tell_done(changes, sentence)

    def _tell_file(self, said: Message, file: Path, changes: Changes | None = None) -> None:
        self.written.say(said, file, changes)

    def _takes_files(self) -> bool:
        """Whether dropped files have a way to go: into the shop, also from the first questions."""
        from desktop_app.ui.first_start.welcome import Welcome

        return self._open and (self.shell.cover is None or isinstance(self.shell.cover, Welcome))

    def _drop(self, paths: list[str]) -> None:
        """Files may be dropped anywhere: they go to the Import page."""
        from desktop_app.ui.first_start.welcome import Welcome

        if isinstance(self.shell.cover, Welcome):
            self.shell.cover.keep("imports", paths=paths)
        elif self.shell.cover is None:
            self.navigate("imports", paths=paths)

    def _stayed(self, page: str, what: dict[str, object]) -> None:
        """Somebody would rather go on with unsaved words: files they dropped are let go of, and that is said."""
        paths = what.get("paths")
        if page == "imports" and isinstance(paths, list) and paths:
            names = [Path(str(path)).name for path in paths]
            self.tell(msg("Not opened: {files}. Drop it here again when this is done.", files=names))

    def _may_close(self) -> bool:
        again = partial(self.switch, self.next_location, restore=self.restore_from)
        if self.bench is not None and not self.next_location and self.shell.isVisible():
            if self.stage.may_leave(self.shell.hide):
                self.shell.hide()  # who packs goes on: the shop closes with the bench
            return False
        return self.stage.may_leave(lambda: QTimer.singleShot(0, self, again))  # once what was just saved is told

    def _bench_closed(self) -> None:
        bench, self.bench = self.bench, None
        if bench is not None:
            bench.window.deleteLater()
            bench.deleteLater()
        if self.shell.isHidden():
            self.shell.close()

    def _looked_at(self) -> bool:
        return self.bench is not None or (self.shell.isVisible() and not self.shell.isMinimized())

    def _finish(self) -> None:
        if self.bench is not None:
            self.bench.window.close()
        self.others.stop()
        self.deadlines.stop()
        self.folder.stop()
        self.safekeeping.close()
        self._settings.save()
