"""A record opened beside its list: head, scrolling form, explicit save; leaving asks only if words would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, Invalid
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import icon_button, primary
from desktop_app.ui.widgets.card import Line
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.record_parts import AskBar, Remark, stops

_LOW = 280  # points at 100 % text


class RecordPanel(QFrame):
    """`saved(values)` asks the page to keep them (it answers with `kept()` or `refuse(error)`); `closed` when left.

    `answered(free)` once the question about unsaved words was: whether nothing would be lost by leaving any more.

    Put the form in by `set_form`, further widgets below it by `below.addWidget`, buttons before Save by `add_button`.
    """

    saved = Signal(object)  # a dict would pass as a QVariantMap, which makes plain text of a language
    closed = Signal()
    answered = Signal(bool)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.form: Form | None = None
        self._title = Elided("", Size.LARGE, weight=Weight.BOLD)
        self._line = Elided("", Size.SMALL, tone=Tone.MUTED)
        self._remark = Remark()
        self.banner = Banner(theme, close=words("Close"))
        self._ask = AskBar(words, save=self.save, discard=self._leave, stay=self._stay)
        self._body = QWidget()
        self._body.setObjectName("ground")
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self.below = QVBoxLayout()
        self._inner.addLayout(self.below)
        self.below.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        self.below.setSpacing(SPACE_4)
        self.below.addStretch(1)
        self._save = primary(words("Save"), self.save, shortcut="Ctrl+S")
        self._feet = Feet(None, self._save)  # Save stands in the question while that is asked
        self._feet.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head(theme))
        column.addWidget(Line())
        column.addWidget(self._remark)
        self._above = column
        column.addWidget(self.banner)
        self._area = self._scroll()
        column.addWidget(self._area, 1)
        self.banner.seen.connect(lambda seen: self.to_top() if seen else None)
        column.addWidget(Line())
        column.addWidget(self._ask)
        column.addWidget(self._feet)

    def set_title(self, title: str, line: str = "") -> None:
        """Whose record this is, and what matters about it."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(title)

    def remark(self, text: str, button: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say something about the record below its head, with one plain button; an empty text takes it away."""
        self._remark.say(text, button)

    @property
    def remarked(self) -> str:
        """What is said below the head, "" for nothing."""
        return self._remark.text

    @property
    def unsaved(self) -> bool:
        """Whether somebody typed what is not kept."""
        return self.form is not None and self.form.dirty

    def set_form(self, form: Form) -> None:
        """Show a form in place of the one before."""
        if self.form is not None:
            self.below.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        self.below.insertWidget(0, form)
        form.edited.connect(self.renew_save)
        form.settled.connect(self.renew_save)
        self._ask_nothing()
        self.banner.dismiss()
        self.renew_save()

    def add_button(self, button: QWidget) -> None:
        """Put a quiet button at the left of the foot."""
        self._feet.add_left(button)

    @property
    def can_save(self) -> bool:
        """Whether Save would keep anything."""
        return self.form is not None and self.form.dirty

    def renew_save(self) -> None:
        """Save can be pressed when there is something to keep."""
        if not self.can_save and self._save.hasFocus():
            self.close_button.setFocus()  # greyed, Save would hand the keyboard to whatever comes next: to Delete
        self._save.setEnabled(self.can_save)

    def order_stops(self) -> None:
        """Let Tab go through the panel as one reads it, whatever was made first."""
        parts = [item.widget() for place in range(self.below.count()) if (item := self.below.itemAt(place)) is not None]
        last: QWidget = self.close_button
        for part in (*parts, self._ask, self._feet):
            for stop in stops(part) if part is not None else ():
                QWidget.setTabOrder(last, stop)
                last = stop

    def to_top(self) -> None:
        """Show the record from its beginning."""
        self._area.verticalScrollBar().setValue(0)

    def save(self) -> None:
        """Ask the page to keep what stands in the form (Ctrl+S); what cannot be read is marked instead."""
        if self.form is None:
            return
        try:
            values = self.form.value()
        except Invalid:
            self._see_wrong()
            return
        self.saved.emit(values)

    def kept(self) -> None:
        """The page has kept it."""
        asked = self._ask_nothing()
        self.banner.dismiss()
        if self.form is not None:
            self.form.mark_clean()
        if asked:
            self.answered.emit(True)

    def refuse(self, error: AppError) -> None:
        """It could not be kept: at the field where there is one, else above the form."""
        if isinstance(error, Invalid) and self.form is not None and self.form.show_error(error):
            self._see_wrong()
            return
        self.banner.say(self._words.say(error.message), Tone.BAD)

    def may_leave(self) -> bool:
        """Whether nothing would be lost; otherwise asks in the panel and answers no."""
        if not self.unsaved:
            return True
        self._ask.show()
        self._feet.hide()
        self._ask.first.setFocus()
        return False

    def take_question(self) -> None:
        """Put the keyboard on the answers, where a question is asked."""
        self._ask.first.setFocus()

    def leave(self) -> None:
        """Close, unless something would be lost."""
        if self.may_leave():
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S keeps, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low down what is said above the form scrolls with it, else it would cover the buttons below."""
        super().resizeEvent(event)
        low = self.height() < scaled(_LOW)
        place = self._inner if low else self._above
        if place.indexOf(self.banner) < 0:
            place.insertWidget(0 if low else self._above.indexOf(self._area), self.banner)

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_3, SPACE_2, SPACE_3)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        head.addLayout(texts, 1)
        self.close_button = icon_button(theme, "close", self.leave, tip=self._words("Close"), shortcut="Esc")
        head.addWidget(self.close_button)
        return head

    def _scroll(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(1)  # in a low window what is said above it goes first
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # PgUp and PgDn reach it from any field
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        return area

    def _see_wrong(self) -> None:
        """Scroll to the first field that says an error, once it has its place (its part may just have been shown)."""
        QTimer.singleShot(0, self, self._scroll_to_wrong)

    def _scroll_to_wrong(self) -> None:
        box = self.form.first_wrong if self.form is not None else None
        if box is not None:
            self._area.ensureWidgetVisible(box, 0, SPACE_4)

    def _ask_nothing(self) -> bool:
        """Take the question away; whether it stood there."""
        asked = not self._ask.isHidden()
        self._ask.hide()
        self._feet.show()
        return asked

    def _stay(self) -> None:
        if self._ask_nothing():
            self.answered.emit(False)
        if self.form is not None:
            self.form.focus_first()

    def _leave(self) -> None:
        asked = self._ask_nothing()
        if self.form is not None:
            self.form.mark_clean()
        self.closed.emit()
        if asked:
            self.answered.emit(True)
