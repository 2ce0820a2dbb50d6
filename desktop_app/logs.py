"""The log: a small rotating file beside the shop that holds ids and never names; on standard error only with -v."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@contextmanager
def kept(folder: Path, *, verbose: bool = False) -> Iterator[None]:
    """Write the log to `folder` until the block ends; a folder that cannot be written only means no log file."""
    root = logging.getLogger()
    handlers: list[logging.Handler] = [_LogFile(folder)]
    if verbose:
        handlers.append(logging.StreamHandler(sys.stderr))
    for handler in handlers:
        handler.setFormatter(logging.Formatter(_FORM))
        root.addHandler(handler)
    before = root.level
    root.setLevel(logging.INFO)  # never DEBUG: peewee logs every statement with its values there, and they are people
    try:
        yield
    finally:
        root.setLevel(before)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()


class _LogFile(logging.Handler):
    """Opens its file with the first line: rotation brings sockets and queues along, which no start should wait for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._opened()
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return RotatingFileHandler(
                self._folder / "cordial.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
