"""Passwords of servers, the shop's and the mail's, in the computer's own keyring, where there is a real one.

They are kept nowhere else.

Of the library `keyring` only the back ends of a desktop are used; those that write files are not, safe as they may say.
"""

from __future__ import annotations

import logging
from typing import Any

_REAL = (
    "keyring.backends.SecretService", "keyring.backends.libsecret", "keyring.backends.kwallet",
    "keyring.backends.macOS", "keyring.backends.Windows",
)
_SERVICE = "Cordial"
_log = logging.getLogger(__name__)


def can_keep() -> bool:
    """Whether this computer has a keyring to keep a password in."""
    return _keyring() is not None


def kept_password(place: str) -> str:
    """The password kept for a place (a shop's as `shown_place` has it, or Mail.place), "" for none."""
    ring = _keyring()
    try:
        return str(ring.get_password(_SERVICE, place) or "") if ring is not None else ""
    except Exception as error:  # noqa: BLE001 - each keyring fails in its own way; then the password is asked for
        _log.info("the keyring gave nothing: %s", type(error).__name__)
        return ""


def keep_password(place: str, password: str) -> bool:
    """Keeps a password in the keyring; whether it is there now."""
    ring = _keyring()
    if ring is None:
        return False
    try:
        ring.set_password(_SERVICE, place, password)
    except Exception as error:  # noqa: BLE001 - see above
        _log.info("the keyring took nothing: %s", type(error).__name__)
        return False
    return True


def _keyring() -> Any:
    try:
        import keyring  # first use, not start: it looks at every back end there is

        chosen = keyring.get_keyring()
    except Exception:  # noqa: BLE001 - each desktop lacks one in its own way
        return None
    every = [chosen, *getattr(chosen, "backends", ())]  # it may stand for several at once
    return next((ring for ring in every if type(ring).__module__ in _REAL), None)
