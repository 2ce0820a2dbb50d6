"""Long look-ups on a connection of their own, so that nobody waits behind them; the window starts them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_app.store.connect import is_server, open_shop

_Found = TypeVar("_Found")


def can_look_apart(location: str) -> bool:
    """Whether a second connection costs nothing: a server's could ask for the password again."""
    return not is_server(location)


def look_apart(
    location: str, look: Callable[..., _Found], *, progress: Callable[[int, int], bool] | None = None
) -> _Found:
    """Answers `look(shop, progress=…)` from the shop as it was last kept; raises what it raises."""
    shop = open_shop(location, write=False)
    try:
        return look(shop, progress=progress)
    finally:
        shop.close()
