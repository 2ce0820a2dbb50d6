"""Files being written, beside their place; what a killed program left of them is cleared away by the next writer."""

from __future__ import annotations

import os
import re
import secrets
import sys
from contextlib import suppress
from pathlib import Path

_ENDING = ".cordial-part"
_OURS = re.compile(r"\..+\.[0-9a-f]{12}" + re.escape(_ENDING), re.DOTALL)


def begin(path: Path) -> tuple[Path, int]:
    """A new private file beside `path` and its open handle, locked so that nobody takes it for one left behind."""
    while True:
        beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}{_ENDING}")
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        if _hold(handle) and beside.exists():
            return beside, handle
        os.close(handle)  # cleared away by another program at the very moment it was made


def sweep(folder: Path) -> None:
    """Clears away the unfinished files of programs that are no more."""
    with suppress(OSError), os.scandir(folder) as entries:
        left = [entry for entry in entries if _OURS.fullmatch(entry.name)]
        for entry in left:
            with suppress(OSError):
                _clear(entry)


if sys.platform == "win32":

    def _hold(handle: int) -> bool:  # noqa: ARG001  # an open file cannot be removed there
        return True

    def _clear(entry: os.DirEntry[str]) -> None:
        os.unlink(entry)
else:
    import fcntl

    def _hold(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a disk without locks, where nothing is cleared away either
        return True

    def _clear(entry: os.DirEntry[str]) -> None:
        handle = os.open(entry, os.O_RDWR)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.unlink(entry)
        finally:
            os.close(handle)


_BINARY = getattr(os, "O_BINARY", 0)
