"""A field with a proposal of the program's own: shown until a person writes their own, and again “as proposed”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.inputs import ChoiceInput, TextInput


class Proposed(QWidget):
    """Base of both; `own` is what a person set (None while it follows the proposal), `value()` what stands there."""

    edited = Signal()

    def __init__(self, widget: TextInput | ChoiceInput, back: str, parent: QWidget | None = None) -> None:
        """`back` is what the button says that returns to the proposal."""
        super().__init__(parent)
        self.input: Any = widget
        self._proposal: Any = None
        self._follows = True
        widget.edited.connect(self._edited)
        self.button = plain(back, self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(widget, 1)
        row.addWidget(self.button)
        self.button.hide()
        self.setFocusProxy(widget)

    @property
    def own(self) -> Any:
        """What a person set, None while it follows the proposal."""
        return None if self._follows else self.value()

    def value(self) -> Any:
        """What stands there; the proposal where a field was emptied."""
        return self.input.value() or self._proposal

    def set_value(self, value: Any) -> None:
        """Show what is kept; nothing follows the proposal."""
        self._follows = value in (None, "")
        self._show(self._proposal if self._follows else value)

    def propose(self, proposal: Any) -> None:
        """Another proposal: shown where a person set nothing."""
        self._proposal = proposal
        if not self._follows and self.input.value() == proposal:
            self._follows = True
        self._show(proposal if self._follows else self.input.value())

    def _show(self, value: Any) -> None:
        if self.input.value() != value:
            self.input.set_value(value)
        self.button.setVisible(not self._follows)

    def _edited(self) -> None:
        typed = self.input.value()
        self._follows = typed == self._proposal or typed in (None, "")
        self.button.setVisible(not self._follows)
        self.edited.emit()

    def _follow(self) -> None:
        self._follows = True
        self._show(self._proposal)
        self.input.setFocus()
        self.edited.emit()


class ProposedText(Proposed):
    """A line of text; where it is emptied the proposal is hinted at, and goes for it."""

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(TextInput(), back, parent)

    def propose(self, proposal: Any) -> None:
        """Another proposal, also as the hint of an emptied field."""
        self.input.setPlaceholderText(str(proposal or ""))
        super().propose(proposal)


class ProposedChoice(Proposed):
    """One of several; None among them says that nothing is known, and is offered only where nothing is proposed."""

    def __init__(
        self, theme: Theme, choices: Sequence[tuple[Any, str]], back: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(ChoiceInput(theme, choices), back, parent)
        self._choices = tuple(choices)

    def propose(self, proposal: Any) -> None:
        """Another proposal; what is known cannot be chosen away, only chosen otherwise."""
        offered = [one for one in self._choices if proposal is None or one[0] is not None]
        if len(offered) != self.input.count():
            self.input.set_choices(offered)
        super().propose(proposal)
