"""The place a file is dropped on: large, dashed, with one button for those who would rather choose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CARD, SPACE_6, Tone
from desktop_app.ui.widgets.empty import EmptyState


class DropZone(QFrame):
    """`dropped(paths)` for files dropped here; `choose` is called by its button."""

    dropped = Signal(list)

    def __init__(
        self, theme: Theme, words: Words, choose: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self.setAcceptDrops(True)
        self.setMinimumHeight(scaled(270))
        self.invitation = EmptyState(
            theme, words("Drop your shop’s export here"),
            words("Shopify, WooCommerce, or any CSV or Excel table. You see what would happen before anything does."),
            icon="import", button=(words("Choose a file…"), choose),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        column.addWidget(self.invitation)
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.accept()
        self.dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT if self._over else Tone.MUTED), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.colour("soft" if self._over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        painter.end()

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


def choose_files(parent: QWidget, words: Words, *, chosen: Callable[[list[str]], object], folder: str) -> QFileDialog:
    """Open the system's dialog for files; `chosen(paths)` when a person took some."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    start = folder if folder and Path(folder).is_dir() else downloads
    tables = words("Tables") + " (*.csv *.tsv *.txt *.xlsx *.xls *.ods)"
    dialog = QFileDialog(parent, words("Choose your shop’s export"), start, f"{tables};;{words('All files')} (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
