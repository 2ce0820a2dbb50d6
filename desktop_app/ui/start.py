"""From a command to a window: application, look, language, one window a shop; app.py gives `open_window` the store."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_TEXT, DESK_THEME
from desktop_app.domain.errors import AppError, PasswordWanted
from desktop_app.i18n import Language, Message, Words, msg
from desktop_app.paths import desk_folder, resources, shown_place, with_password
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.faults import Faults
from desktop_app.ui.garbage import Collector
from desktop_app.ui.one_instance import OneInstance
from desktop_app.ui.shell import Shell
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from desktop_app.ui.window import Window

Opener = Callable[..., Any]
_BENCH = "bench "  # what a second start says when it wants the packing bench; the packer’s name follows


def open_window(
    location: str, *, sample: str, opener: Opener, desk_text: str, keep_desk: Callable[[str], object],
    language: Language | None = None, bench: str | None = None,
) -> int:
    """Open the window on a shop and stay until it is closed; returns the exit code.

    With `bench` the packing bench is opened in its place, for the packer of that name if it is not empty.

    `opener(location)` opens a shop, `sample` is where the sample shop lies, `desk_text` what this desk remembered,
    `keep_desk` keeps it, `language` overrides the desk's for this run.
    """
    app = _application()
    collector = Collector()
    settings = DeskSettings(desk_text, keep_desk)
    theme = Theme(app, mode=_mode(settings), text_percent=int(settings.get(DESK_TEXT)))
    faults = Faults()
    faults.install()
    qt_words = _QtWords(app)

    def voice() -> Words:
        chosen = language or screen_language(settings.get(DESK_LANGUAGE))
        qt_words.speak(chosen)
        theme.set_text_size(int(settings.get(DESK_TEXT)))
        return Words(chosen)

    shops = _Shops(app, theme, settings, faults, opener, voice, home=location, sample=sample)
    if bench is not None and "://" in location:
        shops.show_bench_alone(location, bench)
        bench, location = None, ""
    place = location
    while place:
        place, bench = shops.show(place, bench=bench), None
    collector.stop()
    return 0


class _Shops:
    """Shows one shop after another, each in a window of its own."""

    def __init__(
        self, app: QApplication, theme: Theme, settings: DeskSettings, faults: Faults, opener: Opener,
        voice: Callable[[], Words], *, home: str, sample: str,
    ) -> None:
        self.app, self.theme, self.settings, self.faults = app, theme, settings, faults
        self.opener, self.voice, self.home, self.sample = opener, voice, home, sample
        self.passwords: dict[str, tuple[str, bool]] = {}  # as typed, by location; and whether the keyring is to have it
        self.window: Window | None = None
        self.told: AppError | Message | None = None  # what the next window has to say

    def show_bench_alone(self, location: str, packer: str) -> None:
        """Show the packing bench of a shop on a server until it is closed; a second start brings it to the front."""
        from desktop_app.ui.bench.alone import BenchAlone

        instance = OneInstance(desk_folder(), f"{location} bench")
        if instance.taken and instance.raise_other():
            return
        alone = BenchAlone(
            self.theme, self.settings, self.voice(), location=location, packer=packer,
            open_shop=lambda: self._open(location),
            take_password=lambda typed, keep: self.passwords.update({location: (typed, keep)}),
        )
        self.faults.happened.connect(alone.tell)
        alone.opened.connect(instance.serve)
        alone.start()
        self.app.exec()
        self.faults.happened.disconnect(alone.tell)
        instance.release()

    def show(self, location: str, *, bench: str | None = None) -> str:
        """Show one shop until its window is closed; returns the shop to open next, "" for none.

        With `bench` only its packing bench is seen, for the packer of that name, until another start asks for more.
        """
        instance = OneInstance(desk_folder(), location)
        if instance.taken and instance.raise_other("" if bench is None else f"{_BENCH}{bench}"):
            return ""
        name = self.settings.recall(f"name.{shown_place(location)}", "")
        shell = Shell(
            self.theme, self.settings, self.voice(), name=str(name), sample=location == self.sample
        )
        if bench is None:
            shell.painted.connect(lambda: self._furnish(shell, instance, location))
            shell.show()
        else:
            self._furnish(shell, instance, location, bench=bench)
        self.app.exec()
        window, self.window = self.window, None
        if window is None:  # closed before it was painted
            instance.release()
            return ""
        self.faults.happened.disconnect(window.tell)
        if window.restore_from:
            self._restore(location, window.restore_from)
        instance.release()
        shell.deleteLater()
        return window.next_location

    def _furnish(self, shell: Shell, instance: OneInstance, location: str, *, bench: str | None = None) -> None:
        from PySide6.QtCore import QLocale

        from desktop_app.ui.window import Window

        QLocale.setDefault(QLocale("en_GB"))  # weeks begin on Monday; before any field is made
        window = self.window = Window(
            shell, self.theme, self.settings, location=location, home=self.home, sample=self.sample, voice=self.voice,
            open_shop=lambda: self._open(location),
            take_password=lambda typed, keep: self.passwords.update({location: (typed, keep)}),
        )
        self.faults.happened.connect(window.tell)
        window.ready.connect(lambda: instance.serve(shell, partial(_hear, window)))
        if bench is not None:
            window.ready.connect(lambda: window.open_bench(wanted=bench))
        if self.told is not None:
            said, self.told = self.told, None
            window.ready.connect(lambda: window.tell(said))

    def _open(self, location: str) -> Any:
        """Open a shop; where its server wants a password, with the one that was typed or kept for it."""
        from desktop_app.actions.passwords import keep_password, kept_password

        try:
            shop = self.opener(self._address(location))
        except PasswordWanted:
            kept = "" if location in self.passwords else kept_password(shown_place(location))
            if not kept:
                raise
            self.passwords[location] = (kept, False)
            shop = self.opener(self._address(location))
        typed, keep = self.passwords.get(location, ("", False))
        if keep:
            keep_password(shown_place(location), typed)
        return shop

    def _address(self, location: str) -> str:
        typed, _ = self.passwords.get(location, ("", False))
        return with_password(location, typed) if typed else location

    def _restore(self, location: str, file: str) -> None:
        from desktop_app.actions.backups import restore

        try:
            restore(self._address(location), Path(file))
            self.told = msg("The backup is back. What was there before is kept beside it.")
        except AppError as error:
            self.told = error


def _hear(window: Window, said: str) -> None:
    """What another start of the program wants of this one."""
    if said.startswith(_BENCH):
        window.open_bench(wanted=said.removeprefix(_BENCH))


def screen_language(chosen: str) -> Language:
    """The desk's language: as chosen, else the system's where it is one of ours, else English."""
    code = chosen or next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")[:2]
    if not code:
        from PySide6.QtCore import QLocale  # all its languages are made when it is named: 5 ms

        code = QLocale.system().name()[:2]
    return Language(code) if code in tuple(Language) else Language.EN


def _application() -> QApplication:
    QApplication.setApplicationName("cordial")
    QApplication.setApplicationDisplayName("Cordial")
    QApplication.setDesktopFileName("cordial")
    QApplication.setStyle("Fusion")  # before the application is made, else it makes a style twice
    app = QApplication(["cordial"])
    app.setWindowIcon(QIcon(str(resources("icons", "app.svg"))))
    return app


def _mode(settings: DeskSettings) -> Mode:
    chosen = settings.get(DESK_THEME)
    return Mode(chosen) if chosen in tuple(Mode) else Mode.SYSTEM


class _QtWords:
    """Qt's own texts (print dialog, file dialog, menus of fields) in the screen's language."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def speak(self, language: Language) -> None:
        """Speak this language from now on."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        if language is Language.EN:
            return
        from PySide6.QtCore import QLibraryInfo, QTranslator

        translator = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language.value}", folder):
            self._app.installTranslator(translator)
            self._translator = translator
