"""An open order: its articles are scanned, its checklist ticked; Enter prints the papers and it is packed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import release, tick_line, tick_step
from desktop_app.domain.errors import AppError, Conflict, NotFound
from desktop_app.domain.packing import Checked, PackingStepId, Parcel, Scan, Ticks, ticked
from desktop_app.i18n import Message, msg
from desktop_app.queries.scanned import Stray
from desktop_app.ui.bench.checklist import Aside
from desktop_app.ui.bench.deeds import pictures, sayings, scan, stray_scan, take_order
from desktop_app.ui.bench.lines import Lines
from desktop_app.ui.bench.packing_off import PackingOff
from desktop_app.ui.bench.parts import BigText, Measure, Panel
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.bench.wording import number_words, tags, unticked, wrong_words
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.scroll import Scroll

_SHARES = (12, 7)  # of the articles and of what stands beside them
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class ParcelStep(Step):
    """`parcel` is the one that is open, `steps_done` the steps of its checklist that are ticked."""

    name = "parcel"

    def __init__(self, shift: Shift, measure: Measure, off: PackingOff) -> None:
        super().__init__(shift, measure)
        self.parcel: Parcel | None = None
        self.steps_done: frozenset[PackingStepId] = frozenset()
        self.off = off
        off.asked.connect(self.changed)
        self._warned = False  # that not everything is ticked was said: Ctrl+Enter counts now
        self.lines = Lines(measure, self.words)
        self.aside = Aside(measure, self.words)
        together = QWidget()
        self._under = QVBoxLayout(together)
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(0)
        self._under.addWidget(self.lines, 1)
        self._area, self._beside = Scroll(together), Scroll(self.aside)
        self._panels: list[Panel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for area, share in zip((self._area, self._beside), _SHARES, strict=True):
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            panel = Panel()
            column = QVBoxLayout(panel)
            column.setContentsMargins(1, 1, 1, 1)
            column.addWidget(area)
            self._row.addWidget(panel, share)
            self._panels.append(panel)
        self.lines.wanted.connect(self._see)
        self.lines.clicked.connect(self._clicked)
        self.aside.ticked.connect(lambda number: self._tick(PackingStepId(number)))
        measure.changed.connect(self._fit)
        self._fit()

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return number_words(self.words, self.parcel.number) if self.parcel else ""

    @property
    def tags(self) -> tuple[tuple[str, Tone], ...]:
        """States beside it."""
        return tags(self.words, self.parcel) if self.parcel else ()

    @property
    def asking(self) -> str:
        """What may be typed or scanned here."""
        if self.parcel is None:
            return ""
        if self.parcel.unchecked:
            return self.words("Scan each article")
        if any(step.id not in self.steps_done for step in self.parcel.steps):
            return self.words("All articles are there. Space ticks each step")
        return self.words("Everything is ticked")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        words = self.words
        asked = self.parcel is not None and self.off.asks(self.parcel)
        deed = words("Pack without printing") if self.off.unprinted else words("Print and done")
        found = [Hint("Enter", words("Print again") if asked else deed, lambda: self.enter(""))]
        if asked:
            found.append(Hint("F3", words("they are here"), self._with_those))
        if self._warned:
            found.append(Hint("Ctrl+Enter", words("pack it all the same"), self._pack_anyway))
        found.append(Hint("Esc", words("put it back"), self.leave))
        found.append(Hint("F2", words("something is missing"), self._missing))
        return tuple(found)

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        if isinstance(what, Parcel):
            self._warned = False
            self.steps_done = what.steps_done
            self._show(what)
            if what.set_aside:
                self.shift.note(msg("This order was set aside: {reason}", reason=what.set_aside), Tone.WARN)
            self.off.prepare(what)
            ask = self.shift.desk.work.ask
            ask(sayings, self.words.language, then=self._say, failed=lambda _: None, owner=self)
            wanted = tuple({line.picture for line in what.lines if line.picture is not None})
            if wanted:
                ask(pictures, wanted, then=self.lines.show_pictures, failed=lambda _: None, owner=self)
        elif self.parcel is not None:  # back from another step, where the printer may have been changed
            self.off.prepare_anew(self.parcel)

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        parcel = self.parcel
        if parcel is None:
            return
        asked = self._warned and self.off.asks(parcel)  # what is not ticked was told before the question
        if text:
            codes = tuple(code for line in parcel.lines for code in (line.barcode, line.sku, *line.codes))
            self.shift.ask(
                scan, parcel.order, text, self.shift.bench, codes, then=partial(self._scanned, text), failed=self._lost
            )
        elif (missing := unticked(self.words, parcel, self.steps_done)) and not asked:
            self._warned = True
            said = self.words("{missing} Ctrl+Enter packs it all the same.", missing=missing)
            self.shift.note(said, Tone.WARN, chime=Chime.NOTE)
            self.changed.emit()
        else:
            self._pack(parcel, unchecked=bool(missing))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        if key == Qt.Key.Key_Return and held == Qt.KeyboardModifier.ControlModifier:
            self._pack_anyway()
        elif key == Qt.Key.Key_Space:
            self._next_step()
        elif key in _DIGITS and held == Qt.KeyboardModifier.AltModifier:
            self._nth_step(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            bar = self._area.verticalScrollBar()
            far = 5 if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) else 1
            bar.setValue(bar.value() + (80 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -80) * far)
        else:
            deeds: dict[Qt.Key, Callable[[], object]] = {
                Qt.Key.Key_Escape: self.leave,
                Qt.Key.Key_F2: self._missing,
                Qt.Key.Key_F3: self._with_those,
                Qt.Key.Key_F9: self._undo,
            }
            deed = deeds.get(key)
            if deed is None:
                return False
            deed()
        return True

    def leave(self) -> None:
        """Esc: back into the queue with it."""
        parcel = self.parcel
        if parcel is None:
            self.shift.go("queue")
            return
        said = msg("Order {number} is back in the queue.", number=parcel.number)
        if parcel.set_aside:
            said = msg("Order {number} is still set aside.", number=parcel.number)
        self.shift.ask(release, parcel.order, self.shift.bench, then=lambda _: self._away(said))

    def refresh(self) -> None:
        """Somebody changed something, or the lease ran out: take it again, and look whether it is as it was."""
        shift = self.shift
        if self.parcel is not None and not shift.busy:  # a deed under way finds out by itself
            shift.desk.work.ask(
                take_order,
                self.parcel.order,
                shift.who,
                shift.bench,
                self.words.language,
                then=self._looked,
                failed=self._lost_quietly,
                owner=self,
            )

    def forget(self) -> None:
        """It is not open any more."""
        self.parcel = None
        self.off.papers.drop()

    def _show(self, parcel: Parcel) -> None:
        self.parcel = parcel
        self.lines.show_parcel(parcel)
        self.aside.show_parcel(parcel, self.steps_done)
        self._area.verticalScrollBar().setValue(0)
        self.changed.emit()

    def _scanned(self, text: str, now: Checked) -> None:
        parcel, shift, words = self.parcel, self.shift, self.words
        if parcel is None:
            return
        self.parcel = replace(parcel, lines=ticked(parcel.lines, now.ticks))
        line = next((one for one in self.parcel.lines if one.position == now.line), None)
        if now.scan is Scan.WRONG:
            shift.ask(
                stray_scan,
                text,
                words.language,
                then=lambda found: shift.alarm(*wrong_words(words, text, found)),
                failed=lambda _: shift.alarm(*wrong_words(words, text, Stray())),
            )
        elif now.scan is Scan.TOO_MANY and line is not None:
            said = words.n(
                "“{name}”: this parcel has {n}, and it is in already. Take this one out.",
                "“{name}”: this parcel has {n}, and they are in already. Take this one out.",
                line.quantity,
                name=line.name,
            )
            shift.alarm(words("One too many"), said)
        else:
            shift.calm()
            shift.sounds.play(Chime.DONE if now.scan is Scan.ALL_DONE else Chime.RIGHT)
        self.lines.show_checked(self.parcel, now.line if line is not None else None)
        self.changed.emit()

    def _clicked(self, position: int) -> None:
        parcel = self.parcel
        if parcel is not None and not self.shift.busy:
            line = next(one for one in parcel.lines if one.position == position)
            self.shift.ask(
                tick_line,
                parcel.order,
                position,
                self.shift.bench,
                then=partial(self._scanned, line.name),
                failed=self._lost,
            )

    def _next_step(self) -> None:
        parcel = self.parcel
        left = [step.id for step in parcel.steps if step.id not in self.steps_done] if parcel else []
        if left:
            self._tick(left[0])

    def _nth_step(self, index: int) -> None:
        if self.parcel is not None and index < len(self.parcel.steps):
            self._tick(self.parcel.steps[index].id)

    def _tick(self, step: PackingStepId) -> None:
        parcel = self.parcel
        if parcel is not None:
            self.shift.ask(
                tick_step,
                parcel.order,
                step,
                self.shift.bench,
                done=step not in self.steps_done,
                then=self._ticked,
                failed=self._lost,
            )

    def _ticked(self, now: Ticks) -> None:
        self.steps_done = now.steps
        self.aside.show_done(now.steps)
        self.shift.sounds.play(Chime.RIGHT)
        if self._warned:
            self._warned = False
            self.shift.calm()
        self.changed.emit()

    def _pack_anyway(self) -> None:
        """The second key, once the screen has said what is not ticked."""
        if self.parcel is not None and self._warned:
            self._pack(self.parcel, unchecked=True)
        elif self.parcel is not None:
            self.enter("")

    def _pack(self, parcel: Parcel, *, unchecked: bool) -> None:
        self.off.pack(parcel, unchecked=unchecked, lost=self._lost)
        self.changed.emit()  # it may have told what Enter does next

    def _with_those(self) -> None:
        if self.parcel is not None:
            self.off.pack_with_those(self.parcel, lost=self._lost)

    def _missing(self) -> None:
        if self.parcel is not None:
            self.shift.calm()
            self.shift.go("missing", self.parcel)

    def _undo(self) -> None:
        said = msg("First finish this order, or put it back by Esc; then F9 takes the last one back.")
        self.shift.note(said, Tone.WARN)

    def _looked(self, now: Parcel) -> None:
        was = self.parcel
        if was is None or was.order != now.order or (was.version, was.enclosed) == (now.version, now.enclosed):
            return
        said = msg("This order was changed in the office just now. Look at it again.")
        self.shift.note(said, Tone.WARN, chime=Chime.NOTE)
        self._show(now)
        self.off.prepare(now)

    def _lost_quietly(self, error: AppError) -> None:
        if isinstance(error, (Conflict, NotFound)):
            self._lost(error)

    def _lost(self, error: AppError) -> None:
        """Another desk has it, or it was cancelled: said plainly; another failure leaves it open."""
        self.shift.tell(error)
        if isinstance(error, (Conflict, NotFound)) and self.parcel is not None:
            self.forget()
            self.shift.go("queue")

    def _away(self, said: Message) -> None:
        self.forget()
        self.shift.calm()
        self.shift.note(said)
        self.shift.go("queue")

    def _see(self, row: QWidget) -> None:
        self._area.ensureWidgetVisible(row)

    def _say(self, found: tuple[str, str]) -> None:
        mission, word = found
        word = self.words("Today’s word: {text}", text=word) if word else ""
        self.aside.saying.say("\n".join(part for part in (mission if not word else "", word) if part))

    def _stack(self, tight: bool) -> None:
        """In next to no room the articles and what stands beside them scroll as one."""
        if tight == (self._beside.widget() is None):
            return
        if tight:
            self._under.addWidget(self._beside.takeWidget())
        else:
            self._under.removeWidget(self.aside)
            self._beside.setWidget(self.aside)
            self.aside.setAutoFillBackground(False)
        self.aside.show()
        for text in self.aside.findChildren(BigText):  # in another place the style sheet puts its own font back
            text.fit()
        self._panels[1].setVisible(not tight)

    def _fit(self) -> None:
        small = self.measure.small
        self._stack(self.measure.tight)
        self._row.setSpacing(self.measure.room(22))
        self._row.setStretch(0, 3 if small else _SHARES[0])
        self._row.setStretch(1, 2 if small else _SHARES[1])
        if self.parcel is not None:
            self.lines.show_parcel(self.parcel)
