"""packaging/bench imports: order lines a second and memory from a Shopify export into the shop, beside floors.

Each step is a process of its own, so that its memory is its own. On a machine that does other work judge by CPU time.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from goals import Figure, gather
from import_files import HEAD, export, workbook
from peers_python import peers_python

GOAL = 40_000  # order lines a second, file to committed
SIZES = (10_000, 100_000, 1_000_000)
SHEET = 100_000  # rows of the largest workbook: a spreadsheet program holds a table whole, and so does its reader
WORKER = Path(__file__).with_name("import_worker.py")
FLOORS = (
    ("by_csv", "floor: csv.reader"), ("by_shell", "floor: sqlite3 .import, one table of texts"),
    ("by_pandas", "pandas read_csv, to_sql, one table of texts"),
)  # fmt: skip
SHEET_FLOORS = (("by_calamine", "floor: calamine"),)
OURS = (
    ("imported", "import_file, file to committed"), ("by_driver", "floor: executemany of the rows it wrote"),
    ("imported", "import_file again: nothing to write"), ("undone", "undo_import"),
    ("planned", "plan_import"), ("pressed", "plan_import, backup, run_import"),
)  # fmt: skip


class Measure(NamedTuple):
    """One step: seconds by the clock, CPU seconds and peak MB of its process and of those it started."""

    seconds: float
    cpu: float
    cpu_beside: float
    memory: float
    memory_beside: float


class Bench:
    """A folder with a file and a shop, in which steps are done one after the other."""

    def __init__(self, folder: Path, peers: Path | None) -> None:
        self.folder, self.peers = folder, peers

    def steps(self, steps: tuple[tuple[str, str], ...], file: Path, rows: int, *, place: str = "") -> None:
        """Prints the figures of some steps."""
        for step, told in steps:
            python = self.peers if step == "by_pandas" else Path(sys.executable)
            if python is None or (step == "by_shell" and shutil.which("sqlite3") is None):
                print(f"  {told:<46} not here: it is not installed")
                continue
            done = self._done(python, step, file, place or str(self.folder / "shop.cordial"))
            cpu = max(done.cpu, done.cpu_beside)
            goal = ""
            if told == OURS[0][1]:
                what = f"order lines a second, {file.suffix[1:].upper()} of {rows:,} lines into {_engine(place)}"
                goal = f"  {gather(Figure(what, rows / done.seconds, '/s', least=GOAL)).verdict}"
            print(
                f"  {told:<46} {done.seconds:>7.2f} s {rows / done.seconds:>9,.0f} lines/s   CPU {done.cpu:>6.2f} +"
                f" {done.cpu_beside:>5.2f} s {rows / max(cpu, 1e-3):>9,.0f} lines/CPU s   {done.memory:>5.0f} +"
                f" {done.memory_beside:.0f} MB{goal}",
                flush=True,
            )

    def _done(self, python: Path, step: str, file: Path, place: str) -> Measure:
        told = subprocess.run(
            [str(python), str(WORKER), step, str(file), place], capture_output=True, text=True, check=False
        )
        if told.returncode:
            sys.exit(f"{step} failed: {told.stderr.strip()[-400:]}")
        return Measure(*json.loads(told.stdout.splitlines()[-1]))


def _engine(place: str) -> str:
    return "PostgreSQL" if "://" in place else "SQLite"


def main() -> None:
    """Makes files, imports them, and tells the figures."""
    words = argparse.ArgumentParser(prog="packaging/bench imports", description=__doc__)
    words.add_argument("--rows", type=int, nargs="+", default=SIZES)
    words.add_argument("--no-peers", action="store_true", help="leave pandas out, which must be installed first")
    words.add_argument("--server", default=os.environ.get("CORDIAL_TEST_POSTGRES", ""), help="an empty shop's address")
    said = words.parse_args()
    peers = None if said.no_peers else peers_python()
    print(f"{len(HEAD)} columns; CPU seconds and peak memory of the process + of those it started, the two go at once")
    for rows in said.rows:
        with tempfile.TemporaryDirectory() as folder:
            measure(Bench(Path(folder), peers), rows, said.server)


def measure(bench: Bench, rows: int, server: str) -> None:
    """One size: as text, as a workbook where it is not too large for one, and into a server where there is one."""
    file, book = bench.folder / "orders_export.csv", bench.folder / "orders_export.xlsx"
    export(file, rows)
    print(f"\n{rows:,} rows, CSV of {file.stat().st_size / 1e6:.0f} MB")
    bench.steps((*FLOORS, *OURS), file, rows)
    if server:
        print("  into PostgreSQL")
        bench.steps((OURS[0], OURS[3]), file, rows, place=server)
    if rows <= SHEET:
        workbook(book, file)
        print(f"{rows:,} rows, XLSX of {book.stat().st_size / 1e6:.0f} MB")
        bench.steps((*SHEET_FLOORS, OURS[0]), book, rows, place=str(bench.folder / "sheet.cordial"))


if __name__ == "__main__":
    main()
