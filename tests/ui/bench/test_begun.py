"""`cordial --bench --as NAME` in a process of its own: only the bench is seen, and the shop is let go of at its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop_app.actions.handed import Handed, note_handed
from desktop_app.actions.printing import print_folder
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.store.connect import open_shop
from tests.made import TODAY, printed_papers
from tests.ui.bench.orders import fill

_SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app import app
from desktop_app.ui.bench.window import BenchWindow
from desktop_app.ui.preview.came_out import CameOut
from desktop_app.ui.shell import Shell

seen = []

def look():
    tops = QApplication.topLevelWidgets()
    bench = [one for one in tops if isinstance(one, BenchWindow) and one.isVisible()]
    if not bench or bench[0].step.name == "packer":
        return
    shown = any(isinstance(one, (Shell, CameOut)) and one.isVisible() for one in tops)
    seen.append((bench[0].step.name, bench[0].shift.who, shown))
    timer.stop()
    bench[0].close()

started = app._window
def window(*given, **named):
    import desktop_app.ui.start as start
    made = start._application
    def application():
        global timer
        found = made()
        timer = QTimer(found)
        timer.timeout.connect(look)
        timer.start(50)
        return found
    start._application = application
    return started(*given, **named)
app._window = window
code = app.main(["--shop", sys.argv[1], "--today", "2026-11-20", "--bench", "--as", sys.argv[2]])
print(seen, code)
"""


def test_only_the_bench_is_seen_and_the_shop_is_free_after_it(tmp_path: Path, ready_file: Path) -> None:
    file = tmp_path / "shop.db"
    file.write_bytes(ready_file.read_bytes())
    shop = open_shop(str(file), today=lambda: TODAY)
    fill(shop)
    # what a stop left on its way is asked about with its order, not over the bench: the next Enter would answer it
    note = Handed(
        str(file), printed_papers(((OrderId(1), Kind.THANK_YOU),)), Kind.PARCEL, print_folder(shop) / "a.pdf", "Office"
    )
    note_handed(note)
    shop.close()
    words = [sys.executable, "-c", _SCRIPT, str(file), "Inese Š."]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip() == "[('read', 'Inese Š.', False)] 0", done.stderr
    open_shop(str(file), today=lambda: TODAY).close()
