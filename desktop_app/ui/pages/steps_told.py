"""The steps something went, folded away under the latest of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, Size, Tone
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.labels import Label


def steps_told(theme: Theme, words: Words, told: Sequence[str]) -> Disclosure:
    """The steps in words, the latest first, which is said while they are folded away."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_1)
    for text in told:
        column.addWidget(Label(text, Size.SMALL, tone=Tone.MUTED, wrap=True))
    made = Disclosure(theme, words("Steps"), inside)
    made.say(told[0])
    return made
