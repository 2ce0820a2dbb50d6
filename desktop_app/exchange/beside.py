"""A large file read in a second process, so that reading and writing go on at once; its records come over in lots."""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from queue import Queue
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop_app.domain.customers import Address
from desktop_app.domain.errors import AppError, BadFile
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.files import Progress, stopped
from desktop_app.exchange.lots import packed, unpacked
from desktop_app.exchange.options import Item
from desktop_app.exchange.reading import Reading, read
from desktop_app.exchange.xlsx_rows import Book, opened_ahead
from desktop_app.i18n import msg

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LARGE = 4_000_000  # bytes from which on a second process is worth its start
_LOT = 4_000  # records handed over together: while one lot is written the next is read
_AHEAD = 2  # lots read while the writer is at another
_FIRST = 500  # in the first lot, so that writing begins soon


@dataclass(frozen=True, slots=True)
class _Progress:
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _End:
    sha256: str


@dataclass(frozen=True, slots=True)
class _Failure:
    """A failure of the reading: an AppError by its class and what it holds, else a bug of ours by its traceback."""

    kind: type[AppError] | None
    holds: dict[str, Any]
    trace: str = ""

    def error(self) -> Exception:
        """The failure as it was raised."""
        if self.kind is None:
            return RuntimeError(self.trace)
        error = self.kind.__new__(self.kind, self.holds["message"])
        vars(error).update(self.holds)
        return error


class Beside:
    """Reads one file: here when it is small, in a second process when that is faster.

    The process is started at once, so that it gets ready while the file is still looked at; leaving the block ends it.
    """

    def __init__(self, path: Path) -> None:
        self._large = (os.cpu_count() or 1) > 1 and is_large(path)
        self._ready = _Second(path) if self._large else None

    def read(
        self,
        detected: Detected,
        *,
        currency: str,
        today: dt.date,
        strays: Mapping[str, list[Row]],
        progress: Progress | None = None,
    ) -> Reading:
        """The records of the file as it was detected; it may be read again. Raises what `read` raises."""
        if not self._large:
            return read(detected, currency=currency, today=today, strays=strays, progress=progress)
        second, self._ready = self._ready or _Second(detected.path), None
        return second.read((detected, currency, today, dict(strays)), progress)

    def __enter__(self) -> Beside:
        return self

    def __exit__(self, *_: object) -> None:
        if self._ready is not None:
            self._ready.let_go()
            self._ready = None


def is_large(path: Path) -> bool:
    """Whether a file is so large that it is worth the start of a second process, or other preparations."""
    try:
        return path.stat().st_size >= LARGE
    except OSError:  # reading tells better what is wrong
        return False


class _Second:
    """The second process, which waits for what to read; a workbook it opens already."""

    def __init__(self, path: Path) -> None:
        from multiprocessing import get_context

        # Not forked: a copy of a process with a window and a database open would hold both.
        context = get_context("spawn")
        _ease_the_way()
        self._pipe, theirs = context.Pipe()
        self._worker: SpawnProcess = context.Process(target=_serve, args=(theirs, path), daemon=True)
        self._worker.start()
        theirs.close()

    def read(self, what: tuple[Detected, str, dt.date, dict[str, list[Row]]], progress: Progress | None) -> Reading:
        """Tells it what to read; the records come as they are asked for."""
        detected = what[0]
        with suppress(BrokenPipeError):  # it was killed: the first record tells
            self._pipe.send(what)
        end: list[str] = []
        return Reading(
            chain.from_iterable(_lots(self._pipe, detected.file, progress, end)),
            file=detected.file,
            sheet=detected.sheet,
            sha256=lambda: end[0] if end else "",
            close=self.let_go,
        )

    def let_go(self) -> None:
        """Ends it, whatever it is at."""
        self._pipe.close()
        self._worker.kill()
        self._worker.join()
        self._worker.close()


def _lots(pipe: Connection, file: str, progress: Progress | None, end: list[str]) -> Iterator[list[Item]]:
    while True:
        try:
            told = pipe.recv()
        except (EOFError, OSError) as error:  # the process was killed, by a system short of memory as a rule
            raise BadFile(
                msg("Reading {file} broke off. Close other programs and try again.", file=shorten(file)), file=file
            ) from error
        if isinstance(told, _Progress):
            if progress and not progress(told.done, told.total):
                raise stopped()
        elif isinstance(told, _Failure):
            raise told.error()
        elif isinstance(told, _End):
            end.append(told.sha256)
            return
        else:
            yield unpacked(told)


def _serve(pipe: Connection, path: Path) -> None:
    """What the second process does; whoever started it ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    _ease_the_way()
    with suppress(EOFError, OSError):  # nobody listens any more: the import was stopped, or came to nothing
        book = opened_ahead(path)
        told = pipe.recv()
        out = _Outbox(pipe)
        _answer(out, book, *told)
        out.finish()


class _Outbox:
    """Sends in a thread of its own: the next lot is read while the one before waits for the writer."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._waiting: Queue[object] = Queue(_AHEAD)
        self._thread = Thread(target=self._go, daemon=True)
        self._thread.start()

    def send(self, value: object) -> None:
        """Puts it behind what waits already."""
        self._waiting.put(value)

    def finish(self) -> None:
        """Waits until all of it is gone."""
        self._waiting.put(None)
        self._thread.join()

    def _go(self) -> None:
        try:
            while (value := self._waiting.get()) is not None:
                self._pipe.send(value)
        except OSError:  # nobody listens any more: the import was stopped
            os._exit(0)


def _answer(
    out: _Outbox,
    book: Book | None,
    detected: Detected,
    currency: str,
    today: dt.date,
    strays: Mapping[str, list[Row]],
) -> None:
    def report(done: int, total: int) -> bool:
        out.send(_Progress(done, total))
        return True

    try:
        reading = read(detected, currency=currency, today=today, strays=strays, progress=report, book=book)
        try:
            size = _FIRST
            while lot := list(islice(reading.items, size)):
                out.send(packed(lot))
                size = _LOT
            out.send(_End(reading.sha256()))
        finally:
            reading.close()
    except AppError as error:
        out.send(_Failure(type(error), vars(error)))
    except Exception:  # noqa: BLE001  # a bug of ours is raised again over there
        out.send(_Failure(None, {}, traceback.format_exc()))


def _ease_the_way() -> None:
    """How values travel between the two: read-only mappings do not by themselves, addresses slowly."""
    from multiprocessing.reduction import ForkingPickler

    ForkingPickler.register(MappingProxyType, lambda values: (_read_only, (dict(values),)))
    ForkingPickler.register(Address, lambda home: (Address, _FIELDS(home)))


def _read_only(values: dict[str, object]) -> MappingProxyType[str, object]:
    return MappingProxyType(values)


_FIELDS = attrgetter(*(field.name for field in fields(Address)))
