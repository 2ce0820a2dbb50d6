"""The bench's four sounds: short tones of our own, played by what the system has, else its beep."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QApplication

from desktop_app.actions.chimes import Chime, keep_chimes
from desktop_app.domain.desk_settings import BENCH_SOUND
from desktop_app.paths import cache_folder
from desktop_app.ui.desk import Desk

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
Play = Callable[[Path | None], object]


class Sounds(QObject):
    """`play` once a bench; the files are made at its start, beside everything else that can be made again."""

    def __init__(self, desk: Desk, *, play: Play | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._play = play or player()
        self._files: dict[Chime, Path] = {}
        self.last: Chime | None = None  # what was played last, also where sound is off
        desk.work.run(keep_chimes, cache_folder() / "chimes", then=self._made, failed=lambda _: None, owner=self)

    def play(self, chime: Chime) -> None:
        """Let it be heard, unless this desk is to be silent."""
        self.last = chime
        if self._desk.settings.get(BENCH_SOUND):
            self._play(self._files.get(chime))

    def _made(self, files: dict[Chime, Path]) -> None:
        self._files = files


def player() -> Play:
    """What this system plays a file with."""
    if sys.platform == "win32":
        return _on_windows
    for program, *options in _PLAYERS:
        if found := shutil.which(program):
            return lambda file: QProcess.startDetached(found, [*options, str(file)]) if file else QApplication.beep()
    return lambda _: QApplication.beep()


def _on_windows(file: Path | None) -> None:
    if sys.platform == "win32":
        import winsound

        if file is not None:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        else:
            QApplication.beep()
