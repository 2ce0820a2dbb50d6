"""A private CUPS for tests: a printer with two trays that prints on both sides, and keeps what comes out as a PDF."""

from __future__ import annotations

import ctypes
import grp
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_RULES = """
Listen {folder}/socket
WebInterface No
Browsing No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles Yes
DirtyCleanInterval 0
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
_SIZES = {"A4": (595, 842), "A5": (420, 595), "A6": (298, 420), "Letter": (612, 792), "EnvDL": (312, 624)}
_CHOICES = {
    "Duplex": ("2-Sided Printing", {"None": "Off", "DuplexNoTumble": "Long Edge", "DuplexTumble": "Short Edge"}),
    "InputSlot": ("Media Source", {"Tray1": "Upper Tray", "Manual": "Manual Feed"}),
}


@dataclass
class Cups:
    """A running server with the printer “Office”."""

    folder: Path
    name: str = "Office"

    def jobs(self) -> list[bytes]:
        """What the server was given, one job after the other."""
        return [file.read_bytes() for file in sorted((self.folder / "spool").glob("d*"))]

    def came_out(self) -> bytes:
        """What the printer was sent last, once it has all of it."""
        assert until(lambda: (self.folder / "paper").exists() and b"%%EOF" in (self.folder / "paper").read_bytes())
        return (self.folder / "paper").read_bytes()

    def command(self, *words: str) -> str:
        """A command of the printing system's own."""
        return subprocess.run(words, capture_output=True, text=True, timeout=30, check=True).stdout

    def log(self) -> str:
        """What the server noted."""
        return (self.folder / "error").read_text(errors="replace")


def until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Waits until something is true; False when it did not come to be."""
    rest = threading.Event()
    for _ in range(round(seconds / 0.05)):
        if true():
            return True
        rest.wait(0.05)  # nobody sets it: a moment's rest
    return False


def ask_at(monkeypatch: pytest.MonkeyPatch, socket: Path) -> None:
    """Lets this test ask the server at a socket, and nobody where there is none.

    The library that Qt asks through looks into the environment once in a process: it is told besides.
    """
    monkeypatch.setenv("CUPS_SERVER", str(socket))
    ctypes.CDLL("libcups.so.2").cupsSetServer(os.fsencode(socket))


@contextmanager
def cups() -> Iterator[Cups]:
    """A server of the test's own; `ask_at` its `socket` reaches it."""
    daemon = shutil.which("cupsd", path=os.environ["PATH"] + os.pathsep + "/usr/sbin")
    assert daemon, "The tests print through CUPS: install cups-daemon, cups-client and cups-filters"
    folder = Path(tempfile.mkdtemp(prefix="cups"))  # a socket's address has to be short
    for name in ("root", "root/ppd", "cache", "spool", "state"):
        (folder / name).mkdir()
    folder.chmod(0o755)
    values = {"folder": folder, "group": grp.getgrgid(os.getgid()).gr_name}
    (folder / "rules").write_text(_RULES.format(**values))
    (folder / "places").write_text(_PLACES.format(**values))
    (folder / "office.ppd").write_text(ppd())
    with (folder / "said").open("wb") as said:
        server = subprocess.Popen([daemon, "-f", "-c", folder / "rules", "-s", folder / "places"], stderr=said)
    try:
        _add(folder)
        yield Cups(folder)
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(folder)


def _add(folder: Path) -> None:
    words = ["-p", "Office", "-E", "-v", f"file:{folder}/paper", "-P", str(folder / "office.ppd")]
    said: list[bytes] = []

    def added() -> bool:
        command = ["lpadmin", "-h", str(folder / "socket"), *words]
        done = subprocess.run(command, capture_output=True, timeout=20)
        said.append(done.stderr)
        return done.returncode == 0

    if not until(added):
        raise AssertionError(f"CUPS did not start: {said[-1].decode()} {(folder / 'said').read_text()}")


def ppd() -> str:
    """The description of a printer that takes PDF as it is, has two trays and prints on both sides."""
    lines = [
        '*PPD-Adobe: "4.3"', '*FormatVersion: "4.3"', '*FileVersion: "1.0"', "*LanguageVersion: English",
        "*LanguageEncoding: ISOLatin1", '*PCFileName: "OFFICE.PPD"', '*Manufacturer: "Test"', '*Product: "(Office)"',
        '*ModelName: "Office"', '*ShortNickName: "Office"', '*NickName: "Office"', '*PSVersion: "(3010) 0"',
        "*LanguageLevel: \"3\"", "*ColorDevice: True", "*DefaultColorSpace: RGB", "*FileSystem: False",
        "*Throughput: \"1\"", "*LandscapeOrientation: Plus90", "*TTRasterizer: Type42",
        '*cupsFilter: "application/vnd.cups-pdf 0 -"',
        "*HWMargins: 0 0 0 0", '*ParamCustomPageSize Width: 1 points 36 2000',
        '*ParamCustomPageSize Height: 2 points 36 2000', '*ParamCustomPageSize Orientation: 3 int 0 0',
        '*ParamCustomPageSize WidthOffset: 4 points 0 0', '*ParamCustomPageSize HeightOffset: 5 points 0 0',
        '*VariablePaperSize: True', '*MaxMediaWidth: "2000"', '*MaxMediaHeight: "2000"',
        '*CustomPageSize True: "pop pop pop pop pop"',
    ]  # fmt: skip
    for key, title in (("PageSize", "Page Size"), ("PageRegion", "Page Region")):
        lines += [f"*OpenUI *{key}/{title}: PickOne", f"*OrderDependency: 10 AnySetup *{key}", f"*Default{key}: A4"]
        lines += [f'*{key} {name}/{name}: ""' for name in _SIZES]
        lines += [f"*CloseUI: *{key}"]
    lines += ["*DefaultImageableArea: A4", "*DefaultPaperDimension: A4"]
    for name, (wide, high) in _SIZES.items():
        lines += [f'*ImageableArea {name}: "0 0 {wide} {high}"', f'*PaperDimension {name}: "{wide} {high}"']
    for key, (title, choices) in _CHOICES.items():
        lines += [f"*OpenUI *{key}/{title}: PickOne", f"*OrderDependency: 20 AnySetup *{key}"]
        lines += [f"*Default{key}: {next(iter(choices))}"]
        lines += [f'*{key} {name}/{said}: ""' for name, said in choices.items()]
        lines += [f"*CloseUI: *{key}"]
    return "\n".join(lines) + "\n"
