"""A page of the handbook as it is read: the house's letters and colours, pictures as wide as there is room."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from desktop_app.domain.text import fold, words_of
from desktop_app.ui.handbook.page_look import dress_page
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6

_WORD = re.compile(r"[^\W_]+")
_WIDEST = 640  # points at 100 % text: a line that is read without losing it
_SHARP = 2.0  # pictures are kept so much finer than they are shown


class PageView(QTextBrowser):
    """`turned(name)` when a link to another page is followed."""

    turned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._text, self._folder, self._lit = theme, "", Path(), ""
        self._fits = 0  # the width the pictures were made for
        self._soon = QTimer(self)  # a page that is laid out while it is resized keeps pictures of two sizes
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._render)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)  # Tab goes from link to link
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width of pictures hangs on it
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._render)

    def show_page(self, text: str, *, title: str, folder: Path, light: str = "") -> None:
        """Show a page written in Markdown, its pictures beside `folder`, with these words lit."""
        self._text, self._folder, self._lit = text, folder, light
        self.setAccessibleName(title)
        self._render()
        self.verticalScrollBar().setValue(0)

    def light(self, text: str) -> None:
        """Light the words that begin as those of a text, wherever they stand."""
        self._lit = text
        wanted = tuple(words_of(text))
        found: list[QTextEdit.ExtraSelection] = []
        for word in _WORD.finditer(self.document().toPlainText()) if wanted else ():
            if fold(word[0]).startswith(wanted):  # as they were found: kartite is kartīte, еще is ещё
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(self.document())
                mark.cursor.setPosition(word.start())
                mark.cursor.setPosition(word.end(), QTextCursor.MoveMode.KeepAnchor)
                mark.format.setBackground(QColor(self._theme.colours.soft))
                mark.format.setForeground(QColor(self._theme.colours.accent))
                found.append(mark)
        self.setExtraSelections(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays readable in a wide window, and its pictures fit a narrow one."""
        side = max(scaled(SPACE_6 if self.width() > scaled(480) else SPACE_4), (self.width() - scaled(_WIDEST)) // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)
        if self._column() != self._fits and "![" in self._text:
            self._soon.start()

    def _column(self) -> int:
        return max(self.viewport().width(), 80)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures, no wider than the column, with a thin frame."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(self._folder / QUrl(name).path()))
        width = min(picture.width(), self._column())
        fine = picture.scaledToWidth(round(width * _SHARP), Qt.TransformationMode.SmoothTransformation)
        fine = fine.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(fine)
        painter.setPen(QColor(self._theme.colours.line))
        painter.drawRect(QRectF(0.5, 0.5, fine.width() - 1, fine.height() - 1))
        painter.end()
        fine.setDevicePixelRatio(_SHARP)
        return fine

    def _render(self) -> None:
        place, self._fits = self.verticalScrollBar().value(), self._column()
        document = self.document()
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        dress_page(document, self._theme.colours)
        self.light(self._lit)
        self.setTextCursor(QTextCursor(document))  # where the keyboard begins; else the end is scrolled to
        self.verticalScrollBar().setValue(place)

    def _follow(self, link: QUrl) -> None:
        if link.path().endswith(".md"):
            self.turned.emit(Path(link.path()).stem)
