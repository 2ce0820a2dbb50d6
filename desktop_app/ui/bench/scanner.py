"""What a scanner or a hand typed, collected until Enter: the bench has no fields, so that no letter goes astray.

A scanner is a keyboard: it types through whatever layout is on. Nothing here counts milliseconds: a slow computer
would take a scan for typing and a fast typist for a scanner.
"""

from __future__ import annotations

from collections.abc import Iterable

# Keys of a Russian keyboard in the order of those of an American one, plain and with Shift.
_RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.Ё"№;%:?ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
_AMERICAN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~@#$%^&QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
_KEYS = dict(zip(_RUSSIAN, _AMERICAN, strict=True))
_LONGEST = 200  # signs: more is a key that got stuck, or a book on it


class Scanner:
    """The letters since the last Enter; `prefix` and `suffix` are what this desk's scanner puts around a code."""

    def __init__(self, prefix: str = "", suffix: str = "") -> None:
        self.prefix, self.suffix = prefix, suffix
        self.text = ""

    def type(self, text: str) -> bool:
        """Take letters on; those that print nothing are let go of. Says whether anything was taken."""
        kept = "".join(letter for letter in text if letter.isprintable())
        if not self.text:
            kept = kept.lstrip(" ")
        self.text = (self.text + kept)[:_LONGEST]
        return bool(kept)

    def erase(self) -> None:
        """Take the last letter back."""
        self.text = self.text[:-1]

    def clear(self) -> None:
        """Begin anew."""
        self.text = ""

    def take(self) -> str:
        """What was typed, without the scanner's own signs around it; the next begins."""
        text, self.text = self.text, ""
        return bare(text, self.prefix, self.suffix)


def bare(text: str, prefix: str = "", suffix: str = "") -> str:
    """A scan without the signs its scanner puts before and after, however the keyboard's layout wrote them."""
    for sign in dict.fromkeys((prefix, _cyrillic(prefix))):
        if sign and text.startswith(sign):
            text = text[len(sign) :]
            break
    for sign in dict.fromkeys((suffix, _cyrillic(suffix))):
        if sign and text.endswith(sign):
            text = text[: -len(sign)]
            break
    return text.strip()


def latin(text: str) -> str:
    """What the same keys write on an American keyboard, where a Russian one was on; else the text as it is.

    Only a text with a Cyrillic letter or № was typed on one; its signs are moved too: "." is the key of "/".
    """
    if not any(letter in _KEYS and (letter.isalpha() or letter == "№") for letter in text):
        return text
    return "".join(_KEYS.get(letter, letter) for letter in text)


def readings(text: str) -> tuple[str, ...]:
    """What a scan may say: as it was typed, then as the same keys write it in Latin letters."""
    return tuple(dict.fromkeys(one for one in (text, latin(text)) if one))


def reading(text: str, known: Iterable[str]) -> str:
    """The reading of a scan that is among the known codes, whatever their case; where none is, what was typed."""
    codes = {code.casefold() for code in known if code}
    return next((one for one in readings(text) if one.casefold() in codes), text)


def _cyrillic(text: str) -> str:
    """What keys of an American keyboard write where a Russian one is on."""
    return "".join(_BACK.get(letter, letter) for letter in text)


_BACK = {american: russian for russian, american in _KEYS.items()}
