"""The password of a shop on a server, asked for on the terminal where the address has none; never shown, never kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO, TypeVar

from desktop_app.domain.errors import PasswordWanted
from desktop_app.i18n import Words
from desktop_app.paths import with_password

T = TypeVar("T")
_TRIES = 3


class Address:
    """Where the shop lies, with its password once somebody has typed that."""

    def __init__(self, location: str, words: Words, err: TextIO) -> None:
        self._location, self._words, self._err = location, words, err

    def reach(self, use: Callable[[str], T]) -> T:
        """`use(address)`, asking for a password where the server wants one, three times at most.

        Where nobody sits at a terminal nothing is asked: the refusal stands.
        """
        for _ in range(_TRIES):
            try:
                return use(self._location)
            except PasswordWanted as error:
                if not sys.stdin.isatty():
                    raise
                self._location = with_password(self._location, self._ask(error))
        return use(self._location)

    def _ask(self, error: PasswordWanted) -> str:
        from getpass import getpass  # reads from the terminal itself, and shows nothing of what is typed

        self._err.write(self._words.say(error.message) + "\n")
        return getpass(self._words("Password") + ": ", stream=self._err)
