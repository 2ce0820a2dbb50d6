"""Words as chips: typed with the shop's own list offered below meanwhile, taken out by a press on the chip."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.text import fold
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.record_parts import let_tab_come_before

_OFFERED = 6


class WordChips(QWidget):
    """`edited` when a person put a word in or took one out; Enter or a comma ends a word, Backspace takes the last.

    While the field has the keyboard the shop's words that fit stand below it; Down or Tab goes to them. `wanted` asks
    for those words when it gets the keyboard; `set_known` answers.
    """

    edited = Signal()
    wanted = Signal()

    def __init__(self, words: Words, *, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._known: tuple[str, ...] = ()
        self.chips: list[Button] = []
        self.offers: list[Button] = []
        line, self._below = QWidget(), QWidget()
        self._flow, self._offered = FlowLayout(line, space=SPACE_1), FlowLayout(self._below, space=SPACE_1)
        self._below.setAccessibleName(words("Words of the shop"))
        self._below.hide()
        self.edit = _WordEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.textEdited.connect(self._typed)
        self.edit.ended.connect(self._end)
        self.edit.back.connect(self._take_last)
        self.edit.down.connect(self._to_offers)
        self.edit.here.connect(self._come_or_go)
        self._flow.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(line)
        column.addWidget(self._below)
        self.setFocusProxy(self.edit)

    def set_known(self, known: Sequence[str]) -> None:
        """The shop's words."""
        self._known = tuple(known)
        if self.edit.hasFocus():
            self._offer()

    def value(self) -> Any:
        """The words, one that is typed and not ended included."""
        typed = self._new(self.edit.text())
        return (*self._held, typed) if typed else self._held

    def set_value(self, value: Any) -> None:
        """Show these words."""
        while self.chips:
            self._drop(self.chips[0])
        self.edit.clear()
        for word in value or ():
            self._append(word)

    @property
    def offered(self) -> list[str]:
        """What is offered for the letters typed."""
        return [str(one.property("word")) for one in self.offers]

    @property
    def _held(self) -> tuple[str, ...]:
        return tuple(str(chip.property("word")) for chip in self.chips)

    def _new(self, text: str) -> str:
        """The word as the shop writes it; "" where it is there already."""
        word, here = " ".join(text.split()), {fold(one) for one in self._held}
        if fold(word) in here:
            return ""
        return next((one for one in self._known if fold(one) == fold(word)), word)

    def _typed(self, text: str) -> None:
        if "," in text or ";" in text:
            self.edit.setText(text.replace(";", ","))
            self._end()
        else:
            self._offer()
            self.edited.emit()

    def _offer(self) -> None:
        """The shop's words that hold what is typed, those that begin with it first."""
        typed, here = fold(self.edit.text().strip()), {fold(one) for one in self._held}
        fits = [one for one in self._known if typed in fold(one) and fold(one) not in here]
        fits.sort(key=lambda one: not fold(one).startswith(typed))
        for old in self.offers:
            self._offered.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = []
        for word in fits[:_OFFERED]:
            self.offers.append(self._offer_button(word))  # one by one: Tab comes to each after the one before it
        self._offered.invalidate()
        self._below.setVisible(bool(self.offers))
        self.updateGeometry()

    def _offer_button(self, word: str) -> Button:
        button = Button(f"+ {word}", partial(self._add, word), look=Look.PLAIN, small=True)
        button.setProperty("word", word)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves the keyboard where one types
        button.setAccessibleName(self._words("Add “{word}”", word=word))
        self._offered.addWidget(button)
        last = self.offers[-1] if self.offers else self.edit
        QWidget.setTabOrder(last, button)
        return button

    def _to_offers(self) -> None:
        if self.offers:
            self.offers[0].setFocus()

    def _come_or_go(self, here: bool) -> None:
        """Nothing is offered once the keyboard is elsewhere; it may only have gone down to the offers."""
        if here:
            self.wanted.emit()
            self._offer()
        else:
            QTimer.singleShot(0, self, self._put_away)

    def _put_away(self) -> None:
        here = self.window().focusWidget()
        if here is None or not (here is self.edit or here in self.offers):
            self._below.hide()

    def _end(self) -> None:
        """Every word typed becomes a chip."""
        words = self.edit.text().split(",")
        self.edit.clear()
        for text in words:
            word = self._new(text)
            if word:
                self._append(word)
        self._offer()
        self.edited.emit()

    def _add(self, word: str) -> None:
        """A word of those offered was chosen."""
        self.edit.setText(word)
        self.edit.setFocus()
        self._end()

    def _append(self, word: str) -> None:
        chip = Button(f"{word}  ×", look=Look.CHIP, small=True)
        chip.setProperty("word", word)
        chip.setProperty("held", True)
        chip.setAccessibleName(self._words("Take out “{word}”", word=word))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(lambda _=False: self._take(chip))
        self._flow.removeWidget(self.edit)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.edit)  # what is typed stands after the last chip
        let_tab_come_before(self.edit, chip)
        self.edit.raise_()  # whoever orders a whole panel goes by the order of children
        self.chips.append(chip)
        self._renew()

    def _take(self, chip: Button) -> None:
        self._drop(chip)
        self.edit.setFocus()
        self._offer()
        self.edited.emit()

    def _take_last(self) -> None:
        if self.chips:
            self._take(self.chips[-1])

    def _drop(self, chip: Button) -> None:
        self.chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._renew()

    def _renew(self) -> None:
        self._flow.invalidate()
        self.updateGeometry()


class _WordEdit(LineEdit):
    """`ended` by Enter with a word typed, `back` by Backspace with none, `down`, and `here` as the keyboard comes."""

    ended = Signal()
    back = Signal()
    down = Signal()
    here = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Room for a word or two beside the chips."""
        return QSize(scaled(150), super().sizeHint().height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.here.emit(event.type() is QEvent.Type.FocusIn)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key, text = Qt.Key(event.key()), self.text()
            told = {
                Qt.Key.Key_Return: self.ended if text.strip() else None,
                Qt.Key.Key_Enter: self.ended if text.strip() else None,
                Qt.Key.Key_Backspace: None if text else self.back, Qt.Key.Key_Down: self.down,
            }.get(key)
            if told is not None:
                told.emit()
                return True
        return False
