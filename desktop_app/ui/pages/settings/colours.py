"""The shop's colours, each with its name: added, picked, renamed and removed; the setting keeps them as lines."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from desktop_app.domain.cards import Colour
from desktop_app.domain.errors import Invalid
from desktop_app.domain.paints import HOUSE_PALETTE
from desktop_app.domain.settings import SHOP_COLOURS
from desktop_app.domain.shop_colours import LONGEST_NAME, colour_lines, shop_colours
from desktop_app.i18n import Words, msg
from desktop_app.ui.pages.settings.rows_input import RowsInput
from desktop_app.ui.pictures import swatch
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import Button, icon_button
from desktop_app.ui.widgets.inputs import TextInput

_FIRST = HOUSE_PALETTE[Colour.ACCENT]  # until another is picked
_SIDE, _GAP = 14, 4  # points


class ColoursInput(RowsInput["ColourRow"]):
    """`value` is the setting's text; raises Invalid for a colour without a name and for two of one name."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(words("Add a colour"))
        self._theme, self._words = theme, words

    def value(self) -> Any:
        """The colours as lines of the setting."""
        found: dict[str, str] = {}
        for row in self.rows:
            name = row.name.value()
            if not name or {"#", ";"} & set(name):
                said = msg("Give the colour {colour} a name without # and ;.", colour=row.colour)
                raise Invalid(SHOP_COLOURS.key, said)
            if name in found:
                raise Invalid(SHOP_COLOURS.key, msg("Two colours are called “{name}”. Rename one of them.", name=name))
            found[name] = row.colour
        return colour_lines(found)

    def set_value(self, value: Any) -> None:
        """Show the colours of a setting's text."""
        self.clear()
        for name, colour in shop_colours(str(value or "")).items():
            self._append(name, colour)

    def begin(self) -> None:
        """A colour to be picked and named."""
        row = self._append("", _FIRST)
        row.name.setFocus()
        self.edited.emit()
        row.pick()

    def _append(self, name: str, colour: str) -> ColourRow:
        row = ColourRow(self._theme, self._words, name, colour)
        row.edited.connect(self.edited)
        self.put(row)
        return row


class ColourRow(QWidget):
    """One colour with its name; pressing the colour opens the picker."""

    edited = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, words: Words, name: str, colour: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.colour = colour
        self.button = Button(colour, self.pick, small=True, tip=words("Pick a colour"))
        self.button.setIconSize(QSize(scaled(_SIDE + _GAP), scaled(_SIDE)))
        self.name = TextInput(hint=words("Its name, such as Rose"), limit=LONGEST_NAME)
        self.name.setAccessibleName(words("Name of the colour"))
        self.name.set_value(name)
        self.name.edited.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)
        row.addWidget(icon_button(theme, "close", self.removed.emit, tip=words("Remove this colour")))
        theme.changed.connect(self._renew)
        self._renew()

    def pick(self) -> None:
        """Let a person pick a colour."""
        dialog = QColorDialog(QColor(self.colour), self.window())
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, colour: QColor) -> None:
        self.colour = colour.name().upper()
        self._renew()
        self.edited.emit()

    def _renew(self) -> None:
        self.button.setText(self.colour)
        self.button.setAccessibleName(f"{self.name.value()} {self.colour}".strip())
        edge = self._theme.colour("line")
        self.button.setIcon(swatch(QColor(self.colour), edge, scaled(_SIDE), gap=scaled(_GAP)))
