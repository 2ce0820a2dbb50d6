"""The words of one card, to be written anew for it alone; they are tried on the card before the window closes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.actions.card_words import OneCard, card_words, check_card_words
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_3, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.inputs import LongInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll, yielding_part

NAMES: Mapping[str, Message] = {
    "heading": msg("Heading"), "greeting": msg("Greeting"), "letter": msg("Letter"), "sign": msg("Signature"),
    "by": msg("Packed by"), "note": msg("Note"), "shop": msg("Shop name"), "contact": msg("Contact"),
    "gift": msg("Gift"), "present": msg("Gift"), "worth": msg("Worth"), "until": msg("Valid until"),
}  # fmt: skip
_FRAME = 8  # what a field's border and padding add to its height
_MEASURE = 60  # letters in a line
_LEAST = 90  # points at 100 % text of the fields that are seen
_WIDE, _HIGH = 560, 620


class CardWords(QDialog):
    """`chosen(words)`: those texts that shall say something else than the design says, by their keys."""

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, parent: QWidget, card: OneCard, *, title: str, words: Mapping[str, str]
    ) -> None:
        super().__init__(parent)
        self._desk, self.words, self._card, self._before = desk, desk.words, card, words
        self._design: dict[str, str] = {}
        self.inputs: dict[str, LongInput] = {}
        self._told = False
        self.setWindowTitle(self.words("Words of this card"))
        self.setMinimumSize(320, 240)
        self.banner = Banner(desk.theme, close=self.words("Close"))
        inside = QWidget()
        self._fields = QVBoxLayout(inside)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(SPACE_3)
        self.content = Content(desk.theme, Scroll(inside))
        self.design_button = quiet(self.words("As in the design"), self._as_designed)
        self.go = primary(self.words("Change this card"), self._try, shortcut="Ctrl+Return")
        self._build(title)
        self.finished.connect(self.deleteLater)
        self.resize(min(scaled(_WIDE), parent.width()), min(scaled(_HIGH), parent.height()))
        self.content.wait()
        desk.work.run(card_words, card, then=self._show, failed=self._fail, owner=self)

    def reject(self) -> None:
        """Leave; of words that are not taken yet it tells once first."""
        if not self.isVisible() or self._told or self._changed() == dict(self._before):
            super().reject()
            return
        self._told = True
        self.banner.say(
            self.words("These words are not on the card yet."), Tone.WARN, button=(self.words("Drop them"), self.reject)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes the words, wherever the keyboard is."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go.click()
        else:
            super().keyPressEvent(event)

    def _build(self, title: str) -> None:
        words = self.words
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        heads = QVBoxLayout()
        heads.setSpacing(SPACE_1)
        heads.addWidget(Label(title, Size.LARGE, weight=Weight.BOLD, wrap=True))
        heads.addWidget(Label(
            words("What you write here is printed on this card only. The design and all other cards stay as they are."),
            Size.SMALL, tone=Tone.MUTED, wrap=True,
        ))
        part = yielding_part(column, space=SPACE_4)
        part.addLayout(heads)
        part.addWidget(self.banner)
        self.content.setMinimumHeight(scaled(_LEAST))
        part.addLayout(IntoMargin(self.content), 1)
        cancel = quiet(words("Cancel"), self.reject, shortcut="Esc")
        self.design_button.setEnabled(False)
        self.go.setEnabled(False)
        column.addWidget(Feet(self.design_button, cancel, self.go))

    def _show(self, design: dict[str, str]) -> None:
        """The texts, one below the other as they are on the card."""
        self._design = design
        if not design:
            self._fail(None)
            return
        for key, text in design.items():
            self.inputs[key] = self._field(text_name(self.words, key), self._before.get(key, text))
        self._fields.addStretch(1)
        self.content.show_content()
        self.go.setEnabled(True)
        self._edited()
        next(iter(self.inputs.values())).setFocus()

    def _field(self, name: str, text: str) -> LongInput:
        """One text under its name, in as many lines as it needs."""
        lines = sum(1 + len(line) // _MEASURE for line in text.split("\n"))
        field = LongInput(lines=1 if lines == 1 else min(8, lines + 1))
        field.setStyleSheet(f"min-height: {field.maximumHeight() - _FRAME}px;")  # else the house's lets it be squeezed
        field.set_value(text)
        field.setAccessibleName(name)
        field.edited.connect(self._edited)
        label = Label(name, Size.SMALL, weight=Weight.MEDIUM, tone=Tone.MUTED)
        label.setBuddy(field)
        pair = QVBoxLayout()
        pair.setSpacing(SPACE_1)
        pair.addWidget(label)
        pair.addWidget(field)
        self._fields.addLayout(pair)
        return field

    def _fail(self, error: AppError | None) -> None:
        said = self.words.say(error.message) if error else self.words("There are no words on this card to change.")
        self.content.show_failure(said)

    def _edited(self) -> None:
        self._told = False
        self.banner.dismiss()
        self.design_button.setEnabled(bool(self._changed()))

    def _changed(self) -> dict[str, str]:
        """What is written otherwise than the design says it."""
        texts = {key: field.value() for key, field in self.inputs.items()}
        return {key: text for key, text in texts.items() if text != self._design[key].strip()}

    def _as_designed(self) -> None:
        for key, field in self.inputs.items():
            field.set_value(self._design[key])
        self._edited()

    def _try(self) -> None:
        """See whether the words can be printed; the window closes only then."""
        words = self._changed()
        if not words:
            self._take(words)
            return
        self.go.setEnabled(False)
        self._desk.work.run(
            check_card_words, self._card, words, then=lambda told: self._tried(told, words),
            failed=lambda error: self._tried(error.message, words), owner=self,
        )

    def _tried(self, told: Message | None, words: dict[str, str]) -> None:
        self.go.setEnabled(True)
        if told is None:
            self._take(words)
        else:
            self.banner.say(self.words.say(told), Tone.BAD)

    def _take(self, words: dict[str, str]) -> None:
        self.accept()
        self.chosen.emit(words)


def text_name(words: Words, key: str) -> str:
    """What a text of a design is called; one of the shop's own design by its key."""
    known = NAMES.get(key)
    return words.say(known) if known is not None else words("Text {name}", name=key)
