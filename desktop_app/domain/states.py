"""The base of every named state: an enum whose members are their own text, also on Python 3.10."""

from __future__ import annotations

from enum import Enum


class StrEnum(str, Enum):
    """What `enum.StrEnum` is from Python 3.11 on; import it from here, so that 3.10 works too."""

    __str__ = str.__str__
    __hash__ = str.__hash__  # Enum's own is written in Python, and asked for at every look into a dict

    def __format__(self, format_spec: str) -> str:
        return str.__format__(self, format_spec)
