"""The one place where faults of the environment and bugs of ours are told apart: faults get a sentence, bugs pass."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import AppError, Conflict, Damaged, Stopped, StoreUnavailable
from desktop_app.i18n import Message, msg

_SERVER_GONE = ("57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006")
_SOMEBODY_FIRST = ("40001", "40P01", "55P03")


@contextmanager
def in_words(place: str) -> Iterator[None]:
    """Turns a database's or a disk's fault inside the block into an AppError that names `place`; a bug stays a bug."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        said = explain(error, place)
        if said is None:
            raise
        raise said from error


def explain(error: BaseException, place: str) -> AppError | None:
    """The failure to show for a fault of the environment at `place`, or None when it is a bug of ours."""
    cause = _cause(error)
    if isinstance(cause, OSError):
        return _disk(cause, place)
    state = getattr(cause, "sqlstate", None)
    if type(cause).__module__.startswith("psycopg"):
        return _server(cause, state or "", place)
    if type(cause).__module__.startswith("apsw"):
        return _file(type(cause).__name__, cause, place)
    return None


def _cause(error: BaseException) -> BaseException:
    """The driver's own exception, which peewee carries inside its own."""
    while isinstance(inner := getattr(error, "orig", None), BaseException):
        error = inner
    return error


def _file(name: str, cause: BaseException, place: str) -> AppError | None:
    if name == "InterruptError":
        return Stopped(msg("Stopped."))
    if name == "ConstraintError":
        return _constraint(str(cause))
    if name == "FullError":
        return StoreUnavailable(disk_full(place))
    if name in ("BusyError", "LockedError"):
        return StoreUnavailable(
            msg("“{place}” is busy: another program is writing to it. Close that program and try again.", place=place)
        )
    if name in ("CorruptError", "NotADBError", "FormatError"):
        return Damaged(msg("“{place}” is damaged. It was left as it is: restore the newest backup.", place=place))
    if name in ("ReadOnlyError", "CantOpenError", "PermissionsError", "IOError", "ProtocolError", "NoLFSError"):
        return _unwritable(place)
    return None


def _constraint(text: str) -> AppError | None:
    """Two people adding or removing the same thing is a fault; an empty value in a needed column is our bug."""
    if "UNIQUE" in text or "unique" in text:
        return Conflict(msg("The same record was added a moment ago. Look at it and try again."))
    if "FOREIGN KEY" in text or "foreign key" in text:
        return Conflict(msg("Other records of the shop still use this one. Remove those first."))
    return None


def _server(cause: BaseException, state: str, place: str) -> AppError | None:
    if state == "57014":
        return Stopped(msg("Stopped."))
    if state in ("23505", "23503", "23001"):
        return _constraint("UNIQUE" if state == "23505" else "FOREIGN KEY")
    if state in _SOMEBODY_FIRST:
        return Conflict(msg("Another desk was changing the same records. Try again."))
    if state in ("53100", "53200"):
        return StoreUnavailable(
            msg("The database server of “{place}” has no room left. Free some space there and try again.", place=place)
        )
    if state == "53300":
        return StoreUnavailable(
            msg("The database server of “{place}” has too many connections. Close a desk and try again.", place=place)
        )
    if state == "25006":
        return StoreUnavailable(
            msg("“{place}” does not let this user write. Ask whoever looks after the database.", place=place)
        )
    if state == "42501":
        return StoreUnavailable(
            msg("“{place}” does not let this login do that. Use the owner’s login, or pack with this one.", place=place)
        )
    gone = state in _SERVER_GONE or (not state and type(cause).__name__ in ("OperationalError", "ConnectionTimeout"))
    if gone:
        return StoreUnavailable(
            msg("The connection to “{place}” was lost. Look whether the last change is there, then go on.", place=place)
        )
    return None


def _disk(cause: OSError, place: str) -> AppError:
    if cause.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreUnavailable(disk_full(place))
    if cause.errno == errno.ENOENT:
        return StoreUnavailable(
            msg("There is no folder for “{place}”. Create it, or choose another place.", place=place)
        )
    if cause.errno == errno.EIO:
        return StoreUnavailable(
            msg("The disk that holds “{place}” reports errors. Save what you can to another disk.", place=place)
        )
    return _unwritable(place)


def _unwritable(place: str) -> AppError:
    there, wanted = os.path.lexists(place), Path(place).absolute().parent
    folder = _existing(wanted)
    if not folder.is_dir() or (folder != wanted and os.access(folder, os.W_OK)):
        return _disk(OSError(errno.ENOENT, ""), place)
    if not os.access(folder, os.X_OK):
        return StoreUnavailable(
            msg("“{place}” lies in a folder that is closed to you. Choose another place.", place=place)
        )
    if there and not os.access(place, os.R_OK):
        return StoreUnavailable(
            msg("You have no right to read “{place}”. Ask its owner for it, or choose another file.", place=place)
        )
    if free_bytes(place) == 0:
        return StoreUnavailable(disk_full(place))
    if not os.access(folder, os.W_OK) or (there and not os.access(place, os.W_OK)):
        return StoreUnavailable(
            msg(
                "“{place}” cannot be written: the disk or folder is read-only for you. Choose another place.",
                place=place,
            )
        )
    return StoreUnavailable(msg("“{place}” cannot be read or written. Check the disk, then try again.", place=place))


def disk_full(place: str) -> Message:
    """Says that the drive of `place` is full, how much is free there, and the way out."""
    return msg(
        "The drive {drive} is full ({free} MB free), so nothing was saved. Free some space and try again.",
        drive=drive_of(place),
        free=free_bytes(place) // 1_000_000,
    )


def drive_of(place: str) -> str:
    """The drive or mount point that holds a path, as the person knows it."""
    path = _existing(Path(place).absolute())
    while path != path.parent and not os.path.ismount(path):
        path = path.parent
    return str(path)


def free_bytes(place: str) -> int:
    """Free bytes on the drive of a path; 0 when even that cannot be asked."""
    try:
        return shutil.disk_usage(_existing(Path(place).absolute())).free
    except OSError:
        return 0


def _existing(path: Path) -> Path:
    """A path, or the nearest folder above it that is there; `Path.exists` would fail where one may not look."""
    while path != path.parent and not os.path.exists(path):
        path = path.parent
    return path
