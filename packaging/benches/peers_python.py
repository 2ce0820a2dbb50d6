"""The interpreter of the programs the benches compare to, in an environment of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def peers_python() -> Path | None:
    """The interpreter of the peers' own environment, made when it is not there; None when it cannot be made."""
    lock, home = ROOT / "packaging/requirements-bench.txt", ROOT / ".venv-bench"
    python, mark = home / "bin/python", home / "installed.txt"
    if not mark.is_file() or mark.read_bytes() != lock.read_bytes():
        print("Setting up the peers (once) …", flush=True)
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        done = subprocess.run([*command, "--only-binary", ":all:", "-r", str(lock)], capture_output=True, text=True)
        if done.returncode:
            print(done.stderr.strip().split("\n")[-1])
            return None
        shutil.copy(lock, mark)
    return python
