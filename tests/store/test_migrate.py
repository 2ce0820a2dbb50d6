"""Upgrades: what they make is what the tables say, nothing is lost on the way, and a newer shop is left alone."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_app.domain.backups import Reason
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store import migrate, tables
from desktop_app.store.access import Access
from desktop_app.store.connect import Engine, Shop, open_shop
from desktop_app.store.restore import restore
from desktop_app.store.snapshots import backups, check
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable
from tests.store.contents import add_customers, contents, hits, write

OLD_SHOPS = Path(__file__).parents[1] / "data" / "shops"
MODELS = [m for m in vars(tables).values() if isinstance(m, type) and m is not tables.Table]

# What migrations make that no peewee model can say.
SEARCHES = ("customer_search", "relative_search")
SQLITE_EXTRAS = {f"{name}{part}" for name in SEARCHES for part in ("", "_insert", "_delete", "_update")}
EXTRA_INDEXES = {
    "orders_open_ship_by",
    "journal_customer",
    "customer_lead",
    "special_day_lead",
    "relative_name_day",
    "complaint_unsolved",
    "enclosure_waiting",
    *SEARCHES,
}


def described(shop: Shop) -> dict[str, Any]:
    """The tables, columns and indexes of a database in the database's own words; a column added later stands last."""
    if shop.sqlite:
        found = shop.sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
        return {
            name: sorted(
                " ".join(part.split()) for part in re.sub(r'IF NOT EXISTS |"', " ", text).strip(") ").split(",")
            )
            for name, text in found
            if not name.startswith((*SEARCHES, migrate.HISTORY))
        }
    columns = shop.sql(
        "SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name, is_identity,"
        " identity_generation FROM information_schema.columns WHERE table_schema = 'public'"
        " ORDER BY 1, 2"
    )
    limits = shop.sql(
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"
    )
    indexes = shop.sql("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
    return {
        "columns": [row for row in columns if row[0] != migrate.HISTORY],
        "limits": [row for row in limits if row[0] != migrate.HISTORY],
        "indexes": [row for row in indexes if migrate.HISTORY not in row[1]],
    }


def without_extras(found: dict[str, Any]) -> dict[str, Any]:
    if "indexes" in found:
        return {**found, "indexes": [row for row in found["indexes"] if row[0] not in EXTRA_INDEXES]}
    return {name: text for name, text in found.items() if name not in EXTRA_INDEXES}


def made_by_models(engine: Engine, tmp_path: Path, server: Any) -> Shop:
    """A database made from today's models alone, without migrations."""
    if engine is Engine.SQLITE:
        from desktop_app.store.sqlite import ShopFile

        database: Any = ShopFile(tmp_path / "models.db", create=True)
    else:
        from desktop_app.store.postgres import ShopServer

        database = ShopServer(server.empty())
    database.connect()
    with database.bind_ctx(MODELS):
        database.create_tables(MODELS)
    return Shop(database, engine, location="", place="models", write=True)


def test_the_migrations_make_what_the_tables_say(shop: Shop, engine: Engine, tmp_path: Path, server: Any) -> None:
    models = made_by_models(engine, tmp_path, server)
    assert without_extras(described(shop)) == described(models)
    models.close()


def test_a_column_that_a_migration_forgot_is_caught(shop: Shop, engine: Engine, tmp_path: Path, server: Any) -> None:
    models = made_by_models(engine, tmp_path, server)
    models.sql("ALTER TABLE customer ADD COLUMN forgotten TEXT")
    assert without_extras(described(shop)) != described(models)
    models.close()


def test_every_table_the_program_has_is_there(shop: Shop) -> None:
    assert {model._meta.table_name for model in MODELS} <= set(shop.database.get_tables())


def test_late_orders_are_found_by_the_small_index(shop: Shop) -> None:
    text = "SELECT id FROM orders WHERE status IN ('new', 'paid', 'packing') AND ship_by < '2026-01-01'"
    if shop.sqlite:
        plan = str(shop.sql("EXPLAIN QUERY PLAN " + text))
    else:
        shop.sql("SET enable_seqscan = off")
        plan = str(shop.sql("EXPLAIN " + text))
    assert "orders_open_ship_by" in plan


@pytest.mark.parametrize("column", ["email_key", "phone_key", "sort_key"])
def test_beginnings_of_keys_are_found_by_an_index(shop: Shop, column: str) -> None:
    if shop.sqlite:
        plan = str(shop.sql(f"EXPLAIN QUERY PLAN SELECT id FROM customer WHERE {column} >= 'ann' AND {column} < 'ano'"))
        assert f"USING INDEX customer_{column}" in plan or f"USING COVERING INDEX customer_{column}" in plan
    else:
        shop.sql("SET enable_seqscan = off")
        plan = str(shop.sql(f"EXPLAIN SELECT id FROM customer WHERE {column} LIKE 'ann%'"))
        assert f"customer_{column}" in plan
        assert ">=" in plan  # a range of the index, not a filter over all of it


def test_keys_sort_letter_by_letter_on_both_engines(shop: Shop) -> None:
    keys = ["a b", "a-b", "ab", "b", "z", "а", "б", "ё", "я", "ā"]
    with write(shop) as change:
        change.insert_many(CustomerTable, ["sort_key"], ((key,) for key in reversed(keys)))
    found = shop.rows(CustomerTable.select(CustomerTable.sort_key).order_by(CustomerTable.sort_key))
    assert [key for (key,) in found] == sorted(keys)


def test_the_search_index_follows_every_write(shop: Shop) -> None:
    [number] = add_customers(shop, "Anna")
    many = add_customers(shop, *(f"Boriss{n}" for n in range(600)))
    assert hits(shop, ["an", "boriss599"]) == {"an": [number], "boriss599": [many[599]]}
    with write(shop) as change:
        change.update(CustomerTable, number, version=None, values={"doc": "zoe"})
        change.update_many(CustomerTable, many[:2], ["doc"], [("cilda",), ("dace",)])
        change.delete(CustomerTable, many[2:])
    assert hits(shop, ["anna", "zoe", "boriss", "cilda"]) == {
        "anna": [], "zoe": [number], "boriss": [], "cilda": [many[0]],
    }  # fmt: skip


# --- upgrades, on a folder of migrations with one more in it ---

NEXT = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(migrator.add_column('customer', 'nickname', TextField(default='-')))
"""
REBUILD = """
from peewee import SqliteDatabase

def up(migrator, db):
    if isinstance(db, SqliteDatabase):  # makes the table anew
        migrator.migrate(migrator.add_column_default('orders', 'to_name', '?'))
    else:
        db.execute_sql("ALTER TABLE orders ALTER to_name SET DEFAULT '?'")
"""
LOSING = (
    "def up(migrator, db):\n    db.execute_sql('DELETE FROM order_line')\n    db.execute_sql('DELETE FROM orders')\n"
)
DROPPING = "def up(migrator, db):\n    db.execute_sql('DROP TRIGGER customer_search_update')\n"
OURS = migrate.known()
NEXT_NAME = f"{len(OURS) + 1:04}_next"
FAILING = NEXT + "    raise ZeroDivisionError\n"


@pytest.fixture
def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Gives the program one more migration, as its next version would have."""

    def add(text: str, name: str = NEXT_NAME) -> None:
        folder = tmp_path / "migrations"
        if not folder.exists():
            shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
            monkeypatch.setattr(migrate, "FOLDER", folder)
        (folder / f"{name}.py").write_text(textwrap.dedent(text))

    return add


def filled(shop: Shop) -> dict[str, Any]:
    with write(shop) as change:
        customer = change.insert(CustomerTable, {"given": "Anna", "doc": "anna"})
        order = change.insert(
            OrderTable, {"number": "1", "number_key": "1", "source_key": "1", "status": "new", "customer": customer}
        )
        change.insert_many(LineTable, ["order", "position", "name"], [(order, 1, "Cup"), (order, 2, "Plate")])
    found = contents(shop)
    shop.close()
    return found


def test_an_upgrade_keeps_everything_and_a_copy_from_before(shop: Shop, add_migration) -> None:
    before = filled(shop)
    add_migration(NEXT)
    upgraded = open_shop(shop.location)
    assert contents(upgraded) == before
    assert upgraded.sql("SELECT nickname FROM customer") == [("-",)]
    assert migrate.applied(upgraded) == [*OURS, NEXT_NAME]
    upgraded.close()
    [kept] = backups(shop.location)
    assert (kept.reason, kept.counts["order_line"]) == (Reason.BEFORE_UPGRADE, 2)
    open_shop(shop.location).close()
    assert len(backups(shop.location)) == 1  # nothing more to do the next time


def test_a_table_that_is_rebuilt_keeps_its_children_and_its_last_id(shop: Shop, add_migration) -> None:
    with write(shop) as change:
        last_id = change.insert(OrderTable, {"number": "8", "number_key": "8", "source_key": "8", "status": "new"}) + 1
    before = filled(shop)
    remover = open_shop(shop.location)
    with write(remover) as change:
        change.delete(LineTable, [1, 2])
        change.delete(OrderTable, [last_id])
    before = contents(remover)
    remover.close()
    add_migration(REBUILD)
    upgraded = open_shop(shop.location)
    assert contents(upgraded) == before
    assert check(upgraded).problems == ()
    with write(upgraded) as change:
        again = change.insert(OrderTable, {"number": "9", "number_key": "9", "source_key": "9", "status": "new"})
    assert again > last_id  # which was an order's that is gone
    if upgraded.sqlite:
        assert upgraded.database.pragma("foreign_keys") == 1
    upgraded.close()


def test_rebuilding_with_foreign_keys_on_would_lose_them(file_shop: Shop, add_migration) -> None:
    """The control: the trap is real, and what guards against it is that foreign keys are off while tables change."""
    file_shop.database.execute_sql("PRAGMA foreign_keys = OFF")
    file_shop.sql("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    file_shop.sql("CREATE TABLE child (id INTEGER PRIMARY KEY, p INT REFERENCES parent (id) ON DELETE CASCADE)")
    file_shop.sql("INSERT INTO parent VALUES (1, 'Anna')")
    file_shop.sql("INSERT INTO child VALUES (1, 1)")
    file_shop.database.execute_sql("PRAGMA foreign_keys = ON")
    from playhouse.migrate import SqliteMigrator

    careless = SqliteMigrator(file_shop.database)
    with file_shop.database.atomic():
        careless.migrate(careless.drop_not_null("parent", "name", legacy=True))
    assert file_shop.sql("SELECT count(*) FROM child") == [(0,)]


@pytest.mark.parametrize(("text", "error"), [(LOSING, RuntimeError), (FAILING, ZeroDivisionError)])
def test_an_upgrade_that_goes_wrong_changes_nothing(shop: Shop, add_migration, text: str, error) -> None:
    before = filled(shop)
    with pytest.MonkeyPatch.context() as patched:
        original = migrate.FOLDER
        add_migration(text)
        with pytest.raises(error):
            open_shop(shop.location)
        patched.setattr(migrate, "FOLDER", original)  # the old program again
        again = open_shop(shop.location)
    assert contents(again) == before
    assert migrate.applied(again) == OURS
    again.close()


def test_an_upgrade_that_would_let_the_search_index_fall_behind_is_stopped(file_shop: Shop, add_migration) -> None:
    file_shop.close()
    add_migration(DROPPING)
    with pytest.raises(RuntimeError, match="customer_search_update"):
        open_shop(file_shop.location)


def test_an_older_program_leaves_an_upgraded_shop_alone(shop: Shop, add_migration, monkeypatch) -> None:
    filled(shop)
    original = migrate.FOLDER
    add_migration(NEXT)
    open_shop(shop.location).close()
    upgraded = Path(shop.location).read_bytes() if shop.sqlite else b""
    monkeypatch.setattr(migrate, "FOLDER", original)
    with pytest.raises(StoreUnavailable, match="newer Cordial"):
        open_shop(shop.location)
    if shop.sqlite:
        assert Path(shop.location).read_bytes() == upgraded


def test_reading_an_older_shop_brings_it_up_to_date_first(file_shop: Shop, add_migration) -> None:
    before = filled(file_shop)
    add_migration(NEXT)
    reader = open_shop(file_shop.location, write=False)
    assert contents(reader) == before
    assert migrate.pending(reader) == []
    reader.close()


def test_a_backup_of_an_older_version_comes_back_upgraded(shop: Shop, add_migration) -> None:
    from desktop_app.store.snapshots import backup

    add_customers(shop, "Anna")
    kept = backup(shop).file
    shop.close()
    add_migration(NEXT)
    restore(shop.location, kept)
    again = open_shop(shop.location)
    assert again.sql("SELECT given, nickname FROM customer") == [("Anna", "-")]
    again.close()


def test_a_newer_backup_is_refused(shop: Shop, add_migration, monkeypatch) -> None:
    from desktop_app.store.snapshots import backup

    shop.close()
    original = migrate.FOLDER
    add_migration(NEXT)
    upgraded = open_shop(shop.location)
    kept = backup(upgraded).file
    upgraded.close()
    monkeypatch.setattr(migrate, "FOLDER", original)
    with pytest.raises(StoreUnavailable, match="newer Cordial"):
        restore(shop.location, kept)


# --- shops of every released version, kept forever ---


def old_shops() -> list[Path]:
    return sorted(OLD_SHOPS.glob("*.sql"))


def test_there_is_an_old_shop_for_every_migration() -> None:
    assert [file.stem for file in old_shops()] == [name[:4] for name in migrate.known()]


@pytest.mark.parametrize("old", old_shops(), ids=lambda file: file.stem)
def test_a_shop_of_an_older_version_opens_whole(old: Path, tmp_path: Path, file_shop: Shop) -> None:
    file = tmp_path / "old.cordial"
    connection = apsw.Connection(str(file))
    connection.execute(old.read_text(encoding="utf-8")).fetchall()
    connection.close()
    shop = open_shop(file)
    assert check(shop).problems == ()
    assert described(shop) == described(file_shop)  # as a new shop is made
    assert {name: len(rows) for name, rows in contents(shop).items() if rows} == {
        "customer": 3, "product": 2, "orders": 3, "order_line": 5, "picture": 1, "packer": 1, "setting": 2,
        "day_word": 1, "reading": 1, "packing_step": 1, "packing_claim": 1, "carrier": 1, "order_step": 1,
        "product_text": 1, "product_word": 1,
        "print_item": 2, "relative": 1, "special_day": 1, "congratulation": 1, "contact": 1, "customer_address": 1,
        "word": 1, "customer_word": 1, "consent": 1, "customer_note": 1, "former_key": 1, "not_same": 1,
        "saved_view": 1, "template": 1, "template_version": 1, "stock": 1, "calibration": 1,
        "cause": 1, "remedy": 1, "complaint": 1, "complaint_step": 1, "complaint_word": 1, "complaint_file": 1,
        "complaint_kind": 1, "complaint_term": 1, "inbox": 1, "resolution_page": 1, "voucher": 1, "resolution": 1,
        "enclosure": 1, "message_text": 1, "renewal": 1,
    }  # fmt: skip
    assert hits(shop, ["ёлкин", "liga", "елкин"]) == {"ёлкин": [], "liga": [1], "елкин": [2]}
    names = shop.rows(
        CustomerTable.select(CustomerTable.family, CustomerTable.first_order_on).order_by(CustomerTable.id)
    )
    assert [name for name, _ in names] == ["Kalniņa", "Ёлкин", "O'Hara"]
    from desktop_app.store.undo import undo

    undo(shop, actor="")  # its journal works too
    assert shop.sql("SELECT status FROM orders WHERE id = 2") == [("new",)]
    add_customers(shop, "Zoe")
    shop.close()


def test_complaints_about_orders_of_nobody_are_counted_by_the_upgrade(tmp_path: Path) -> None:
    file = tmp_path / "old.cordial"
    connection = apsw.Connection(str(file))
    connection.execute((OLD_SHOPS / "0001.sql").read_text(encoding="utf-8")).fetchall()
    columns = [name for (_, name, *_) in connection.execute("PRAGMA table_info (complaint)") if name != "id"]
    same = ", ".join(f'"{name}"' for name in columns)
    connection.execute(f"INSERT INTO complaint ({same}) SELECT {same} FROM complaint")
    connection.execute(f"INSERT INTO complaint ({same}) SELECT {same} FROM complaint")
    connection.execute("UPDATE complaint SET customer_id = NULL, order_id = 3 WHERE id > 1")
    connection.execute("UPDATE complaint SET rating = 5 WHERE id = 3")  # praise
    connection.close()
    shop = open_shop(file)
    assert shop.sql("SELECT id, open_complaints FROM orders ORDER BY id") == [(1, 0), (2, 0), (3, 2)]
    shop.close()


def test_migrations_are_found_beside_the_program() -> None:
    assert Path(migrate.__file__).parent / "migrations" == migrate.FOLDER
    assert migrate.known()[0] == "0001_first"


def test_what_is_pending_is_asked_with_few_statements(shop: Shop) -> None:
    asked: list[str] = []
    shop.database.query_hooks.append(lambda event: asked.append(event.sql))
    assert migrate.pending(Access(shop.database, shop.engine, location="", place="", write=True)) == []
    assert len(asked) <= 2
