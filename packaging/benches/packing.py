"""packaging/bench packing: claims a second of 8 benches, a scan until the order is known, Enter until its PDF is there.

Beside each stands its floor: the bare driver asking the same, and the disk keeping the same bytes. `--race` and
`--kills` are the drills at full size; every figure of theirs must be 0, but for the control, which must not.
"""

from __future__ import annotations

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import apsw
from goals import Figure, gather

from desktop_app.actions.packing import claim, claim_next, done, release
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.domain.printing import Kind
from desktop_app.queries.packing import order_by_number, parcel, queue
from desktop_app.queries.printing import parcel_details, shop_details
from desktop_app.queries.settings import settings
from desktop_app.store.access import Engine
from desktop_app.store.claims import next_statement
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.durable import durable_write
from tests.actions import racing

GOAL = 100.0  # milliseconds, p95
Took = list[tuple[float, float]]  # milliseconds by the clock, and of the processor
_FINISH = ("UPDATE orders SET status = 'packed' WHERE id = ?", "DELETE FROM packing_claim WHERE order_id = ?")


def main() -> None:
    """Runs the parts that were asked for."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--shop", metavar="FILE", help="a big shop to work in; its orders are packed")
    words.add_argument("--claims", type=int, default=0, metavar="N", help="orders for 8 benches to take")
    words.add_argument("--race", type=int, default=0, metavar="N", help="orders for 8 benches to pack")
    words.add_argument("--kills", type=int, default=0, metavar="N", help="benches to kill at work")
    words.add_argument("--times", type=int, default=200, metavar="N", help="orders to scan and print")
    words.add_argument("--window", metavar="FILE", help="a big shop to work in at the bench’s own window")
    words.add_argument("--floor", metavar="LOCATION", help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.floor:
        _floor_worker(asked.floor)
        return
    for engine in Engine:
        if asked.claims:
            claims(engine, asked.claims)
        if asked.race:
            drill(engine, "8 benches pack", lambda at, to: racing.race(at, to, benches=8, orders=asked.race))
            drill(engine, "the control", _naive)
        if asked.kills:
            drill(engine, "killed", lambda at, to: racing.kills(at, to, times=asked.kills, orders=20 * asked.kills))
    if asked.shop:
        shop = open_shop(asked.shop)
        scan(shop, asked.times)
        enter(shop, asked.times)
        shop.close()
    if asked.window:
        at_the_window(asked.window, asked.times)


def _naive(location: str, folder: Path) -> racing.Raced:
    return racing.race(location, folder, benches=8, orders=2_000, how=racing.NAIVE)


def claims(engine: Engine, orders: int) -> None:
    """Claims a second through our layers, then through the bare driver, each order taken out of the queue by it."""
    with _location(engine) as (location, folder):
        ours = racing.race(location, folder, benches=8, orders=orders, how=racing.TAKE)
    with _location(engine) as (location, folder):
        racing.fill(location, orders)
        floor = _raced_bare(location)
    print(
        f"{engine:<10}  8 benches, {orders:,} orders: {orders / ours.seconds:>7,.0f} claims/s, twice {ours.twice};"
        f"  bare driver {orders / floor:>7,.0f}/s",
        flush=True,
    )


def drill(engine: Engine, what: str, run: Callable[[str, Path], racing.Raced]) -> None:
    """One drill in a shop of its own, and what came of it."""
    with _location(engine) as (location, folder):
        found = run(location, folder)
    again = "taken again" if found.kills else "taken twice"
    print(
        f"{engine:<10}  {what:<15} {found.taken:>6,} claims in {found.seconds:>6.1f} s, kills {found.kills};"
        f"  {again} {found.twice}, packed twice {found.packed_twice}, lost {found.lost}",
        flush=True,
    )


def scan(shop: Shop, times: int) -> None:
    """A number scanned until its order is taken and known, articles, notes, checklist and all."""
    rows = queue(shop, limit=times)
    took: Took = []
    for row in rows:
        with _timed(took):
            order = order_by_number(shop, row.number)
            claim(shop, order, "Anna", "bench")
            parcel(shop, order)
        release(shop, order, "bench")
    bare = apsw.Connection(shop.location, flags=apsw.SQLITE_OPEN_READONLY)
    floor: Took = []
    for row in rows:
        with _timed(floor):
            [(order_id, *_)] = bare.execute("SELECT * FROM orders WHERE number_key = ?", (row.number,)).fetchall()
            bare.execute("SELECT * FROM order_line WHERE order_id = ?", (order_id,)).fetchall()
    bare.close()
    _tell("scan → the order with all the bench shows", took, floor, "bare driver: its row and its lines")
    took = []
    for _ in range(20):
        with _timed(took):
            queue(shop)
    _tell("the queue, 200 orders", took, [])


def enter(shop: Shop, times: int) -> None:
    """Enter until the parcel's papers are one PDF on the disk; and until the order is packed and that is kept."""
    values, details = settings(shop), shop_details(shop)
    made: Took = []
    packed: Took = []
    floor: Took = []
    with tempfile.TemporaryDirectory() as folder:
        to, again = Path(folder, "parcel.pdf"), Path(folder, "floor.pdf")
        for n in range(times):
            order = claim_next(shop, "Anna", "bench")
            if order is None:
                break
            took: Took = []
            with _timed(took):
                papers = parcel_details(shop, [order])
                result = make_parcel_papers(papers, details, kind=Kind.PARCEL, values=values, to=to, by="Anna")
            with _timed(packed):
                done(shop, order, packer="Anna", bench="bench", result=result, file=to, unchecked=True)
            content = to.read_bytes()
            with _timed(floor):
                durable_write(again, lambda out, content=content: out.write(content))  # type: ignore[misc]
            made += (
                took if n else []
            )  # the first loads the press, which a bench does while the packer reads the mission
            if not n:
                print(f"{'the first PDF, with the press loaded':<44} {took[0][0]:>7.1f} ms")
    _tell("Enter → its papers are a PDF", made, floor, "the same bytes kept by the disk")
    _tell("… and the order is packed, all in one change", packed, [])


