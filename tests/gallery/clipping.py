"""What does not fit on a picture: texts cut off, controls outside their place. Shortened texts (…) are meant."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QWidget

from desktop_app.ui.sidebar import NavButton
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import Elided

_SLACK = 2  # points
_MOST = 0.8  # of a button's words


def clipped(top: QWidget) -> list[str]:
    """A line for every text or control that cannot be seen whole on `top`."""
    found = [
        one
        for one in top.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QLabel | QLineEdit) and one.isVisibleTo(top)
    ]
    return sorted(set(_cut(found)) | set(_outside(found, top)))


def _cut(found: list[QWidget]) -> Iterator[str]:
    for one in found:
        if isinstance(one, Button) and one.width() and not _readable(one):
            yield f"button {one.width()} of {one.sizeHint().width()} wide: {one.text()[:50]}"
        if not isinstance(one, QLabel) or isinstance(one, Elided) or not one.text():
            continue
        needed = one.sizeHint().width() if not one.wordWrap() else 0
        if needed > one.width() + _SLACK:
            yield f"{one.width()} of {needed} wide: {one.text()[:50]}"
        high = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        if high > one.height() + _SLACK:
            yield f"{one.height()} of {high} high: {one.text()[:50]}"


def _readable(button: Button) -> bool:
    """Whether its words are seen, or nearly all of them, with the rest in the tooltip."""
    needed, whole = button.sizeHint().width(), button.text().replace("&&", "&")
    return needed <= button.width() + _SLACK or (needed * _MOST <= button.width() and whole in button.toolTip())


def _outside(found: list[QWidget], top: QWidget) -> Iterator[str]:
    for one in found:
        if isinstance(one, NavButton) or one.width() * one.height() == 0 or one.window() is not top.window():
            continue
        place, scrolls = _place(one, top)
        where = QRect(one.mapTo(place, QPoint(0, 0)), one.size())
        beyond = where.right() >= place.width() + _SLACK or where.left() < -_SLACK
        if not scrolls:
            beyond = beyond or where.bottom() >= place.height() + _SLACK or where.top() < -_SLACK
        if beyond:
            name = one.text() if hasattr(one, "text") else ""
            yield f"outside: {type(one).__name__} {name[:50] or one.accessibleName()[:50]}"


def _place(widget: QWidget, top: QWidget) -> tuple[QWidget, bool]:
    """The place a widget has to stand in, and whether one can scroll down in it."""
    above = widget.parentWidget()
    while above is not None and above is not top:
        grand = above.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and above is grand.viewport():
            return above, True
        above = grand
    return top, False
