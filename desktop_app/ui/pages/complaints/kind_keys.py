"""The kinds of complaint side by side, each picked by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop_app.domain.complaints import ComplaintKind
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.flow import FlowLayout

_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier  # those are the window's
_KEYS = "123456789"  # the digits that pick one


class KindKeys(QWidget):
    """`value()` is a kind's code; `edited` when one was picked, `picked` when that was done by its key."""

    edited = Signal()
    picked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._codes: list[str] = []
        self.buttons: list[Button] = []
        self._flow = FlowLayout(self, space=SPACE_2)
        self._group = QButtonGroup(self)
        self._wanted = ""

    def offer(self, kinds: Sequence[ComplaintKind]) -> None:
        """The shop's kinds in its order, but for those that are hidden."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        shown = [kind for kind in kinds if not kind.hidden]
        self._codes = [kind.code for kind in shown]
        self.buttons = [self._button(place, kind) for place, kind in enumerate(shown, 1)]
        self.set_value(self._wanted)

    def value(self) -> Any:
        """The kind that is picked; raises Invalid while none is."""
        if not self._wanted:
            raise Invalid("kind", msg("Pick what it is about."))
        return self._wanted

    def set_value(self, value: Any) -> None:
        """Pick a kind, or none."""
        self._wanted = value or ""
        self._group.setExclusive(False)  # so that none can be on
        for code, button in zip(self._codes, self.buttons, strict=True):
            button.setChecked(code == self._wanted)
        self._group.setExclusive(True)

    def take_key(self, text: str) -> bool:
        """Pick the kind a digit stands for; False where it stands for none."""
        code = dict(zip(_KEYS, self._codes, strict=False)).get(text)
        if code is not None:
            self._pick(code)
            self.picked.emit()
        return code is not None

    def setFocus(self, *_: Any) -> None:
        """The keyboard goes to the kind that is picked, else to the first; as a focus proxy it would lead Tab back."""
        picked = [button for button in self.buttons if button.isChecked()]
        for button in (picked or self.buttons)[:1]:
            button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit picks, from whichever kind the keyboard is on."""
        if event.modifiers() & _WITH or not self.take_key(event.text()):
            super().keyPressEvent(event)

    def _button(self, place: int, kind: ComplaintKind) -> Button:
        name = self._words.say(kind.name)
        button = Button(f"{place}  {name}" if place <= len(_KEYS) else name, partial(self._pick, kind.code),
                        look=Look.CHIP, small=True)
        button.setCheckable(True)
        button.setAccessibleName(name)
        self._group.addButton(button)
        self._flow.addWidget(button)
        button.show()
        return button

    def _pick(self, code: str) -> None:
        self.set_value(code)
        self.edited.emit()
