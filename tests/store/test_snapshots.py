"""Backups: whole, verified before they count, private, rotated, and taken beside other people's work."""

from __future__ import annotations

import datetime as dt
import json
import stat
import threading
import zipfile
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_app.domain.backups import Reason
from desktop_app.domain.errors import BadFile, Invalid, StoreUnavailable
from desktop_app.store import migrate, snapshot_file, snapshots
from desktop_app.store.archive import SUFFIX, blocks, open_archive
from desktop_app.store.connect import Engine, Shop, open_shop
from desktop_app.store.snapshot_file import file_problem
from desktop_app.store.snapshots import backup, backup_folder, backup_if_changed, backups, check
from desktop_app.store.tables import CustomerTable
from tests.store.contents import add_customers, write


def verified(file: Path) -> bool:
    """Whether every part of a backup is what was written."""
    try:
        with open_archive(file, file.name) as (manifest, archive):
            for part in manifest.parts:
                for _ in blocks(archive, manifest, part, file.name):
                    pass
    except BadFile:
        return False
    return True


def test_a_backup_is_one_private_verified_file_that_says_what_it_is(shop: Shop, engine: Engine) -> None:
    add_customers(shop, "Anna", "Boriss")
    row = backup(shop, reason=Reason.BEFORE_IMPORT)
    assert row.file.parent == backup_folder(shop.location)
    assert stat.S_IMODE(row.file.stat().st_mode) == 0o600
    assert (row.reason, row.number, row.change, row.counts["customer"]) == (Reason.BEFORE_IMPORT, 1, 1, 2)
    assert dt.datetime.fromisoformat(row.at).tzinfo is not None
    assert verified(row.file)
    with zipfile.ZipFile(row.file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["engine"] == engine.value
    assert manifest["schema"] == migrate.known()
    assert [file.name for file in row.file.parent.iterdir()] == [row.file.name]  # nothing unfinished beside it
    assert backups(shop.location) == [row]


def test_no_password_is_in_a_backup(server) -> None:
    address = server.ready()
    shop = open_shop(address)
    row = backup(shop)
    shop.close()
    secret = address.split("://")[1].split("@")[0].partition(":")[2]
    assert secret
    with zipfile.ZipFile(row.file) as archive:
        assert all(secret.encode() not in archive.read(name) for name in archive.namelist())
    assert secret not in str(row.file)


def test_a_backup_goes_where_it_is_asked_to(shop: Shop, tmp_path: Path) -> None:
    row = backup(shop, tmp_path / "on a stick.cordial-backup")
    assert row.file == tmp_path / "on a stick.cordial-backup"
    assert verified(row.file)
    assert backups(shop.location) == []
    with pytest.raises(StoreUnavailable, match="no folder"):
        backup(shop, tmp_path / "no stick" / "a.cordial-backup")
    (tmp_path / "stick").mkdir()
    row = backup(shop, tmp_path / "stick")  # a folder will do
    assert [row.file] == list((tmp_path / "stick").iterdir())


def test_a_backup_elsewhere_needs_no_room_beside_the_shop(
    file_shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_customers(file_shop, "Anna")
    before, stick = sorted(Path(file_shop.location).parent.iterdir()), tmp_path / "stick"
    stick.mkdir()
    seen: list[list[Path]] = []

    def look(*given: Any) -> str:
        seen.append(sorted(Path(file_shop.location).parent.iterdir()))
        return file_problem(*given)

    monkeypatch.setattr(snapshot_file, "file_problem", look)
    row = backup(file_shop, stick / "kept.cordial-backup")
    assert seen == [sorted([*before, stick])]
    assert list(stick.iterdir()) == [row.file]
    assert verified(row.file)


def test_a_full_stick_is_said_with_its_name_and_holds_nothing_half(
    file_shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> str:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(snapshot_file, "file_problem", full)
    (tmp_path / "stick").mkdir()
    with pytest.raises(StoreUnavailable, match="is full"):
        backup(file_shop, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("end", ["", "-wal", "-shm", ".lock", ".restored"])
def test_a_backup_never_lands_on_the_shop_itself(end: str, file_shop: Shop) -> None:
    add_customers(file_shop, "Anna")
    with pytest.raises(Invalid, match="the shop itself"):
        backup(file_shop, Path(file_shop.location + end))
    (Path(file_shop.location).parent / "here").symlink_to(Path(file_shop.location).parent)
    with pytest.raises(Invalid):
        backup(file_shop, Path(file_shop.location).parent / "here" / f"shop.cordial{end}")
    assert check(file_shop).problems == ()


def test_a_backup_is_made_only_when_something_changed(shop: Shop) -> None:
    assert backup_if_changed(shop, reason=Reason.CLOSING) is not None
    assert backup_if_changed(shop, reason=Reason.CLOSING) is None
    add_customers(shop, "Anna")
    assert backup_if_changed(shop, reason=Reason.CLOSING) is not None
    assert backup_if_changed(shop, reason=Reason.CLOSING) is None
    assert [row.number for row in backups(shop.location)] == [2, 1]


def test_a_shop_opened_for_reading_can_be_backed_up(shop: Shop) -> None:
    add_customers(shop, "Anna")
    reader = open_shop(shop.location, write=False)
    assert backup(reader).counts["customer"] == 1
    reader.close()


def test_a_backup_inside_a_change_is_a_bug(shop: Shop) -> None:
    with pytest.raises(RuntimeError, match="inside a change"), write(shop):
        backup(shop)


def test_backups_beside_heavy_writing_are_each_of_one_moment(shop: Shop) -> None:
    """Each change adds two rows: no backup may hold an odd number, and each holds what its manifest says."""
    reader, done, failed = open_shop(shop.location, write=False), threading.Event(), []

    def keep() -> None:
        try:
            while not done.is_set():
                found = backup(reader)
                if found.counts["customer"] % 2 or found.counts["customer"] != found.change * 2:
                    failed.append(found)
        except Exception as error:
            failed.append(error)
            raise

    thread = threading.Thread(target=keep)
    thread.start()
    try:
        for number in range(60):
            with write(shop) as change:
                change.insert(CustomerTable, {"given": f"a{number}"})
                change.insert(CustomerTable, {"given": f"b{number}"})
    finally:
        done.set()
        thread.join()
    assert failed == []
    kept = backups(shop.location)
    assert kept
    assert all(verified(row.file) for row in kept)
    reader.close()


def test_a_damaged_shop_is_not_backed_up_over_good_backups(file_shop: Shop) -> None:
    add_customers(file_shop, *(f"Anna {number}" for number in range(500)))
    good = backup(file_shop)
    file_shop.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    file_shop.close()
    file = Path(file_shop.location)
    whole = bytearray(file.read_bytes())
    at = whole.rfind(b"Anna 250")
    whole[at - 300 : at + 300] = b"\xff" * 600
    file.write_bytes(whole)
    damaged = open_shop(file)
    assert check(damaged).problems
    for _ in range(3):
        with pytest.raises(StoreUnavailable, match="damaged"):
            backup(damaged)
    damaged.close()
    assert backups(file_shop.location) == [good]
    assert verified(good.file)


def test_a_whole_shop_has_no_problems(shop: Shop) -> None:
    add_customers(shop, "Anna")
    found = check(shop)
    assert found.problems == ()
    assert found.counts["customer"] == 1
    reader = open_shop(shop.location, write=False)
    assert check(reader).problems == ()
    reader.close()


def test_loose_references_are_a_problem(file_shop: Shop) -> None:
    file_shop.database.pragma("foreign_keys", 0)
    file_shop.sql(
        "INSERT INTO order_line (version, order_id, position, sku, name, quantity, returned)"
        " VALUES (0, 7, 1, '', '', 1, 0)"
    )
    assert "order_line" in str(check(file_shop).problems[0].args["detail"])


def test_what_was_left_by_a_killed_backup_is_cleared_away(file_shop: Shop) -> None:
    folder = backup_folder(file_shop.location)
    folder.mkdir(parents=True)
    (folder / ".0123.snapshot").write_bytes(b"half")
    (folder / ".0123.snapshot-journal").write_bytes(b"half")
    row = backup(file_shop)
    assert list(folder.iterdir()) == [row.file]


@pytest.mark.parametrize("number", [28, 5, 30])
def test_a_full_disk_leaves_the_backups_there_were(number: int, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    add_customers(shop, "Anna")
    first = backup(shop)

    def fail(*_: object) -> None:
        raise OSError(number, "fault")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        with pytest.raises(StoreUnavailable):
            backup(shop)
    assert backups(shop.location) == [first]
    assert [file.name for file in first.file.parent.iterdir()] == [first.file.name]
    add_customers(shop, "Boriss")
    assert backup(shop).counts["customer"] == 2


def test_a_backup_that_cannot_be_read_back_does_not_count(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    good = backup(shop)
    real = zipfile.ZipFile.open

    def lying_disk(self, name, mode="r", *more, **how):
        found = real(self, name, mode, *more, **how)
        if mode == "r" and not str(name).endswith("manifest.json"):
            read = found.read
            found.read = lambda *size: read(*size)[::-1]
        return found

    with monkeypatch.context() as patched:
        patched.setattr(zipfile.ZipFile, "open", lying_disk)
        with pytest.raises(BadFile, match="damaged"):
            backup(shop)
    assert backups(shop.location) == [good]


def test_what_is_no_backup_is_passed_over_in_the_list(file_shop: Shop) -> None:
    row = backup(file_shop)
    (row.file.parent / f"photo{SUFFIX}").write_bytes(b"\xff\xd8\xff\xe0")
    (row.file.parent / f"half{SUFFIX}").write_bytes(row.file.read_bytes()[:300])
    with zipfile.ZipFile(row.file.parent / f"other{SUFFIX}", "w") as other:
        other.writestr("manifest.json", '{"engine": 5}')
    (row.file.parent / f"folder{SUFFIX}").mkdir()
    assert backups(file_shop.location) == [row]


def test_old_backups_go_after_the_new_one_is_verified(file_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(14):
        backup(file_shop, reason=Reason.BEFORE_UPGRADE if number == 0 else Reason.ASKED)
    rows = backups(file_shop.location)
    assert [row.number for row in rows] == [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 1]  # the last ten, and the upgrade's

    def fail(*_: object) -> None:
        raise StoreUnavailable(None)  # type: ignore[arg-type]

    monkeypatch.setattr(snapshots, "write_archive", fail)
    with pytest.raises(StoreUnavailable):
        backup(file_shop)
    assert backups(file_shop.location) == rows


def test_sqlite_s_own_tools_can_read_a_backup(file_shop: Shop, tmp_path: Path) -> None:
    add_customers(file_shop, "Anna")
    row = backup(file_shop)
    with zipfile.ZipFile(row.file) as archive:
        archive.extract("shop.db", tmp_path)
    connection = apsw.Connection(str(tmp_path / "shop.db"), flags=apsw.SQLITE_OPEN_READONLY)
    assert list(connection.execute("SELECT given FROM customer")) == [("Anna",)]
    connection.close()
