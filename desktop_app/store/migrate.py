"""Brings a shop's tables to this program's schema by the numbered files in migrations/, and refuses a newer one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.drivers import drivers_hidden

FOLDER = Path(__file__).resolve().parent / "migrations"  # read as files, also in a packaged build
HISTORY = "cordial_migration"


def known() -> list[str]:
    """The names of this program's migrations, oldest first."""
    return sorted(file.stem for file in FOLDER.glob("[0-9]*.py"))


def applied(access: Access) -> list[str]:
    """The names of the migrations a shop has been through; empty for an empty database."""
    if HISTORY not in access.database.get_tables():
        return []
    return [name for (name,) in access.sql(f"SELECT name FROM {HISTORY} ORDER BY name")]


def pending(access: Access) -> list[str]:
    """What is still to be done on a shop; raises StoreUnavailable when a newer program has been at it."""
    done = applied(access)
    ours = known()
    refuse_newer(done, access.place)
    return [name for name in ours if name not in done]


def refuse_newer(done: list[str], place: str) -> None:
    """Raises StoreUnavailable when one of the migrations done is not known to this program."""
    if set(done) - set(known()):
        raise StoreUnavailable(
            msg("“{place}” was last used by a newer Cordial. Update this one; the shop was left as it is.", place=place)
        )


def migrate(access: Access, *, target: str | None = None) -> list[str]:
    """Does what is pending, up to `target`, in one transaction with its checks, or nothing; returns what was done."""
    with drivers_hidden():  # it brings a database of Cockroach's, which would bring psycopg
        from playhouse.migrations import Runner  # only when there is something to do

    with access.ready():
        runner = Runner(access.database, str(FOLDER), table_name=HISTORY)
        # outermost on purpose: with foreign keys on, a table that is rebuilt would take its children with it
        with runner.migrator.migration_context():
            before = _standing(access)
            done: list[str] = runner.up(target)
            _check(access, before)
    return done


def counts(access: Access) -> dict[str, int]:
    """How many rows each of the shop's tables has, by table name."""
    return {
        name: access.sql(f'SELECT count(*) FROM "{name}"')[0][0]
        for name in access.database.get_tables()
        if not name.startswith(("customer_search", "relative_search", "sqlite_"))
    }


@dataclass(frozen=True)
class _Standing:
    """What an upgrade must not lose."""

    counts: dict[str, int]
    triggers: frozenset[str] = frozenset()
    last_ids: tuple[tuple[str, int], ...] = ()


def _standing(access: Access) -> _Standing:
    if not access.sqlite:
        return _Standing(counts(access))
    triggers = access.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    numbered = access.sql("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")
    last_ids = access.sql("SELECT name, seq FROM sqlite_sequence") if numbered else []
    return _Standing(counts(access), frozenset(name for (name,) in triggers), tuple((n, seq) for n, seq in last_ids))


def _check(access: Access, before: _Standing) -> None:
    """Raises RuntimeError, which takes everything back, when an upgrade lost rows, triggers or references.

    A table that was rebuilt has forgotten its last id; it is told again, so that no id is used twice.
    """
    after = _standing(access)
    lost = [name for name, count in before.counts.items() if after.counts.get(name, count) < count]
    lost += before.triggers - after.triggers
    loose: list[Any] = access.sql("PRAGMA foreign_key_check") if access.sqlite else []
    if lost or loose:
        raise RuntimeError(f"migration lost rows or triggers: {lost}, or left loose references: {loose[:3]}")
    for name, last in before.last_ids:
        access.sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ? AND seq < ?", (last, name, last))
