"""Faults of the environment get a sentence that names the thing and the way out; our own bugs pass through."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import apsw
import peewee
import pytest

from desktop_app.domain.errors import AppError, Conflict, Damaged, NotFound, Stopped, StoreUnavailable
from desktop_app.store.faults import drive_of, explain, free_bytes, in_words


def wrapped(error: Exception) -> Exception:
    """As peewee hands a driver's exception on."""
    return peewee.OperationalError(error, *error.args)


@pytest.mark.parametrize(
    ("fault", "kind", "says"),
    [
        (apsw.FullError("database or disk is full"), StoreUnavailable, "is full"),
        (apsw.BusyError("database is locked"), StoreUnavailable, "busy"),
        (apsw.CorruptError("malformed"), Damaged, "restore the newest backup"),
        (apsw.NotADBError("not a database"), Damaged, "restore the newest backup"),
        (apsw.IOError("disk I/O error"), StoreUnavailable, "Check the disk"),
        (apsw.ReadOnlyError("readonly"), StoreUnavailable, "Check the disk"),
        (apsw.CantOpenError("unable to open"), StoreUnavailable, "Check the disk"),
        (apsw.InterruptError("interrupted"), Stopped, "Stopped"),
        (apsw.ConstraintError("UNIQUE constraint failed: x.y"), Conflict, "a moment ago"),
        (apsw.ConstraintError("FOREIGN KEY constraint failed"), Conflict, "still use"),
        (OSError(errno.ENOSPC, "x"), StoreUnavailable, "is full"),
        (OSError(errno.EROFS, "x"), StoreUnavailable, "Check the disk"),
        (OSError(errno.EIO, "x"), StoreUnavailable, "reports errors"),
        (OSError(errno.ENOENT, "x"), StoreUnavailable, "no folder"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
@pytest.mark.parametrize("wrap", [False, True])
def test_a_fault_is_said_in_words(fault, kind, says, wrap, tmp_path: Path) -> None:
    said = explain(wrapped(fault) if wrap else fault, str(tmp_path / "shop.cordial"))
    assert type(said) is kind
    assert says in str(said)


@pytest.mark.parametrize(
    ("state", "kind", "says"),
    [
        ("57014", Stopped, "Stopped"),
        ("23505", Conflict, "a moment ago"),
        ("23503", Conflict, "still use"),
        ("40001", Conflict, "Another desk"),
        ("40P01", Conflict, "Another desk"),
        ("55P03", Conflict, "Another desk"),
        ("53100", StoreUnavailable, "no room left"),
        ("53300", StoreUnavailable, "too many connections"),
        ("42501", StoreUnavailable, "does not let this login do that"),
        ("25006", StoreUnavailable, "does not let this user write"),
        ("57P01", StoreUnavailable, "was lost"),
        ("08006", StoreUnavailable, "was lost"),
    ],
)
def test_a_server_s_fault_is_said_in_words(state: str, kind: type[AppError], says: str) -> None:
    import psycopg

    fault = psycopg.errors.lookup(state)("text")
    said = explain(wrapped(fault), "postgresql://host/shop")
    assert type(said) is kind
    assert says in str(said)


@pytest.mark.parametrize(
    "bug",
    [
        ValueError("x"),
        KeyError("x"),
        apsw.SQLError("no such column: nickname"),
        apsw.ConstraintError("NOT NULL constraint failed: product.name"),
        apsw.BindingsError("wrong number"),
        apsw.MisuseError("misuse"),
        peewee.ProgrammingError("x"),
    ],
    ids=lambda bug: f"{type(bug).__name__} {bug}",
)
def test_a_bug_of_ours_is_no_fault(bug: Exception) -> None:
    assert explain(bug, "/shop.cordial") is None
    with pytest.raises(type(bug)), in_words("/shop.cordial"):
        raise bug


def test_a_server_s_complaint_about_our_sql_is_a_bug() -> None:
    import psycopg

    for state in ("42601", "42703", "42P01", "23502", "22001"):
        assert explain(psycopg.errors.lookup(state)("text"), "postgresql://host/shop") is None


def test_a_sentence_that_is_said_already_stays(tmp_path: Path) -> None:
    from desktop_app.i18n import msg

    said = NotFound(msg("There is nothing to undo."))
    with pytest.raises(NotFound) as caught, in_words(str(tmp_path)):
        raise said
    assert caught.value is said


def test_the_drive_and_its_free_space_are_named(tmp_path: Path) -> None:
    deep = str(tmp_path / "not" / "there" / "yet.db")
    assert os.path.ismount(drive_of(deep))
    assert free_bytes(deep) > 0


@pytest.mark.parametrize(
    ("name", "denied", "says"),
    [
        ("shop.cordial", os.X_OK, "closed to you"),
        ("shop.cordial", os.R_OK, "no right to read"),
        ("shop.cordial", os.W_OK, "read-only for you"),
        ("new.cordial", os.W_OK, "read-only for you"),
        ("sub/new.cordial", os.W_OK, "read-only for you"),
        ("sub/new.cordial", None, "no folder"),
        ("shop.cordial/new.cordial", None, "no folder"),
    ],
)
def test_a_right_that_is_missing_is_named(
    name: str, denied: int | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop.cordial").touch()
    monkeypatch.setattr(os, "access", lambda _place, mode: mode != denied)
    assert says in str(explain(PermissionError(errno.EACCES, "x"), str(tmp_path / name)))


def test_a_folder_one_may_not_look_into_has_free_space_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", closed)
    assert free_bytes("/") > 0
    assert drive_of("/") == "/"
