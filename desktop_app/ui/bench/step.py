"""One thing to do at the bench: what its head says, which keys it has, and what it does with a line or a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.bench.parts import Measure
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it stands at the foot: its name, what it does now, and that deed for a click."""

    key: str
    text: str
    pressed: Callable[[], object]


class Step(QWidget):
    """`changed` when head or keys are others. `secret` hides what is typed, `asking` says what a line is for."""

    changed = Signal()

    name = ""
    secret = False

    def __init__(self, shift: Shift, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shift, self.measure = shift, measure
        self.words: Words = shift.words

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return ""

    @property
    def tags(self) -> tuple[tuple[str, Tone], ...]:
        """States beside it."""
        return ()

    @property
    def asking(self) -> str:
        """What a person may type or scan here."""
        return ""

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys of this step; the first is Enter’s."""
        return ()

    def begin(self, _what: object) -> None:
        """It is this step’s turn."""

    def enter(self, _text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""

    def press(self, _key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing; says whether it means something here."""
        return False

    def leave(self) -> None:
        """Esc with nothing typed and nothing said."""
