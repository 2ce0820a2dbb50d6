"""Names in the other alphabet: by these forms Latin typing finds Cyrillic names, and Cyrillic typing finds Latin ones.

`keys` puts the sound of a Cyrillic word beside it into the search index; the queries expand what is typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CYRILLIC = "абвгґдежзийклмнопрстуфхцчшщъыьэюяіє"
_SOUNDS = dict(
    zip(_CYRILLIC, "a b v g g d e z z i i k l m n o p r s t u f h c c s sc  i  e iu ia i e".split(" "), strict=True)
)
# What every way to write Russian in Latin letters is brought to. kh comes first, lest сх and skh part ways.
_SAME = (
    ("kh", "h"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("th", "t"), ("ph", "f"), ("ck", "k"),
    ("ts", "c"), ("tz", "c"), ("x", "ks"), ("q", "k"), ("w", "v"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_SOFT = (("ie", "e"), ("io", "e"), ("liu", "lu"), ("lia", "la"), ("nia", "na"))  # ё, and Ļ and Ņ before a vowel
_TWICE = re.compile(r"(.)\1+")
_SOFT_FROM = 4  # letters of an unfinished word from which its last i may still become part of another sound
_ENDING_FROM = 4  # letters from which a last s may be the Latvian ending: Petrovs, Dmitrijs
# As Latvian passports, English letters and Russian passports write Russian names.
_SYSTEMS = tuple(
    dict(zip(_CYRILLIC, letters.split(" "), strict=True))
    for letters in (
        "a b v g g d e z z i j k l m n o p r s t u f h c c s sc  i  e ju ja i je",
        "a b v g g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i ye",
        "a b v g g d e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia i ie",
    )
)
_SHORTER = (("ija", "ia"), ("iya", "ia"), ("iia", "ia"), ("iy", "y"), ("ii", "i"))  # Julia, Yulia, Iulia, Dmitry
_IOTATED = re.compile("(^|[аеиоуыэюяьъ])е")


def is_cyrillic(word: str) -> bool:
    """Whether a folded word has a letter that the other alphabet writes otherwise."""
    return not word.isascii() and any(letter in _SOUNDS for letter in word)


def sound(word: str) -> str:
    """The one form that a folded Cyrillic word and all its Latin spellings come to; "" for other letters."""
    latin = "".join(_SOUNDS.get(letter, letter) for letter in word)
    if not latin.isascii():
        return ""
    plain = _TWICE.sub(r"\1", _replaced(latin, _SAME))
    return _TWICE.sub(r"\1", _replaced(plain, _SOFT))


def sounds_begun(word: str) -> tuple[str, ...]:
    """The beginnings of sounds that a folded Latin word, perhaps not yet typed to its end, may stand for."""
    whole = sound(word)
    if len(word) > 2 * len(whole):
        return ()  # "qqqq" says less than nothing
    if len(whole) >= _SOFT_FROM and whole.endswith("i"):
        return (whole[:-1],)
    if len(whole) >= _ENDING_FROM and whole.endswith("s"):
        return (whole, whole[:-1])
    return (whole,) if whole else ()


def latin_spellings(word: str) -> tuple[str, ...]:
    """How a folded Cyrillic word may be spelt in Latin letters, folded too; () when it has other letters."""
    forms = [(word, system) for system in _SYSTEMS]
    forms.append((_IOTATED.sub(r"\1йе", word), _SYSTEMS[0]))  # Jekaterina, Andrejeva
    spelt = ["".join(system.get(letter, letter) for letter in form) for form, system in forms]
    spelt += [spelt[0].replace("lj", "l").replace("nj", "n"), spelt[1].replace("ks", "x")]  # Ļ and Ņ; Alexey
    spelt += [_replaced(text, _SHORTER) for text in spelt]
    return tuple(dict.fromkeys(text for text in spelt if text.isascii() and text))


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for spelt, plain in pairs:
        text = text.replace(spelt, plain)
    return text
