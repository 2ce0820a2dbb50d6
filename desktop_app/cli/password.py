"""The password of a shop on a server, where its address has none: from the computer's keyring, or asked for here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO, TypeVar

from desktop_app.domain.errors import PasswordWanted
from desktop_app.i18n import Words, msg
from desktop_app.paths import shown_place, with_password

T = TypeVar("T")
_TRIES = 3


class Address:
    """Where the shop lies, with its password once somebody has typed that."""

    def __init__(self, location: str, words: Words, err: TextIO) -> None:
        self._location, self._words, self._err = location, words, err
        self._looked = False  # into the computer's keyring

    def reach(self, use: Callable[[str], T]) -> T:
        """`use(address)`, asking for a password where the server wants one, three times at most.

        Where nobody sits at a terminal nothing is asked: it is said what a script does.
        """
        asked = 0
        while True:
            try:
                return use(self._location)
            except PasswordWanted as error:
                if self._from_keyring():
                    continue
                if not (error.given or sys.stdin.isatty()):
                    told = msg(
                        "The server of “{place}” wants a password, and nobody is here to enter it. Set PGPASSWORD, or "
                        "have a .pgpass file.", place=shown_place(self._location),
                    )  # fmt: skip
                    raise PasswordWanted(told) from error
                if asked == _TRIES or not sys.stdin.isatty():
                    raise
                asked += 1
                self._location = with_password(self._location, self._ask(error))

    def _from_keyring(self) -> bool:
        """Whether there is a password in the computer's keyring that was not tried yet."""
        from desktop_app.actions.passwords import kept_password

        if self._looked:
            return False
        self._looked = True
        kept = kept_password(shown_place(self._location))
        if kept:
            self._location = with_password(self._location, kept)
        return bool(kept)

    def _ask(self, error: PasswordWanted) -> str:
        from getpass import getpass  # reads from the terminal itself, and shows nothing of what is typed

        self._err.write(self._words.say(error.message) + "\n")
        return getpass(self._words("Password") + ": ", stream=self._err)
