"""A large file read in a second process, so that reading and writing go on at once; its records come over in lots."""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop_app.domain.customers import Address
from desktop_app.domain.errors import AppError, BadFile
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.detect import Detected
from desktop_app.exchange.files import Progress, stopped
from desktop_app.exchange.lots import packed, unpacked
from desktop_app.exchange.options import Item
from desktop_app.exchange.reading import Reading, read
from desktop_app.i18n import msg

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LARGE = 4_000_000  # bytes from which on a second process is worth its start
_LOT = 4_000  # records handed over together: while one lot is written the next is read
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


def read_well(
    detected: Detected,
    *,
    currency: str,
    today: dt.date,
    strays: Mapping[str, list[Row]],
    progress: Progress | None = None,
) -> Reading:
    """The records of a detected file: read here when it is small, in a second process when that is faster.

    Raises what `read` raises.
    """
    if (os.cpu_count() or 1) < 2 or not is_large(detected.path):
        return read(detected, currency=currency, today=today, strays=strays, progress=progress)
    return _read_beside(detected, (currency, today, dict(strays)), progress)


def is_large(path: Path) -> bool:
    """Whether a file is so large that it is worth the start of a second process, or other preparations."""
    try:
        return path.stat().st_size >= LARGE
    except OSError:  # reading tells better what is wrong
        return False


def _read_beside(detected: Detected, told: tuple[Any, ...], progress: Progress | None) -> Reading:
    from multiprocessing import get_context

    # Not forked: a copy of a process with a window and a database open would hold both.
    context = get_context("spawn")
    _ease_the_way()
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_serve, args=(theirs, detected, *told), daemon=True)
    worker.start()
    theirs.close()
    end: list[str] = []
    return Reading(
        chain.from_iterable(_lots(ours, detected.file, progress, end)),
        file=detected.file,
        sheet=detected.sheet,
        sha256=lambda: end[0] if end else "",
        close=lambda: _let_go(ours, worker),
    )


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


def _let_go(pipe: Connection, worker: SpawnProcess) -> None:
    pipe.close()
    worker.kill()
    worker.join()
    worker.close()


def _serve(
    pipe: Connection, detected: Detected, currency: str, today: dt.date, strays: Mapping[str, list[Row]]
) -> None:
    """What the second process does; whoever started it ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    _ease_the_way()

    def report(done: int, total: int) -> bool:
        pipe.send(_Progress(done, total))
        return True

    try:
        reading = read(detected, currency=currency, today=today, strays=strays, progress=report)
        try:
            size = _FIRST
            while lot := list(islice(reading.items, size)):
                pipe.send(packed(lot))
                size = _LOT
            pipe.send(_End(reading.sha256()))
        finally:
            reading.close()
    except BrokenPipeError:
        pass  # nobody listens any more: the import was stopped
    except AppError as error:
        pipe.send(_Failure(type(error), vars(error)))
    except Exception:  # noqa: BLE001  # a bug of ours is raised again over there
        pipe.send(_Failure(None, {}, traceback.format_exc()))


def _ease_the_way() -> None:
    """How values travel between the two: read-only mappings do not by themselves, addresses slowly."""
    from multiprocessing.reduction import ForkingPickler

    ForkingPickler.register(MappingProxyType, lambda values: (_read_only, (dict(values),)))
    ForkingPickler.register(Address, lambda home: (Address, _FIELDS(home)))


def _read_only(values: dict[str, object]) -> MappingProxyType[str, object]:
    return MappingProxyType(values)


_FIELDS = attrgetter(*(field.name for field in fields(Address)))
