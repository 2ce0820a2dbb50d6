"""What the spellings of one name have in common, so that two records of a person are found; likeness.py compares it."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.domain.sounds import sound
from desktop_app.domain.text import fold

_NAMES = 65_536  # names remembered: most people of a big shop share theirs with others
_DROPPED = str.maketrans("", "", "'’ʹʼ`")


@lru_cache(_NAMES)
def rough(name: str) -> str:
    """A name as it roughly sounds, in Latin letters: Юлия, Jūlija and Yuliya are one; one space between words."""
    apart = "".join(c if c.isalnum() else " " for c in fold(name).translate(_DROPPED))
    return " ".join(sound(word) or word for word in apart.split())


@lru_cache(_NAMES)
def skeleton(name: str) -> str:
    """The consonants of a rough name: what stays when vowels, endings and silent letters are written otherwise."""
    bare = "".join(letter for letter in rough(name) if letter not in "aeiouh ")
    return bare.removesuffix("s") or rough(name)[:1]


def town_key(city: str) -> str:
    """A town as towns are compared: its rough name, without what follows a comma."""
    return rough(city.partition(",")[0])
