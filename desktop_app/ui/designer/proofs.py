"""Proofs on their way: the newest design is laid out and rendered on the pool, one at a time, never more often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from desktop_app.domain.cards import Format, Side, Template
from desktop_app.domain.design_seen import SeenPage
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Language
from desktop_app.ui.work import Work

_SETTLE = 25  # ms after a change; a drag changes faster than anybody can see


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a proof is to show, and how large: pixels a millimetre."""

    template: Template
    details: PaperDetails
    card: tuple[float, float]
    form: Format
    side: Side
    language: Language
    scale: float


Maker = Callable[[Wanted], SeenPage]  # lays a design out; runs on the pool


class Proofs(QObject):
    """`came(page, image)` with a new proof, `failed(error)` when the design cannot be laid out."""

    came = Signal(object, object)
    failed = Signal(object)

    def __init__(self, work: Work, make: Maker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._make = work, make
        self._wanted: Wanted | None = None
        self._running = False
        self._closed = False
        self._last: tuple[Wanted, SeenPage] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE)
        self._soon.timeout.connect(self._begin)

    @property
    def under_way(self) -> bool:
        """Whether a proof is being made or about to be."""
        return self._running or self._wanted is not None

    def want(self, wanted: Wanted) -> None:
        """Ask for a proof; an older wish that did not begin yet is dropped."""
        self._wanted = wanted
        if not self._running and not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Let nothing more come."""
        self._closed = True
        self._soon.stop()
        self._wanted = None

    def _begin(self) -> None:
        if self._running or self._wanted is None:
            return
        wanted, self._wanted = self._wanted, None
        self._running = True
        self._work.run(
            _proof,
            self._make,
            wanted,
            self._known(wanted),
            then=lambda done: self._done(wanted, done),
            failed=self._fail,
            owner=self,
        )

    def _known(self, wanted: Wanted) -> SeenPage | None:
        """The last page where only the size on the screen is another one."""
        if self._last is None:
            return None
        last, page = self._last
        same = last.template is wanted.template and last.details is wanted.details
        alike = (last.card, last.side, last.language) == (wanted.card, wanted.side, wanted.language)
        return page if same and alike else None

    def _done(self, wanted: Wanted, done: tuple[SeenPage, QImage]) -> None:
        self._running = False
        if self._closed:
            return
        self._last = (wanted, done[0])
        self.came.emit(*done)
        self._go_on()

    def _fail(self, error: AppError) -> None:
        self._running = False
        if not self._closed:
            self.failed.emit(error)
            self._go_on()

    def _go_on(self) -> None:
        if self._wanted is not None:
            self._begin()


def _proof(make: Maker, wanted: Wanted, known: SeenPage | None) -> tuple[SeenPage, QImage]:
    """On the pool: the page of PDF, and its picture by Qt's own reader of PDFs."""
    page = known or make(wanted)
    return page, rendered(page, wanted.scale)


def rendered(page: SeenPage, scale: float) -> QImage:
    """The whole page with its bleed as a picture, `scale` pixels a millimetre."""
    data = QByteArray(page.pdf)
    device = QBuffer(data)
    device.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(device)
    if not document.pageCount():
        return QImage()
    wide, high = (round((side + 2 * page.bleed) * scale) for side in page.size)
    image = document.render(0, QSize(max(1, wide), max(1, high)))
    document.close()
    device.close()
    return image
