"""Proves that no file harms a shop: any number of damaged files are imported and taken back, or refused in words.

    .venv/bin/python -m tests.exchange.fuzz_proof --files 50000

After every file the whole shop is held against what it was before. Files go in by lots, each in a process of its own,
so that even a library that takes the process down is noticed. Half of the lots meet an empty shop, half one that knows
what was in the files before they were damaged.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest import mock

from desktop_app.actions import import_intake, importing
from desktop_app.actions.import_run import ImportRun
from desktop_app.actions.importing import import_file, undo_import
from desktop_app.domain.errors import AppError, BadFile, Invalid
from desktop_app.domain.file_kinds import Brings
from desktop_app.domain.mapping import DateOrder, FileMapping, Price
from desktop_app.i18n import english, msg
from desktop_app.store.connect import Shop, open_shop
from tests.exchange.damage import Seeds, damaged, short_seeds
from tests.store.contents import EVERY_TABLE

LOT = 500  # files a process takes
SLOWEST = 10.0  # seconds of the processor: others may be at work on the machine
MEMORY = 512  # megabytes
ROOT = Path(__file__).resolve().parent.parent.parent
BY = "fuzz"
_ROWS = {  # told to the database as they are: 50,000 files times 60 tables are too many to be put together each time
    table._meta.table_name: "SELECT {} FROM {} ORDER BY id".format(
        ", ".join(f'"{field.column_name}"' for field in table._meta.sorted_fields if field.name != "version"),
        table._meta.table_name,
    )
    for table in EVERY_TABLE
    if not table.kept_on_undo
}


@dataclass
class Found:
    """What came of some files; `faults` says of each fault its number, what it was and how it showed."""

    files: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    slowest: float = 0.0
    slowest_file: int = 0
    memory: int = 0  # megabytes at the most

    def add(self, other: Found) -> None:
        """Puts what another lot found beside this."""
        self.files += other.files
        self.ways += other.ways
        self.faults += other.faults
        self.memory = max(self.memory, other.memory)
        if other.slowest > self.slowest:
            self.slowest, self.slowest_file = other.slowest, other.slowest_file

    def fault(self, number: int, kind: str, text: str) -> None:
        """Notes a fault."""
        self.ways[kind] += 1
        self.faults.append((number, kind, text))


def tried(
    numbers: Iterable[int],
    folder: Path,
    *,
    location: str = "",
    filled: bool = False,
    seeds: Seeds | None = None,
    note: Callable[[int], None] = lambda _: None,
) -> Found:
    """Tries damaged files on one shop, a new one or that at `location`; `note` is told each number before it is tried.

    They are made of all seeds or of these.
    """
    found = Found()
    with _hurried():
        (folder / "fuzz.cordial").unlink(missing_ok=True)
        shop = open_shop(location or folder / "fuzz.cordial")
        try:
            if filled:
                _fill(shop, folder, seeds or short_seeds())
            before = whole(shop)
            for number in numbers:
                note(number)
                before = _one(shop, (number, *damaged(number, seeds)), folder, before, found)
        finally:
            shop.close()
    found.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


def _one(shop: Shop, made: tuple[int, str, bytes], folder: Path, before: Any, found: Found) -> Any:
    """Tries one file and notes what came of it; returns the shop as the next file finds it."""
    number, name, content = made
    file = folder / name
    file.write_bytes(content)
    begun = time.process_time()
    try:
        way = _taken_and_back(shop, file, before)
    except AssertionError as partial:
        found.fault(number, "partial", str(partial))
    except Exception:  # noqa: BLE001  # whatever a reader does not foresee is what is looked for
        found.fault(number, "crash", traceback.format_exc(limit=-6))
    else:
        found.ways[way] += 1
    after = whole(shop)
    if after != before:
        found.fault(number, "partial", "the shop is not what it was: " + ", ".join(_differing(before, after)))
    took = time.process_time() - begun
    if took > SLOWEST:
        found.fault(number, "slow", f"{took:.1f} s")
    if took > found.slowest:
        found.slowest, found.slowest_file = took, number
    found.files += 1
    file.unlink()
    return after


def whole(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for logs that stay and the versions of rows; and whom the search finds."""
    found = {name: shop.sql(text) for name, text in _ROWS.items()}
    for letter in "aijoаео" if shop.sqlite else "":
        text = "SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid"
        found[f"search {letter}"] = shop.sql(text, (f'"{letter}"*',))
    return found


def _taken_and_back(shop: Shop, file: Path, before: Any) -> str:
    """Imports a file and takes it back, or has it refused; AssertionError where the one or the other is not whole."""
    try:
        summary, done = _answered(shop, file)
    except Invalid:
        return "asked"
    except AppError as refused:
        if file.name not in str(refused):
            raise AssertionError(f"names no file: {refused}") from refused
        return "refused"
    for refusal in summary.refused:
        assert refusal.place.file == file.name, f"a refusal of another file: {refusal}"
        assert refusal.place.row > 0, f"a refusal without a row: {refusal}"
        assert len(refusal.value) <= 40, "a value that is not shortened"
        assert english(refusal.reason), "a refusal without a reason"
    if not done.id:
        return "nothing new"
    if summary.kind.brings is Brings.ORDERS:
        [(orders, lines)] = shop.sql("SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM order_line)")
        came, lines = orders - len(before["orders"]), lines - len(before["order_line"])
        assert came == done.new, f"{came} orders came, {done.new} were told"
        assert done.changed or done.same or lines == done.lines, f"{lines} lines came, {done.lines} were told"
    undo_import(shop, done.id, actor=BY)
    return "some rows refused" if summary.refused else "taken whole"


