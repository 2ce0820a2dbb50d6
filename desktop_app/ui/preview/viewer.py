"""The very PDF on screen: its pages on white, turned and enlarged by buttons and keys; nothing is painted anew."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMargins, QObject, QPointF
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.buttons import icon_button, small
from desktop_app.ui.widgets.labels import Label

_STEP, _LEAST, _MOST = 1.25, 0.08, 6.0


class Viewer(QFrame):
    """`show_file` shows a PDF and keeps the page and the size of the one before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words, theme = desk.words, desk.theme
        self._words, self._theme = words, theme
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.SinglePage)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.viewport().installEventFilter(self)
        self._fits = True  # Qt's own FitInView forgets the margins and cuts the foot of the page off
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setDocumentMargins(QMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3))
        self.view.setPageSpacing(0)
        self.view.setAccessibleName(words("Preview"))
        self._page = Label("", tone=Tone.MUTED)
        self._back = icon_button(theme, "left", lambda: self.turn(-1), tip=words("Page before"), shortcut="PgUp")
        self._on = icon_button(theme, "right", lambda: self.turn(1), tip=words("Next page"), shortcut="PgDown")
        self.fit_button = small(words("Whole page"), self.fit, shortcut="Ctrl+0")
        self._fit_sign = icon_button(theme, "whole", self.fit, tip=words("Whole page"), shortcut="Ctrl+0")
        self._fit_sign.hide()
        bar = self._bar = QHBoxLayout()
        bar.setSpacing(SPACE_1)
        for widget in (self._back, self._page, self._on):
            bar.addWidget(widget)
        bar.addStretch(1)
        for icon, factor, tip, keys in (
            ("minus", 1 / _STEP, words("Smaller"), "Ctrl+-"), ("plus", _STEP, words("Larger"), "Ctrl++"),
        ):
            bar.addWidget(icon_button(theme, icon, partial(self.zoom, factor), tip=tip, shortcut=keys))
        bar.addWidget(self.fit_button)
        bar.addWidget(self._fit_sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        self.view.pageNavigator().currentPageChanged.connect(lambda _: self._say())
        theme.changed.connect(self._dress)
        self._dress()
        self._say()

    @property
    def page(self) -> int:
        """The page shown, from 1; 0 without a file."""
        return self.view.pageNavigator().currentPage() + 1 if self.pages else 0

    @property
    def pages(self) -> int:
        """How many pages the file has."""
        return self.document.pageCount() if self.document.status() is QPdfDocument.Status.Ready else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the bar has little room, a sign stands for the words of its last button."""
        super().resizeEvent(event)
        self._make_room()

    def show_file(self, file: Path) -> None:
        """Show a PDF, at the page where one was."""
        before = max(1, self.page)
        self.document.close()
        self.document.load(str(file))
        self.go_to(before)

    def clear(self) -> None:
        """Show nothing and let go of the file."""
        self.document.close()
        self._say()

    def go_to(self, page: int) -> None:
        """Show a page, counted from 1."""
        if self.pages:
            self.view.pageNavigator().jump(min(max(1, page), self.pages) - 1, QPointF())
            if self._fits:
                self._fit()
        self._say()

    def turn(self, step: int) -> None:
        """Go some pages on or back."""
        self.go_to(self.page + step)

    def zoom(self, factor: float) -> None:
        """Show it larger or smaller."""
        self._fits = False
        self.view.setZoomFactor(min(_MOST, max(_LEAST, self.view.zoomFactor() * factor)))

    def fit(self) -> None:
        """Show the whole page."""
        self._fits = True
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A fitted page stays fitted when the room changes."""
        if event.type() is QEvent.Type.Resize and self._fits:
            self._fit()
        return False

    def _fit(self) -> None:
        if not self.pages:
            return
        size = self.document.pagePointSize(self.page - 1)
        margins = self.view.documentMargins()
        room = self.view.viewport().size()
        across = (room.width() - margins.left() - margins.right()) / size.width()
        down = (room.height() - margins.top() - margins.bottom()) / size.height()
        self.view.setZoomFactor(max(_LEAST, min(across, down) * 72 / self.view.logicalDpiX()))  # 1.0 is paper size

    def _say(self) -> None:
        page, pages = self.page, self.pages
        self._page.setText(self._words("Page {page} of {pages}", page=page, pages=pages) if pages else "")
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < pages)
        self._make_room()

    def _make_room(self) -> None:
        spare = self.width() - self._bar.sizeHint().width()
        words, sign = self.fit_button.sizeHint().width(), self._fit_sign.sizeHint().width()
        narrow = spare < (words - sign if self.fit_button.isHidden() else 0)
        self.fit_button.setHidden(narrow)
        self._fit_sign.setVisible(narrow)

    def _dress(self) -> None:
        colours = self._theme.colours
        palette = QPalette(self.view.palette())
        palette.setColor(QPalette.ColorRole.Dark, self._theme.colour("line"))
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("line"))
        self.view.setPalette(palette)
        self.view.viewport().setStyleSheet(f"background: {colours.line};")
