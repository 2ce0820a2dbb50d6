"""A colour to choose: the design's own by their meaning, the shop's by their names, or any other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from desktop_app.domain.cards import Colour, Paint
from desktop_app.domain.paints import OF_SHOP, colours_of, hue_of
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.pictures import swatch
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.inputs import ChoiceInput

COLOUR_NAMES: Mapping[Colour, Message] = {
    Colour.INK: msg("Ink"), Colour.MUTED: msg("Muted"), Colour.ACCENT: msg("Accent"), Colour.SOFT: msg("Soft"),
    Colour.PAPER: msg("Paper white"), Colour.SIGNATURE: msg("Signature ink"),
}  # fmt: skip


class ColourInput(QWidget):
    """`value` is a colour's name or #RRGGBB; the last choice opens the system's own picker."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words, *, palette: Mapping[Colour, Paint], shop: Mapping[str, str]) -> None:
        super().__init__()
        self._theme, self._words, self._palette, self._shop = theme, words, palette, shop
        self._value: Paint = Colour.INK
        self.choice = ChoiceInput(theme)
        side = scaled(14)
        self.choice.setIconSize(QSize(side, side))
        self.choice.edited.connect(self._chosen)
        self._pick = icon_button(theme, "drop", self.pick, tip=words("Another colour…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.choice, 1)
        row.addWidget(self._pick)
        self.setFocusProxy(self.choice)
        self._offer()

    def value(self) -> Any:
        """The colour's name or #RRGGBB."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a colour."""
        self._value = str(value or Colour.INK.value)
        self._offer()

    def pick(self) -> None:
        """Let a person pick any colour."""
        dialog = QColorDialog(self._real(self._value), self.window())
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _real(self, paint: Paint) -> QColor:
        """What is printed, also for a colour that the shop has not set yet."""
        return QColor(hue_of(paint, colours_of(self._palette, self._shop)))

    def _picked(self, colour: QColor) -> None:
        self.set_value(colour.name().upper())
        self.edited.emit()

    def _chosen(self) -> None:
        self._value = self.choice.value()
        self.edited.emit()

    def _offer(self) -> None:
        own = [colour for colour in Colour if colour in self._palette]
        choices: list[tuple[str, str]] = [(colour.value, self._words.say(COLOUR_NAMES[colour])) for colour in own]
        choices += [(f"{OF_SHOP}{name}", name) for name in self._shop]
        if self._value not in [value for value, _ in choices]:
            name = self._value.removeprefix(OF_SHOP)
            unset = name != self._value
            choices.append((self._value, self._words("{name}, not set yet", name=name) if unset else name))
        self.choice.set_choices(choices)
        for place, (value, _) in enumerate(choices):
            self.choice.setItemIcon(place, swatch(self._real(value), self._theme.colour("line"), scaled(14)))
        self.choice.set_value(self._value)
