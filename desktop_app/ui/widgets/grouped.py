"""A choice among many, under headings; what is chosen and told is as in every choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import face
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Weight
from desktop_app.ui.widgets.inputs import ChoiceInput

Group = tuple[str, Sequence[tuple[Any, str]]]


class GroupedChoice(ChoiceInput):
    """`set_groups` takes (heading, choices); headings cannot be chosen, and one group alone has none."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.currentTextChanged.connect(self.setToolTip)  # long names do not fit

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Offer other groups, keeping the value if it is still there; groups without choices are left out."""
        there = [group for group in groups if group[1]]
        value, several = self.value(), len(there) > 1
        rows: list[tuple[Any, str]] = []
        headings: list[int] = []
        for heading, choices in there:
            if several:
                headings.append(len(rows))
                rows.append((_Heading(), heading))
            rows.extend(choices)
        self.set_choices(rows)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for row in headings:
            item = model.item(row)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(face(Size.SMALL, Weight.BOLD))
        self.set_value(value)

    def set_value(self, value: Any) -> None:
        """Choose a value; the first where it is not offered."""
        super().set_value(value)
        if isinstance(self.value(), _Heading):
            self.setCurrentIndex(self.currentIndex() + 1)


class _Heading:
    """The value of a row that is none."""
