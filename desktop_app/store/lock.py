"""One writer per embedded shop: a lock the system holds on `<shop>.lock` and lets go by itself when its owner ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg


class ShopLock:
    """The right to write to one shop, from construction to `release`; raises StoreUnavailable when another has it.

    The file stays behind, empty and meaningless: taking it away could let two owners in.
    """

    def __init__(self, shop: Path) -> None:
        self.file = shop.with_name(shop.name + ".lock")
        self._handle = os.open(self.file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _hold(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise StoreUnavailable(
                msg(
                    "“{shop}” is already open in Cordial. Go to that window, or close it and try again.",
                    shop=shop.name,
                )
            ) from error

    def release(self) -> None:
        """Gives the right back; more than once does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
