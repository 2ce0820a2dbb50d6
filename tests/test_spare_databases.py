"""A database another test used is as a new one, or it is not used again."""

from __future__ import annotations

from desktop_app.store.connect import open_shop
from tests.conftest import Server
from tests.made import person
from tests.spare_databases import SpareDatabases


def test_the_next_test_finds_neither_rows_nor_drawn_numbers(server: Server) -> None:
    address = server.ready()
    for _ in range(2):
        shop = open_shop(address)
        assert shop.sql("SELECT count(*) FROM customer") == [(0,)]
        assert person(shop, "Anna") == 1
        assert shop.sql("SELECT max(id) < nextval('cordial_migration_id_seq') FROM cordial_migration") == [(True,)]
        shop.close()
        server.give_back(address)
        assert server.ready() == address


def test_what_was_changed_otherwise_is_not_used_again(server: Server) -> None:
    spare = SpareDatabases()
    spare.know(server.ready())
    for change in (
        "CREATE TABLE more (id integer)",
        "DROP INDEX customer_email_key",
        "ALTER TABLE customer ALTER family SET DEFAULT 'x'",
        "GRANT SELECT (family) ON customer TO public",
        "DELETE FROM cordial_migration",
        "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
    ):
        address = server.ready()
        shop = open_shop(address)
        shop.sql(change)
        shop.close()
        assert not spare.give_back(address), change
        server.drop(address)
    assert spare.take() is None
