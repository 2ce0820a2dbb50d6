"""packaging/bench all: every measure that has a goal, one after the other, and one table at the end.

The first time it makes a shop of a million customers, which it keeps in build/bench. Run it on an idle machine, beside
`packaging/with-postgres` to have the server measured too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from goals import GATHER, table
from start import FOLDER, SHOPS, shop

HERE = Path(__file__).parent
MEASURES = (
    "start --size typical", "start --size large", "print --cards 1000 --cards 10000 --no-peers",
    "print --cards 100000 --runs 1 --no-peers", "imports --rows 100000 --no-peers", "write", "people",
    "packing --shop COPY --times 100", "packing --window COPY --times 100", "packing --claims 10000",
)  # fmt: skip


def main() -> None:
    """Runs them, each in a process of its own; ends with 1 when a goal was missed or a measure failed."""
    words = argparse.ArgumentParser(prog="packaging/bench all", description=__doc__)
    words.add_argument("measures", nargs="*", default=MEASURES, help="only these, each in quotation marks")
    given = words.parse_args()
    big, failed = shop(*SHOPS["large"]), []
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        figures = Path(name) / "figures"
        figures.touch()
        for measure in given.measures:
            print(f"\n── {measure}", flush=True)
            begun = time.monotonic()
            if _run(measure.split(), big, Path(name), {**os.environ, GATHER: str(figures)}):
                failed.append(measure)
            print(f"   {time.monotonic() - begun:.0f} s", flush=True)
        print("\n" + table(figures.read_text("utf-8").splitlines()))
    for measure in failed:
        print(f"not as it should be: packaging/bench {measure}")
    sys.exit(1 if failed else 0)


def _run(words: list[str], big: Path, folder: Path, environment: dict[str, str]) -> int:
    """One measure; what packs orders has a copy of the shop, so that the next run finds them unpacked."""
    copy = folder / "copy.db"
    if "COPY" in words:
        shutil.copyfile(big, copy)
    given = (str(copy) if word == "COPY" else word for word in words[1:])
    command = [sys.executable, str(HERE / f"{words[0]}.py"), *given]
    done = subprocess.run(command, env=environment, check=False).returncode
    copy.unlink(missing_ok=True)
    return done


if __name__ == "__main__":
    main()
