"""The bench put together on a desk: its window and steps, the packer's language, the heart-beat of what it holds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import beat, release_all
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.packers import Packer
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.ui.bench.missing_step import MissingStep
from desktop_app.ui.bench.packer_step import PackerStep
from desktop_app.ui.bench.packing_off import PackingOff
from desktop_app.ui.bench.parcel_step import ParcelStep
from desktop_app.ui.bench.pin_step import PinStep
from desktop_app.ui.bench.printer import BenchPrinter
from desktop_app.ui.bench.printer_step import PrinterStep
from desktop_app.ui.bench.queue_step import QueueStep
from desktop_app.ui.bench.read_step import ReadStep
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.sounds import Play, Sounds
from desktop_app.ui.bench.step import Step
from desktop_app.ui.bench.tracking_step import TrackingStep
from desktop_app.ui.bench.window import BenchWindow
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import Tone

_BEAT = 20_000  # ms, a sixth of a lease
_FREE = ("packer", "read", "queue", "tracking")  # steps without an open order
_SEEN = frozenset((Topic.ORDERS, Topic.PRODUCTS, Topic.SETTINGS, Topic.CUSTOMERS, Topic.PACKERS))


class Bench(QObject):
    """`closed` once its window is gone and its orders are on their way back. `begin` when the shop is open."""

    closed = Signal()

    def __init__(
        self, desk: Desk, *, wanted: str = "", play: Play | None = None, parent: QObject | None = None
    ) -> None:
        """`wanted` is the packer named at the start, `play` what sounds are played with."""
        super().__init__(parent)
        self._desk, self._wanted = desk, wanted
        self._spoken: Words | None = None
        sounds = Sounds(desk, play=play, parent=self)
        self.shift = Shift(desk, sounds, bench=desk.settings.names[-1], parent=self)
        self.printer = BenchPrinter(self.shift, self)
        self.off = PackingOff(self.shift, self.printer, self)
        self.window = BenchWindow(self.shift)
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self.beat)
        self.window.gone.connect(self._close)
        self.shift.welcomed.connect(self._welcome)
        self.shift.went.connect(self._went)
        self.printer.told.connect(lambda text, tone: self.window.foot.show_printer(text, tone))
        self.printer.stopped.connect(lambda text: self.shift.note(text, Tone.BAD, chime=Chime.NOTE))
        desk.bus.changed.connect(self._hear)
        self._speak(desk.words)

    def begin(self) -> None:
        """The shop is open: ask who packs, follow the printer, keep what is held."""
        self.window.go("packer")
        self.printer.look()
        self._beat.start()

    def show(self, *, full: bool = True) -> None:
        """Bring the window up, over the whole screen as a rule."""
        if full:
            self.window.setGeometry(self.window.screen().geometry())  # also where no window manager would see to it
            self.window.showFullScreen()
        else:
            self.window.show()
        self.raise_()

    def raise_(self) -> None:
        """Bring it to the front."""
        self.window.raise_()
        self.window.activateWindow()
        self.window.setFocus()

    def beat(self) -> None:
        """Say that the bench is alive; where it lost its order meanwhile, find out what became of it."""
        open_here = self._parcel.parcel
        if open_here is not None:
            self._desk.work.ask(
                beat, open_here.order, self.shift.bench, then=self._beaten, failed=lambda _: None, owner=self
            )

    def look(self) -> None:
        """See what others did meanwhile, where nobody tells."""
        if self.window.step is self._queue and not self.shift.busy:
            self._queue.refresh()
        elif not self.shift.busy:
            self._parcel.refresh()

    def _beaten(self, held: bool) -> None:
        if not held and self._parcel.parcel is not None:
            self._parcel.refresh()

    def _speak(self, words: Words) -> None:
        """All steps in a language."""
        if self._spoken is not None and self._spoken.language is words.language:
            return
        self._spoken = self.shift.words = words
        shift, measure = self.shift, self.window.measure
        self._parcel = ParcelStep(shift, measure, self.off)
        self._queue = QueueStep(shift, measure)
        steps: list[Step] = [
            PackerStep(shift, measure, wanted=self._wanted),
            PinStep(shift, measure),
            ReadStep(shift, measure),
            self._queue,
            self._parcel,
            MissingStep(shift, measure),
            TrackingStep(shift, measure),
            PrinterStep(shift, measure),
        ]
        self._wanted = ""
        self.window.show_steps(words, steps)
        self._queue.counted.connect(self.window.head.show_count)
        self._queue.unread.connect(self._read)

    def _welcome(self, packer: Packer) -> None:
        """It is known who packs: from now on in their language."""
        self.shift.packer = packer
        language = packer.fields.language
        words = self._desk.words
        self._speak(words if language is None or language is words.language else type(words)(language))
        self.printer.look()
        self.window.go("read")

    def _read(self) -> None:
        """Another word was said meanwhile: it is read before the next order, but nothing typed is lost over it."""
        if self.window.step is self._queue and not self.shift.busy and not self.window.scanner.text:
            self.window.go("read")

    def _went(self, step: str, what: object) -> None:
        """Where no order is open any more, none is held on to: else it would be taken again."""
        if step in _FREE:
            self._parcel.forget()
        if step == TrackingStep.name:
            self._queue.refresh()  # its count stands at the top
        if what == PrinterStep.name:  # another one was chosen: the foot says how that one is
            self.printer.look()

    def _hear(self, changes: Changes, initiator: object) -> None:
        if initiator is self.shift or not changes.topics & _SEEN or not self.window.isVisible():
            return
        if self.window.step is self._queue:
            self._queue.refresh()
        if Topic.ORDERS in changes.topics:
            self._parcel.refresh()

    def _close(self) -> None:
        self._beat.stop()
        self.printer.stop()
        self._desk.bus.changed.disconnect(self._hear)
        self.off.papers.close()
        self._desk.work.change(_release, self.shift.bench)
        self.closed.emit()


def _release(shop: Shop, bench: str, *, actor: str) -> int:  # noqa: ARG001 - every change says whose it is
    return release_all(shop, bench)
