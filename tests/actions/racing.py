"""Benches that race for the same orders, each a process of its own: what they took, what they packed, who was killed.

`race` lets them pack a whole queue, `kills` ends many of them at random moments; both answer how often an order was
taken twice, packed twice or never. `NAIVE` is the positive control: it looks first and takes then, without a lock.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from desktop_app.actions.packing import claim_next, done
from desktop_app.domain.errors import AppError, Conflict
from desktop_app.domain.orders import OrderId
from desktop_app.i18n import msg
from desktop_app.store import claims
from desktop_app.store.connect import is_server, open_shop
from desktop_app.store.file import connect_file
from desktop_app.store.shop import Shop
from desktop_app.store.tables import OrderTable

PACK, TAKE, NAIVE = "pack", "take", "naive"
_PATIENT = 120_000  # milliseconds
_SHORT = 400  # milliseconds: what a killed bench held is free soon, and one that is slow loses its order
_ROOT = Path(__file__).resolve().parents[2]
_COLUMNS = ("number", "number_key", "source", "source_key", "status", "paid", "currency", "ship_by", "shelf_key")


@dataclass(frozen=True, slots=True)
class Raced:
    """How a race ended; `taken` counts claims that were acknowledged, `twice` orders that two benches had at once."""

    taken: int
    twice: int
    packed_twice: int
    lost: int
    kills: int
    seconds: float


def reach(location: str) -> Shop:
    """One more connection to a shop, also to a file that another desk has opened."""
    if is_server(location):
        return open_shop(location)
    shop = connect_file(Path(location), write=True)
    shop.database.connection().set_busy_timeout(_PATIENT)  # SQLite lets writers in as it comes, not in turn
    return shop


def fill(location: str, orders: int) -> None:
    """Orders to pack, many due on the same day."""
    shop = open_shop(location)
    rows = (
        (str(n), str(n), "race", str(n), "paid", True, "EUR", f"2026-11-{20 + n % 5}", f"a {n % 40:08d}")
        for n in range(orders)
    )
    with shop.change(msg("Orders"), actor="", topics=()) as change:
        change.insert_many(OrderTable, _COLUMNS, rows)
    if not shop.sqlite:
        shop.execute("ANALYZE orders")  # as the server does by itself in time
    shop.close()


def race(location: str, folder: Path, *, benches: int, orders: int, how: str = PACK) -> Raced:
    """Lets benches take orders at once until none is left, with the usual lease."""
    fill(location, orders)
    running = [_start(location, folder, n, how, claims.LEASE) for n in range(benches)]
    begun = _go(running)
    for one in running:
        assert one.wait() == 0, "a bench failed"
    return _told(location, folder, kills=0, seconds=perf_counter() - begun, packing=how == PACK)


def kills(location: str, folder: Path, *, times: int, orders: int, seed: int = 1, benches: int = 4) -> Raced:
    """Kills benches in the midst of their work, a few at once, then lets new ones pack what is left."""
    fill(location, orders)
    chance, killed, begun = random.Random(seed), 0, perf_counter()
    while killed < times:
        lot = [_start(location, folder, killed + n, PACK, _SHORT) for n in range(min(benches, times - killed))]
        _go(lot)
        for one in lot:
            for _ in range(chance.randrange(1, 4)):
                os.read(one.stdout.fileno(), 1)  # type: ignore[union-attr]  # a sign of life for each claim
            one.send_signal(signal.SIGKILL)
            one.wait()
            killed += 1
            _close(one)
    last = [_start(location, folder, times + n, PACK, _SHORT) for n in range(benches)]
    _go(last)
    for one in last:
        assert one.stdout is not None
        one.stdout.read()
        assert one.wait() == 0, "a bench failed"
        _close(one)
    return _told(location, folder, kills=killed, seconds=perf_counter() - begun, packing=True)


def _start(location: str, folder: Path, number: int, how: str, lease: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "tests.actions.racing", location, str(folder / f"bench-{number}"), how, str(lease)]
    out = subprocess.PIPE if lease == _SHORT else subprocess.DEVNULL
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=out, cwd=_ROOT)


def _go(running: list[subprocess.Popen[bytes]]) -> float:
    """Waits until every bench stands ready, then lets all of them begin; answers when that was."""
    for one in running:
        assert one.stdin is not None
        ready = Path(str(one.args[4]) + ".ready")  # type: ignore[index]
        while not ready.exists():
            assert one.poll() is None, "a bench did not start"
    for one in running:
        assert one.stdin is not None
        one.stdin.write(b"\n")
        one.stdin.close()
    return perf_counter()


def _close(one: subprocess.Popen[bytes]) -> None:
    if one.stdout is not None:
        one.stdout.close()


def _told(location: str, folder: Path, *, kills: int, seconds: float, packing: bool) -> Raced:
    taken = Counter(int(line) for file in folder.glob("bench-*.taken") for line in file.read_text().split())
    shop = reach(location)
    twice = "SELECT count(*) FROM (SELECT order_id FROM order_step WHERE status = 'packed' GROUP BY order_id"
    [(packed_twice,)] = shop.sql(f"{twice} HAVING count(*) > 1) AS twice")
    unpacked = "SELECT count(*) FROM orders WHERE status <> 'packed'"
    [(lost,)] = shop.sql(unpacked) if packing else [(0,)]
    shop.close()
    several = sum(count > 1 for count in taken.values())
    return Raced(sum(taken.values()), several, packed_twice, lost, kills, seconds)


def _work(location: str, place: str, how: str, lease: int) -> None:
    """One bench: takes an order, says so, packs it, until nothing is left."""
    shop, bench = reach(location), Path(place).name
    log = os.open(f"{place}.taken", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    Path(f"{place}.ready").touch()
    sys.stdin.readline()
    while True:
        order = _naive(shop, bench) if how == NAIVE else claim_next(shop, bench, bench, lease=lease)
        if order is None:
            if how != PACK or not _waiting(shop):
                break
            continue  # others have the last ones: they may yet be killed
        os.write(log, b"%d\n" % order)
        if lease == _SHORT:
            os.write(1, b".")
        if how == TAKE:
            finish(shop, order)
        if how == PACK:
            _pack(shop, order, bench, late=lease == _SHORT)
    shop.close()


def _pack(shop: Shop, order: OrderId, bench: str, *, late: bool) -> None:
    try:
        done(shop, order, packer=bench, bench=bench)
    except Conflict as error:
        if not late:  # with its lease still running nobody may have taken it
            raise AppError(error.message) from error


def finish(shop: Shop, order: int) -> None:
    """Takes an order out of the queue without a trace, as where only claims are measured."""
    shop.execute("UPDATE orders SET status = 'packed' WHERE id = ?", (order,))
    shop.execute("DELETE FROM packing_claim WHERE order_id = ?", (order,))


def _waiting(shop: Shop) -> bool:
    return bool(shop.sql("SELECT 1 FROM orders WHERE status IN ('new', 'paid', 'packing') LIMIT 1"))


def _naive(shop: Shop, bench: str) -> OrderId | None:
    """The claim that everybody writes first: look which order is free, then take it."""
    free = "NOT EXISTS (SELECT 1 FROM packing_claim c WHERE c.order_id = o.id)"
    wanted = f"o.status IN ('new', 'paid', 'packing') AND {free}"
    found: list[Any] = shop.sql(
        f"SELECT o.id FROM orders o WHERE {wanted} ORDER BY o.ship_by, o.shelf_key, o.id LIMIT 1"
    )
    if not found:
        return None
    shop.execute(
        "INSERT INTO packing_claim (version, order_id, packer, bench, until, ticks)"
        " VALUES (0, ?, ?, ?, 9999999999999, '') ON CONFLICT (order_id) DO UPDATE SET bench = excluded.bench",
        (found[0][0], bench, bench),
    )
    return OrderId(found[0][0])


if __name__ == "__main__":
    _work(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
