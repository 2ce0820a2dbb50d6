"""A person at the designer: the mouse on the card in millimetres, keys, buttons by their words, each counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.domain.cards import Item, Template
from desktop_app.domain.design import Frame, item_of
from desktop_app.domain.design_handles import Handle
from desktop_app.ui.designer.canvas import Canvas
from desktop_app.ui.designer.dialog import Designer
from desktop_app.ui.designer.painting import handle_point
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.workspace import Workspace
from tests.ui.pages.around import Around

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Hand:
    """`actions` counts clicks, drags, keys and typed texts, each as one."""

    around: Around
    designer: Designer
    actions: int = 0

    @property
    def space(self) -> Workspace:
        assert self.designer.space is not None
        return self.designer.space

    @property
    def session(self) -> Session:
        return self.space.session

    @property
    def canvas(self) -> Canvas:
        return self.space.canvas

    @property
    def template(self) -> Template:
        return self.session.template

    def item(self, name: str) -> Item:
        found = item_of(self.template, name)
        assert found is not None
        return found

    def frame(self, name: str) -> Frame:
        return self.session.frame(self.item(name))

    def settle(self) -> None:
        """Wait until the shop has answered and the page is laid out."""
        self.around.settle()
        if isValid(self.designer) and self.designer.space is not None:
            self.around.qtbot.waitUntil(lambda: not self.space.bench.proofs.under_way, timeout=20_000)
            self.around.settle()

    def click(self, x: float, y: float, held: Qt.KeyboardModifier = NONE) -> None:
        """Click on the card at mm."""
        self.actions += 1
        QTest.mouseClick(self.canvas, LEFT, held, self.at(x, y))
        self.settle()

    def double_click(self, x: float, y: float) -> None:
        self.actions += 1
        QTest.mouseDClick(self.canvas, LEFT, NONE, self.at(x, y))
        self.settle()

    def drag(self, start: tuple[float, float], to: tuple[float, float], held: Qt.KeyboardModifier = NONE) -> None:
        """Drag over the card from mm to mm."""
        self.drag_points(self.at(*start), self.at(*to), held)

    def pull(self, handle: Handle, to: tuple[float, float], held: Qt.KeyboardModifier = NONE) -> None:
        """Pull a handle of what is selected to mm."""
        frame = self.canvas.selection
        assert frame is not None
        self.drag_points(handle_point(self.canvas.view, frame, handle).toPoint(), self.at(*to), held)

    def drag_points(self, start: QPoint, to: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self.actions += 1
        QTest.mousePress(self.canvas, LEFT, held, start)
        for part in (0.3, 0.7, 1.0):
            between = QPointF(start) + (QPointF(to) - QPointF(start)) * part
            self.move(self.canvas, between, held)
        QTest.mouseRelease(self.canvas, LEFT, held, to)
        self.settle()

    def move(self, widget: QWidget, point: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """The mouse moves with its button down (QTest's own moves forget the button)."""
        away = widget.mapToGlobal(point)
        event = QMouseEvent(QEvent.Type.MouseMove, point, away, Qt.MouseButton.NoButton, LEFT, held)
        QApplication.sendEvent(widget, event)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            self.actions += 1
            QTest.keyClick(self.focus, key, held)
        self.settle()

    def write(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self.actions += 1
        for letter in text:  # QTest types Latin letters only
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            for sort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(sort, key, NONE, letter))
        self.settle()

    def press(self, text: str, inside: QWidget | None = None) -> None:
        """Click the button that says so."""
        self.actions += 1
        place = inside or self.designer
        found = [one for one in place.findChildren(QPushButton) if text in (one.text(), one.accessibleName())]
        button = next(one for one in found if one.isVisible())
        QTest.mouseClick(button, LEFT)
        self.settle()

    @property
    def focus(self) -> QWidget:
        top = QApplication.activeModalWidget() or self.designer
        if QApplication.focusWidget() is None or QApplication.activeWindow() is not top:
            self.around.qtbot.waitUntil(lambda: self._active(top), timeout=5_000)  # no window manager does it here
        found = QApplication.focusWidget()
        return found if found is not None else self.canvas

    def _active(self, top: QWidget) -> bool:
        top.activateWindow()
        return QApplication.activeWindow() is top

    def at(self, x: float, y: float) -> QPoint:
        return self.canvas.view.to_points(x, y).toPoint()

    def picture(self, name: str) -> Any:
        """What is seen now, for a person to look at."""
        return self.designer.grab().save(name)

    def close(self) -> None:
        if isValid(self.designer):
            self.session.keep(self.session.history.now)
            self.designer.reject()
        self.around.settle()
