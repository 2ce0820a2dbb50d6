"""Folding: one spelling for everything that is to be found, whatever case, marks or ё it was typed with."""

from __future__ import annotations

import unicodedata

_KEPT = {"й": "й"}  # й is a letter of its own, not и with a mark


def fold(text: str) -> str:
    """Lower case without marks: NFKD, marks dropped, casefold, ё as е, й kept; on both sides of a comparison."""
    out: list[str] = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        if letter in _KEPT:
            out.append(letter)
            continue
        out.extend(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return "".join(out).casefold()


def words_of(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def digits_of(text: str) -> str:
    """Only the decimal digits of a text, as ASCII."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdecimal())


def shorten(text: str, limit: int = 40) -> str:
    """A value short enough to stand in a sentence, line breaks and controls made visible spaces."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
