"""The trap of the live file: whoever opens and closes it in this process drops SQLite's locks on it.

Another program may then take the -wal away under a running shop, and with it what was acknowledged.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.file import inspect
from desktop_app.store.snapshots import backup, backups, check
from tests.store.contents import add_customers

ASK = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)  # the bytes by which SQLite says "in use"
    except OSError:
        print("in use")
"""


def in_use(shop: Shop) -> bool:
    """Whether another program sees that somebody has the shop open."""
    said = subprocess.run([sys.executable, "-c", ASK, shop.location], capture_output=True, text=True, check=True)
    return said.stdout == "in use\n"


def try_a_second_window(shop: Shop) -> None:
    with pytest.raises(StoreUnavailable):
        open_shop(shop.location)


DEEDS: dict[str, Callable[[Shop], object]] = {
    "nothing": lambda shop: None,
    "backup": backup,
    "check": check,
    "list of backups": lambda shop: backups(shop.location),
    "looking into it": lambda shop: inspect(Path(shop.location)),
    "reading it beside": lambda shop: open_shop(shop.location, write=False).close(),
    "a second window": try_a_second_window,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_the_store_does_drops_the_locks(deed: str, file_shop: Shop) -> None:
    add_customers(file_shop, "Anna")
    DEEDS[deed](file_shop)
    assert in_use(file_shop)
    add_customers(file_shop, "Boriss")
    DEEDS[deed](file_shop)
    assert in_use(file_shop)


@pytest.mark.parametrize("careless", [shutil.copy, lambda file, to: Path(file).read_bytes()], ids=["copy", "hash"])
def test_a_plain_copy_does(careless, file_shop: Shop, tmp_path: Path) -> None:
    """The control: this is what the test above would catch."""
    add_customers(file_shop, "Anna")
    careless(file_shop.location, tmp_path / "copy")
    assert not in_use(file_shop)


def test_a_closed_shop_is_not_in_use(file_shop: Shop) -> None:
    file_shop.close()
    assert not in_use(file_shop)
