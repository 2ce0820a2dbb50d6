"""A large file is read in a second process, and nobody can tell by the records."""

from __future__ import annotations

import json
import multiprocessing
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile, Invalid, Stopped
from desktop_app.domain.importing import OrderRecord
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange import beside
from desktop_app.exchange.beside import Beside
from desktop_app.exchange.detect import detect
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.options import Stray
from desktop_app.exchange.reading import Reading, read
from tests.exchange.made import DATA, TODAY, written
from tests.exchange.workbooks import table

# What only some files need: it is not waited for with every other. The reader of a file comes with what is sent.
OF_SOME_FILES = (
    "email", "html", "xml.etree", "lxml", "python_calamine", "chardet", "phonenumbers",
    "desktop_app.exchange.detect", "desktop_app.exchange.readers", "desktop_app.exchange.shopify_orders",
)  # fmt: skip
LOADED = "import json, sys; import desktop_app.exchange.beside; print(json.dumps(sorted(sys.modules)))"


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "LARGE", 0)


def opened(detected: Detected, **more: object) -> Reading:
    return Beside(detected.path).read(detected, currency="EUR", today=TODAY, strays={}, **more)  # type: ignore[arg-type]


def orders(count: int) -> str:
    chance = random.Random(count)
    rows = (f"#{n},{chance.randrange(10**4)}.50,p{n}@x.lv,Mug,{chance.randrange(9)}" for n in range(count))
    return "\n".join(("Order number,Total,Email,Product,Quantity", *rows, ""))


@pytest.mark.parametrize("name", ["shopify_orders.csv", "woocommerce_items.csv", "people_lv_cp1257.csv"])
def test_the_records_are_those_of_a_reading_in_this_process(name: str) -> None:
    detected = detect(DATA / name, FileMapping())
    here = read(detected, currency="EUR", today=TODAY, strays={})
    there = opened(detected)
    assert list(there.items) == list(here.items)
    assert (there.sha256(), there.file, there.sheet) == (here.sha256(), here.file, here.sheet)
    here.close()
    there.close()
    assert multiprocessing.active_children() == []


def test_a_workbook_is_read_there_too(tmp_path: Path) -> None:
    detected = detect(written(tmp_path, table(), "people.xlsx"), FileMapping())
    here = read(detected, currency="EUR", today=TODAY, strays={})
    there = opened(detected)
    assert list(there.items) == list(here.items) != []
    assert (there.sha256(), there.sheet) == (detected.sha256, "Sheet1")
    here.close()
    there.close()


def test_refusals_and_rows_astray_come_over_too(tmp_path: Path) -> None:
    file = written(tmp_path, "Order number,Total,Product\n1,5.00,Mug\n2,x,Cup\n1,,Bowl\n")
    reading = opened(detect(file, FileMapping()))
    order, refusal, stray = sorted(reading.items, key=lambda item: type(item).__name__)
    reading.close()
    assert (order.number, refusal.place.row, refusal.value) == ("1", 3, "x")
    assert stray == Stray("1", (4, ["1", "", "Bowl", ""]))


def test_a_question_and_a_broken_row_are_raised_as_here(tmp_path: Path) -> None:
    file = written(tmp_path, "Order number,Total,Order date\n1,5.00,03/04/2025\n")
    reading = opened(detect(file, FileMapping()))
    with pytest.raises(Invalid, match="day first or month first") as asked:
        list(reading.items)
    assert asked.value.field == "date_order"
    reading.close()

    file = written(tmp_path, orders(3000) + '#x,1.00,"a@b.lv,Mug,1\n')
    reading = opened(detect(file, FileMapping()))
    with pytest.raises(BadFile, match="row 3002") as broken:
        list(reading.items)
    assert (broken.value.row, broken.value.file) == (3002, "orders.csv")
    reading.close()


def test_it_can_be_stopped_and_leaves_no_process_behind(tmp_path: Path) -> None:
    seen: list[int] = []

    def half(done: int, total: int) -> bool:
        seen.append(done)
        return done < total // 2

    file = written(tmp_path, orders(30_000))
    reading = opened(detect(file, FileMapping()), progress=half)
    with pytest.raises(Stopped):
        list(reading.items)
    reading.close()
    assert seen == sorted(seen)
    assert multiprocessing.active_children() == []


def test_a_killed_reader_is_told_and_not_waited_for(tmp_path: Path) -> None:
    reading = opened(detect(written(tmp_path, orders(30_000)), FileMapping()))
    next(reading.items)
    for process in multiprocessing.active_children():
        process.kill()
    with pytest.raises(BadFile, match=r"orders\.csv broke off"):
        list(reading.items)
    reading.close()


def test_it_is_there_before_anything_is_read_and_goes_when_nothing_comes_of_it(tmp_path: Path) -> None:
    with Beside(written(tmp_path, orders(1))):
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []


def test_a_file_is_read_again_after_a_question(tmp_path: Path) -> None:
    detected = detect(written(tmp_path, orders(10)), FileMapping())
    with Beside(detected.path) as beside:
        for _ in range(2):
            reading = beside.read(detected, currency="EUR", today=TODAY, strays={})
            assert sum(isinstance(item, OrderRecord) for item in reading.items) == 10
            reading.close()
    assert multiprocessing.active_children() == []


def test_a_bug_of_ours_keeps_its_traceback(tmp_path: Path) -> None:
    detected = detect(written(tmp_path, orders(1)), FileMapping())
    reading = opened(replace(detected, mapping=None))  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="Traceback"):
        list(reading.items)
    reading.close()


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    file = written(tmp_path, orders(1))
    detected = detect(file, FileMapping())
    file.unlink()
    with pytest.raises(BadFile, match="no file"):
        opened(detected)


def test_the_second_process_begins_without_what_only_some_files_need() -> None:
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", LOADED], cwd=root, check=True, capture_output=True, timeout=120)
    loaded = json.loads(told.stdout)
    assert "desktop_app.exchange.reading" in loaded
    assert [name for name in OF_SOME_FILES if name in loaded] == []
