"""The bench's window: one place for every key, so that nothing typed is lost or lands in a wrong field; head and foot.

What is typed waits in a line until the answer before it is there. A bare Enter counts only for the step in which it was
pressed; a scan counts for the step that is there when its turn comes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.desk_settings import BENCH_PREFIX, BENCH_SUFFIX
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Words
from desktop_app.ui.bench.alarm import Alarm
from desktop_app.ui.bench.foot import Foot
from desktop_app.ui.bench.head import Head
from desktop_app.ui.bench.keys import KeysCover
from desktop_app.ui.bench.notice import Notice
from desktop_app.ui.bench.parts import Measure
from desktop_app.ui.bench.scanner import Scanner
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Step
from desktop_app.ui.handbook.opening import open_page
from desktop_app.ui.handbook.places import page_for
from desktop_app.ui.theme.tokens import SPACE_6, Tone

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_LEAST = (480, 360)
_PRINTER = "printer"  # the step in which one is chosen
_ONE_SCAN = 50  # ms: no hand presses Enter again so soon, but a scanner set to CR and LF does


@dataclass(frozen=True, slots=True)
class Input:
    """A line or a key on its way to a step, with the step it was meant for."""

    step: str
    line: str | None = None
    key: Qt.Key = Qt.Key.Key_unknown
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


class Pages(QStackedWidget):
    """The steps, one shown; what they hold scrolls, so that head, sentence and foot are never squeezed."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 60)


