"""Keeps Python 3.10 and 3.11 alive under PySide 6.12, which gives back references to None and True it never took."""

from __future__ import annotations

import sys

_IMMORTAL_FROM = (3, 12)
_ENOUGH = 1 << 40  # more signals than a window can send in its life


def hold_constants() -> None:
    """Give None, True and False the references that are taken from them; from Python 3.12 on they need none.

    Every `emit` of a signal of our own costs True one reference, every signal of Qt's that reaches Python costs None
    one. With the few hundred they have at start the program would end, after as many signals, with a fatal error
    (“deallocating True or False”). A test tells when PySide is mended.
    """
    if sys.version_info >= _IMMORTAL_FROM:
        return
    import ctypes

    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
