"""A folder a desk watches for exports: the files that came into it, and the marks by which one is known again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.file_kinds import FileKind

SETTLES = 2.0  # seconds after which a file is taken to be written
KEPT = "watched.left"  # what the desk remembers: marks of files that were not wanted
SINCE = "watched.since"  # and since when the folder is watched, in seconds
REMEMBERED = 500  # marks


@dataclass(frozen=True, slots=True)
class Came:
    """One file that came into the watched folder and can be read."""

    path: Path
    mark: str
    at: float  # seconds
    size: int  # bytes
    kind: FileKind


def mark_of(name: str, size: int, written: int) -> str:
    """What a file is known by as long as nobody writes it anew: its name, its size, when it was written."""
    return f"{name}|{size}|{written}"
