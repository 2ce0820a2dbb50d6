"""The keys of the card: arrows, how far they nudge, and which deed a key does."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop_app.ui.designer.deeds import DEEDS, NUDGE, NUDGE_FAR, NUDGE_FINE, Deed

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_SHIFTED = {
    Qt.Key.Key_BraceLeft: Qt.Key.Key_BracketLeft, Qt.Key.Key_BraceRight: Qt.Key.Key_BracketRight,
    Qt.Key.Key_PageDown: Qt.Key.Key_BracketLeft, Qt.Key.Key_PageUp: Qt.Key.Key_BracketRight,
}  # fmt: skip


def deed_of(event: QKeyEvent) -> Deed | None:
    """What a key does to what is selected, if anything."""
    pressed = event.keyCombination()
    if pressed.key() in _SHIFTED:  # with Shift a keyboard says another sign, on some there are no brackets at all
        pressed = QKeyCombination(pressed.keyboardModifiers(), _SHIFTED[pressed.key()])
    return next((deed for deed in DEEDS if deed.keys and QKeySequence(pressed) == QKeySequence(deed.keys)), None)


def step_of(modifiers: Qt.KeyboardModifier) -> float:
    """How far an arrow nudges, in mm: with Shift farther, with Alt a little."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return NUDGE_FAR
    return NUDGE_FINE if modifiers & Qt.KeyboardModifier.AltModifier else NUDGE
