"""The only writer of files: after a power cut there is the old file or the new one, never neither and never a half."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.store.faults import in_words
from desktop_app.store.unfinished import begin, sweep

Writer = Callable[[BinaryIO], object]


def durable_write(path: Path, data: bytes | Writer) -> None:
    """Writes a file whole: beside its place, private, on the disk, then renamed over it. A writer may read back.

    Raises StoreUnavailable when the disk is full, read-only or broken; the old file is then as it was. What killed
    programs left unfinished in the folder is cleared away.
    """
    path = Path(path).absolute()
    sweep(path.parent)
    with in_words(str(path)):
        beside, handle = begin(path)
        try:
            with os.fdopen(handle, "w+b") as file:
                if callable(data):
                    data(file)
                else:
                    file.write(data)
                file.flush()
                _sync(file.fileno())
                if not _CLOSED_FIRST:
                    os.replace(beside, path)
            if _CLOSED_FIRST:
                os.replace(beside, path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Puts the folder's own list of names on the disk; Windows has no such thing and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_CLOSED_FIRST = sys.platform == "win32"  # where an open file cannot be renamed; elsewhere it is kept locked till then


def _sync(handle: int) -> None:
    if sys.platform == "darwin":  # macOS: fsync leaves data in the drive's cache
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)