class BenchWindow(QWidget):
    """`gone` when it was closed. `show_steps` puts the steps in, in the packer's language."""

    gone = Signal()

    def __init__(self, shift: Shift, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.shift = shift
        self.measure = Measure(shift.desk.theme, self)
        self._waiting: deque[Input] = deque()
        self._steps: dict[str, Step] = {}
        self._ended = 0  # when the last scan did, by the clock of key events in ms
        self._leaving = False  # as soon as the answer is there
        self._last = ""  # the line that was given on last: kept where the shop does not answer
        settings = shift.desk.settings
        self.scanner = Scanner(settings.get(BENCH_PREFIX), settings.get(BENCH_SUFFIX))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*_LEAST)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._body: QWidget | None = None
        self.measure.changed.connect(self._resized)
        shift.idle.connect(self._go_on)
        shift.noticed.connect(self._note)
        shift.alarmed.connect(self._alarm)
        shift.calmed.connect(self._calm)
        shift.went.connect(self.go)
        shift.offline.connect(self._offline)
        self._space()

    def show_steps(self, words: Words, steps: list[Step]) -> None:
        """Take these steps in place of those before; `go` begins one of them."""
        body, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle(words("Packing bench"))
        self.head = Head(self.shift, self.measure)
        self.notice = Notice(self.measure)
        self.foot = Foot(self.shift, self.measure, show_keys=self._show_keys, close=self._escape)
        self._stack = Pages()
        self._steps = {step.name: step for step in steps}
        for step in steps:
            self._stack.addWidget(step)
            step.changed.connect(self.renew)
        for part, stretch in ((self.head, 0), (self.notice, 0), (self._stack, 1), (self.foot, 0)):
            column.addWidget(part, stretch)
        self._columns = column
        self._column.addWidget(self._body)
        if body is not None:
            self._column.removeWidget(body)
            body.hide()
            body.deleteLater()
        self.alarm = Alarm(self.measure, self, way_out=words("Gone with the next right scan, or Esc"))
        self.keys = KeysCover(self.shift, self.measure, self)
        self._space()
        self.renew()

    @property
    def step(self) -> Step:
        """What is to be done now."""
        found = self._stack.currentWidget()
        assert isinstance(found, Step)
        return found

    def go(self, name: str, what: object = None) -> None:
        """On to another step."""
        step = self._steps[name]
        self.alarm.hide()
        self._stack.setCurrentWidget(step)
        step.begin(what)
        self.renew()

    def renew(self) -> None:
        """Head and foot say what the step says now."""
        step = self.step
        self.head.show_step(step)
        red = self.alarm.isVisible()
        self.foot.show_step(step, self.scanner.text, closes=red or self._message_stays, red=red)

    @property
    def _message_stays(self) -> bool:
        return self.notice.isVisibleTo(self) and self.notice.stays

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key of the bench comes here: nothing on it takes the keyboard."""
        key, held = Qt.Key(event.key()), event.modifiers() & _HELD
        if self.keys.isVisible():
            if self.keys.more(key):
                return
            self.keys.hide()
            if key == Qt.Key.Key_F1:
                open_page(self.shift.desk.theme, self.shift.words, self, page=page_for(self.step))
            if key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, *_ENTER):
                return
        if key == Qt.Key.Key_F1:
            self._show_keys()
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key == Qt.Key.Key_Q and held == Qt.KeyboardModifier.ControlModifier:
            if not self._leaves_later():
                self.close()
        elif key in _ENTER or (key == Qt.Key.Key_Tab and self.scanner.text):
            self._end_line(held, at=event.timestamp(), repeated=event.isAutoRepeat())
        elif key == Qt.Key.Key_Backspace:
            self.scanner.erase()
            self.renew()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif not held and not (key == Qt.Key.Key_Space and not self.scanner.text) and self.scanner.type(event.text()):
            self.foot.show_typed(self.step, self.scanner.text)
        elif not event.isAutoRepeat():
            self._take(Input(self.step.name, key=key, held=held))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that were put together, as with dead keys."""
        if self.scanner.type(event.commitString()):
            self.foot.show_typed(self.step, self.scanner.text)
        event.accept()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is a key like the others: some scanners end with it."""
        return False

    def event(self, event: QEvent) -> bool:
        """Esc, F1 and their like are the bench’s own, whatever the system would do with them."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure.fit(self.width(), self.height())
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and self._leaves_later():
            event.ignore()
            return
        event.accept()
        self.hide()
        self.gone.emit()

    def _leaves_later(self) -> bool:
        """Whether leaving waits for an answer: papers that came out are still to be logged. A second wish is now."""
        waits, self._leaving = self.shift.busy and not self._leaving, True
        return waits

    def _end_line(self, held: Qt.KeyboardModifier, *, at: int, repeated: bool) -> None:
        if repeated:  # a key that is held down is one answer, not several
            return
        line, ended = self.scanner.take(), self._ended
        self._ended = at if line else 0
        self.renew()
        if not line and ended and at - ended < _ONE_SCAN:
            return
        if line:
            self._take(Input(self.step.name, line=line))
        elif not (self._waiting and self._waiting[-1].key == Qt.Key.Key_Return):  # an impatient second one is no other
            self._take(Input(self.step.name, key=Qt.Key.Key_Return, held=held))

    def _take(self, given: Input) -> None:
        self._waiting.append(given)
        self._go_on()

    def _go_on(self) -> None:
        """Give on what waits, one after another, each when the answer before it is there."""
        if self._leaving and not self.shift.busy:
            self._waiting.clear()
            self.close()
        while self._waiting and not self.shift.busy:
            given, step = self._waiting.popleft(), self.step
            if given.line is not None:
                self._last = given.line
                step.enter(given.line)
            elif given.step == step.name:
                self._last = ""
                self._press(step, given)

    def _press(self, step: Step, given: Input) -> None:
        plain = given.held == Qt.KeyboardModifier.NoModifier
        if given.key == Qt.Key.Key_F4 and step.name != _PRINTER:  # the foot of every step names it
            self.shift.go(_PRINTER, step.name)
        elif given.key != Qt.Key.Key_Return or not plain:
            step.press(given.key, given.held)
        elif self.alarm.isVisible():  # red is answered by the right article, or by Esc
            self.shift.alarm(self.alarm.title, self.alarm.text)
        else:
            step.enter("")

    def _note(self, text: str, tone: Tone) -> None:
        self.notice.say(text, tone)
        self.renew()

    def _escape(self) -> None:
        if self.scanner.text:
            self.scanner.clear()
            self.renew()
        elif self.alarm.isVisible():
            self.alarm.hide()
            self.renew()
        elif self._message_stays:
            self.notice.hide()
            self.renew()
        else:
            self._take(Input(self.step.name, key=Qt.Key.Key_Escape))

    def _alarm(self, title: str, text: str) -> None:
        self.notice.hide()
        self.alarm.say(title, text)
        self._place()
        self.renew()

    def _calm(self) -> None:
        self.alarm.hide()
        self.notice.hide()
        if self._body is not None:
            self.renew()

    def _offline(self, error: AppError) -> None:
        """The shop does not answer: what was typed is there again, for another Enter."""
        if self._last and not self.scanner.text:
            self.scanner.text = self._last
        self._waiting.clear()
        words = self.shift.words
        said = words("{what} What you typed is kept: press Enter to try again.", what=words.say(error.message))
        self.shift.note(said, Tone.BAD)
        self.renew()

    def _show_keys(self) -> None:
        self.keys.show_keys(self.step)
        self._place()

    def _resized(self) -> None:
        self._space()
        if self._body is not None:
            self.renew()

    def _space(self) -> None:
        side, gap = self.measure.room(36), self.measure.room(SPACE_6)
        self._column.setContentsMargins(side, gap, side, gap)
        if self._body is not None:
            self._columns.setSpacing(self.measure.room(22))

    def _place(self) -> None:
        """What lies over the work stays in the middle of it."""
        for cover in (self.alarm, self.keys) if self._body is not None else ():
            if cover.isVisible():
                cover.place(self.rect())
