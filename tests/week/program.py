"""Cordial as `cordial …` starts it, in a process of its own that also tells what stands on its screen when asked.

    python -m tests.week.program SOCKET ARGUMENTS…

It only tells, as a screen reader would be told; whatever is done is done by mouse and keys.
"""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTreeView, QWidget

from desktop_app.app import main
from desktop_app.ui import start
from desktop_app.ui.work import Work

_REST, _POLL = 1000, 20  # ms
_LISTS = (QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree)


def seen() -> list[list[object]]:
    """Everything on the screen, each part behind the one it is in.

    A part is: the number of the part it is in, role, name, value, place and size in pixels, the share of it that is not
    scrolled away or cut off, usable, focused (a window: in front), ticked.
    """
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible() and not _is_tip(window)]
    front, over = QApplication.activeWindow(), QApplication.activePopupWidget()
    if over is None:
        over = QApplication.activeModalWidget()
        if over not in (None, front):  # one that comes is not at its place yet, and has no keyboard
            return []
        if front is not None and front.isFullScreen():
            over = front
    if over is not None:  # what lies below takes no click
        windows = [window for window in windows if window is over]
    told: list[list[object]] = []
    for window in windows:
        part = QAccessible.queryAccessibleInterface(window)
        _walk(part, -1, part.rect(), told)  # not its frame, which is nonsense while the window comes
    return told


def _is_tip(window: QWidget) -> bool:
    return window.windowType() == Qt.WindowType.ToolTip


def _walk(part: QAccessibleInterface, within: int, room: QRect, told: list[list[object]]) -> None:
    state, place = part.state(), part.rect()
    if state.invisible:
        return
    number, shown = len(told), place.intersected(room)
    name, value = part.text(QAccessible.Text.Name), part.text(QAccessible.Text.Value)
    owner = part.object()
    if isinstance(owner, QComboBox):  # where Qt hands on the name of its label instead
        name = owner.accessibleName() or name
    states = not state.disabled, bool(state.focused or state.active), bool(state.checked or state.selected)
    told.append(_told(within, part.role().name, name, value, place, shown, states))
    # Asked of what is a list only: where one has just gone, its wrapper may stand for the window that came there.
    if part.role() in _LISTS and isinstance(owner, QAbstractItemView):
        _cells(owner, number, shown, told)
        return
    for child in map(part.child, range(part.childCount())):
        if child is not None and child.isValid():
            _walk(child, number, shown, told)


def _cells(view: QAbstractItemView, within: int, room: QRect, told: list[list[object]]) -> None:
    """What stands in the rows that are in sight: a list may have a million."""
    corner = view.viewport().mapToGlobal(QPoint(0, 0))
    room = room.intersected(QRect(corner, view.viewport().size()))
    row = view.indexAt(QPoint(2, 2))
    while row.isValid():
        columns = 1 if isinstance(row.model(), QAbstractListModel) else row.model().columnCount(row.parent())
        cells = [row.siblingAtColumn(column) for column in range(columns)]
        places = [view.visualRect(cell).translated(corner) for cell in cells]
        if not any(place.intersects(room) for place in places):
            return
        for cell, place in zip(cells, places, strict=True):
            if place.isEmpty():  # a column that is hidden
                continue
            text = cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data() or ""
            focused = view.hasFocus() and view.currentIndex() == cell
            states = bool(cell.flags() & Qt.ItemFlag.ItemIsEnabled), focused, view.selectionModel().isSelected(cell)
            told.append(_told(within, "Cell", str(text), "", place, place.intersected(room), states))
        row = view.indexBelow(row) if isinstance(view, QTreeView) else row.siblingAtRow(row.row() + 1)


def _told(
    within: int, role: str, name: str, value: str, place: QRect, shown: QRect, states: tuple[bool, bool, bool]
) -> list[object]:
    return [within, role, name, value, place.getRect(), shown.getRect() if shown.isValid() else None, *states]


def _works() -> list[Work]:
    return [work for window in QApplication.topLevelWidgets() for work in window.findChildren(Work)]


class Teller:
    """Answers each line that comes through the socket with what is seen, in one line.

    A person looks when the screen has come to rest: what is being fetched is waited for, though not a long work's end.
    """

    def __init__(self, application: QCoreApplication, socket: str) -> None:
        self._server = QLocalServer(application)
        Path(socket).unlink(missing_ok=True)
        if not self._server.listen(socket):
            raise RuntimeError(self._server.errorString())
        self._server.newConnection.connect(self._come)

    def _come(self) -> None:
        asker = self._server.nextPendingConnection()
        asker.readyRead.connect(lambda: self._answer(asker))

    def _answer(self, asker: QLocalSocket, waited: int = 0) -> None:
        if waited < _REST and any(not work.idle for work in _works()):
            QTimer.singleShot(_POLL, asker, lambda: self._answer(asker, waited + _POLL))
            return
        asker.readAll()
        try:
            told = json.dumps(seen())
        except Exception:  # noqa: BLE001  # else the program would take it for a fault of its own
            told = json.dumps(traceback.format_exc())
        asker.write(told.encode() + b"\n")
        asker.flush()


def run(socket: str, arguments: list[str]) -> int:
    """Runs `cordial ARGUMENTS` beside the teller."""
    made, kept = start._application, []

    def application() -> QApplication:
        app = made()
        kept.append(Teller(app, socket))
        return app

    start._application = application
    return main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
