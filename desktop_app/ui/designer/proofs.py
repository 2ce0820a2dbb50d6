"""Proofs on their way: the newest design is laid out on the pool and rendered, one at a time, never more often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop_app.actions.designing import Proofer
from desktop_app.domain.cards import Format, Side, Template
from desktop_app.domain.design_seen import SeenPage
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Language
from desktop_app.ui.designer.rendering import Rendering
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


def maker(proofer: Proofer) -> Maker:
    """Lays out with a proofer; not with the same one in two places at once."""
    return lambda wanted: proofer.see(
        wanted.template, wanted.details, card=wanted.card, form=wanted.form, side=wanted.side, language=wanted.language
    )


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
        self._rendering = Rendering(self)
        self._rendering.rendered.connect(self._rendered)
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
        known = self._known(wanted)
        if known is not None:
            self._laid_out(wanted, known)
        else:
            self._work.run(
                self._make, wanted, then=lambda page: self._laid_out(wanted, page), failed=self._fail, owner=self
            )

    def _known(self, wanted: Wanted) -> SeenPage | None:
        """The last page where only the size on the screen is another one."""
        if self._last is None:
            return None
        last, page = self._last
        same = last.template is wanted.template and last.details is wanted.details
        alike = (last.card, last.side, last.language) == (wanted.card, wanted.side, wanted.language)
        return page if same and alike else None

    def _laid_out(self, wanted: Wanted, page: SeenPage) -> None:
        if not self._closed:
            self._last = (wanted, page)
            self._rendering.render(page, wanted.scale)

    def _rendered(self, page: SeenPage, image: QImage) -> None:
        self._running = False
        if not self._closed:
            self.came.emit(page, image)
            self._begin()

    def _fail(self, error: AppError) -> None:
        self._running = False
        if not self._closed:
            self.failed.emit(error)
            self._begin()
