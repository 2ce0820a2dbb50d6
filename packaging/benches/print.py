"""packaging/bench print: CPU seconds, memory and size of our press, beside the floor and other programs."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from cards import cards_file, logo
from goals import Figure, gather
from peers_python import peers_python

GOALS = {1_000: 0.65, 10_000: 2.0}  # CPU seconds, from the design of the press
MOST_MEMORY = 120.0  # MB, also at 100,000 cards
PEERS_LIMIT = 1_000  # cards; more takes them minutes and tells nothing new
ROOT = Path(__file__).resolve().parents[2]
PEERS = {
    "typst": "its code: the squares ready, as SVG",
    "fpdf2": "its code: the squares ready, as a picture",
    "reportlab": "its code: its own QR widget, as usual",
    "weasyprint": "its code: the squares ready, as SVG",
}


class Measure(NamedTuple):
    """One run: CPU seconds of the process, its peak memory in MB."""

    cpu: float
    memory: float


class Bench:
    """A folder for what is written, and programs that start as installed ones do: from compiled modules."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder, self.runs = folder, runs
        self._settings = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        self._settings.pop("PYTHONDONTWRITEBYTECODE", None)
        self._warm: set[str] = set()

    def worker(self, name: str, count: int) -> Measure:
        """The median of several runs of one of ours, after one that compiles its modules."""
        command = [sys.executable, _beside("print_worker.py"), name]
        if name not in self._warm:
            self._run([*command, "4" if name == "ours" else "0", str(self.folder)])
            self._warm.add(name)
        taken = [self._run([*command, str(count), str(self.folder)]) for _ in range(self.runs)]
        return Measure(statistics.median(m.cpu for m in taken), statistics.median(m.memory for m in taken))

    def peer(self, name: str, python: Path, count: int) -> tuple[Measure, Path] | str:
        """A peer's run and its file, or why it could not run."""
        for cards in (4, count):
            out = self.folder / f"{name}-{cards}.pdf"
            said = self.folder / "said.txt"
            command = [str(python), _beside("peers.py"), name, str(self.folder / f"cards-{cards}.json"), str(out)]
            with said.open("wb") as errors:
                measure = self._run(command, errors.fileno())
            if not out.is_file():
                lines = said.read_text(encoding="utf-8", errors="replace").split("\n")
                return next((line for line in reversed(lines) if line.strip()), "it wrote nothing")
        return measure, out

    def _run(self, command: list[str], errors: int | None = None) -> Measure:
        turn = [(os.POSIX_SPAWN_DUP2, errors, 2)] if errors is not None else []
        child = os.posix_spawn(command[0], command, self._settings, file_actions=turn)
        _, status, used = os.wait4(child, 0)
        if status and errors is None:
            sys.exit(f"{command[-3]} failed")
        kilo = 1e6 if sys.platform == "darwin" else 1e3
        return Measure(used.ru_utime + used.ru_stime, used.ru_maxrss / kilo)


def unpack(count: int, folder: Path) -> None:
    """Our pages before compression, each after its length, for the floor."""
    import pikepdf

    with pikepdf.open(folder / f"ours-{count}.pdf") as pdf, (folder / f"pages-{count}.bin").open("wb") as out:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            out.write(len(content).to_bytes(4, "big") + content)


def measure(bench: Bench, count: int, python: Path | None) -> bool:
    """Prints the figures for one number of cards; tells whether the goals were reached."""
    folder = bench.folder
    ours, data = bench.worker("ours", count), bench.worker("data", count)
    invented = data.cpu - bench.worker("data", 0).cpu  # what making up the orders takes, without the start
    unpack(count, folder)
    own, goal = ours.cpu - invented, GOALS.get(count)
    print(
        f"\n{count:,} cards: CPU seconds of whole processes, median of {bench.runs}, less {invented:.2f} s of inventing"
    )
    memory = gather(Figure(f"memory while {count:,} cards are printed", ours.memory, "MB", most=MOST_MEMORY))
    row("ours", Measure(own, ours.memory), folder / f"ours-{count}.pdf", memory.verdict)
    for name, packer in (("floor", "zlib"), ("floor-deflate", "libdeflate")):
        floor = bench.worker(name, count)
        row(f"floor: {packer}", floor, folder / f"{name}-{count}.pdf", f"ours is {own / floor.cpu:.1f} × it")
    figures = [memory]
    if goal:
        figures.append(gather(Figure(f"CPU to print {count:,} cards", own, "s", most=goal, floor=floor.cpu)))
        print(f"  {figures[-1].verdict}")
    fewer = min(count, PEERS_LIMIT)
    for name, remark in PEERS.items():
        if python is None:
            print(f"  {name:<18}not compared: left out, or it could not be installed")
            continue
        result = bench.peer(name, python, fewer)
        if isinstance(result, str):
            print(f"  {name:<18}did not run: {result}")
            continue
        times = f"{result[0].cpu / own:.0f} × ours" if fewer == count else f"{fewer:,} cards only"
        row(name, *result, f"{times}; {remark}")
    for file in folder.glob(f"*-{count}.*"):
        file.unlink()
    return all(figure.met for figure in figures)


def row(name: str, measure: Measure, file: Path, remark: str) -> None:
    """One line of the table."""
    size = file.stat().st_size / 1e6
    print(f"  {name:<18}{measure.cpu:7.2f} s {measure.memory:6.0f} MB {size:7.1f} MB file   {remark}", flush=True)


def _beside(name: str) -> str:
    return str(Path(__file__).with_name(name))


def main() -> int:
    """Runs the bench; 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="packaging/bench print", description=__doc__)
    parser.add_argument("--cards", type=int, action="append", help="how many (may be given again); 1000 and 10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-peers", action="store_true", help="leave other programs out")
    options = parser.parse_args()
    met = True
    python = None if options.no_peers else peers_python()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), options.runs)
        (bench.folder / "logo.png").write_bytes(logo())
        for count in options.cards or [1_000, 10_000]:
            for cards in {4, min(count, PEERS_LIMIT)} if python else ():
                cards_file(cards, bench.folder)
            met = measure(bench, count, python) and met
    print("\nAll goals reached." if met else "\nA goal was missed: is the machine busy with something else?")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
