"""The watched folder: which files that came into it can be taken in; they are offered, never taken by themselves."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.actions.importing import look_into
from desktop_app.domain.errors import AppError
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.watching import SETTLES, Came, mark_of
from desktop_app.exchange.files import examine
from desktop_app.exchange.magic import NAMED
from desktop_app.queries import Shop
from desktop_app.queries.imports import was_imported

_LOOKED_INTO = 50  # files at a time, the newest first


@dataclass(frozen=True, slots=True)
class Offer:
    """What a look into the folder found: files to offer, those to look at no more, and whether one is being written."""

    files: tuple[Came, ...] = ()
    nothing: frozenset[str] = frozenset()  # marks of what cannot be read, or was imported
    unfinished: bool = False


def offered_files(shop: Shop, folder: Path, *, since: float, now: float, left: Collection[str] = ()) -> Offer:
    """Files that came into a folder `since` then (in seconds), readable, not imported, their marks not in `left`.

    A folder that is not there, as of a drive that was pulled, offers nothing. The newest come first.
    """
    fresh = sorted(_fresh(folder, since), key=lambda each: -each.at)
    wanted = [each for each in fresh if each.mark not in left][:_LOOKED_INTO]
    found: list[Came] = []
    nothing: set[str] = set()
    unfinished = False
    for each in wanted:
        if abs(now - each.at) < SETTLES:
            unfinished = True  # a program may still be writing it
            continue
        kind = _kind(shop, each.path)
        if kind is None:
            nothing.add(each.mark)
        else:
            found.append(Came(each.path, each.mark, each.at, each.size, kind))
    return Offer(tuple(found), frozenset(nothing), unfinished)


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    at: float
    size: int
    mark: str


def _fresh(folder: Path, since: float) -> Iterator[_Entry]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith((".", "~")) or path.suffix.lower() not in NAMED:
            continue
        try:
            state = entry.stat()
            regular = entry.is_file()
        except OSError:  # gone between the two questions
            continue
        # A file moved here keeps the time of its writing, but not that of its change.
        at = max(state.st_mtime, state.st_ctime)
        if regular and state.st_size and at >= since:
            yield _Entry(path, at, state.st_size, mark_of(entry.name, state.st_size, state.st_mtime_ns))


def _kind(shop: Shop, path: Path) -> FileKind | None:
    """What a file is, if it can be taken in and was not yet."""
    try:
        look = look_into(shop, path)
        return None if was_imported(shop, examine(path).sha256) else look.kind
    except AppError:
        return None
