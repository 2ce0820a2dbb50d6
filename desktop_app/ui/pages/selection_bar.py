"""The foot of a list: how many records it shows, or how many are selected and what can be done with them together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import BUTTON_IN_ROW, SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import Button, small
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_NARROW = 560  # points at 100 % text


@dataclass(frozen=True, slots=True)
class Together:
    """One thing that can be done with all selected records; with `choices` the button opens a menu of (text, what).

    `possible(ids, then)` tells which of the choices can be done with what is selected; it is asked when the menu opens.
    One that can be done `always` is offered with nothing selected too, and is given what is selected all the same.
    """

    text: str
    pressed: Callable[[list[int]], object] | None = None
    choices: Sequence[tuple[str, Callable[[list[int]], object]]] = ()
    possible: Callable[[list[int], Callable[[Sequence[bool]], object]], object] | None = None
    icon: str = ""
    key: str = ""
    short: str = ""  # said instead where there is little room
    always: bool = False


class SelectionBar(QWidget):
    """`show_total` while nothing is selected, `show_selected` while several records are."""

    def __init__(
        self, theme: Theme, words: Words, deeds: Sequence[Together], selected: Callable[[], list[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._selected = words, selected
        self._flow = FlowLayout(self, space=SPACE_2)
        self._flow.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        self._text = Label("", Size.SMALL, tone=Tone.MUTED)
        self._text.setMinimumHeight(scaled(BUTTON_IN_ROW))
        self._flow.addWidget(self._text)
        self._deeds = tuple(deeds)
        self.buttons = [self._button(theme, deed) for deed in deeds]
        for button, deed in zip(self.buttons, self._deeds, strict=True):
            self._flow.addWidget(button)
            if not deed.always:
                button.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._text.text()

    def show_total(self, text: str) -> None:
        """Nothing or one record is selected: say how many there are."""
        self._say(text, several=False)

    def show_selected(self, n: int) -> None:
        """Several are selected: say how many and offer what can be done."""
        self._say(self._words.n("{n} selected", "{n} selected", n), several=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW)
        for button, deed in zip(self.buttons, self._deeds, strict=True):
            button.setText(deed.short if narrow and deed.short else deed.text)
            button.setAccessibleName(deed.text)

    def _say(self, text: str, *, several: bool) -> None:
        self._text.setText(text)
        self._text.set_tone(Tone.TEXT if several else Tone.MUTED)
        for button, deed in zip(self.buttons, self._deeds, strict=True):
            button.setVisible(several or deed.always)

    def _button(self, theme: Theme, deed: Together) -> Button:
        button = small(deed.text, shortcut=deed.key)
        if deed.icon:
            button.wear(theme, deed.icon)
        if deed.choices:
            menu = QMenu(button)
            for text, pressed in deed.choices:
                menu.addAction(text).triggered.connect(lambda _=False, pressed=pressed: pressed(self._selected()))
            if deed.possible is not None:
                possible = deed.possible
                menu.aboutToShow.connect(lambda: possible(self._selected(), partial(_allow, menu)))
            button.setMenu(menu)
        elif deed.pressed is not None:
            pressed = deed.pressed
            button.clicked.connect(lambda _=False: pressed(self._selected()))
        return button


def _allow(menu: QMenu, possible: Sequence[bool]) -> None:
    for entry, fits in zip(menu.actions(), possible, strict=True):
        entry.setEnabled(fits)
