"""packaging/bench crash: kills a program at work, and counts what it had promised and lost; every figure must be 0."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from desktop_app.store.connect import open_shop
from tests.crash.drill import Scene, drill, drill_steps

AT_RANDOM = ("importing", "printing", "writing", "undoing", "backing_up", "restoring")
AT_STEPS = ("restoring", "backing_up", "creating", "upgrading")


def at_random(times: int, deeds: tuple[str, ...], ready: Path, folder: Path, seed: int) -> Counter[str]:
    """Kills at random moments of each deed in turn, every one on a shop of its own."""
    found: Counter[str] = Counter()
    for number in range(times):
        deed = deeds[number % len(deeds)]
        place = folder / f"{number}"
        place.mkdir()
        shutil.copy(ready, place / "shop.cordial")
        try:
            ending = drill(deed, Scene(str(place / "shop.cordial"), place), random.Random(f"{seed} {number}"))
        except AssertionError as error:
            found["lost or half"] += 1
            print(f"{deed}, seed {seed}, kill {number}: {error}", file=sys.stderr)
        else:
            found["kills" if ending.killed else "ended before the kill"] += 1
            found["promises kept"] += len(ending.promised)
        shutil.rmtree(place)
        if sys.stderr.isatty():
            print(f"\r{number + 1} of {times}", end="", file=sys.stderr, flush=True)
    return found


def at_steps(ready: Path, folder: Path) -> Counter[str]:
    """One kill at each step of the work with files."""
    found: Counter[str] = Counter()
    for deed in AT_STEPS:
        place = folder / f"steps-{deed}"
        place.mkdir()
        try:
            found["kills"] += drill_steps(deed, ready, place)
        except AssertionError as error:
            found["lost or half"] += 1
            print(f"{deed}: {error}", file=sys.stderr)
        shutil.rmtree(place)
    return found


def report(what: str, found: Counter[str], seconds: float) -> bool:
    """Prints one line of figures; tells whether it is good: kills there were, and nothing lost."""
    print(
        f"{what:<16} {found['kills']:>5} kills  {found['promises kept']:>6} promises kept"
        f"  {found['lost or half']} lost or half  ({found['ended before the kill']} ended before, {seconds:.0f} s)"
    )
    return found["kills"] > 0 and not found["lost or half"]


def main() -> None:
    """Runs the drills and ends with 1 when anything was lost, or when nothing was killed."""
    words = argparse.ArgumentParser(prog="packaging/bench crash", description=__doc__)
    words.add_argument("--times", type=int, default=200, help="kills at random moments of each deed")
    words.add_argument("--deeds", default=",".join(AT_RANDOM), help="separated by commas")
    words.add_argument("--seed", type=int, default=int(time.time()))
    words.add_argument(
        "--no-steps", action="store_true", help="leave out the kills at each step of the work with files"
    )
    given = words.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("DATA", "CONFIG", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        ready = folder / "ready.cordial"
        open_shop(ready).close()
        print(f"seed {given.seed}")
        for deed in given.deeds.split(","):
            begun = time.monotonic()
            found = at_random(given.times, (deed,), ready, folder, given.seed)
            good = report(deed, found, time.monotonic() - begun) and good
        if not given.no_steps:
            begun = time.monotonic()
            good = report("every step", at_steps(ready, folder), time.monotonic() - begun) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
