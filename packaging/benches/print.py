"""packaging/bench print: CPU seconds, memory and size of our press, beside the floor and a usual reportlab program."""

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
    ours, data = median("ours", count, folder, runs), median("data", count, folder, runs)
    invented = data.cpu - median("data", 0, folder, runs).cpu  # what making up the orders takes, without the start
    unpack(count, folder)
    floor = median("floor", count, folder, runs)
    own, goal = ours.cpu - invented, GOALS.get(count)
    print(f"\n{count:,} cards: CPU seconds of whole processes, median of {runs}, less {invented:.2f} s of inventing")
    wanted = f"goal {goal} s" if goal else f"goal {MOST_MEMORY:.0f} MB"
    row("ours", own, ours.memory, folder / f"ours-{count}.pdf", wanted)
    row("floor: zlib", floor.cpu, floor.memory, folder / f"floor-{count}.pdf", f"ours is {own / floor.cpu:.1f} × it")
    if count <= NAIVE_LIMIT:
        naive = run("naive", count, folder)
        plain = naive.cpu - invented
        row("usual reportlab", plain, naive.memory, folder / f"naive-{count}.pdf", f"{plain / own:.0f} × ours")
    for file in folder.glob(f"*-{count}.*"):
        file.unlink()
    return (goal is None or own <= goal) and ours.memory <= MOST_MEMORY


def row(name: str, cpu: float, memory: float, file: Path, remark: str) -> None:
    """One line of the table."""
    print(f"  {name:<16}{cpu:7.2f} s {memory:6.0f} MB {file.stat().st_size / 1e6:7.1f} MB file   {remark}", flush=True)


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
    print("\nAll goals reached." if met else "\nA goal was missed: is the machine busy with something else?")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
