"""A window lives longer than some hundred signals, on every Python."""

import subprocess
import sys

import pytest

_SIGNALS = 20_000
_PROGRAM = """
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
{held}
app = QCoreApplication([])
class Source(QObject):
    moved = Signal(int)
source, got = Source(), []
source.moved.connect(got.append)
for n in range({signals}):
    source.moved.emit(n)
print(len(got), flush=True)
"""


def run(held: str) -> subprocess.CompletedProcess[str]:
    program = _PROGRAM.format(held=held, signals=_SIGNALS)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)


def test_twenty_thousand_signals_pass():
    done = run("import desktop_app.ui")
    assert (done.returncode, done.stdout.strip()) == (0, str(_SIGNALS)), done.stderr


@pytest.mark.parametrize("mortal", [sys.version_info < (3, 12)])
def test_without_the_references_they_would_not(mortal):
    """The positive control; once this fails on Python 3.11, PySide is mended and ui/references.py can go."""
    assert (run("").returncode != 0) is mortal
