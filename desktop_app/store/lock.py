"""Locks that the system holds on a file and lets go by itself when its owner ends: nothing stale to clear away."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg


class ShopLock:
    """The right to write to one embedded shop, until `release`; raises StoreUnavailable when another has it.

    Its file `<shop>.lock` stays behind, empty and meaningless: taking it away could let two owners in.
    """

    def __init__(self, shop: Path) -> None:
        self._handle = _open(shop)
        try:
            _hold(self._handle, wait=False)
        except OSError as error:
            os.close(self._handle)
            raise StoreUnavailable(
                msg(
                    "“{shop}” is already open in Cordial. Go to that window, or close it and try again.", shop=shop.name
                )
            ) from error

    def release(self) -> None:
        """Gives the right back; more than once does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


@contextmanager
def one_at_a_time(what: Path) -> Iterator[None]:
    """A block that waits for whoever else on this computer is in it for the same thing, by a file `<what>.lock`."""
    handle = _open(what)
    try:
        _hold(handle, wait=True)
        yield
    finally:
        os.close(handle)


def _open(what: Path) -> int:
    return os.open(what.with_name(what.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)


if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int, *, wait: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int, *, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
