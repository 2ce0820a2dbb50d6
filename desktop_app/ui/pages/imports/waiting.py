"""Which files wait for their turn on the Import page, and the way to leave them all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.tokens import SPACE_3, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.labels import Elided


class WaitingFiles(QWidget):
    """A row with their names, hidden while none waits; `leave()` when a person wants none of them."""

    def __init__(self, words: Words, leave: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self._files: deque[Path] = deque()
        self.names = Elided("", tone=Tone.MUTED)
        self.button = small(words("Leave these"), leave, tip=words("The files that wait are not looked at."))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_3)
        line.addWidget(self.names, 1)
        line.addWidget(self.button)
        self.hide()

    def __bool__(self) -> bool:
        return bool(self._files)

    @property
    def count(self) -> str:
        """How many wait, in words; nothing for none."""
        n = len(self._files)
        return self._words.n("{n} more file waits", "{n} more files wait", n) if n else ""

    def add(self, files: Iterable[Path]) -> None:
        """These wait too."""
        self._files.extend(files)
        self._tell()

    def take(self) -> Path:
        """The one whose turn it is."""
        file = self._files.popleft()
        self._tell()
        return file

    def clear(self) -> None:
        """None of them is wanted."""
        self._files.clear()
        self._tell()

    def _tell(self) -> None:
        self.names.setText(self._words("Next: {files}", files=", ".join(file.name for file in self._files)))
        self.setHidden(not self._files)
