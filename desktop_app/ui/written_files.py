"""A file that was just written: the ways from the note about it to the file and to the folder it lies in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.undoing import Undoing
from desktop_app.ui.widgets.banner import DONE_STAYS, Banner


class WrittenFiles:
    """`say` in the bar of a window; what is pressed there is opened by the program the computer has for it."""

    def __init__(
        self, desk: Desk, banner: Callable[[], Banner], undoing: Callable[[], Undoing], *,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        self._desk, self._banner, self._undoing, self._open_url = desk, banner, undoing, open_url

    def say(self, said: Message, file: Path, changes: Changes | None = None) -> None:
        """Say that a file was written, with the ways to it, and [Undo] where the shop was changed with it."""
        words = self._desk.words
        ways: list[tuple[str, Callable[[], object]]] = [
            (words("Open"), lambda: self._open(file, file)),
            (words("Show in its folder"), lambda: self._open(file.parent, file)),
        ]
        if changes is not None and changes.id:
            ways.append(self._undoing().way_back(changes))
        self._banner().say(words.say(said), Tone.GOOD, ways=ways, stays=DONE_STAYS)

    def _open(self, what: Path, file: Path) -> None:
        if not (what.exists() and self._open_url(QUrl.fromLocalFile(str(what)))):
            self._desk.tell(AppError(msg(
                "“{file}” did not open here. Look for it in “{folder}”.", file=file.name, folder=str(file.parent)
            )))  # fmt: skip
