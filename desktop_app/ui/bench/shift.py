"""What the steps of the bench share: who packs, in which language, and the work that input has to wait for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.actions.chimes import Chime
from desktop_app.domain.errors import AppError, StoreUnavailable
from desktop_app.domain.orders import OrderId
from desktop_app.domain.packers import Packer
from desktop_app.i18n import Message, Words
from desktop_app.ui.bench.sounds import Sounds
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import Tone

Then = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Packed:
    """An order that was packed here, as F9 takes it back."""

    order: OrderId
    number: str


class Shift(QObject):
    """`idle` when nothing that a packer asked for is under way: only then the next input counts.

    `noticed(text, tone)` is a sentence above the work, `alarmed(title, text)` a loud one over it, `calmed` takes both
    away; `went(step, what)` is another step, `welcomed(packer)` says who packs, `offline(error)` that the shop does not
    answer: what was typed is kept.
    """

    idle = Signal()
    noticed = Signal(str, object)
    alarmed = Signal(str, str)
    calmed = Signal()
    went = Signal(str, object)
    welcomed = Signal(object)
    offline = Signal(object)

    def __init__(self, desk: Desk, sounds: Sounds, *, bench: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.sounds, self.bench = desk, sounds, bench
        self.words: Words = desk.words
        self.packer: Packer | None = None
        self.packed: list[Packed] = []  # in this session, the last one last
        self._under_way = 0

    @property
    def who(self) -> str:
        """The packer's name, empty before one was chosen."""
        return self.packer.fields.person if self.packer else ""

    @property
    def busy(self) -> bool:
        """Whether something a packer asked for is not answered yet."""
        return self._under_way > 0

    def ask(
        self,
        fn: Callable[..., Any],
        *args: Any,
        then: Then,
        failed: Callable[[AppError], object] | None = None,
        **named: Any,
    ) -> None:
        """Ask the shop or change it; input waits until the answer was dealt with.

        A failure goes to `failed`, else it is told; one of the shop's not answering always keeps what was typed.
        """
        self._wait_for(self.desk.work.ask, fn, *args, then=then, failed=failed, **named)

    def change(
        self,
        fn: Callable[..., Any],
        *args: Any,
        then: Then,
        failed: Callable[[AppError], object] | None = None,
        **named: Any,
    ) -> None:
        """The same for an action that returns Changes: they are announced. Its actor is who packs."""
        named = {"actor": self.who or self.desk.settings.who, **named}
        self._wait_for(self.desk.work.change, fn, *args, then=then, failed=failed, **named)

    def run(
        self,
        fn: Callable[..., Any],
        *args: Any,
        then: Then,
        failed: Callable[[AppError], object] | None = None,
        **named: Any,
    ) -> None:
        """The same for work without the shop."""
        self._wait_for(self.desk.work.run, fn, *args, then=then, failed=failed, **named)

    def go(self, step: str, what: object = None) -> None:
        """On to another step."""
        self.went.emit(step, what)

    def note(self, said: Message | str, tone: Tone = Tone.MUTED, *, chime: Chime | None = None) -> None:
        """Say something above the work."""
        if chime is not None:
            self.sounds.play(chime)
        self.noticed.emit(self.words.say(said), tone)

    def alarm(self, title: str, text: str) -> None:
        """Say it so that nobody misses it: over the work, in red, with a sign and the loud sound."""
        self.sounds.play(Chime.WRONG)
        self.alarmed.emit(title, text)

    def calm(self) -> None:
        """What was said is dealt with."""
        self.calmed.emit()

    def tell(self, error: AppError) -> None:
        """Say a failure above the work."""
        self.note(error.message, Tone.BAD, chime=Chime.WRONG)

    def hold(self) -> Callable[[], None]:
        """Let input wait until the returned function is called, for work that answers elsewhere."""
        self._begin()
        return self._end

    def _wait_for(
        self,
        work: Callable[..., object],
        *what: Any,
        then: Then,
        failed: Callable[[AppError], object] | None,
        **named: Any,
    ) -> None:
        self._begin()
        work(
            *what,
            then=lambda result: self._answer(then, result),
            failed=lambda error: self._refuse(failed, error),
            owner=self,
            **named,
        )

    def _answer(self, then: Then, result: Any) -> None:
        try:
            then(result)
        finally:
            self._end()

    def _refuse(self, failed: Callable[[AppError], object] | None, error: AppError) -> None:
        try:
            if isinstance(error, StoreUnavailable):
                self.offline.emit(error)
            elif failed is not None:
                failed(error)
            else:
                self.tell(error)
        finally:
            self._end()

    def _begin(self) -> None:
        self._under_way += 1

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.idle.emit()
