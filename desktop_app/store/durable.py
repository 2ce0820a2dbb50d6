"""The only writer of files: after a power cut there is the old file or the new one, never neither and never a half."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.store.faults import in_words

Writer = Callable[[BinaryIO], object]


def durable_write(path: Path, data: bytes | Writer) -> None:
    """Writes a file whole: beside its place, private, on the disk, then renamed over it. A writer may read back.

    Raises StoreUnavailable when the disk is full, read-only or broken; the old file is then as it was.
    """
    path = Path(path).absolute()
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    with in_words(str(path)):
        try:
            with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "w+b") as file:
                if callable(data):
                    data(file)
                else:
                    file.write(data)
                file.flush()
                _sync(file.fileno())
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


_BINARY = getattr(os, "O_BINARY", 0)


def _sync(handle: int) -> None:
    if sys.platform == "darwin":  # macOS: fsync leaves data in the drive's cache
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)
