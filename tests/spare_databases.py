"""Databases of the test server that a test gave back, emptied for the next one: a third of the time of a new one."""

from __future__ import annotations

import psycopg

_GROWTH = 4 << 20  # bytes of rows, removed ones among them; what has grown further is slower than a new one
_TABLES = (
    "SELECT c.oid::regclass::text, pg_relation_size(c.oid) FROM pg_class c"
    " WHERE c.oid >= 16384 AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    " AND pg_relation_size(c.oid) > 0"
)
# Copies of one template agree in all of this; whatever a test makes, changes, drops or allows makes another. What has a
# number below 16384 came with the server.
_SHAPE = " UNION ALL ".join(
    f"SELECT {what} FROM {source}"
    for what, source in (
        *(
            (f"count(*), sum(hashtext(concat(x.{key}, ' ', x.xmin))::bigint)", f"{catalogue} x{condition}")
            for catalogue, key, condition in (
                ("pg_class", "oid", " WHERE x.oid >= 16384"),
                ("pg_attribute", "attrelid, ' ', x.attnum", " WHERE x.attrelid >= 16384"),
                ("pg_proc", "oid", " WHERE x.oid >= 16384"),
                ("pg_namespace", "oid", " WHERE x.nspname !~ '^pg_(toast_)?temp_'"),
                ("pg_trigger", "oid", ""),
                ("pg_constraint", "oid", ""),
                ("pg_policy", "oid", ""),
                ("pg_default_acl", "oid", ""),
                ("pg_extension", "oid", ""),
            )
        ),
        ("count(*), sum(hashtext(x::text)::bigint)", "cordial_migration x"),
        (
            "count(*), 0",
            "pg_db_role_setting x JOIN pg_database d ON d.oid = x.setdatabase WHERE d.datname = current_database()",
        ),
        ("1, hashtext(coalesce(datacl::text, ''))", "pg_database WHERE datname = current_database()"),
    )
)
_OTHERS_GO = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_NUMBERS_FROM_ONE = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
    " FROM pg_sequences WHERE last_value IS NOT NULL AND sequencename NOT LIKE 'cordial_migration%'"
)


class SpareDatabases:
    """Empty shops on the server that were used already and can be used again.

    Each keeps the connection by which it is emptied: what a server reads for a new one costs more than the emptying.
    """

    def __init__(self) -> None:
        self._addresses: list[str] = []
        self._keepers: dict[str, psycopg.Connection] = {}
        self._empty: tuple[object, ...] = ()  # what an empty shop looks like

    def take(self) -> str | None:
        """The address of one, if there is any."""
        return self._addresses.pop() if self._addresses else None

    def know(self, address: str) -> None:
        """Remembers what a new shop looks like, from one nobody has used yet."""
        with psycopg.connect(address, autocommit=True) as connection:
            self._empty = _looks(connection)

    def give_back(self, address: str) -> bool:
        """Empties a database for the next test; False when it is not as it was, so that it must be dropped."""
        try:
            keeper = self._keepers.get(address)
            if keeper is None:
                keeper = self._keepers[address] = psycopg.connect(address, autocommit=True, prepare_threshold=0)
            keeper.execute(_OTHERS_GO)
            if not _empty(keeper) or _looks(keeper) != self._empty:
                self.leave(address)
                return False
        except psycopg.Error:  # a test may have forbidden anything
            self.leave(address)
            return False
        self._addresses.append(address)
        return True

    def leave(self, address: str) -> None:
        """Lets go of a database that is to be dropped or copied."""
        keeper = self._keepers.pop(address, None)
        if keeper is not None:
            keeper.close()

    def close(self) -> None:
        """Lets go of all."""
        for address in list(self._keepers):
            self.leave(address)


def _empty(connection: psycopg.Connection) -> bool:
    """Takes all rows out, with the numbers that were drawn, but for the history of migrations; False: too many."""
    written = dict(connection.execute(_TABLES).fetchall())
    if sum(written.values()) > _GROWTH:
        return False
    removed = "".join(f"DELETE FROM {name}; " for name in written if name != "cordial_migration")
    connection.execute(  # in any sequence, without triggers; all in one go
        f"BEGIN; SET LOCAL session_replication_role = replica; {removed} {_NUMBERS_FROM_ONE}; COMMIT", prepare=False
    )
    return True


def _looks(connection: psycopg.Connection) -> tuple[object, ...]:
    return tuple(connection.execute(_SHAPE).fetchall())
