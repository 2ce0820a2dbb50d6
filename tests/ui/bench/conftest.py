"""A shop with three orders to pack, shelves, a checklist and two packers, and the bench on it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.desk_settings import BENCH_SOUND
from desktop_app.store.connect import open_shop
from desktop_app.ui.bench import papers, printer
from tests.made import TODAY
from tests.ui.around import House
from tests.ui.bench.around import Packing
from tests.ui.bench.orders import fill


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Papers that would go to a printer are only noted; a printer always answers that it is ready."""
    from desktop_app.domain.printers import Job, JobState, Printer

    sent: list[Path] = []

    def print_file(file: Path, name: str, **_: Any) -> str:
        sent.append(file)
        return f"{name}-{len(sent)}"

    monkeypatch.setattr(papers, "print_file", print_file)
    monkeypatch.setattr(printer, "printer", lambda name: Printer(name, ready=True))
    monkeypatch.setattr(printer, "job", lambda name: Job(name, JobState.DONE))
    return sent


@pytest.fixture(scope="session")
def orders_file(tmp_path_factory: pytest.TempPathFactory, ready_file: Path) -> Path:
    """A closed file with the shop that is packed for; copy it, do not open it."""
    file = tmp_path_factory.mktemp("orders") / "shop.db"
    shutil.copy(ready_file, file)
    shop = open_shop(str(file), today=lambda: TODAY)
    fill(shop)
    shop.close()
    return file


@pytest.fixture
def packing(house: House, no_printer: list[Path], orders_file: Path) -> Packing:
    """The bench, with nobody at it yet."""
    shutil.copy(orders_file, house.location)
    house.settings.set(BENCH_SOUND, False)
    house.open()
    return Packing(house)
