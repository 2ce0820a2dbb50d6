"""Words of a file as each encoding would spell them, so that a person chooses with the eye what a guess got wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from desktop_app.domain.mapping import Spelling
from desktop_app.exchange.decode import OFFERED

_LONGEST = 24  # letters of one word
_WORDS = 4
_BOXES = range(0x2500, 0x25A0)  # what a table's frame is drawn with: never a part of a name
_NEVER = frozenset(("Cc", "Cn", "Co", "Cs"))


def spellings(cells: Iterable[str], encoding: str) -> tuple[Spelling, ...]:
    """The first words with letters beyond ASCII, as they were read and as the other encodings spell the same bytes.

    The one they were read in comes first; spellings no person could have written are left out. Without such words, or
    where the file itself says how it is written, as workbooks do, there is nothing to choose.
    """
    words = list(_words(cells))
    if not words or not encoding or encoding.startswith(("utf-16", "utf-32", "utf-8")):
        return ()
    shown = " · ".join(words)
    found = {shown: encoding}
    for other in OFFERED:
        spelt = _spelt(shown, encoding, other)
        if spelt:
            found.setdefault(spelt, other)
    return tuple(Spelling(name, text) for text, name in found.items())


def _words(cells: Iterable[str]) -> Iterator[str]:
    met: set[str] = set()
    for cell in cells:
        for word in cell.split():
            if not word.isascii() and len(word) <= _LONGEST and word not in met:
                met.add(word)
                yield word
                if len(met) == _WORDS:
                    return


def _spelt(text: str, read: str, other: str) -> str:
    try:
        spelt = " · ".join(word.encode(read).decode(other) for word in text.split(" · "))
    except UnicodeError:
        return ""
    likely = not any(unicodedata.category(sign) in _NEVER or ord(sign) in _BOXES for sign in spelt)
    return spelt if likely else ""
