"""One window a shop and person: a second start raises the first and leaves; a crash needs no clean-up by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = 1000  # ms the first window has to answer


class OneInstance:
    """Held as long as the window lives; `taken` when another window has the shop already."""

    def __init__(self, folder: Path, location: str) -> None:
        # The folder is the person's own, so that two people on one machine never meet.
        text = f"{folder} {location}".encode()
        digest = QCryptographicHash.hash(text, QCryptographicHash.Algorithm.Sha256)
        mark = bytes(digest.toHex().data()).decode()[:16]
        self._name = f"cordial-{mark}"
        self._server: QLocalServer | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"window-{mark}.lock"))
        self._lock.setStaleLockTime(0)  # only a process that is gone makes a lock stale, never its age
        locked = self._lock.tryLock(0)
        self.taken = not locked and self._lock.error() is QLockFile.LockError.LockFailedError

    def raise_other(self, said: str = "") -> bool:
        """Ask the window that has the shop to come to the front, or what else is `said`; False when it is silent."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_ANSWER)
        if answered and said:
            socket.write(said.encode())
            socket.waitForBytesWritten(_ANSWER)
        socket.disconnectFromServer()
        return answered

    def serve(self, window: QWidget, hear: Callable[[str], object] | None = None) -> None:
        """From now on another start brings `window` to the front; one that says something is for `hear`."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(window)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a crash; ours alone, we hold the lock
        self._server.newConnection.connect(lambda: self._come(window, hear))
        self._server.listen(self._name)

    def release(self) -> None:
        """Let another window have the shop."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _come(self, window: QWidget, hear: Callable[[str], object] | None) -> None:
        assert self._server is not None
        caller = self._server.nextPendingConnection()
        if hear is None:
            caller.disconnected.connect(caller.deleteLater)
            _raise(window)
        elif caller.state() is caller.LocalSocketState.UnconnectedState:  # it said all and left already
            self._heard(caller, window, hear)
        else:
            caller.disconnected.connect(lambda: self._heard(caller, window, hear))

    def _heard(self, caller: QLocalSocket, window: QWidget, hear: Callable[[str], object]) -> None:
        said = bytes(caller.readAll().data()).decode(errors="replace")
        caller.deleteLater()
        if said:
            hear(said)
        else:
            _raise(window)


def _raise(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
