"""Folding: one spelling for everything that is to be found, whatever case, marks or ё it was typed with."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_NO_DIGITS = {number: None for number in range(128) if not chr(number).isdigit()}
_OLD = unicodedata.ucd_3_2_0


def fold(text: str) -> str:
    """Lower case without marks: NFKD, no marks, casefold, ё as е, й kept; both sides of every comparison use it."""
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    # й is a letter of its own, not и with a mark: it stands where the pieces are joined again.
    return "й".join(_without_marks(piece) for piece in composed.split("й"))


def words_of(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits."""
    folded = fold(text)
    return "".join(c if c.isalnum() else " " for c in folded).split()


def search_words(text: str) -> list[str]:
    """The folded words as the full-text index keeps them.

    Letters younger than Unicode 3.2 are spelt out as numbers: what the index's own tokenizer takes for a letter would
    depend on the Unicode version of SQLite, and it would split a word that is one word here.
    """
    found = words_of(text)
    return found if all(word.isascii() for word in found) else [_spelt(word) for word in found]


def digits_of(text: str) -> str:
    """Only the decimal digits of a text, as ASCII."""
    if text.isascii():
        return text.translate(_NO_DIGITS)
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdecimal())


_JOINER = "\u200d"  # holds the faces of one family together


def shorten(text: str, limit: int = 40) -> str:
    """A value short enough to stand in a sentence, line breaks and controls made visible spaces."""
    flat = " ".join("".join(c if c.isprintable() or c == _JOINER else " " for c in text).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def clean(text: str) -> str:
    """A typed line as it can be kept: no line breaks, controls or broken letters, no space around it."""
    return " ".join("".join(c if _keepable(c) else " " for c in unicodedata.normalize("NFC", text)).split())


def clean_block(text: str) -> str:
    """A typed text of several lines as it can be kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(c if _keepable(c) else " " for c in line).rstrip() for line in lines).strip("\n ")


def _keepable(letter: str) -> bool:
    # Joiners and direction marks (Cf) belong to emoji families and to Hebrew; controls and lone surrogates to nobody.
    return unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp")


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c)) if not apart.isascii() else apart
    return bare.casefold().translate(_LETTERS)


def _spelt(word: str) -> str:
    return "".join(c if c.isascii() or _OLD.category(c)[0] in "LN" else f"u{ord(c):05x}" for c in word)
