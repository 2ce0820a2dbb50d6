"""The queue: what comes next, large; Enter takes it, a number that is scanned or typed opens that order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import take_back
from desktop_app.domain.errors import AppError, NotFound
from desktop_app.domain.orders import OrderId
from desktop_app.domain.packing import Parcel
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries.packing import QueueRow
from desktop_app.queries.scanned import Stray
from desktop_app.ui.bench.deeds import (
    Queue,
    look,
    sayings,
    stray_scan,
    take_next,
    take_numbered,
    take_order,
    words_to_read,
)  # fmt: skip
from desktop_app.ui.bench.parts import BigText, Measure, Panel, Pill, Row
from desktop_app.ui.bench.saying import Saying
from desktop_app.ui.bench.shift import Packed, Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.bench.wording import number_words, standing_tag
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.scroll import Scroll


class QueueRowView(Row):
    """One order that waits: number and name, how many articles, how it stands, its first shelf."""

    def __init__(self, measure: Measure, step: Step, one: QueueRow, *, first: bool) -> None:
        super().__init__(lit=first)
        words = step.words
        row = QHBoxLayout(self)
        side = measure.room(SPACE_6 + 4)
        row.setContentsMargins(side, measure.room(14), side, measure.room(14))
        row.setSpacing(measure.room(SPACE_6))
        number = number_words(words, one.number)
        taken = words("{name} is packing it", name=one.claimed_by) if one.claimed_by else ""
        detail = " · ".join(
            part for part in (one.name, words.n("{n} article", "{n} articles", one.lines), taken) if part
        )
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(BigText(measure, number, Big.LINE, weight=Weight.BOLD, wrap=True))
        said.addWidget(BigText(measure, detail, Big.NOTE, tone=Tone.MUTED, wrap=True))
        row.addLayout(said, 1)
        text, tone = standing_tag(words, one)
        if measure.tight:
            said.addWidget(Pill(measure, text, tone))
        else:
            row.addWidget(Pill(measure, text, tone))
        shelf = BigText(measure, one.shelf, Big.SHELF, weight=Weight.BOLD)
        shelf.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shelf.setMinimumWidth(shelf.fontMetrics().horizontalAdvance("A 10"))
        row.addWidget(shelf)
        self.setAccessibleName(", ".join(part for part in (number, detail, text, one.shelf) if part))


class QueueStep(Step):
    """`counted(text)` with “34 packed · 18 left”; `unread` when the mission or the word is another one meanwhile."""

    name = "queue"
    counted = Signal(str)
    unread = Signal()

    def __init__(self, shift: Shift, measure: Measure) -> None:
        super().__init__(shift, measure)
        self.now: Queue | None = None
        self._views: list[QWidget] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = Scroll(inside)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._empty = BigText(measure, self.words("Everything is packed. Well done!"), Big.LINE, wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        panel = Panel()
        around = QVBoxLayout(panel)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._area, 1)
        around.addWidget(self._empty, 1)
        self.word = Saying(measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel, 1)
        column.addWidget(self.word)
        self._around = column
        measure.changed.connect(self._fit)
        self._fit()

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return self.words("To pack")

    @property
    def asking(self) -> str:
        """What may be typed or scanned here."""
        return self.words("Scan or type an order’s number, or press Enter for the next one")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        words = self.words
        found = [Hint("Enter", words("Take the next order"), lambda: self.enter(""))]
        if self.shift.packed:
            last = number_words(words, self.shift.packed[-1].number)
            found.append(Hint("F9", words("take {number} back", number=last), self._undo))
        found.append(Hint("Esc", words("somebody else packs"), self.leave))
        return tuple(found)

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        self._area.verticalScrollBar().setValue(0)  # what Enter takes is in sight
        if what == "undo":
            self._undo()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Look at the queue and at the word of the day again; nobody waits for the answer."""
        ask, packer, language = self.shift.desk.work.ask, self.shift.packer, self.words.language
        ask(look, then=self._looked, failed=self._not_looked, owner=self, latest="bench-queue")
        ask(sayings, language, then=self._say, failed=lambda _: None, owner=self, latest="bench-word")
        if packer is not None:
            ask(
                words_to_read, packer.id, language, then=lambda left: self.unread.emit() if left else None,
                failed=lambda _: None, owner=self, latest="bench-unread",
            )  # fmt: skip

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        shift = self.shift
        if text:
            shift.ask(
                take_numbered,
                text,
                shift.who,
                shift.bench,
                self.words.language,
                then=self._open,
                failed=partial(self._not_opened, text),
            )
        else:
            shift.ask(take_next, shift.who, shift.bench, self.words.language, then=self._open)

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        bar = self._area.verticalScrollBar()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}.get(key, 0)
        if step:
            bar.setValue(bar.value() + step * 80)
        elif key == Qt.Key.Key_F9:
            self._undo()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        return True

    def leave(self) -> None:
        """Esc: out of here."""
        self.shift.calm()
        self.shift.go("packer")

    def _undo(self) -> None:
        shift = self.shift
        if not shift.packed:
            shift.note(msg("Nothing was packed here in this session."))
            return
        last = shift.packed[-1]
        shift.change(
            take_back,
            last.order,
            bench=shift.bench,
            packer=shift.who,
            then=lambda _: self._taken_back(last),
            failed=partial(self._not_taken_back, last),
        )

    def _taken_back(self, last: Packed) -> None:
        self.shift.packed.remove(last)
        self.refresh()  # one packed less, while it is checked again
        self.shift.note(
            msg("Order {number} is not packed any more. Check it again.", number=last.number),
            Tone.MUTED,
            chime=Chime.NOTE,
        )
        shift = self.shift
        shift.ask(
            take_order,
            last.order,
            shift.who,
            shift.bench,
            self.words.language,
            then=lambda one: self._open(one, calm=False),
        )

    def _not_taken_back(self, last: Packed, error: AppError) -> None:
        """It was posted or cancelled since: the one before it is next."""
        if last in self.shift.packed:
            self.shift.packed.remove(last)
        self.shift.tell(error)
        self.changed.emit()

    def _open(self, parcel: Parcel | None, *, calm: bool = True) -> None:
        if parcel is None:
            self.shift.note(msg("Nothing is left to pack."), Tone.GOOD)
            self.refresh()
            return
        if calm:
            self.shift.calm()
        self.shift.go("parcel", parcel)

    def _open_row(self, order: OrderId) -> None:
        shift = self.shift
        if not shift.busy:
            shift.ask(take_order, order, shift.who, shift.bench, self.words.language, then=self._open)

    def _not_opened(self, text: str, error: AppError) -> None:
        said = partial(self.shift.alarm, self.words("Not opened"))

        def told(found: Stray) -> None:
            article = self.words(
                "“{name}” is an article. Scan or type the number of an order.", name=shorten(found.article)
            )
            said(article if found.article else self.words.say(error.message))

        if isinstance(error, NotFound):
            self.shift.ask(stray_scan, text, self.words.language, then=told, failed=lambda _: told(Stray()))
        else:
            said(self.words.say(error.message))

    def _looked(self, now: Queue) -> None:
        if now != self.now:
            self._show(now)

    def _not_looked(self, error: AppError) -> None:
        """Nobody asked for it, and it is asked again every few seconds: said without a sound, and only here."""
        if self.isVisible():
            self.shift.note(error.message, Tone.BAD)

    def _show(self, now: Queue) -> None:
        words = self.words
        self.now = now
        for view in self._views:
            view.hide()
            view.deleteLater()
        free = [one for one in now.rows if not one.claimed_by]
        first = free[0].id if free else None
        self._views = []
        for place, one in enumerate(now.rows):
            view = QueueRowView(self.measure, self, one, first=one.id == first)
            view.clicked.connect(partial(self._open_row, one.id))
            self._column.insertWidget(place, view)
            self._views.append(view)
        more = now.count.left - len(now.rows)
        if more > 0:
            rest = BigText(
                self.measure, words.n("{n} more after these", "{n} more after these", more), Big.NOTE, tone=Tone.MUTED
            )
            rest.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
            self._column.insertWidget(len(now.rows), rest)
            self._views.append(rest)
        self._area.setVisible(bool(now.rows))
        self._empty.setVisible(not now.rows)
        done = words.n("{n} packed", "{n} packed", now.count.packed_today)
        left = words.n("{n} left", "{n} left", now.count.left)
        self.counted.emit(f"{done} · {left}")
        self.changed.emit()

    def _say(self, found: tuple[str, str]) -> None:
        _, word = found
        self.word.say(self.words("Today’s word: {text}", text=word) if word and not self.measure.tight else "")

    def _fit(self) -> None:
        self._around.setSpacing(SPACE_4)
        if self.measure.tight:
            self.word.say("")
        if self.now is not None:
            self._show(self.now)