def at_the_window(location: str, times: int) -> None:
    """The same two by the bench's own window, keys in and paint out."""
    import packing_window

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scanned, finished = packing_window.measure(location, times)
    for what, took in (("scan → the order is painted", scanned), ("Enter → its PDF is kept, it is packed", finished)):
        figure = gather(Figure(f"{what}, p95", _of(took, 0.95), "ms", most=GOAL))
        print(f"{what:<44} p50 {_of(took, 0.5):>6.1f}  p95 {figure.value:>6.1f} ms ({figure.verdict})", flush=True)


@contextmanager
def _timed(into: Took) -> Iterator[None]:
    begun, worked = time.perf_counter(), time.process_time()
    yield
    into.append(((time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000))


def _tell(what: str, took: Took, floor: Took, beside: str = "") -> None:
    wall, cpu = [one[0] for one in took], [one[1] for one in took]
    beside_it = _of([one[0] for one in floor], 0.95) if floor else None
    figure = gather(Figure(f"{what}, p95", _of(wall, 0.95), "ms", most=GOAL, floor=beside_it))
    text = f"{what:<44} p50 {_of(wall, 0.5):>6.1f}  p95 {figure.value:>6.1f} ms ({figure.verdict})"
    text += f", of the processor p95 {_of(cpu, 0.95):>6.1f}"
    if floor:
        text += f"   floor p95 {_of([one[0] for one in floor], 0.95):>5.1f} ({beside})"
    print(text, flush=True)


def _of(took: Sequence[float], share: float) -> float:
    return sorted(took)[min(len(took) - 1, int(len(took) * share))]


@contextmanager
def _location(engine: Engine) -> Iterator[tuple[str, Path]]:
    """A new shop of its own, gone at the end, and a folder for what its benches note."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if engine is Engine.SQLITE:
            location = str(folder / "shop.cordial")
            open_shop(location).close()
            yield location, folder
            return
        import psycopg

        address = os.environ["CORDIAL_TEST_POSTGRES"]
        database = f"cordial_bench_{secrets.token_hex(4)}"
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{database}" TEMPLATE template0')
            location = urlunsplit(urlsplit(address)._replace(path=f"/{database}"))
            open_shop(location).close()
            yield location, folder
            server.execute(f'DROP DATABASE "{database}" WITH (FORCE)')


def _raced_bare(location: str) -> float:
    words = [sys.executable, __file__, "--floor", location]
    running = [subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(8)]
    for one in running:
        assert one.stdout is not None
        one.stdout.read(1)
    begun = time.perf_counter()
    for one in running:
        assert one.stdin is not None
        one.stdin.write(b"\n")
        one.stdin.close()
    for one in running:
        assert one.wait() == 0
    return time.perf_counter() - begun


def _floor_worker(location: str) -> None:
    """The same statements by the driver alone."""
    ask: Callable[[str, Sequence[Any]], list[Any]]
    if location.startswith("postgresql"):
        import psycopg

        server = psycopg.connect(location, autocommit=True)
        server.prepare_threshold = None
        mark, engine = "%s", Engine.POSTGRESQL

        def ask(text: str, values: Sequence[Any]) -> list[Any]:
            cursor = server.execute(text.replace("?", mark).encode(), values)
            return cursor.fetchall() if cursor.description else []
    else:
        file, engine = apsw.Connection(location), Engine.SQLITE
        file.set_busy_timeout(60_000)
        file.pragma("synchronous", "FULL")

        def ask(text: str, values: Sequence[Any]) -> list[Any]:
            return file.execute(text, values).fetchall()

    statement = next_statement(engine, False)
    print("r", end="", flush=True)
    sys.stdin.readline()
    while True:
        answer = ask(statement, ("raw", str(os.getpid()), 120_000))
        found, taken = answer[0] if answer else (None, None)
        if found is None:
            break
        for finish in _FINISH if taken is not None else ():
            ask(finish, (taken,))


if __name__ == "__main__":
    main()
