"""What the two commands say where they cannot set themselves up."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.house.source import ROOT

NOBODY = 65534


def set_up(folder: Path) -> subprocess.CompletedProcess[str]:
    """The first step of both commands in this folder, by somebody who is no administrator."""
    script = (ROOT / "packaging" / "environment.sh").read_text(encoding="utf-8")
    script += '\nensure_packages "$root/requirements.txt"\n'
    return subprocess.run(
        ["sh", "-eus"], input=f"root='{folder}' venv='{folder}/.venv'\n{script}", cwd="/", text=True,
        capture_output=True, user=NOBODY if os.geteuid() == 0 else None, check=False,
    )


@pytest.mark.parametrize("environment", [False, True])
def test_somebody_elses_checkout_is_told_in_one_sentence(environment: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if environment:
            (folder / ".venv").mkdir(mode=0o555)
        folder.chmod(0o555)
        told = set_up(folder)
        folder.chmod(0o755)
    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        f"Nothing can be written in {folder}: it is read-only, or somebody else's.",
        "Copy it to a folder of your own and start there.",
    ]
