"""The place that invites a file: large, dashed, with one button for those who would rather choose.

The window takes what is dropped, here as anywhere (ui/shell.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QStandardPaths, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CARD, SPACE_6, Tone
from desktop_app.ui.widgets.empty import EmptyState
from desktop_app.ui.widgets.unopened import UnopenedFileDialog

_TABLES = "*.csv *.tsv *.txt *.xlsx *.xls *.ods *.html *.htm"


class DropZone(QFrame):
    """`choose` is called by its button."""

    def __init__(
        self, theme: Theme, words: Words, choose: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMinimumHeight(scaled(270))
        self.invitation = EmptyState(
            theme, words("Drop your shop’s export here"),
            words(
                "Orders and customers of any platform, contacts and birthdays, any CSV or Excel table, or an e-mail "
                "with a complaint. You see what would happen before anything does."
            ),
            icon="import", button=(words("Choose a file…"), choose),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        column.addWidget(self.invitation)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Tone.MUTED), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        painter.end()


def choose_files(parent: QWidget, words: Words, *, chosen: Callable[[list[str]], object], folder: str) -> QFileDialog:
    """Open the dialog for files; `chosen(paths)` when a person took some."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    start = next((one for one in (folder, downloads) if one and Path(one).is_dir()), str(Path.home()))
    tables = words("Tables") + f" ({_TABLES})"
    files = words("Tables, contacts, birthdays and e-mails") + f" ({_TABLES} *.vcf *.ics *.eml)"
    kinds = f"{files};;{tables};;{words('All files')} (*)"
    dialog = UnopenedFileDialog(parent, words("Choose your shop’s export"), start, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
