"""The watched folder: which files that came into it can be taken in; they are offered, never taken by themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from desktop_app.actions.importing import Remembered, look_with, what_is_remembered
from desktop_app.domain.errors import AppError
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.watching import SETTLES, Came, mark_of
from desktop_app.exchange.files import examine
from desktop_app.exchange.magic import NAMED
from desktop_app.queries import Shop
from desktop_app.queries.imports import was_imported

T = TypeVar("T")
_LOOKED_INTO = 50  # files at a time, the newest first


@dataclass(frozen=True, slots=True)
class Offer:
    """What a look into the folder found: files to offer, those to look at no more, and whether one is being written."""

    files: tuple[Came, ...] = ()
    nothing: frozenset[str] = frozenset()  # marks of what cannot be read, or was imported
    unfinished: bool = False


class Ask(Protocol):
    """Asks the shop by a function that is given it, where that may be done."""

    def __call__(self, deed: Callable[[Shop], T], /) -> T:
        """What comes of the deed."""


def offered_files(ask: Ask, folder: Path, *, since: float, now: float, left: Collection[str] = ()) -> Offer:
    """Files that came into a folder `since` then (in seconds), readable, not imported, their marks not in `left`.

    They are read where this is called, the shop only by `ask`: a hundred megabytes keep nobody's question waiting.
    A folder that is not there, as of a drive that was pulled, offers nothing. The newest come first.
    """
    fresh = sorted(_fresh(folder, since), key=lambda each: -each.at)
    wanted = [each for each in fresh if each.mark not in left][:_LOOKED_INTO]
    settled = [each for each in wanted if abs(now - each.at) >= SETTLES]  # else a program may still be writing it
    if not settled:
        return Offer(unfinished=bool(wanted))
    known = ask(what_is_remembered)
    read = {each.mark: _read(known, each.path) for each in settled}
    taken = ask(partial(_taken, {one.sha256 for one in read.values() if one is not None}))
    found: list[Came] = []
    nothing: set[str] = set()
    for each in settled:
        one = read[each.mark]
        if one is None or one.sha256 in taken:
            nothing.add(each.mark)
        else:
            found.append(Came(each.path, each.mark, each.at, each.size, one.kind))
    return Offer(tuple(found), frozenset(nothing), unfinished=len(settled) < len(wanted))


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


class _Read(NamedTuple):
    """What a file is."""

    kind: FileKind
    sha256: str


def _read(known: Remembered, path: Path) -> _Read | None:
    """What a file is, if it can be taken in."""
    try:
        kind = look_with(known, path).kind
        return _Read(kind, examine(path).sha256) if kind is not None else None
    except AppError:
        return None


def _taken(files: Collection[str], shop: Shop) -> set[str]:
    return {sha256 for sha256 in files if was_imported(shop, sha256)}
