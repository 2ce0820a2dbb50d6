"""Columns of passwords: some platforms export them, and Cordial neither reads nor shows nor passes on any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.headings import Headings, folded

_WORDS = frozenset(
    "password passwd pwd passphrase passwort kennwort пароль parole contraseña hasło wachtwoord senha lösenord".split()
)
_PHRASES = ("mot de passe", "adgangskode", "rp token", "secure key", "last passwd gen")


def password_columns(headings: Headings) -> tuple[int, ...]:
    """The columns whose headings speak of a password, or of what stands for one."""
    names = [folded(name).replace("(", " ") for name in headings.names]
    return tuple(
        at
        for at, name in enumerate(names)
        if not _WORDS.isdisjoint(name.split()) or any(phrase in name for phrase in _PHRASES)
    )


def blanked(rows: Iterable[Row], columns: tuple[int, ...], width: int) -> Iterator[Row]:
    """The rows with those cells empty, in a row with cells too many also those they may have moved to."""
    for row, cells in rows:
        moved = len(cells) - width if any(cells[width:]) else 0
        for at in columns:
            for place in range(at, min(at + moved + 1, len(cells))):
                cells[place] = ""
        yield row, cells
