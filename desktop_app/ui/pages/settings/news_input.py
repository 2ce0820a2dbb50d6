"""A box for each piece of news of an order that the shop writes of; since when each is on stays with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.message_steps import NEWS, news_text, switched_on
from desktop_app.domain.messages import MESSAGE_NAMES, MessageKind
from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import CheckInput


class NewsInput(QWidget):
    """`value` is the setting's text; what is ticked anew has no moment yet, which it gets when it is kept."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._since: dict[MessageKind, str] = {}
        self.boxes = {kind: CheckInput(theme, words.say(MESSAGE_NAMES[kind])) for kind in NEWS}
        flow = FlowLayout(self, space=SPACE_4)
        flow.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes.values():
            box.edited.connect(self.edited)
            flow.addWidget(box)
        self.setFocusProxy(self.boxes[NEWS[0]])

    def value(self) -> Any:
        """What is ticked, as the setting keeps it."""
        return news_text({kind: self._since.get(kind, "") for kind, box in self.boxes.items() if box.value()})

    def set_value(self, value: Any) -> None:
        """Tick what a setting's text has on."""
        self._since = switched_on(str(value or ""))
        for kind, box in self.boxes.items():
            box.set_value(kind in self._since)
