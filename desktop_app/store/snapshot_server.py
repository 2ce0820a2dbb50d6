"""A snapshot of a shop on a server: every table by COPY within one read of one moment, and loading it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import peewee

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store import tables
from desktop_app.store.access import Access
from desktop_app.store.archive import Manifest, Part, Snapshot
from desktop_app.store.migrate import counts, migrate, pending
from desktop_app.store.outbox import doubted
from desktop_app.store.postgres import one_desk
from desktop_app.store.roles import renew_rights

PATIENCE = "15s"  # with a desk in the middle of something; then Conflict: try again
_PART = "tables/{}.copy"


@contextmanager
def snapshot(access: Access, file: Path) -> Iterator[Snapshot]:
    """The shop as it stands now; what others change meanwhile is not in it."""
    del file  # nothing is written but the archive itself
    if access.changing:
        raise RuntimeError("a backup inside a change")
    with access.gate, access.ready():
        access.database.begin("REPEATABLE READ")
        try:
            rows = {name: count for name, count in counts(access).items() if name in table_names()}
            change = access.sql("SELECT coalesce(max(id), 0) FROM change_log")[0][0]
            columns = _columns(access)
            parts = {_PART.format(name): _table(access, name, columns[name], rows[name]) for name in table_names()}
            yield Snapshot(change, rows, parts, {name: _sequence(access, name) for name in table_names()})
        finally:
            access.database.rollback()


def table_names() -> list[str]:
    """The shop's tables in an order in which they can be filled."""
    models = [model for model in vars(tables).values() if isinstance(model, type) and model is not tables.Table]
    return [model._meta.table_name for model in vars(peewee)["sort_models"](models)]  # not in its stubs


def load(access: Access, part: str, blocks: Iterable[bytes]) -> None:
    """Fills an empty table from a part of a backup, inside a transaction."""
    name = part.removeprefix("tables/").removesuffix(".copy")
    blocks = iter(blocks)
    head, _, rest = next(blocks).partition(b"\n")  # the first line names the columns
    columns = ", ".join(f'"{column}"' for column in head.decode().split("\t"))
    with access.ready(), access.database.cursor().copy(f'COPY "{name}" ({columns}) FROM STDIN') as copy:
        copy.write(rest)
        for block in blocks:
            copy.write(block)


def replace_all(access: Access, manifest: Manifest, content: Callable[[str], Iterable[bytes]]) -> None:
    """Puts a backup's rows in the place of all that is there, in one transaction: old or new, whatever happens."""
    with one_desk(access), access.gate, access.ready(), access.database.atomic():
        access.sql(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        for name in access.database.get_tables():
            access.sql(f'DROP TABLE "{name}" CASCADE')
        migrate(access, target=manifest.schema[-1])
        for part in manifest.parts:
            load(access, part, content(part))
        for name, last in manifest.sequences.items():
            if last:
                access.sql("SELECT setval(pg_get_serial_sequence(?, 'id')::regclass, ?)", (f'"{name}"', last))
        found = counts(access)
        if any(found[name] != count for name, count in manifest.counts.items()):
            raise RuntimeError("the backup's tables came out with other counts")
        if pending(access):
            migrate(access)
        access.execute(*doubted(dt.datetime.now().astimezone().isoformat(timespec="seconds")))
        renew_rights(access)


def problems(access: Access) -> list[str]:
    """Reads every row of every table; what the server cannot read comes out in words. References it keeps itself."""
    with access.ready():
        for name in table_names():
            access.sql(f'SELECT count(t::text) FROM "{name}" t')
    return []


def _columns(access: Access) -> dict[str, list[str]]:
    """The names of each table's columns in their order, all tables in one question."""
    found: dict[str, list[str]] = {}
    for table, column in access.sql(
        "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped"
        " ORDER BY c.relname, a.attnum"
    ):
        found.setdefault(table, []).append(column)
    return found


def _table(access: Access, name: str, columns: list[str], expected: int) -> Part:
    def part(target: IO[bytes]) -> None:
        target.write("\t".join(columns).encode() + b"\n")
        names, lines = ", ".join(f'"{column}"' for column in columns), 0
        with access.database.cursor().copy(f'COPY (SELECT {names} FROM "{name}" ORDER BY id) TO STDOUT') as copy:
            for block in copy:
                lines += bytes(block).count(b"\n")
                target.write(block)
        if lines != expected:
            raise StoreUnavailable(msg("The backup of “{place}” came out incomplete. Try again.", place=access.place))

    return part


def _sequence(access: Access, name: str) -> int:
    found: list[Any] = access.sql(
        "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(?, 'id')::regclass), 0)", (f'"{name}"',)
    )
    return int(found[0][0])
