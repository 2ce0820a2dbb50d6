"""File dialogs that list files without opening them, for the shop's own file may lie among them."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

_MENDED = (  # Qt's catalogues know these only as they were before they had keys of their own
    (QFileDialog.DialogLabel.LookIn, "Look in:"), (QFileDialog.DialogLabel.FileType, "Files of type:"),
)  # fmt: skip
_NOWHERE = "/"  # listed until the dialog is told not to open files; there are only folders


class _ByName(QFileIconProvider):
    """Icons and kinds of files by their names; Qt would read the beginning of each."""

    def icon(self, what: Any) -> QIcon:
        if isinstance(what, QFileInfo):
            what = QFileIconProvider.IconType.Folder if what.isDir() else QFileIconProvider.IconType.File
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix().upper()


@cache
def _by_name() -> _ByName:
    """One for all: the thread that lists files may still ask while its dialog goes."""
    return _ByName()


class UnopenedFileDialog(QFileDialog):
    """Qt's own dialog, never the system's, begun in `start` (a folder, or a file to be written).

    On Linux and macOS whoever closes a file loses all locks its process holds on it. Dialogs that look into every file
    for its kind, as Qt's and GTK's do, so took SQLite's locks off the open shop; the next program that read the shop
    removed its -wal, and what was kept after that was lost.
    """

    def __init__(self, parent: QWidget, title: str, start: str, kinds: str) -> None:
        super().__init__(parent, title, _NOWHERE, kinds)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setIconProvider(_by_name())
        for label, text in _MENDED:
            self.setLabelText(label, QCoreApplication.translate("QFileDialog", text))
        self._begin(QFileInfo(start))

    def _begin(self, start: QFileInfo) -> None:
        folder = start.isDir()
        self.setDirectory(start.absoluteFilePath() if folder else start.absolutePath())
        if not folder and start.fileName():
            self.selectFile(start.fileName())
