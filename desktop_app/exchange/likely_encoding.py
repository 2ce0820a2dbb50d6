"""Which encoding makes the likeliest words of bytes that are not UTF-8: by the letters people around a shop write with.

Guessers trained on long texts err on what a table holds, a few names: of single Latvian ones they take every fifth for
something else. Letters that stand in names of a language speak for its encoding; signs, letters of two alphabets in
one word and capitals inside it speak against one. What no language here explains is left to the general guesser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

_ENOUGH = 4_000  # bytes tell it
_LIKELY = 0.5  # points a letter from which on a reading is believed
_NO_LETTER, _STRANGE, _MIXED, _CAPITAL = -4.0, -3.0, -4.0, -3.0
_SIGNS = MappingProxyType(dict.fromkeys("€£§°№®™«»„“”‘’–—…½\u00a0", 1.0))  # stand in any language’s tables
_WORD = re.compile(r"[^\W\d_]+")
_IN_NUMBER = re.compile(r"\d[^\W\d_]+(?=\d)|\d[^\W\d_]+\b")  # what should be a blank or a sign in an amount
_RARER = 0.3  # points less for encodings that few programs write today


def _weights(common: str, less: str, rare: str) -> Mapping[str, float]:
    points = ((common, 3.0), (less, 2.0), (rare, 1.0))
    return MappingProxyType({letter: weight for letters, weight in points for letter in letters} | _SIGNS)


_CYRILLIC = _weights("оеаинтсрвлкмдп", "уяыьгзбчйхжш", "юцщэфъё")
_BALTIC = _weights("āīēšū", "ļņžčģķė", "ąęįųõäöü")
_LETTERS: Mapping[str, tuple[Mapping[str, float], float]] = MappingProxyType({
    "cp1257": (_BALTIC, 0.0),
    "cp1251": (_CYRILLIC, 0.0),
    "cp1252": (_weights("éäöüß", "èàçåøñæ", "êáíóúëïôâîûùœìòãõ"), 0.0),
    "cp1250": (_weights("łęążó", "ćńśźřěáéíščůýžöü", "ďňťúőűăîșţ"), _RARER),
    "koi8-r": (_CYRILLIC, _RARER),
    "cp866": (_CYRILLIC, _RARER),
    "mac-cyrillic": (_CYRILLIC, _RARER),
    "cp775": (_BALTIC, _RARER),
    "cp932": (MappingProxyType({}), _RARER),
})  # fmt: skip


def likely_encoding(sample: bytes) -> str:
    """The encoding in which the lines of `sample` make the likeliest words; empty where none is likely."""
    if len(sample) > _ENOUGH:
        sample = sample[: sample.rfind(b"\n", 0, _ENOUGH) + 1] or sample[:_ENOUGH]
    best, most = "", _LIKELY
    for encoding, (letters, less) in _LETTERS.items():
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        points = (_japanese(text) if encoding == "cp932" else _points(text, letters)) - less
        if points > most:
            best, most = encoding, points
    return best


def _points(text: str, letters: Mapping[str, float]) -> float:
    """Points a letter beyond ASCII, of a text in an alphabet."""
    beyond = [sign for sign in text if not sign.isascii()]
    total = sum(letters.get(sign.lower(), _STRANGE if sign.isalpha() else _NO_LETTER) for sign in beyond)
    total += _STRANGE * sum(not found.isascii() for found in _IN_NUMBER.findall(text)) * 2
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in word)
        total += _MIXED * min(cyrillic, len(word) - cyrillic)
        total += _CAPITAL * sum(one.islower() and two.isupper() for one, two in pairwise(word))
    return total / max(len(beyond), 1)


def _japanese(text: str) -> float:
    """The same of Japanese, whose words hold no Latin letters and, in full, no narrow kana."""
    beyond = [sign for sign in text if not sign.isascii()]
    total = sum(2.0 if "\u3040" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u9fff" else _STRANGE for sign in beyond)
    for word in _WORD.findall(text):
        latin = sum(letter.isascii() for letter in word)
        total += _MIXED * min(latin, len(word) - latin)
    return total / max(len(beyond), 1)
