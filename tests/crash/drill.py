"""One drill: a program at work is killed; in the shop opened again, all it had promised must be there, whole."""

from __future__ import annotations

import itertools
import random
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.store import migrate
from desktop_app.store.archive import blocks, open_archive
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.snapshots import backup, backups, check
from desktop_app.store.tables import CustomerTable
from tests.crash.child import BATCH, ORDERS, take_in
from tests.store.contents import contents, hits, write

ROOT = Path(__file__).parents[2]
NEXT_MIGRATION = (
    "from peewee import TextField\n\ndef up(migrator, db):\n"
    "    migrator.migrate(migrator.add_column('customer', 'nickname', TextField(default='-')))\n"
    '    db.execute_sql("UPDATE customer SET nickname = given")\n'
)


@dataclass
class Scene:
    """A shop made ready for a drill, the folder for its files, and what is to be compared afterwards."""

    location: str
    folder: Path
    states: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Ending:
    """What a killed program had promised, and whether it was killed at all."""

    promised: list[list[str]]
    killed: bool

    def of(self, kind: str) -> list[list[str]]:
        """The promises of one kind, without their first word."""
        return [words[1:] for words in self.promised if words[0] == kind]


def run(deed: str, scene: Scene, *, after: float | None = None, rounds: int = 0, step: int = 0) -> Ending:
    """Starts the program and kills it `after` seconds of work, or lets it kill itself at a step."""
    words = [deed, scene.location, str(scene.folder), str(rounds), str(step)]
    pipe = subprocess.PIPE
    child_program = [sys.executable, "-m", "tests.crash.child"]
    with subprocess.Popen([*child_program, *words], stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        ready = child.stdout.readline()
        try:
            child.wait(timeout=after)
        except subprocess.TimeoutExpired:
            child.kill()
        said = child.stdout.read()  # communicate() would lose what came in one read with the first line
        complaints = child.stderr.read()
    killed = child.returncode == -signal.SIGKILL
    if not killed and (child.returncode or not ready):
        raise RuntimeError(f"{deed} went wrong by itself:\n{complaints}")
    lines = said.splitlines(keepends=True)
    return Ending([line.split() for line in lines if line.endswith("\n") and line != "end\n"], killed)


@contextmanager
def opened(scene: Scene) -> Iterator[Shop]:
    """The shop, closed at the end of the block."""
    shop = open_shop(scene.location)
    try:
        yield shop
    finally:
        shop.close()


@contextmanager
def again(scene: Scene) -> Iterator[Shop]:
    """The shop opened after the kill: nothing to clear away by hand, and whole."""
    with opened(scene) as shop:
        wait_for_the_server(shop)
        assert check(shop).problems == ()
        if shop.sqlite:
            shop.sql("INSERT INTO customer_search (customer_search, rank) VALUES ('integrity-check', 1)")
        yield shop


def wait_for_the_server(shop: Shop) -> None:
    while not shop.sqlite and shop.sql(  # the server may still be at the killed program's last statement
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND application_name LIKE 'cordial%'"
    ):
        shop.sql("SELECT pg_sleep(0.01)")


def look(shop: Shop) -> Any:
    return contents(shop), hits(shop, ["liga", "batch0"])


def logged(shop: Shop) -> set[str]:
    return {str(number) for (number,) in shop.sql("SELECT id FROM change_log")}


# --- what each deed needs before, and what must hold after ---


def nothing_before(scene: Scene) -> None:
    """An empty shop will do."""


def whole_imports(scene: Scene, ending: Ending) -> None:
    """Each file is in with all its orders and lines, or not at all; those promised are in, and their backups whole."""
    with again(scene) as shop:
        orders = Counter(number.split("-")[0].strip("#") for (number,) in shop.sql("SELECT number FROM orders"))
        lines = Counter(
            number.split("-")[0].strip("#")
            for (number,) in shop.sql("SELECT o.number FROM order_line l JOIN orders o ON o.id = l.order_id")
        )
        assert set(orders.values()) <= {ORDERS}, orders
        assert set(lines.values()) <= {ORDERS * 2}, lines
        promised = {number for number, _ in ending.of("import")}
        assert promised <= set(orders), (promised, orders)
        assert len(set(orders) - promised) <= 1
        assert {change for _, change in ending.of("import")} <= logged(shop)
        assert shop.sql("SELECT count(*) FROM import_run") == [(len(orders),)]
        known = shop.sql(
            "SELECT c.orders, count(o.id) FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id, 1"
        )
        assert all(said == counted for said, counted in known)
    whole_backups(scene, ending)


def some_orders(scene: Scene) -> None:
    with opened(scene) as shop:
        take_in(shop, scene.folder, 0)


def many_orders(scene: Scene) -> None:
    with opened(scene) as shop:
        for number in range(6):
            take_in(shop, scene.folder, number)


def whole_prints(scene: Scene, ending: Ending) -> None:
    """An order is marked as printed exactly when its papers are in the log; every PDF there is whole."""
    with again(scene) as shop:
        for kind, mark in (("thank-you", "thank_you_printed"), ("packing-insert", "insert_printed")):
            marked = shop.sql(f"SELECT id FROM orders WHERE {mark} ORDER BY id")
            assert marked == shop.sql("SELECT DISTINCT order_id FROM print_item WHERE kind = ? ORDER BY 1", (kind,))
        papers = shop.sql(
            "SELECT r.file, count(i.id) FROM print_run r LEFT JOIN print_item i ON i.run_id = r.id GROUP BY r.id, 1"
        )
        assert all(count == 8 for _, count in papers), papers  # two papers for each of four orders
        assert {file for file, _ in ending.of("print")} <= {Path(file).name for file, _ in papers}
        assert {change for _, change in ending.of("print")} <= logged(shop)
        for file, _ in papers:
            made = Path(file).read_bytes()
            assert made.startswith(b"%PDF-")
            assert made.rstrip().endswith(b"%%EOF")
        for file in scene.folder.glob("*.pdf"):
            assert file.read_bytes().rstrip().endswith(b"%%EOF")


def whole_batches(scene: Scene, ending: Ending) -> None:
    """Each batch is there whole, with one mark on all its rows, or not at all; the log knows each."""
    with again(scene) as shop:
        found = Counter(name for (name,) in shop.sql("SELECT given FROM customer"))
        assert set(found.values()) <= {BATCH}, found
        assert all(len(marks) == 1 for marks in by_name(shop).values())
        promised = [int(number) for number, _ in ending.of("batch")]
        there = sorted(int(re.sub(r"\D", "", name)) for name in found)
        last = max(promised, default=-1)
        assert not there or there[-1] in (last, last + 1), (promised, there)
        assert bool(there) >= bool(promised)
        assert there == list(range(max(there[-1] - 1, 0), there[-1] + 1) if there else [])
        assert {change for _, change in ending.of("batch")} <= logged(shop)
        assert len(logged(shop)) == (there[-1] + 1 if there else 0)


def by_name(shop: Shop) -> dict[str, set[str]]:
    marks: dict[str, set[str]] = {}
    for name, note in shop.sql("SELECT DISTINCT given, note FROM customer"):
        marks.setdefault(name, set()).add(note)
    return marks


def two_states_by_undo(scene: Scene) -> None:
    with opened(scene) as shop:
        scene.states["without"] = look(shop)
        take_in(shop, scene.folder, 0)
        scene.states["with"] = look(shop)


def one_of_the_states(scene: Scene, ending: Ending) -> None:
    """The state promised last, or the one that was under way; nothing in between."""
    with again(scene) as shop:
        found = look(shop)
    assert found in scene.states.values(), "neither the old nor the new"
    if not ending.killed and ending.of("state"):
        assert found == scene.states[ending.of("state")[-1][0]]


def two_backups(scene: Scene) -> None:
    with opened(scene) as shop:
        for which in "ab":
            with write(shop) as change:
                rows = ((which, f"batch0 {which}{number}", "x" * 400) for number in range(150))
                change.insert_many(CustomerTable, ["given", "doc", "note"], rows)
            backup(shop, scene.folder / f"{which}.cordial-backup")
            scene.states[which] = look(shop)


def a_filled_shop(scene: Scene) -> None:
    some_orders(scene)
    with opened(scene) as shop:
        scene.states["filled"] = look(shop)


def whole_backups(scene: Scene, ending: Ending) -> None:
    """Every backup in the list can be read to the end, and the ones promised last are there."""
    listed = backups(scene.location)
    for row in listed:
        with open_archive(row.file, row.file.name) as (manifest, archive):
            for part in manifest.parts:
                for _ in blocks(archive, manifest, part, row.file.name):
                    pass
    promised = [Path(" ".join(words)) for words in ending.of("backup")]
    assert set(promised[-5:]) <= {row.file for row in listed}
    with again(scene) as shop:
        assert "filled" not in scene.states or look(shop) == scene.states["filled"]
        backup(shop)  # the next one clears away what was left
        folder = backups(scene.location)[0].file.parent
        assert [file.name for file in folder.iterdir() if file.suffix != ".cordial-backup"] == []


def whole_new_shops(scene: Scene, ending: Ending) -> None:
    """A new shop is there whole or not at all."""
    for file in scene.folder.glob("new-*.cordial"):
        shop = open_shop(file)
        assert check(shop).problems == ()
        shop.close()
    assert all((scene.folder / name).exists() for (name,) in ending.of("created"))
    left = [file.name for file in scene.folder.glob(".new-*")]
    for name in {name.split(".")[1] for name in left}:
        open_shop(scene.folder / f"{name}.cordial").close()  # clears away what was left
    assert list(scene.folder.glob(".new-*")) == []


def an_older_shop(scene: Scene) -> None:
    a_filled_shop(scene)
    shutil.copytree(migrate.FOLDER, scene.folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (scene.folder / "migrations" / f"{len(migrate.known()) + 1:04}_next.py").write_text(NEXT_MIGRATION)


def old_or_upgraded(scene: Scene, ending: Ending) -> None:
    """The older schema with all rows, or the newer one with all rows; the copy from before is whole."""
    ours = migrate.FOLDER
    migrate.FOLDER = scene.folder / "migrations"
    try:
        with again(scene) as shop:
            assert look(shop) == scene.states["filled"]
            assert shop.sql("SELECT count(*) FROM customer WHERE nickname <> given") == [(0,)]
        assert backups(scene.location)
    finally:
        migrate.FOLDER = ours


@dataclass(frozen=True)
class Deed:
    """What to do before, for how long a kill may wait, and what must hold after."""

    before: Callable[[Scene], None]
    after: Callable[[Scene, Ending], None]
    span: float  # seconds


DEEDS = {
    "importing": Deed(nothing_before, whole_imports, 0.6),
    "printing": Deed(many_orders, whole_prints, 0.7),
    "writing": Deed(nothing_before, whole_batches, 0.3),
    "undoing": Deed(two_states_by_undo, one_of_the_states, 0.2),
    "backing_up": Deed(a_filled_shop, whole_backups, 0.25),
    "restoring": Deed(two_backups, one_of_the_states, 0.5),
    "creating": Deed(nothing_before, whole_new_shops, 0.4),
    "upgrading": Deed(an_older_shop, old_or_upgraded, 0.2),
    "in_halves": Deed(nothing_before, whole_batches, 5),
    "too_early": Deed(nothing_before, whole_batches, 5),
    "restoring_carelessly": Deed(two_backups, one_of_the_states, 5),
}


def drill(name: str, scene: Scene, chance: random.Random) -> Ending:
    """One kill at a random moment; raises AssertionError when something promised is lost or something is half."""
    deed = DEEDS[name]
    deed.before(scene)
    rounds = 1 if name == "upgrading" else 0
    ending = run(name, scene, after=chance.uniform(0, deed.span), rounds=rounds)
    deed.after(scene, ending)
    return ending


def drill_steps(name: str, ready_file: Path, folder: Path, *, stride: int = 1) -> int:
    """A kill at every (or every `stride`-th) step of the work with files, each on a copy; returns how many they are."""
    deed = DEEDS[name]
    first = folder / "before"
    first.mkdir()
    shutil.copy(ready_file, first / "shop.cordial")
    scene = Scene(str(first / "shop.cordial"), first)
    deed.before(scene)
    for step in itertools.count(1, stride):
        place = folder / f"step{step}"
        shutil.copytree(first, place)
        copy = Scene(str(place / "shop.cordial"), place, scene.states)
        ending = run(name, copy, rounds=1, step=step)
        deed.after(copy, ending)
        if not ending.killed:
            return step - 1
        shutil.rmtree(place)
    raise AssertionError("unreachable")
