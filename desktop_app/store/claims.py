"""Claims: which bench holds which order; a lease by the database's own clock, kept beside the change log.

One statement takes a claim, so that two benches never hold the same order; a lease that ran out is as good as none. The
bench's actions decide what a claim allows; nothing here is journaled, undone or announced.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.store.access import Access, Engine

LEASE = 120_000  # milliseconds: a bench that is alive says so every twenty seconds
LONG_LEASE = 15 * 60_000  # for a bench that says nothing between two commands
_DAY = 24 * 60 * 60_000
_MORE_TRIES = 1_000  # each means that another bench was quicker by a moment
CLOCK = {  # milliseconds since 1970, as the database has them
    Engine.SQLITE: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
    Engine.POSTGRESQL: "(extract(epoch FROM statement_timestamp()) * 1000)::bigint",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an order: the packer, and the bench they stand at."""

    packer: str
    bench: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it stands; one that ran out is nobody's, `live` is False then."""

    packer: str
    bench: str
    live: bool
    ticks: str


def take_next(access: Access, holder: Holder, *, unpaid: bool, lease: int = LEASE) -> int | None:
    """Takes the first order of the queue that no bench holds; None when none is left."""
    statement = next_statement(access.engine, unpaid)
    for _ in range(_MORE_TRIES):
        with _uninterrupted(access):
            answer = access.sql(statement, (holder.packer, holder.bench, lease))
        found, taken = answer[0] if answer else (None, None)
        if taken is not None:
            return int(taken)
        if found is None:
            return None
    return None


def take(access: Access, order: int, holder: Holder, *, lease: int = LEASE) -> bool:
    """Takes one order unless another bench holds it; what this bench ticked on it before stays."""
    now = CLOCK[access.engine]
    with _uninterrupted(access):
        taken = access.sql(
            f"INSERT INTO packing_claim (version, order_id, packer, bench, until, ticks)"
            f" VALUES (0, ?, ?, ?, {now} + ?, '') ON CONFLICT (order_id) DO UPDATE SET packer = excluded.packer,"
            f" bench = excluded.bench, until = excluded.until, ticks = CASE WHEN packing_claim.bench = excluded.bench"
            f" THEN packing_claim.ticks ELSE '' END"
            f" WHERE packing_claim.bench = excluded.bench OR NOT {live(access.engine, 'packing_claim')}"
            f" RETURNING order_id",
            (order, holder.packer, holder.bench, lease),
        )
    return bool(taken)


def beat(access: Access, order: int, bench: str, *, lease: int = LEASE) -> bool:
    """Says that a bench is alive with an order: the lease begins anew, also one that ran out and nobody took.

    Only what is open there: an order that was open when the bench died has to come back although it runs again.
    """
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE packing_claim SET until = {CLOCK[access.engine]} + ?"
            f" WHERE order_id = ? AND bench = ? RETURNING order_id",
            (lease, order, bench),
        )
    return bool(found)


def tick(access: Access, order: int, bench: str, *, was: str, ticks: str, lease: int = LEASE) -> bool:
    """Keeps what was checked of an order where it still stands as it `was` read; its lease begins anew."""
    with _uninterrupted(access):
        found = access.sql(
            f"UPDATE packing_claim SET ticks = ?, until = {CLOCK[access.engine]} + ?"
            f" WHERE order_id = ? AND bench = ? AND ticks = ? RETURNING order_id",
            (ticks, lease, order, bench, was),
        )
    return bool(found)


def untick(access: Access, orders: Sequence[int]) -> None:
    """Forgets what was checked of orders whose articles are others now; part of that change."""
    condition = "IN (SELECT value FROM json_each(?))"
    if not access.sqlite:
        condition = "IN (SELECT value::bigint FROM json_array_elements_text(?))"
    statement = f"UPDATE packing_claim SET ticks = '' WHERE order_id {condition} RETURNING order_id"
    access.sql(statement, (json.dumps(list(orders)),))


def drop(access: Access, order: int, bench: str) -> bool:
    """Gives an order back; also inside a change. Whether this bench still had it."""
    statement = "DELETE FROM packing_claim WHERE order_id = ? AND bench = ? RETURNING order_id"
    with _uninterrupted(access):
        return bool(access.sql(statement, (order, bench)))


def drop_all(access: Access, bench: str) -> int:
    """Gives back all that a bench holds, and sweeps up what was forgotten for a day; how many it held."""
    with _uninterrupted(access):
        found = access.sql("DELETE FROM packing_claim WHERE bench = ? RETURNING order_id", (bench,))
        access.sql(f"DELETE FROM packing_claim WHERE until < {CLOCK[access.engine]} - {_DAY} RETURNING order_id")
    return len(found)


def claim_on(access: Access, order: int) -> Claim | None:
    """The claim on an order, whether its lease runs or not."""
    found = access.sql(
        f"SELECT packer, bench, {live(access.engine, 'c')}, ticks FROM packing_claim c WHERE order_id = ?", (order,)
    )
    return Claim(found[0][0], found[0][1], bool(found[0][2]), found[0][3]) if found else None


def held(access: Access) -> dict[int, str]:
    """The orders that benches hold now, each with its packer."""
    found = access.sql(f"SELECT order_id, packer FROM packing_claim c WHERE {live(access.engine, 'c')}")
    return {int(order): packer for order, packer in found}


def live(engine: Engine, table: str) -> str:
    """The SQL condition that a claim’s lease runs; one longer than any we give is of a clock that was set back."""
    now = CLOCK[engine]
    return f"({table}.until > {now} AND {table}.until <= {now} + {LONG_LEASE})"


def _uninterrupted(access: Access) -> AbstractContextManager[object]:
    """A block that `interrupt` does not end; a change is one already."""
    return nullcontext() if access.changing else access.gate


@lru_cache(maxsize=4)
def next_statement(engine: Engine, unpaid: bool) -> str:
    """One statement that finds the next order and takes it; answers what it found and what it took."""
    wanted = "o.status IN ('new', 'paid', 'packing') AND o.set_aside = ''" + ("" if unpaid else " AND o.paid")
    free = f"NOT EXISTS (SELECT 1 FROM packing_claim c WHERE c.order_id = o.id AND {live(engine, 'c')})"
    first = f"FROM orders o WHERE {wanted} AND {free} ORDER BY o.ship_by NULLS LAST, o.shelf_key, o.id LIMIT 1"
    into = "INSERT INTO packing_claim (version, order_id, packer, bench, until, ticks)"
    over = (
        "ON CONFLICT (order_id) DO UPDATE SET packer = excluded.packer, bench = excluded.bench,"
        f" until = excluded.until, ticks = '' WHERE NOT {live(engine, 'packing_claim')}"
    )
    if engine is Engine.SQLITE:  # one writer at a time: what it finds it takes
        return f"{into} SELECT 0, o.id, ?, ?, {CLOCK[engine]} + ?, '' {first} {over} RETURNING order_id, order_id"
    return (
        f"WITH found AS (SELECT o.id {first} FOR NO KEY UPDATE OF o SKIP LOCKED),"
        f" taken AS ({into} SELECT 0, id, ?, ?, {CLOCK[engine]} + ?, '' FROM found {over} RETURNING order_id)"
        " SELECT (SELECT id FROM found), (SELECT order_id FROM taken)"
    )
