"""Restore: verified first, what was there kept, changed over in one step; no old data comes back by a side door."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from desktop_app.domain.backups import Reason
from desktop_app.domain.errors import BadFile, StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.queries.outbox import message_rows
from desktop_app.store import changeover
from desktop_app.store import restore as restoring
from desktop_app.store.connect import Engine, Shop, open_shop
from desktop_app.store.outbox import take_next
from desktop_app.store.restore import restore
from desktop_app.store.snapshots import backup, backup_folder, backups, check
from desktop_app.store.tables import CustomerTable, ImportTable, MessageTable, NotSameTable
from tests.store.contents import add_customers, contents, hits, write


def names(location: str | Path) -> list[str]:
    shop = open_shop(location)
    found = [name for (name,) in shop.rows(CustomerTable.select(CustomerTable.given).order_by(CustomerTable.id))]
    assert check(shop).problems == ()
    shop.close()
    return found


def backed_up(shop: Shop) -> Path:
    """A shop with Anna in it, its backup, then Boriss; closed."""
    add_customers(shop, "Anna")
    kept = backup(shop).file
    add_customers(shop, "Boriss")
    shop.close()
    return kept


def test_a_backup_brings_the_shop_back_and_keeps_what_was_there(shop: Shop) -> None:
    file = backed_up(shop)
    kept = restore(shop.location, file)
    assert names(shop.location) == ["Anna"]
    assert kept is not None
    assert kept.reason is Reason.BEFORE_RESTORE
    assert restore(shop.location, kept.file) is not None
    assert names(shop.location) == ["Anna", "Boriss"]


def test_what_waited_in_the_outbox_may_have_gone_since_and_is_not_sent_again(shop: Shop) -> None:
    with shop.change(msg("made"), actor="", topics=()) as change:
        for state in ("waiting", "held", "handed"):
            given = {"kind": "free", "channel": "email", "text": "…", "created_at": "2026-11-20T10:00:00+02:00"}
            change.insert(MessageTable, {"key": state, "state": state, **given})
    file = backup(shop).file
    shop.close()
    restore(shop.location, file)
    again = open_shop(shop.location)
    assert [kept.state.value for kept in message_rows(again, [1, 2, 3])] == ["unknown", "held", "handed"]  # type: ignore[list-item]
    assert again.sql("SELECT count(*) FROM message WHERE reason <> '' AND told_at <> ''") == [(1,)]
    assert take_next(again, "somebody") is None
    again.close()


def test_everything_comes_back_row_for_row(shop: Shop) -> None:
    from tests.store.old_shop import fill

    fill(shop)
    everything = contents(shop), shop.sql("SELECT * FROM change_log"), shop.sql("SELECT * FROM journal")
    imports = shop.rows(ImportTable.select())
    found = hits(shop, ["liga", "петр"])
    file = backup(shop).file
    with write(shop) as change:
        change.delete(NotSameTable, [1])
        change.delete(CustomerTable, [3])
        change.insert_many(CustomerTable, ["given", "doc"], [("Zoe", "zoe")])
    shop.close()
    restore(shop.location, file)
    again = open_shop(shop.location)
    assert (contents(again), again.sql("SELECT * FROM change_log"), again.sql("SELECT * FROM journal")) == everything
    assert again.rows(ImportTable.select()) == imports
    assert hits(again, ["liga", "петр"]) == found
    from desktop_app.store.undo import undo

    undo(again, actor="")
    assert again.sql("SELECT status FROM orders WHERE id = 2") == [("new",)]
    again.close()


def test_ids_go_on_after_the_last_one_also_of_removed_rows(shop: Shop) -> None:
    ids = add_customers(shop, "Anna", "Boriss", "Cilda")
    with write(shop) as change:
        change.delete(CustomerTable, [ids[-1]])
    file = backup(shop).file
    shop.close()
    restore(shop.location, file)
    again = open_shop(shop.location)
    assert add_customers(again, "Dace")[0] > ids[-1]
    again.close()


def test_a_backup_opens_on_a_new_computer(shop: Shop, engine: Engine, tmp_path: Path, server) -> None:
    file = backed_up(shop)
    place = str(tmp_path / "new.cordial") if engine is Engine.SQLITE else server.empty()
    kept = restore(place, file)
    assert names(place) == ["Anna"]
    if engine is Engine.SQLITE:
        assert kept is None
        assert stat.S_IMODE(os.stat(place).st_mode) == 0o600


def photo(file: Path, good: Path) -> None:
    file.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"meow" * 3000)


def nothing(file: Path, good: Path) -> None:
    file.touch()


def other_zip(file: Path, good: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")


def no_parts(file: Path, good: Path) -> None:
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", source.read("manifest.json"))


def truncated(file: Path, good: Path) -> None:
    file.write_bytes(good.read_bytes()[:-500])


def one_bit_turned(file: Path, good: Path) -> None:
    with zipfile.ZipFile(good) as archive:
        parts = [part for part in archive.infolist() if part.filename != "manifest.json"]
    turn_bit(file, good, max(parts, key=lambda part: part.compress_size))


def one_bit_of_the_manifest_turned(file: Path, good: Path) -> None:
    with zipfile.ZipFile(good) as archive:
        turn_bit(file, good, archive.getinfo("manifest.json"))


def turn_bit(file: Path, good: Path, part: zipfile.ZipInfo) -> None:
    """One in the midst of what a part holds; a zip's own notes on the hour, say, are not read."""
    with zipfile.ZipFile(good) as archive:
        whole = archive.read(part)
    data = bytearray(good.read_bytes())
    begins = part.header_offset + 30 + sum(struct.unpack_from("<HH", data, part.header_offset + 26))
    ends = begins + part.compress_size
    assert inflated(data[begins:ends]) == whole
    for place in range(begins + part.compress_size // 2, ends):
        data[place] ^= 0x10
        if inflated(data[begins:ends]) != whole:
            break
        data[place] ^= 0x10  # a run of zeros from elsewhere is still a run of zeros
    file.write_bytes(data)


def inflated(data: bytearray) -> bytes:
    try:
        return zlib.decompress(data, wbits=-15)
    except zlib.error:
        return b""


def exchanged_content(file: Path, good: Path) -> None:
    """A zip that is sound in itself, with other bytes than the manifest says."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data if name == "manifest.json" else data[:-1] + b"!")


def bomb(file: Path, good: Path) -> None:
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name) if name == "manifest.json" else bytes(20_000_000))


@pytest.mark.parametrize(
    "spoil",
    [
        photo,
        nothing,
        other_zip,
        no_parts,
        truncated,
        one_bit_turned,
        one_bit_of_the_manifest_turned,
        exchanged_content,
        bomb,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_what_is_no_good_backup_changes_nothing(shop: Shop, spoil, tmp_path: Path) -> None:
    good = backed_up(shop)
    file = tmp_path / "cat.jpg"
    spoil(file, good)
    before = backups(shop.location)
    with pytest.raises(BadFile) as caught:
        restore(shop.location, file)
    assert "cat.jpg" in str(caught.value)
    assert caught.value.file == "cat.jpg"
    assert backups(shop.location) == before  # not even a copy of what is there was needed
    assert names(shop.location) == ["Anna", "Boriss"]


def test_a_file_that_is_not_there_is_said(file_shop: Shop, tmp_path: Path) -> None:
    file_shop.close()
    with pytest.raises(BadFile, match="cannot be read"):
        restore(file_shop.location, tmp_path / "gone.cordial-backup")


def test_the_shop_itself_is_no_backup(file_shop: Shop) -> None:
    file_shop.close()
    with pytest.raises(BadFile, match="the shop itself"):
        restore(file_shop.location, Path(file_shop.location))


def test_a_backup_of_the_other_engine_is_refused(file_shop: Shop, server) -> None:
    address = server.ready()
    other = open_shop(address)
    with pytest.raises(BadFile, match="other kind"):
        restore(address, backup(file_shop).file)
    with pytest.raises(BadFile, match="other kind"):
        restore(str(Path(file_shop.location).with_name("x.cordial")), backup(other).file)
    other.close()


def test_a_shop_in_use_is_not_restored(file_shop: Shop) -> None:
    add_customers(file_shop, "Anna")
    file = backup(file_shop).file
    with pytest.raises(StoreUnavailable, match="already open"):
        restore(file_shop.location, file)
    add_customers(file_shop, "Boriss")
    assert len(contents(file_shop)["customer"]) == 2


def test_a_desk_that_goes_on_working_does_not_stop_a_restore_for_ever(server, monkeypatch) -> None:
    shop = open_shop(server.ready())
    other = open_shop(shop.location)
    file = backed_up(shop)
    with write(other) as change:
        change.insert(CustomerTable, {"given": "Cilda"})
        monkeypatch.setattr("desktop_app.store.snapshot_server.PATIENCE", "200ms")
        with pytest.raises(Exception, match="Another desk"):
            restore(shop.location, file)
    assert names(shop.location) == ["Anna", "Boriss", "Cilda"]
    restore(shop.location, file)
    assert [row[1] for row in contents(other)["customer"]] == ["Anna"]  # the other desk goes on with what is there now
    other.close()


def test_somebody_reading_beside_a_restore_does_no_harm(file_shop: Shop) -> None:
    file = backed_up(file_shop)
    reader = open_shop(file_shop.location, write=False)
    assert len(contents(reader)["customer"]) == 2
    restore(file_shop.location, file)
    owner = open_shop(file_shop.location)
    add_customers(owner, "Zoe")
    reader.close()  # of the old file: must not take the new one's -wal away
    add_customers(owner, "Dace")
    again = open_shop(file_shop.location, write=False)
    assert [row[1] for row in contents(again)["customer"]] == ["Anna", "Zoe", "Dace"]
    again.close()
    owner.close()
    assert names(file_shop.location) == ["Anna", "Zoe", "Dace"]


def with_a_wal(shop: Shop) -> tuple[Path, Path]:
    """A closed shop whose last change is in its -wal only, as after a kill; and its backup from before."""
    add_customers(shop, "Anna")
    kept = backup(shop).file
    shop.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    add_customers(shop, "Boriss")
    file = Path(shop.location)
    aside = file.with_name("aside")
    aside.mkdir()
    for found in file.parent.glob(file.name + "*"):
        shutil.copy(found, aside)
    shop.close()
    for found in aside.iterdir():
        shutil.copy(found, file.parent)
    assert file.with_name(file.name + "-wal").stat().st_size > 0
    return file, kept


def test_the_old_wal_does_not_bring_the_old_data_back(file_shop: Shop) -> None:
    file, kept = with_a_wal(file_shop)
    before = restore(str(file), kept)
    assert names(file) == ["Anna"]
    assert before is not None
    restore(str(file), before.file)
    assert names(file) == ["Anna", "Boriss"]


def test_a_careless_restore_lets_it(file_shop: Shop, tmp_path: Path) -> None:
    """The control: the backup's content copied over the file, with the -wal left, brings Boriss back."""
    file, kept = with_a_wal(file_shop)
    with zipfile.ZipFile(kept) as archive:
        file.write_bytes(archive.read("shop.db"))
    shop = open_shop(file)
    found = shop.sql("SELECT count(*) FROM customer")
    shop.close()
    assert found == [(2,)]


def test_a_shop_too_damaged_for_a_backup_is_kept_file_by_file(file_shop: Shop) -> None:
    add_customers(file_shop, *(f"Anna {number}" for number in range(300)))
    good = backup(file_shop).file
    file_shop.close()
    file = Path(file_shop.location)
    file.write_bytes(b"\x5a" * 20_000)
    broken = file.read_bytes()
    kept = restore(str(file), good)
    assert kept is not None
    assert kept.file.read_bytes() == broken
    assert kept.file.parent.parent == backup_folder(str(file))
    assert len(names(file)) == 300


@pytest.mark.parametrize("step", ["_unpack", "_keep", "announce"])
def test_a_restore_that_fails_leaves_the_old_shop(step: str, file_shop: Shop, monkeypatch) -> None:
    file = backed_up(file_shop)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(restoring, step, fail)
        with pytest.raises(StoreUnavailable, match="full"):
            restore(file_shop.location, file)
    assert names(file_shop.location) == ["Anna", "Boriss"]
    assert {found.name for found in Path(file_shop.location).parent.iterdir()} == {
        "shop.cordial", "shop.cordial.lock", "backups",
    }  # fmt: skip


@pytest.mark.parametrize("write_it", [True, False])
def test_a_change_over_that_was_cut_short_is_finished_by_who_opens_next(file_shop: Shop, monkeypatch, write_it) -> None:
    file = backed_up(file_shop)
    with monkeypatch.context() as patched:
        patched.setattr(restoring, "finish", lambda shop: None)
        restore(file_shop.location, file)
    assert changeover.waiting(Path(file_shop.location)).exists()
    shop = open_shop(file_shop.location, write=write_it)
    assert [row[1] for row in contents(shop)["customer"]] == ["Anna"]
    shop.close()
    assert not changeover.waiting(Path(file_shop.location)).exists()


def test_a_server_s_restore_that_fails_leaves_the_old_shop(server, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = open_shop(server.ready())
    file = backed_up(shop)
    from desktop_app.store import snapshot_server

    real = snapshot_server.load

    def fail_late(access, part, content) -> None:
        real(access, part, content)
        if part.endswith("setting.copy"):
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(snapshot_server, "load", fail_late)
        with pytest.raises(StoreUnavailable):
            restore(shop.location, file)
    assert names(shop.location) == ["Anna", "Boriss"]
