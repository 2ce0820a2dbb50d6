"""What was dropped, as files: a folder stands for the files in it that can be imported; the Import page takes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.exchange.magic import NAMED

MANY = 40  # files a folder may stand for: nobody looks through the plans of more


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files themselves, folders taken as the readable files in them, by name; folders within are left alone.

    A folder without such files, or with too many to mean them all, stays what it is: reading it says so.
    """
    found: list[Path] = []
    for path in paths:
        inside = _inside(path) if path.is_dir() else []
        found += inside if 0 < len(inside) <= MANY else [path]
    return found


def _inside(folder: Path) -> list[Path]:
    try:
        entries = [each for each in folder.iterdir() if each.suffix.lower() in NAMED and each.is_file()]
    except OSError:
        return []
    return sorted((each for each in entries if not each.name.startswith((".", "~"))), key=lambda each: each.name)
