"""packaging/bench start: CPU time and memory from the command to the first paint, beside a bare window in one run."""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from goals import Figure, gather

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "build" / "bench"
GOALS = {"typical": 1.6, "large": 2.0}  # times the floor
SHOPS = {"typical": (5_000, 20_000), "large": (1_000_000, 5_000_000)}
MOST_MEMORY = 150.0  # MB resident once Today is shown
STAGES = {"floor": "bare window", "paint": "first paint", "today": "Today shown"}


class Measure(NamedTuple):
    """One start: CPU milliseconds of the process until the stage, its peak resident memory in MB."""

    cpu: float
    memory: float


def shop(customers: int, orders: int) -> Path:
    """An invented shop of that size, made once and kept in build/bench as long as shops are kept in the same form."""
    steps = sorted((ROOT / "desktop_app" / "store" / "migrations").glob("0*.py"))
    form = hashlib.sha256(b"".join(step.read_bytes() for step in steps)).hexdigest()[:8]
    file = FOLDER / f"shop-{customers}-{orders}-{form}.db"
    if not file.exists():
        from desktop_app.app import main

        FOLDER.mkdir(parents=True, exist_ok=True)
        print(f"making a shop of {customers:,} customers and {orders:,} orders …", file=sys.stderr)
        if main(["demo", "--shop", str(file), "--customers", str(customers), "--orders", str(orders)]):
            sys.exit(1)
    return file


def run(stage: str, file: Path, home: Path) -> Measure:
    """One start in a process of its own, ended at the stage."""
    worker = str(Path(__file__).with_name("start_worker.py"))
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **folders}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's second start finds everything compiled
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    child = os.spawnve(os.P_NOWAIT, sys.executable, [sys.executable, worker, stage, str(file)], environment)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{stage}: the start failed")
    kilo = 1e6 if sys.platform == "darwin" else 1e3
    return Measure((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / kilo)


def main() -> None:
    """Interleaves the stages, so that a slow moment of the machine slows all of them."""
    words = argparse.ArgumentParser(prog="packaging/bench start", description=__doc__)
    words.add_argument("--runs", type=int, default=15)
    words.add_argument("--size", choices=list(SHOPS), default="typical")
    given = words.parse_args()
    file = shop(*SHOPS[given.size])
    measured: dict[str, list[Measure]] = {stage: [] for stage in STAGES}
    for stage in STAGES:
        run(stage, file, FOLDER / "home")  # once for the disk's and Python's own caches
    for _ in range(given.runs):
        for stage, found in measured.items():
            found.append(run(stage, file, FOLDER / "home"))
    report(measured, given.size)


def report(measured: dict[str, list[Measure]], size: str) -> None:
    """Medians, ratios to the floor of the same round, and whether the goals are met."""
    floors = [one.cpu for one in measured["floor"]]
    print(f"{'':14}{'CPU ms':>9}{'best':>8}{'× floor':>9}{'memory MB':>11}")
    ratios: dict[str, float] = {}
    for stage, found in measured.items():
        cpu = [one.cpu for one in found]
        ratios[stage] = statistics.median(one / floor for one, floor in zip(cpu, floors, strict=True))
        memory = statistics.median(one.memory for one in found)
        row = (statistics.median(cpu), min(cpu), ratios[stage], memory)
        print(f"{STAGES[stage]:14}{row[0]:9.0f}{row[1]:8.0f}{row[2]:9.2f}{row[3]:11.0f}")
    resident = statistics.median(one.memory for one in measured["today"])
    said = f"a {size} shop" if size == "typical" else "a million customers"
    for figure in (
        Figure(f"first paint, {said}: times a bare window", ratios["paint"], "×", most=GOALS[size]),
        Figure(f"resident once Today is shown, {said}", resident, "MB", most=MOST_MEMORY),
    ):
        print(f"{figure.what}: {gather(figure).verdict}")


if __name__ == "__main__":
    main()
