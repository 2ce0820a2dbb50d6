"""One writer per embedded shop, held by the system: nothing stale to clear away, whatever happens to the owner."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.lock import ShopLock

OWNER = """
import sys
from desktop_app.store.connect import open_shop
shop = open_shop(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


def test_the_second_writer_is_told_what_to_do(file_shop: Shop) -> None:
    with pytest.raises(StoreUnavailable, match="Go to that window"):
        open_shop(file_shop.location)
    file_shop.close()
    open_shop(file_shop.location).close()


def test_a_refused_opening_takes_nothing_from_the_owner(file_shop: Shop) -> None:
    for _ in range(3):
        with pytest.raises(StoreUnavailable):
            open_shop(file_shop.location)
    with pytest.raises(StoreUnavailable):
        ShopLock(Path(file_shop.location))


def test_an_opening_that_fails_lets_go_of_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("desktop_app.store.file.migrate", fail)
        with pytest.raises(StoreUnavailable, match="full"):
            open_shop(tmp_path / "shop.cordial")
    assert not (tmp_path / "shop.cordial").exists()
    open_shop(tmp_path / "shop.cordial").close()


def test_of_many_at_once_one_gets_it(tmp_path: Path) -> None:
    barrier, owners, refused = threading.Barrier(50), [], []

    def start() -> None:
        barrier.wait()
        try:
            owners.append(ShopLock(tmp_path / "shop.cordial"))
        except StoreUnavailable:
            refused.append(1)

    threads = [threading.Thread(target=start) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(owners), len(refused)) == (1, 49)
    owners[0].release()


def test_the_lock_of_a_killed_owner_is_free(tmp_path: Path) -> None:
    file = tmp_path / "shop.cordial"
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert owner.stdout is not None
    assert owner.stdout.readline() == "open\n"
    with pytest.raises(StoreUnavailable, match="already open"):
        open_shop(file)
    owner.send_signal(signal.SIGKILL)
    owner.communicate()
    open_shop(file).close()
