"""Opening a shop: where it may be, what it must be, and what is said when it is not."""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import apsw
import pytest

from desktop_app.domain.errors import Stopped, StoreUnavailable
from desktop_app.paths import shown_place
from desktop_app.store import sqlite
from desktop_app.store.connect import Engine, Shop, open_shop
from desktop_app.store.migrate import HISTORY, known
from desktop_app.store.postgres import one_desk
from desktop_app.store.snapshots import check
from desktop_app.store.tables import CustomerTable
from tests.store.contents import add_customers, contents, write

PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40


def refusal(location: str | Path, **how: bool) -> str:
    with pytest.raises(StoreUnavailable) as caught:
        open_shop(location, **how)
    return str(caught.value)


def other_files(folder: Path, *known: str) -> set[str]:
    return {file.name for file in folder.iterdir()} - {*known, "home"}


def test_a_shop_is_created_empty_and_opens_again(tmp_path: Path, server, engine: Engine) -> None:
    location = str(tmp_path / "shop.cordial") if engine is Engine.SQLITE else server.empty()
    shop = open_shop(location)
    add_customers(shop, "Anna")
    shop.close()
    again = open_shop(location)
    assert [row[1] for row in contents(again)["customer"]] == ["Anna"]
    again.close()
    again.close()  # twice does no harm


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shop.cordial")
    add_customers(shop, "Anna")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("shop.cordial*")}
    assert modes == dict.fromkeys(["shop.cordial", "shop.cordial-wal", "shop.cordial-shm", "shop.cordial.lock"], 0o600)
    shop.close()
    assert other_files(tmp_path) == {"shop.cordial", "shop.cordial.lock"}