def _answered(shop: Shop, file: Path) -> Any:
    """Imports a file; a question it asks is answered once."""
    mapping = FileMapping()
    for _ in range(3):
        try:
            return import_file(shop, file, actor=BY, mapping=None if mapping == FileMapping() else mapping)
        except Invalid as question:
            if question.field == "date_order" and not mapping.date_order:
                mapping = replace(mapping, date_order=DateOrder.DAY_FIRST)
            elif question.field == "price" and not mapping.price:
                mapping = replace(mapping, price=Price.UNIT)
            else:
                raise
    raise AssertionError("asks the same again and again")


def _fill(shop: Shop, folder: Path, seeds: Seeds) -> None:
    for name, content in seeds:
        file = folder / name
        file.write_bytes(content)
        try:
            import_file(shop, file, actor=BY)
        except AppError:
            pass  # a fixture that asks something
        file.unlink()


def _differing(before: Any, after: Any) -> list[str]:
    return [f"{name} {len(before[name])} → {len(after[name])} rows" for name in before if before[name] != after[name]]


@contextmanager
def _hurried() -> Iterator[None]:
    """Without backups, which are proven elsewhere; written by 200, so that long files break off amid the writing."""
    with mock.patch.object(importing, "backup_if_changed"), mock.patch.object(import_intake, "CHUNK", 200):
        yield


# --- the controls: what the proof must catch ---


@contextmanager
def planted_crash() -> Iterator[None]:
    """A reader that breaks on amounts of some cents."""
    from desktop_app.exchange.amounts import Amounts

    real = Amounts._read

    def broken(self: Amounts, cell: str, column: str) -> int | None:
        found = real(self, cell, column)
        return 1 // (found % 50) and found if found else found

    with mock.patch.object(Amounts, "_read", broken):
        yield


@contextmanager
def planted_half() -> Iterator[None]:
    """An import that keeps what it had written when the file broke off."""

    def kept(shop: Shop, source: Any, beside: Any, *, actor: str, progress: Any) -> Any:
        run, broken = ImportRun(shop, source, beside, progress=progress), None
        with shop.change(msg("Import"), actor=actor, topics=()) as change:
            try:
                run.write(change, by=actor)
            except BadFile as error:
                broken = error
            number = importing._logged(shop, change, run)
        if broken:
            raise broken
        return run, importing._done(run.summary(), change.changes, number)

    with mock.patch.object(importing, "_written", kept):
        yield


@contextmanager
def planted_leak() -> Iterator[None]:
    """A refusal that leaves something behind."""
    real = importing._found

    def leaking(shop: Shop, *given: Any, **more: Any) -> Any:
        try:
            return real(shop, *given, **more)
        except AppError:
            shop.sql("INSERT INTO setting (key, value, version) VALUES ('left', '1', 1) RETURNING id")
            raise

    with mock.patch.object(importing, "_found", leaking):
        yield


CONTROLS = {"crash": planted_crash, "half": planted_half, "leak": planted_leak}


# --- lots, each a process ---


def lot(first: int, last: int, control: str = "") -> None:
    """What a process does: tries its files, and tells on standard output which is at work and what was found."""
    folder = Path(tempfile.mkdtemp())
    try:
        with ExitStack() as stack:
            if control:
                stack.enter_context(CONTROLS[control]())
            found = tried(range(first, last), folder, filled=first // LOT % 2 == 1, note=lambda n: print(n, flush=True))
        print(json.dumps(vars(found)), flush=True)
    finally:
        shutil.rmtree(folder)


def run_lot(first: int, last: int, control: str = "") -> Found:
    """A lot in a process of its own; one that dies goes on behind the file it died of."""
    words = [sys.executable, "-m", "tests.exchange.fuzz_proof", "--lot", str(first), str(last), "--control", control]
    ended = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=3600, check=False)
    *before, end = ended.stdout.splitlines() or [""]
    if ended.returncode == 0:
        told = json.loads(end)
        return Found(**{**told, "ways": Counter(told["ways"]), "faults": [tuple(one) for one in told["faults"]]})
    at = int(end) if end.isdigit() else first
    found = Found(files=len(before) + 1)
    found.fault(at, "crash", f"the process died ({ended.returncode}): {ended.stderr[-1500:]}")
    if at + 1 < last:
        found.add(run_lot(at + 1, last, control))
    return found


def main() -> None:
    """The whole proof; prints what was found, ends with 1 where a promise was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--control", choices=["", *CONTROLS], default="")
    parser.add_argument("--lot", type=int, nargs=2)
    words = parser.parse_args()
    if words.lot:
        lot(*words.lot, words.control)
        return
    found, begun, last = Found(), time.monotonic(), words.first + words.files
    lots = [(first, min(first + LOT, last), words.control) for first in range(words.first, last, LOT)]
    with ThreadPoolExecutor(words.workers) as pool:
        for one in pool.map(lambda lot: run_lot(*lot), lots):
            found.add(one)
            for number, kind, text in one.faults:
                print(f"file {number}: {kind}: {text}", flush=True)
            if found.files % 2_500 == 0:
                print(f"… {found.files} files, {len(found.faults)} faults", file=sys.stderr, flush=True)
    print(f"{found.files} files in {time.monotonic() - begun:.0f} s: {dict(found.ways.most_common())}")
    print(f"crashes {found.ways['crash']}, partial {found.ways['partial']}, slow {found.ways['slow']};", end=" ")
    print(f"slowest {found.slowest:.1f} s (file {found.slowest_file}), memory at most {found.memory} MB")
    sys.exit(1 if found.faults or found.memory >= MEMORY or found.files < words.files else 0)


if __name__ == "__main__":
    main()
