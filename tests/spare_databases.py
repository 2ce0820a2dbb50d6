"""Databases of the test server that a test gave back, emptied for the next one: a third of the time of a new one."""

from __future__ import annotations

from urllib.parse import urlsplit

import psycopg

_GROWTH = 8 << 20  # bytes more than an empty shop's; what has grown further is slower than a new one
_OWN = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
_TABLES = f"SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OWN}"
# Copies of one template agree in all of this; whatever a test makes, changes, drops or allows makes another.
_SHAPE = [
    f"SELECT {what} FROM {source}"
    for what, source in (
        (
            "count(*), sum(hashtext(concat(x.oid, ' ', x.xmin))::bigint)",
            f"pg_class x JOIN pg_namespace n ON n.oid = x.relnamespace WHERE {_OWN}",
        ),
        (
            "count(*), sum(hashtext(concat(x.attrelid, ' ', x.attnum, ' ', x.xmin))::bigint)",
            f"pg_attribute x JOIN pg_class c ON c.oid = x.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            f" WHERE {_OWN}",
        ),
        *(
            ("count(*), sum(hashtext(concat(x.oid, ' ', x.xmin))::bigint)", f"{catalogue} x {condition}")
            for catalogue, condition in (
                ("pg_proc", f"JOIN pg_namespace n ON n.oid = x.pronamespace WHERE {_OWN}"),
                ("pg_namespace", "WHERE x.nspname !~ '^pg_(toast_)?temp_'"),
                *(
                    (catalogue, "")
                    for catalogue in ("pg_trigger", "pg_constraint", "pg_policy", "pg_default_acl", "pg_extension")
                ),
            )
        ),
        ("count(*), sum(hashtext(x::text)::bigint)", "cordial_migration x"),
        ("count(*), 0", "pg_db_role_setting x JOIN pg_database d ON d.oid = x.setdatabase"
                        " WHERE d.datname = current_database()"),
        ("1, hashtext(coalesce(datacl::text, ''))", "pg_database WHERE datname = current_database()"),
    )
]  # fmt: skip


class SpareDatabases:
    """Empty shops on the server that were used already and can be used again."""

    def __init__(self) -> None:
        self._addresses: list[str] = []
        self._empty: tuple[object, ...] = ()  # what an empty shop looks like
        self._size = 0

    def take(self) -> str | None:
        """The address of one, if there is any."""
        return self._addresses.pop() if self._addresses else None

    def know(self, address: str) -> None:
        """Remembers what a new shop looks like, from one nobody has used yet."""
        with psycopg.connect(address, autocommit=True) as connection:
            self._empty, self._size = _looks(connection), _size(connection)

    def give_back(self, address: str) -> bool:
        """Empties a database for the next test; False when it is not as it was, so that it must be dropped."""
        try:
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
                if _size(connection) > self._size + _GROWTH:
                    return False
                _empty(connection)
                if _looks(connection) != self._empty:
                    return False
        except psycopg.Error:  # a test may have forbidden anything
            return False
        self._addresses.append(address)
        return True


def name_of(address: str) -> str:
    """The name of the database at an address."""
    return urlsplit(address).path[1:]


def _empty(connection: psycopg.Connection) -> None:
    """Takes all rows out, with the numbers that were drawn, but for the history of migrations."""
    written = connection.execute(f"{_TABLES} AND c.relkind = 'r' AND pg_relation_size(c.oid) > 0")
    names = [name for (name,) in written if name != "cordial_migration"]
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")  # in any sequence, without triggers
        for name in names:
            connection.execute(f"DELETE FROM {name}")
        connection.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
            " FROM pg_sequences WHERE last_value IS NOT NULL AND sequencename NOT LIKE 'cordial_migration%'"
        )


def _looks(connection: psycopg.Connection) -> tuple[object, ...]:
    return tuple(connection.execute(" UNION ALL ".join(_SHAPE)).fetchall())


def _size(connection: psycopg.Connection) -> int:
    [(size,)] = connection.execute("SELECT pg_database_size(current_database())").fetchall()
    return int(size)
