"""A whole window on a shop in a file, as start.py makes it, for tests that go through it like a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_PERSON
from desktop_app.i18n import Language, Words
from desktop_app.store.connect import open_shop
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.shell import Shell
from desktop_app.ui.start import screen_language
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window import Window
from tests.made import TODAY


@dataclass
class House:
    """Opens a window and waits for it; `written` is what the desk's settings file got, `typed` the passwords and
    `kept` which of them are for the keyring.
    """

    qtbot: Any
    theme: Theme
    location: str
    sample: str = "/nowhere/sample.db"
    written: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    kept: list[bool] = field(default_factory=list)
    opener: Any = None
    speak: Callable[[Language], Words] = Words

    def __post_init__(self) -> None:
        self.settings = DeskSettings("", self.written.append)
        self.settings.set(DESK_LANGUAGE, "en")
        self.settings.set(DESK_PERSON, "Ilze")

    def voice(self) -> Words:
        return self.speak(screen_language(self.settings.get(DESK_LANGUAGE)))

    def open(self, *, width: int = 1280, height: int = 800, ready: bool = True) -> Window:
        """Show the shell, furnish it after its first paint, wait until the shop is open."""
        self.shell = Shell(self.theme, self.settings, self.voice(), name="", sample=self.location == self.sample)
        self.shell.resize(width, height)
        with self.qtbot.waitSignal(self.shell.painted, timeout=10_000):
            self.shell.show()
        self.window = Window(
            self.shell,
            self.theme,
            self.settings,
            location=self.location,
            home=self.location,
            sample=self.sample,
            open_shop=self.opener or (lambda: open_shop(self.location, today=lambda: TODAY)),
            voice=self.voice,
            take_password=self._take_password,
        )
        with self.qtbot.waitActive(self.shell, timeout=5_000):
            self.shell.activateWindow()
        self.settle()
        if ready:
            self.qtbot.waitUntil(
                lambda: self.shell.cover is not None or self.window.stage.page is not None, timeout=20_000
            )
            self.settle()
        return self.window

    def _take_password(self, typed: str, keep: bool) -> None:
        self.typed.append(typed)
        self.kept.append(keep)

    def settle(self) -> None:
        """Wait until nothing is waiting, running or on its way back."""
        self.qtbot.waitUntil(lambda: self.window.work.idle, timeout=20_000)

    def close(self) -> None:
        """Close whatever is open, dropping unsaved words."""
        self.shell.may_close = lambda: True
        self.shell.close()
        self.shell.deleteLater()
