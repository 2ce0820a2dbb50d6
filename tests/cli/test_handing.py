"""The light goes out while a command prints: the window asks about its papers as about its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.actions.handed import Handed, drop_handed, left_handed
from desktop_app.actions.prints import log_handed
from desktop_app.domain.kinds import Kind
from desktop_app.queries import Shop
from desktop_app.queries.printing import print_rows
from tests.actions.racing import reach
from tests.made import BY, bought

FOUND = "#!/bin/sh\necho Office\n"
TAKES_IT = '#!/bin/sh\necho "request id is Office-1 (1 file(s))"\n'
GOES_OUT = "#!/bin/sh\nkill -9 $PPID\n"


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What stands for the printing system's command; the light goes out while it works."""
    for name, text in (("lp", GOES_OUT), ("lpstat", FOUND)):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path / "lp"


def commanded(*words: object) -> int:
    """A command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "desktop_app", *map(str, words)], capture_output=True).returncode


def left(location: str) -> tuple[Shop, list[Handed]]:
    shop = reach(location)
    return shop, left_handed(shop)


def test_papers_on_their_way_when_the_light_goes_out_are_asked_about(cordial, orders_file, lp, shop_location):
    cordial("import", orders_file)
    assert commanded("print", "thank-you", "--orders", "1001", "--printer", "Office") == -signal.SIGKILL
    shop, [papers] = left(shop_location)
    assert (papers.kind, papers.printer, print_rows(shop)) == (Kind.THANK_YOU, "Office", [])
    log_handed(shop, papers, actor=BY)
    assert [row.cards for row in print_rows(shop)] == [1]
    assert left_handed(shop) == []
    assert papers.file.exists()
    shop.close()


def test_a_shop_named_from_its_own_folder_is_the_same_shop(file_shop, lp, monkeypatch):
    order, place = bought(file_shop), Path(file_shop.location)
    number = file_shop.sql("SELECT number FROM orders WHERE id = ?", (order,))[0][0]
    file_shop.close()  # one program at a time has it
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.chdir(place.parent)
    words = ("print", "thank-you", "--orders", number, "--printer", "Office", "--shop", place.name)
    assert commanded(*words) == -signal.SIGKILL
    shop, found = left(str(place))
    assert [one.orders for one in found] == [(order,)]
    shop.close()


def test_a_parcel_and_a_reprint_are_asked_about_too(cordial, orders_file, lp, shop_location):
    cordial("import", orders_file)
    lp.write_text(TAKES_IT)
    assert cordial("print", "thank-you", "--orders", "1001", "--printer", "Office").code == 0
    cordial("pack", "claim", "1002", "--as", "Inga")
    shop, found = left(shop_location)
    assert found == []
    [run] = print_rows(shop)
    shop.close()
    lp.write_text(GOES_OUT)
    assert commanded("reprint", run.id, "--cards", "1", "--printer", "Office") == -signal.SIGKILL
    assert commanded("pack", "done", "1002", "--as", "Inga", "--printer", "Office") == -signal.SIGKILL
    shop, found = left(shop_location)
    assert {one.kind: (one.again, one.by) for one in found} == {
        Kind.THANK_YOU: (run.id, ""), Kind.PARCEL: (None, "Inga"),
    }  # fmt: skip
    for one in found:
        drop_handed(one)
    assert not any(one.file.exists() for one in found)
    assert left_handed(shop) == []
    shop.close()


def test_what_a_printer_took_or_refused_is_asked_about_no_more(cordial, orders_file, lp, tmp_path):
    cordial("import", orders_file)
    words = ("print", "thank-you", "--orders", "1001", "--printer", "Office")
    lp.write_text("#!/bin/sh\necho no paper >&2\nexit 1\n")
    assert cordial(*words).code == 1
    assert list(tmp_path.rglob("thank-you*")) == []
    lp.write_text(TAKES_IT)
    assert cordial(*words).code == 0
    assert [file.suffix for file in tmp_path.rglob("thank-you*")] == [".pdf"]
