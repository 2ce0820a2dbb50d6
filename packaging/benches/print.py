"""packaging/bench print: CPU seconds, peak memory and size of our press, beside the floor and a usual reportlab program."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from cards import logo

GOALS = {1_000: 0.65, 10_000: 2.0}  # CPU seconds, from the design of the press
MOST_MEMORY = 120.0  # MB, also at 100,000 cards
NAIVE_LIMIT = 1_000  # more takes minutes and tells nothing new


class Measure(NamedTuple):
    """One run: CPU seconds of the process, its peak memory in MB."""

    cpu: float
    memory: float


def run(name: str, count: int, folder: Path) -> Measure:
    """One worker in a process of its own."""
    worker = str(Path(__file__).with_name("print_worker.py"))
    child = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, worker, name, str(count), str(folder)])
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{name} failed")
    kilo = 1e6 if sys.platform == "darwin" else 1e3
    return Measure(used.ru_utime + used.ru_stime, used.ru_maxrss / kilo)


def median(name: str, count: int, folder: Path, runs: int) -> Measure:
    """The median of several runs."""
    taken = [run(name, count, folder) for _ in range(runs)]
    return Measure(statistics.median(m.cpu for m in taken), statistics.median(m.memory for m in taken))


def unpack(count: int, folder: Path) -> None:
    """Our pages before compression, each after its length, for the floor."""
    import pikepdf

    with pikepdf.open(folder / f"ours-{count}.pdf") as pdf, (folder / f"pages-{count}.bin").open("wb") as out:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            out.write(len(content).to_bytes(4, "big") + content)


def measure(count: int, folder: Path, runs: int) -> bool:
    """Prints the figures for one number of cards; tells whether the goals were reached."""
    ours = median("ours", count, folder, runs)
    data = median("data", count, folder, runs)
    unpack(count, folder)
    floor = median("floor", count, folder, runs)
    size = (folder / f"ours-{count}.pdf").stat().st_size / 1e6
    own = ours.cpu - data.cpu
    goal = GOALS.get(count)
    print(f"{count:,} cards, median of {runs} runs, CPU seconds of whole processes")
    print(f"  ours           {ours.cpu:8.2f} s  {ours.memory:6.0f} MB  {size:6.1f} MB file  {own / count * 1e6:6.0f} µs a card")
    print(f"  of these, inventing the orders {data.cpu:.2f} s; without it {own:.2f} s" + (f" (goal {goal})" if goal else ""))
    print(f"  floor (zlib)   {floor.cpu:8.2f} s  {floor.memory:6.0f} MB   ours is {own / floor.cpu:.1f} × the floor")
    if count <= NAIVE_LIMIT:
        naive = run("naive", count, folder)
        plain = naive.cpu - data.cpu
        large = (folder / f"naive-{count}.pdf").stat().st_size / 1e6
        print(f"  usual reportlab{naive.cpu:8.2f} s  {naive.memory:6.0f} MB  {large:6.1f} MB file   {plain / own:.0f} × ours")
    return (goal is None or own <= goal) and ours.memory <= MOST_MEMORY


def main() -> int:
    """Runs the bench; 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="packaging/bench print", description=__doc__)
    parser.add_argument("--cards", type=int, action="append", help="how many (may be given again); 1000 and 10000")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    met = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "logo.png").write_bytes(logo())
        for count in options.cards or [1_000, 10_000]:
            met = measure(count, folder, options.runs) and met
    print("All goals reached." if met else "A goal was missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