@pytest.fixture
def full_disk(tmp_path: Path, ready_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A shop's file where no other file can grow; beside `late.cordial` changes wait that are not in it yet."""
    file = tmp_path / "shop.cordial"
    shutil.copy(ready_file, file)
    shutil.copy(ready_file, tmp_path / "late.cordial")
    (tmp_path / "late.cordial-wal").write_bytes(b"changes")
    monkeypatch.setattr("desktop_app.store.faults.free_bytes", lambda _: 0)
    monkeypatch.setattr("desktop_app.store.file.free_bytes", lambda _: 0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    yield file
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_shop_on_a_full_disk_can_be_looked_at(full_disk: Path) -> None:
    for _ in range(2):  # what the first left there is not in the way of the second
        shop = open_shop(full_disk, write=False)
        assert shop.sql("SELECT count(*) FROM customer") == [(0,)]
        assert check(shop).problems == ()
        shop.close()


def test_changes_that_wait_beside_a_file_are_never_passed_over(full_disk: Path) -> None:
    assert "is full" in refusal(full_disk.with_name("late.cordial"), write=False)


def test_settings_that_keep_a_file_safe_hold_on_the_connection(file_shop: Shop) -> None:
    read = {name: file_shop.database.pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    read = {name: file_shop.database.pragma(name) for name in ("trusted_schema", "secure_delete", "temp_store")}
    assert read == {"trusted_schema": 0, "secure_delete": 1, "temp_store": 2}


def test_a_setting_that_does_not_hold_closes_the_door(file_shop: Shop, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(sqlite, "_SETTINGS", (("journal_mode", "WAL", "wal"), ("synchronous", "OFF", 2)))
    file_shop.close()
    assert "synchronous" in refusal(file_shop.location)
    open_lock_again = tmp_path / "other.cordial"
    monkeypatch.undo()
    open_shop(open_lock_again).close()


@pytest.mark.parametrize("version", ["3.51.2", "3.9.99", "3.40.1", "2.99.0"])
def test_an_sqlite_that_can_lose_data_is_refused(version: str) -> None:
    with pytest.raises(StoreUnavailable, match=version.replace(".", r"\.")):
        sqlite.check_version(version)


@pytest.mark.parametrize("version", ["3.51.3", "3.51.10", "3.100.0", "4.0.0"])
def test_a_later_sqlite_is_taken_whatever_its_digits(version: str) -> None:
    sqlite.check_version(version)  # "3.51.10" is less than "3.51.3" as text
    assert sqlite.check_version(apsw.sqlite_lib_version()) is None


def foreign_database(file: Path, *statements: str) -> None:
    connection = apsw.Connection(str(file))
    for statement in ("PRAGMA user_version = 7", *statements):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("kind", ["photo", "nothing", "empty database", "other database", "other database in WAL"])
@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_shop_is_refused_and_untouched(kind: str, write: bool, tmp_path: Path) -> None:
    file = tmp_path / "holiday.jpg"
    if kind == "photo":
        file.write_bytes(PHOTO)
    elif kind == "nothing":
        file.touch()
    elif kind == "empty database":
        foreign_database(file)
    elif kind == "other database":
        foreign_database(file, "CREATE TABLE person (name)", "INSERT INTO person VALUES ('Anna')")
    else:
        foreign_database(file, "PRAGMA journal_mode = WAL", "CREATE TABLE person (name)")
    before = file.read_bytes()
    said = refusal(file, write=write)
    assert "holiday.jpg" in said
    assert "choose another" in said.lower()
    assert file.read_bytes() == before
    assert other_files(tmp_path, "holiday.jpg") == set()


def test_a_newer_shop_is_refused_and_untouched(shop: Shop) -> None:
    add_customers(shop, "Anna")
    shop.sql(f"INSERT INTO {HISTORY} (name, applied) VALUES ('9999_future', '2099-01-01 00:00:00')")
    shop.close()
    before = Path(shop.location).read_bytes() if shop.sqlite else b""
    for write_it in (True, False):
        assert "newer" in refusal(shop.location, write=write_it)
    if shop.sqlite:
        assert Path(shop.location).read_bytes() == before


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere") in refusal(tmp_path / "nowhere" / "shop.cordial")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_no_shop(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_our_own_folder_is_made_on_first_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own" / "cordial"
    monkeypatch.setattr("desktop_app.paths.data_folder", lambda: own)
    open_shop(own / "shop.cordial").close()
    assert stat.S_IMODE(own.stat().st_mode) == 0o700


def test_a_folder_nobody_may_write_in_is_named() -> None:
    assert "/proc" in refusal("/proc/shop.cordial")


def test_a_damaged_shop_is_left_as_it_is_and_the_newest_backup_offered(file_shop: Shop) -> None:
    from desktop_app.store.snapshots import backup

    add_customers(file_shop, *(f"Anna {number}" for number in range(400)))
    kept = backup(file_shop)
    file_shop.close()
    file = Path(file_shop.location)
    whole = bytearray(file.read_bytes())
    whole[100:6000] = b"\x5a" * 5900  # the schema and what follows it, behind the header
    file.write_bytes(whole)
    assert kept.file.name in refusal(file)
    assert file.read_bytes() == whole


def test_the_ruins_of_a_shop_are_told_from_a_photo_by_its_backups(file_shop: Shop) -> None:
    from desktop_app.store.snapshots import backup

    kept = backup(file_shop)
    file_shop.close()
    file = Path(file_shop.location)
    file.write_bytes(PHOTO)
    assert kept.file.name in refusal(file)
    assert file.read_bytes() == PHOTO


def test_reading_only_takes_no_lock_and_writes_nothing(shop: Shop) -> None:
    add_customers(shop, "Anna")
    reader = open_shop(shop.location, write=False)
    assert [row[1] for row in contents(reader)["customer"]] == ["Anna"]
    with pytest.raises(RuntimeError, match="opened for reading"), write(reader):
        pass
    with pytest.raises(StoreUnavailable):
        reader.sql("DELETE FROM customer")  # the database itself refuses too
    reader.close()
    assert len(contents(shop)["customer"]) == 1


def test_reading_a_shop_that_is_not_there_makes_none(tmp_path: Path, server) -> None:
    assert "no shop" in refusal(tmp_path / "shop.cordial", write=False)
    assert other_files(tmp_path) == set()
    assert "not set up" in refusal(server.empty(), write=False)


def test_a_shop_taken_away_is_not_made_again_by_reading(file_shop: Shop) -> None:
    file_shop.close()
    os.unlink(file_shop.location)
    with pytest.raises(StoreUnavailable):
        file_shop.rows(CustomerTable.select())
    assert not os.path.exists(file_shop.location)


def test_two_shops_are_open_at_once_and_do_not_mix(tmp_path: Path, ready_file: Path, server) -> None:
    shutil.copy(ready_file, tmp_path / "one.cordial")
    shops = [open_shop(tmp_path / "one.cordial"), open_shop(tmp_path / "two.cordial"), open_shop(server.ready())]
    query = CustomerTable.select(CustomerTable.given)  # one query object for all: nothing of a shop sticks to it
    for number, shop in enumerate(shops):
        add_customers(shop, f"Shop {number}")
    for number, shop in enumerate(shops):
        assert shop.rows(query) == [(f"Shop {number}",)]
        assert shop.value(query) == f"Shop {number}"
    assert CustomerTable._meta.database is None
    assert query._database is None
    for shop in shops:
        shop.close()


def test_rows_come_as_plain_values(shop: Shop) -> None:
    with write(shop) as change:
        change.insert(CustomerTable, {"given": "Anna", "first_order_on": dt.date(2024, 2, 29), "congratulate": False})
    query = CustomerTable.select(CustomerTable.given, CustomerTable.first_order_on, CustomerTable.congratulate)
    assert shop.rows(query) == [("Anna", dt.date(2024, 2, 29), False)]
    assert shop.row(query.where(CustomerTable.given == "?")) is None
    assert shop.value(query.where(CustomerTable.given == "?")) is None
    [named] = shop.named(query)
    assert named.first_order_on == dt.date(2024, 2, 29)


def test_plain_sql_is_written_one_way(shop: Shop) -> None:
    assert shop.sql("SELECT ? || '%' || ?", ("100", "!")) == [("100%!",)]


def test_the_day_can_be_set_for_every_rule(ready_file: Path, tmp_path: Path) -> None:
    shutil.copy(ready_file, tmp_path / "shop.cordial")
    shop = open_shop(tmp_path / "shop.cordial", today=lambda: dt.date(2024, 2, 29))
    assert shop.today() == dt.date(2024, 2, 29)
    assert shop.now().date() == dt.date(2024, 2, 29)
    assert shop.now().tzinfo is not None
    add_customers(shop, "Anna")
    assert str(shop.sql("SELECT at FROM change_log")[0][0]).startswith("2024-02-29T")
    shop.close()


def test_a_running_read_is_ended_from_another_thread(shop: Shop) -> None:
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0"
        if shop.sqlite
        else "SELECT pg_sleep(60)"
    )
    done = threading.Event()

    def stop() -> None:
        while not done.wait(0.05):
            shop.interrupt()

    thread = threading.Thread(target=stop)
    thread.start()
    try:
        with pytest.raises(Stopped):
            shop.sql(endless)
    finally:
        done.set()
        thread.join()
    assert shop.sql("SELECT 1") == [(1,)]


def test_a_search_interrupted_while_its_index_opens_is_ended_like_any_other(tmp_path: Path) -> None:
    open_shop(tmp_path / "shop.db").close()
    for _ in range(150):  # of these, five or six are hit at the very moment
        shop, done = open_shop(tmp_path / "shop.db", write=False), threading.Event()

        def stop(shop: Shop = shop, done: threading.Event = done) -> None:
            while not done.is_set():
                shop.interrupt()

        thread = threading.Thread(target=stop)
        thread.start()
        try:
            with suppress(Stopped):
                assert shop.sql("SELECT rowid FROM customer_search WHERE customer_search MATCH 'anna'") == []
        finally:
            done.set()
            thread.join()
            shop.close()


def test_a_change_is_never_interrupted(shop: Shop) -> None:
    with write(shop) as change:
        for number in range(200):
            shop.interrupt()
            change.insert(CustomerTable, {"given": f"Anna {number}"})
    assert len(contents(shop)["customer"]) == 200


def test_a_server_that_does_not_answer(server) -> None:
    assert "does not answer" in refusal("postgresql://cordial@127.0.0.1:1/shop")


def test_a_database_that_is_not_there(server) -> None:
    address = server.empty()
    server.drop(address)
    assert "no database" in refusal(address)


def test_a_wrong_password_is_said_and_not_repeated(server) -> None:
    parts = urlsplit(server.empty())
    host = parts.netloc.rpartition("@")[2]
    said = refusal(urlunsplit(parts._replace(netloc=f"{parts.username}:hunter2@{host}")))
    assert "password" in said
    assert "hunter2" not in said


def test_a_database_that_holds_something_else_is_left_alone(server) -> None:
    import psycopg

    address = server.empty()
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE person (name text)")
    assert "something else" in refusal(address)
    with psycopg.connect(address) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert found == (1,)


def test_without_the_driver_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "cordial[postgres]" in refusal("postgresql://cordial@127.0.0.1/shop")


def test_several_desks_may_be_the_first_at_once(server) -> None:
    address, shops, failed = server.empty(), [], []

    def start() -> None:
        try:
            shops.append(open_shop(address))
        except StoreUnavailable as error:
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert shops[0].sql(f"SELECT count(*) FROM {HISTORY}") == [(len(known()),)]
    for shop in shops:
        shop.close()


@pytest.fixture
def two_desks(server) -> Iterator[tuple[Shop, Callable[[], None]]]:
    """An open shop with Anna in it, and what ends its connection from another desk."""
    shop = open_shop(server.ready())
    add_customers(shop, "Anna")
    other = open_shop(shop.location)
    [(me,)] = shop.sql("SELECT pg_backend_pid()")

    def end() -> None:
        other.sql("SELECT pg_terminate_backend(?)", (me,))

    yield shop, end
    other.close()
    shop.close()


def rename_after(end: Callable[[], None], shop: Shop) -> None:
    with write(shop) as change:
        end()
        change.insert(CustomerTable, {"given": "Berta"})


def look_alone_after(end: Callable[[], None], shop: Shop) -> None:
    with one_desk(shop):
        end()
        shop.sql("SELECT 1")


def test_reading_goes_on_after_a_restart_of_the_server(two_desks) -> None:
    shop, end = two_desks
    end()
    assert shop.sql("SELECT 1") == [(1,)]
    assert [row[1] for row in contents(shop)["customer"]] == ["Anna"]


def test_a_change_whose_connection_was_lost_is_not_made_again(two_desks) -> None:
    shop, end = two_desks
    with pytest.raises(StoreUnavailable, match="was lost"):
        rename_after(end, shop)
    assert [row[1] for row in contents(shop)["customer"]] == ["Anna"]


def test_a_desk_that_works_alone_does_not_read_on_without_its_lock(two_desks) -> None:
    shop, end = two_desks
    with pytest.raises(StoreUnavailable, match="was lost"):
        look_alone_after(end, shop)
    assert shop.sql("SELECT 1") == [(1,)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://anna:secret@host:5433/shop?sslmode=require", "postgresql://anna@host:5433/shop"),
        ("postgres://anna:p%40ss@host/shop", "postgres://anna@host/shop"),
        ("postgresql:///shop", "postgresql:///shop"),
        ("postgresql://host/shop?password=secret&user=anna", "postgresql://host/shop"),
    ],
)
def test_an_address_is_shown_without_its_secret(address: str, expected: str) -> None:
    assert shown_place(address) == expected


def test_a_server_plans_each_question_by_its_values(server) -> None:
    shop = open_shop(server.ready())
    try:
        for n in range(9):
            shop.sql("SELECT id FROM customer WHERE doc LIKE ?", (f"{n}%",))
        assert shop.sql("SELECT count(*) FROM pg_prepared_statements") == [(0,)]
    finally:
        shop.close()
