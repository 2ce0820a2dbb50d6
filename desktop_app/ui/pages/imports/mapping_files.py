"""How a table is read, kept as a file to be handed on, and taken from one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.actions.importing import load_mapping, save_mapping
from desktop_app.domain.mapping import FileMapping
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.file_dialogs import ask_for_file, ask_for_place


class MappingFiles:
    """`view` is where the questions stand; `value()` is the mapping to save, `loaded(mapping)` gets one from a file."""

    def __init__(
        self, desk: Desk, view: QWidget, *, value: Callable[[], FileMapping], loaded: Callable[[FileMapping], object]
    ) -> None:
        self._desk, self._view, self._value, self._loaded = desk, view, value, loaded

    def ask_place(self, name: str) -> None:
        """Ask where the mapping goes, `name` being offered, and write it there."""
        words = self._desk.words
        title = words("Save how it is read")
        ask_for_place(self._view.window(), self._desk.settings, title, f"{name}.toml", taken=self.save)

    def save(self, to: Path) -> None:
        """Write the mapping as it stands."""
        said = msg("How it is read is saved in {file}", file=to.name)
        self._desk.work.run(
            save_mapping, to, self._value(), then=lambda _: self._desk.tell(said), failed=self._desk.tell,
            owner=self._view,
        )

    def ask_file(self) -> None:
        """Ask for a mapping, and read the file by it."""
        words = self._desk.words
        ask_for_file(self._view.window(), self._desk.settings, words("Choose a saved mapping"), "TOML (*.toml)",
                     taken=self.load)

    def load(self, file: Path) -> None:
        """Read the file by this mapping."""
        self._desk.work.run(load_mapping, file, then=self._loaded, failed=self._desk.tell, owner=self._view)
