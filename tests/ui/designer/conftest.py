"""The designer over a window, on a real shop and the real press, driven by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.printing import Kind
from desktop_app.ui.designer.dialog import Designer, open_designer
from tests.ui.designer.hand import Hand
from tests.ui.pages.around import Around
from tests.ui.pages.conftest import around, filled

__all__ = ["around", "filled"]


@pytest.fixture(autouse=True)
def nothing_copied(qapp: QApplication) -> Iterator[None]:
    """Nothing before; and nothing is left, which the offscreen clipboard would let go of too late."""
    qapp.clipboard().clear()
    yield
    qapp.clipboard().clear()


@pytest.fixture
def opened(around: Around) -> Iterator[Callable[..., Hand]]:
    """Opens the designer with a design; whatever is open is closed again."""
    hands: list[Hand] = []

    def open_it(kind: Kind = Kind.THANK_YOU, key: str = "", *, width: int = 1240, height: int = 780) -> Hand:
        around.window.resize(1280, 800)
        if not around.window.isVisible():
            with around.qtbot.waitExposed(around.window):
                around.window.show()
        designer: Designer = open_designer(around.desk, around.window, kind, key)
        designer.resize(width, height)
        hand = Hand(around, designer)
        hands.append(hand)
        hand.settle()
        return hand

    yield open_it
    for hand in hands:
        hand.close()


@pytest.fixture
def blank(opened: Any) -> Hand:
    """The designer with a birthday card that has nothing on it."""
    return opened(Kind.BIRTHDAY)  # type: ignore[no-any-return]
