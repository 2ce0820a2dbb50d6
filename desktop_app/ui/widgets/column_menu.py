"""The menu of a list's columns: which are shown, in the order they were ticked; at the head's right end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.list_header import ListHeader

_WIDE = 28  # points of the button at 100 % text


class ColumnMenu(QObject):
    """Puts a button on a head; it, and the right mouse button on the titles, open the menu."""

    def __init__(self, theme: Theme, words: Words, head: ListHeader) -> None:
        super().__init__(head)
        self._words, self._head = words, head
        self.button = icon_button(theme, "more", self._open, tip=words("Choose columns"))
        self.button.setParent(head)
        self.button.show()
        head.spare(scaled(_WIDE) + 4)
        head.installEventFilter(self)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda where: self.popup(head.mapToGlobal(where)))
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The button stays at the right end."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def popup(self, where: QPoint) -> QMenu:
        """Open the menu at a place of the screen."""
        menu = StayingMenu(self._head)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self._head.columns:
            if not column.stretch:
                action = menu.addAction((column.named or column.title).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(column.key in self._head.chosen)
                action.toggled.connect(partial(self._turn, column.key))
        menu.addSeparator()
        menu.addAction(self._words("Columns as at first")).triggered.connect(lambda _=False: self._choose(()))
        menu.popup(where)
        return menu

    def _open(self) -> None:
        self.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _turn(self, key: str, on: bool) -> None:
        keys = [one for one in self._head.chosen if one != key]
        self._choose((*keys, key) if on else keys)

    def _choose(self, keys: object) -> None:
        assert isinstance(keys, list | tuple)
        self._head.choose(keys)
        self._head.chose.emit()

    def _place(self) -> None:
        size = scaled(_WIDE)
        self.button.setFixedSize(size, size)
        room: QWidget = self._head
        self.button.move(room.width() - size - 2, (room.height() - size) // 2)


class StayingMenu(QMenu):
    """A menu that stays open while things in it are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tick by the mouse."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A tick by Space or Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.toggle()
        return True
