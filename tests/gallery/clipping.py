"""What does not fit on a picture: texts cut off, controls outside their place. Shortened texts (…) are meant."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QCheckBox, QLabel, QLineEdit, QWidget

from desktop_app.ui.sidebar import NavButton
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import Elided

_SLACK = 2  # points


def clipped(top: QWidget) -> list[str]:
    """A line for every text or control that cannot be seen whole on `top`."""
    return sorted(set(_cut(top)) | set(_outside(top)))


def _cut(top: QWidget) -> Iterator[str]:
    for label in top.findChildren(QLabel):
        if not label.isVisibleTo(top) or isinstance(label, Elided) or not label.text():
            continue
        needed = label.sizeHint().width() if not label.wordWrap() else 0
        if needed > label.width() + _SLACK:
            yield f"{label.width()} of {needed} wide: {label.text()[:50]}"
        high = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if high > label.height() + _SLACK:
            yield f"{label.height()} of {high} high: {label.text()[:50]}"
    for button in top.findChildren(Button):
        if button.isVisibleTo(top) and button.sizeHint().width() > button.width() + _SLACK:
            yield f"button {button.width()} of {button.sizeHint().width()} wide: {button.text()[:50]}"


def _outside(top: QWidget) -> Iterator[str]:
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QLabel | QLineEdit | QCheckBox) or isinstance(widget, NavButton):
            continue
        if not widget.isVisibleTo(top) or widget.width() * widget.height() == 0 or widget.window() is not top.window():
            continue
        place, scrolls = _place(widget, top)
        where = QRect(widget.mapTo(place, QPoint(0, 0)), widget.size())
        beyond = where.right() >= place.width() + _SLACK or where.left() < -_SLACK
        if not scrolls:
            beyond = beyond or where.bottom() >= place.height() + _SLACK or where.top() < -_SLACK
        if beyond:
            name = widget.text() if hasattr(widget, "text") else ""
            yield f"outside: {type(widget).__name__} {name[:50] or widget.accessibleName()[:50]}"


def _place(widget: QWidget, top: QWidget) -> tuple[QWidget, bool]:
    """The place a widget has to stand in, and whether one can scroll down in it."""
    above = widget.parentWidget()
    while above is not None and above is not top:
        grand = above.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and above is grand.viewport():
            return above, True
        above = grand
    return top, False
