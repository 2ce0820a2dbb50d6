"""A page of PDF as a picture, rendered by Qt's own reader in a thread of Qt's; the canvas shows it under handles."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

from desktop_app.domain.design_seen import SeenPage

_MOST = 3000  # pixels of a page's longer side


class Rendering(QObject):
    """`rendered(page, image)`: a page of PDF as Qt's own reader shows it, made in a thread of Qt's, one at a time.

    Never with Qt's objects of ours in a thread of ours: a signal they connect there waits for Python while it holds
    a lock that Python may be waiting for.
    """

    rendered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: SeenPage | None = None
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._done)

    def render(self, page: SeenPage, scale: float) -> None:
        """The whole page with its bleed, `scale` pixels a millimetre."""
        self._page = page
        self._document.close()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(page.pdf))
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self._renderer.setDocument(self._document)
        wide, high = (max(1, round((side + 2 * page.bleed) * scale)) for side in page.size)
        less = min(1.0, _MOST / max(wide, high))  # far zoomed in it is shown enlarged
        self._renderer.requestPage(0, QSize(round(wide * less), round(high * less)))

    def _done(self, _number: int, _size: QSize, image: QImage, *_: object) -> None:
        page, self._page = self._page, None
        if page is not None:
            self.rendered.emit(page, image)
