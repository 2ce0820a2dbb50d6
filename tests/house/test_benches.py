"""Every measure still runs: a few rows and cards, whose figures say nothing, go through each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

BENCHES = ROOT / "packaging" / "benches"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A Python program of the checkout, run to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *command], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented shop, closed, to be copied."""
    shop = tmp_path_factory.mktemp("demo") / "shop.db"
    made = run("-m", "desktop_app", "--shop", str(shop), "demo", "--customers", "120")
    assert made.returncode == 0, made.stderr
    return shop


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("print.py --cards 4 --runs 1 --no-peers", "floor: zlib"),
        ("write.py --orders 200", "floor: bare apsw, order_line"),
        ("imports.py --rows 200 --no-peers", "plan_import, backup, run_import"),
        ("people.py --shop SHOP --times 2", "a record with most orders"),
        ("packing.py --shop SHOP --times 3", "the order is packed"),
        ("start_worker.py today SHOP", ""),
        ("sending.py --messages 3", "× the floor"),
    ],
    ids=lambda given: given.split(".")[0],
)
def test_a_measure_runs(measure: str, told: str, demo: Path, tmp_path: Path) -> None:
    shop = shutil.copy(demo, tmp_path / "shop.db")
    name, *words = measure.split()
    done = run(str(BENCHES / name), *(str(shop) if word == "SHOP" else word for word in words))
    assert "Traceback" not in done.stderr, done.stderr
    assert told in done.stdout
    assert done.returncode == 0 or told  # one that misses its goal ends with 1
