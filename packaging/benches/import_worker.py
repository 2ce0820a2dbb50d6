"""One step of the import bench in a process of its own: import_worker.py STEP FILE SHOP; tells its figures as JSON.

Cordial's second process loads the module its program began with, so that this one imports nothing heavy by itself.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from desktop_app.queries import Shop

TABLES = ("customer", "product", "orders", "order_line")


def by_csv(file: Path, _: str) -> None:
    """The floor of reading: nothing but the csv module."""
    with file.open(newline="", encoding="utf-8") as stream:
        for _cells in csv.reader(stream):
            pass


def by_calamine(file: Path, _: str) -> None:
    """The floor of reading a workbook."""
    from python_calamine import CalamineWorkbook

    _begin()

    for _cells in CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).iter_rows():
        pass


def by_shell(file: Path, place: str) -> None:
    """The sqlite3 program's .import: the cells as they are into one table of texts, no keys, nothing joined."""
    subprocess.run(["sqlite3", f"{place}.shell", ".mode csv", f'.import "{file}" orders'], check=True)


def by_pandas(file: Path, place: str) -> None:
    """Pandas in its usual way: the same cells into one table."""
    import sqlite3  # noqa: TID251  # in pandas' own environment

    import pandas

    _begin()

    with sqlite3.connect(f"{place}.pandas") as base:
        pandas.read_csv(file, dtype=str).to_sql("orders", base, index=False)


def by_driver(_: Path, place: str) -> None:
    """The floor of writing: the rows an import wrote into the same tables by executemany; only that is counted."""
    from desktop_app.store.connect import open_shop

    bare = open_shop(f"{place}.bare")
    bare.execute("ATTACH DATABASE ? AS full", (place,))
    bare.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        for rows in _lots(bare, table):
            marks = ", ".join("?" * len(rows[0]))
            begun = time.process_time()
            bare.many(f"INSERT INTO main.{table} VALUES ({marks})", rows)
            _counted.append(time.process_time() - begun)
    begun = time.process_time()
    bare.execute("COMMIT")
    _counted.append(time.process_time() - begun)
    bare.close()


def _lots(shop: Shop, table: str) -> Any:
    last = 0
    while rows := shop.sql(f"SELECT * FROM full.{table} WHERE id > ? ORDER BY id LIMIT 20000", (last,)):
        yield rows
        last = rows[-1][0]


_counted: list[float] = []  # CPU seconds of the parts that count, where not all do
_begun: list[_Moment] = []  # when the part that counts began, and ended


def imported(file: Path, place: str) -> None:
    """The file into the shop, at one reading."""
    from desktop_app.actions.importing import import_file

    _in_shop(place, lambda shop: import_file(shop, file, actor=""))


def planned(file: Path, place: str) -> None:
    """What importing the file would do."""
    from desktop_app.actions.importing import plan_import

    _in_shop(place, lambda shop: plan_import(shop, file))


def pressed(file: Path, place: str) -> None:
    """The window's way: a plan that is looked at, then a backup and the import."""
    from desktop_app.actions.importing import plan_import, run_import

    _in_shop(place, lambda shop: run_import(shop, plan_import(shop, file), actor=""))


def undone(_: Path, place: str) -> None:
    """The last import taken back."""
    from desktop_app.actions.importing import undo_import
    from desktop_app.queries.imports import import_rows

    _in_shop(place, lambda shop: undo_import(shop, import_rows(shop, limit=1)[0].id, actor=""))


def _in_shop(place: str, deed: Callable[[Shop], object]) -> None:
    from desktop_app.store.connect import open_shop

    shop = open_shop(place)
    try:
        _begin()
        deed(shop)
        _begin()
    finally:
        shop.close()


STEPS = {step.__name__: step for step in (
    by_csv, by_calamine, by_shell, by_pandas, by_driver, imported, planned, pressed, undone,
)}  # fmt: skip


class _Moment(NamedTuple):
    clock: float
    cpu: float


def _begin() -> None:
    """What was done before was the program's start and the shop's opening, which nobody asks about here."""
    _begun.append(_Moment(time.perf_counter(), time.process_time()))


def main() -> None:
    """Does the step and prints wall and CPU seconds and peak megabytes, of this process and of those it started."""
    step, file, place = sys.argv[1:4]
    _begin()
    STEPS[step](Path(file), place)
    if len(_begun) < 3:
        _begin()
    first, last = _begun[-2:]
    here, beside = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    mega = 1e6 if sys.platform == "darwin" else 1e3
    cpu = sum(_counted) if _counted else last.cpu - first.cpu
    seconds = cpu if _counted else last.clock - first.clock
    told = (seconds, cpu, beside.ru_utime + beside.ru_stime, here.ru_maxrss / mega, beside.ru_maxrss / mega)
    print(json.dumps([round(value, 3) for value in told]), flush=True)
    os._exit(0)  # giving a million objects back one by one is nobody's work


if __name__ == "__main__":
    main()
