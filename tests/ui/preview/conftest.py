"""The same desk as the pages have, and a printing system of the test's own."""

from __future__ import annotations

import grp
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.pages.conftest import around, filled

__all__ = ["Printer", "around", "filled", "no_printer", "printer"]

_RULES = """
Listen {folder}/socket
WebInterface No
Browsing No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_PLACES = """
ServerRoot {folder}/root
CacheDir {folder}/cache
RequestRoot {folder}/spool
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
FileDevice Yes
SystemGroup {group}
"""


@dataclass
class Printer:
    """A printer of a real CUPS server; `jobs()` are the bytes it was given, one job after the other."""

    name: str
    spool: Path

    def jobs(self) -> list[bytes]:
        """What lies in the spool."""
        return [file.read_bytes() for file in sorted(self.spool.glob("d*"))]


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Printer]:
    """A private CUPS with one printer that keeps what it is given."""
    cupsd = shutil.which("cupsd", path=os.environ["PATH"] + os.pathsep + "/usr/sbin")
    if not cupsd or not shutil.which("lp"):
        pytest.fail("The tests print through CUPS: install cups-daemon and cups-client", pytrace=False)
    folder = Path(tempfile.mkdtemp(prefix="cups"))  # a socket's address has to be short
    for name in ("root", "cache", "spool", "state"):
        (folder / name).mkdir()
    folder.chmod(0o755)
    values = {"folder": folder, "group": grp.getgrgid(os.getgid()).gr_name}
    (folder / "rules").write_text(_RULES.format(**values))
    (folder / "places").write_text(_PLACES.format(**values))
    monkeypatch.setenv("CUPS_SERVER", str(folder / "socket"))
    with (folder / "said").open("wb") as said:
        server = subprocess.Popen([cupsd, "-f", "-c", folder / "rules", "-s", folder / "places"], stderr=said)
    try:
        _make_printer(folder)
        yield Printer("Paper", folder / "spool")
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(folder)


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without any printer."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))


def _make_printer(folder: Path) -> None:
    command = ["lpadmin", "-p", "Paper", "-E", "-v", f"file:{folder}/paper"]
    said = b""
    for _ in range(200):  # until the server listens: each try waits for an answer of its own
        done = subprocess.run(command, capture_output=True, timeout=20)
        if done.returncode == 0:
            return
        said = done.stderr
        threading.Event().wait(0.05)  # nobody sets it: a moment's rest
    raise AssertionError(f"CUPS did not start: {said.decode()} {(folder / 'said').read_text()}")
