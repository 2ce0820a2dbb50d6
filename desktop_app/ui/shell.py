"""What is painted first: the sidebar and the empty ground beside it; everything else is loaded after that paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import NARROW

if TYPE_CHECKING:  # PySide makes each class when it is first named: 5 ms of the first paint for these
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from desktop_app.ui.drop_cover import DropCover

_FIRST_SIZE, _LEAST_SIZE = (1280, 800), (480, 360)
_TITLE_BAR = 40  # pixels of the screen that the system takes above a window; before it is shown nobody tells


class Shell(QMainWindow):
    """`painted` once, after the first paint; `dropped` with the paths of files; `gone` when it was closed."""

    painted = Signal()
    dropped = Signal(list)
    gone = Signal()

    def __init__(self, theme: Theme, settings: DeskSettings, words: Words, *, name: str, sample: bool) -> None:
        super().__init__()
        self._theme, self._settings, self._sample = theme, settings, sample
        self._seen = False
        self.may_close: Callable[[], bool] = lambda: True
        self.takes_files: Callable[[], bool] = lambda: False
        self._dragged: DropCover | None = None
        self.setMinimumSize(*_LEAST_SIZE)
        self.build(words, name=name)
        self._place()

    def build(self, words: Words, *, name: str, logo: bytes = b"") -> None:
        """Make sidebar and empty ground, in place of those before."""
        self._words = words
        self.sidebar = Sidebar(self._theme, words, ENTRIES, sample=self._sample)
        self._body: QWidget = QWidget()
        self._cover: QWidget | None = None
        both = QWidget()
        self._row = QHBoxLayout(both)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.sidebar)
        self._row.addWidget(self._body, 1)
        self._root = QStackedWidget()
        self._root.addWidget(both)
        self.setCentralWidget(self._root)  # Qt deletes the one before
        self.name_shop(words, name=name, logo=logo)
        self._fit()

    def name_shop(self, words: Words, *, name: str, logo: bytes) -> None:
        """Whose window it is."""
        shown = name or words("Your shop")
        self.sidebar.set_shop(shown, logo)
        sample = f" · {words('Sample shop')}" if self._sample else ""
        self.setWindowTitle(f"{shown}{sample}")

    def set_body(self, body: QWidget) -> None:
        """Put the stage beside the sidebar."""
        self._row.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body

    @property
    def cover(self) -> QWidget | None:
        """What is shown in place of sidebar and stage, if anything."""
        return self._cover

    def set_cover(self, page: QWidget | None) -> None:
        """Show something in place of sidebar and stage, or take it away."""
        if self._cover is not None:
            self._root.removeWidget(self._cover)
            self._cover.deleteLater()
        self._cover = page
        if page is not None:
            self._root.addWidget(page)
            self._root.setCurrentWidget(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop_app.ui.pictures import is_picture

        files = _files(event)
        # Pictures alone are for a place on a page; one among other files is told of like any that cannot be read.
        if self.takes_files() and not all(is_picture(file) for file in files):
            from desktop_app.ui.drop_cover import DropCover

            _copy(event)
            self._drag_over()
            self._dragged = DropCover(self._theme, self._words, files, self)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drag_over()

    def dropEvent(self, event: QDropEvent) -> None:
        _copy(event)
        self._drag_over()
        self.dropped.emit(_files(event))

    def _drag_over(self) -> None:
        if self._dragged is not None:
            self._dragged.hide()
            self._dragged.deleteLater()
            self._dragged = None

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._settings.remember("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        event.accept()
        self.hide()
        self.gone.emit()

    def _place(self) -> None:
        geometry = self._settings.recall("geometry")
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            room = self.screen().availableSize()
            self.resize(min(_FIRST_SIZE[0], room.width()), min(_FIRST_SIZE[1], room.height() - _TITLE_BAR))

    def _fit(self) -> None:
        self.sidebar.set_slim(self.width() < scaled(NARROW))


def _files(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


def _copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy, whatever is offered: after a move its owner would delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
