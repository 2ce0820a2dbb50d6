"""A program that works on a shop until it is killed; each line it prints is something it promised to have kept.

    python -m tests.crash.child DEED LOCATION FOLDER ROUNDS STEP

ROUNDS 0 goes on for ever. With STEP it kills itself right before that step among all openings, syncs, renames and
removals of files, so that a drill can try every one of them.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop_app.i18n import msg
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.tables import CustomerTable
from desktop_app.store.undo import redo, undo

BATCH = 500
ORDERS = 60
HEADINGS = (
    "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name"
)
Rounds = Iterable[int]


def acknowledge(*words: object) -> None:
    print(*words, flush=True)


def order_file(folder: Path, number: int) -> Path:
    """An export of ORDERS orders with two lines each, unlike those of any other number."""
    lines = [HEADINGS]
    for order in range(ORDERS):
        name, email = f"#{number}-{order}", f"a{order % 40}@pasts.example"
        lines.append(f"{name},{email},paid,EUR,38.00,2026-11-16 10:00:00 +0200,2,Napkin,9.50,Līga Ķēniņa {order}")
        lines.append(f"{name},{email},,,,2026-11-16 10:00:00 +0200,1,Cup,19.00,")
    file = folder / f"orders-{number}.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def take_in(shop: Shop, folder: Path, number: int) -> int:
    from desktop_app.actions.importing import plan_import, run_import  # each deed brings what it needs: starts are many

    done = run_import(shop, plan_import(shop, order_file(folder, number)), actor="crash")
    return done.changes.id


def importing(location: str, folder: Path, rounds: Rounds) -> None:
    """One export after another, each with its backup before."""
    shop = open_shop(location)
    acknowledge("ready")
    for number in rounds:
        acknowledge("import", number, take_in(shop, folder, number))


def printing(location: str, folder: Path, rounds: Rounds) -> None:
    """A few parcels' papers at a time: the file, then the log with the marks on the orders."""
    from desktop_app.actions.printing import make_parcel_papers
    from desktop_app.actions.prints import log_print
    from desktop_app.domain.printing import Kind
    from desktop_app.queries.printing import parcel_details, shop_details, unprinted_orders
    from desktop_app.queries.settings import settings

    shop = open_shop(location)
    acknowledge("ready")
    for number in rounds:
        orders = unprinted_orders(shop)[:4]
        if not orders:
            break
        to = folder / f"cards-{number}.pdf"
        details = parcel_details(shop, orders)
        made = make_parcel_papers(
            details, shop_details(shop), kind=Kind.PARCEL, values=settings(shop), to=to, by="Līga", stock="a6-4up-a4"
        )
        acknowledge("print", to.name, log_print(shop, made, kind=Kind.PARCEL, file=to, by="Līga", actor="crash").id)


def write_batch(change: Any, number: int) -> range:
    name = f"batch{number}"
    return change.insert_many(CustomerTable, ["given", "doc"], ((name, f"{name} {n}") for n in range(BATCH)))  # type: ignore[no-any-return]


def writing(location: str, folder: Path, rounds: Rounds) -> None:
    """Bulk changes: a new batch, a mark on every row of the one before, the one before that removed."""
    shop = open_shop(location)
    acknowledge("ready")
    before: list[range] = []
    for number in rounds:
        with shop.change(msg("Batch"), actor="crash", topics=[]) as change:
            ids = write_batch(change, number)
            if before:
                change.update_many(CustomerTable, before[-1], ["note"], ((f"mark{number}",) for _ in before[-1]))
            if len(before) > 1:
                change.delete(CustomerTable, before[-2])
        before.append(ids)
        acknowledge("batch", number, change.changes.id)


def undoing(location: str, folder: Path, rounds: Rounds) -> None:
    """A big import taken back and done again."""
    shop = open_shop(location)
    acknowledge("ready")
    for number in rounds:
        if number % 2:
            redo(shop, actor="crash")
        else:
            undo(shop, actor="crash")
        acknowledge("state", "with" if number % 2 else "without")


def backing_up(location: str, folder: Path, rounds: Rounds) -> None:
    """One backup after another."""
    from desktop_app.store.snapshots import backup

    shop = open_shop(location)
    acknowledge("ready")
    for _ in rounds:
        acknowledge("backup", backup(shop).file)


def restoring(location: str, folder: Path, rounds: Rounds) -> None:
    """Two backups brought back in turn."""
    from desktop_app.store.restore import restore

    acknowledge("ready")
    for number in rounds:
        which = "ba"[number % 2]
        restore(location, folder / f"{which}.cordial-backup")
        acknowledge("state", which)


def creating(location: str, folder: Path, rounds: Rounds) -> None:
    """New shops, each opened and closed."""
    acknowledge("ready")
    for number in rounds:
        open_shop(folder / f"new-{number}.cordial").close()
        acknowledge("created", f"new-{number}.cordial")


def upgrading(location: str, folder: Path, rounds: Rounds) -> None:
    """A shop of an older version opened by a program with one more migration."""
    from desktop_app.store import migrate

    migrate.FOLDER = folder / "migrations"
    acknowledge("ready")
    for _ in rounds:
        open_shop(location).close()
        acknowledge("upgraded")


# --- the controls: what a drill must catch ---


def in_halves(location: str, folder: Path, rounds: Rounds) -> None:
    """A batch that is not one transaction."""
    shop = open_shop(location)
    acknowledge("ready")
    with shop.change(msg("Batch"), actor="crash", topics=[]) as change:
        change.insert_many(CustomerTable, ["given"], (("batch0",) for _ in range(BATCH // 2)))
    die()


def too_early(location: str, folder: Path, rounds: Rounds) -> None:
    """A promise before COMMIT."""
    shop = open_shop(location)
    acknowledge("ready")
    with shop.change(msg("Batch"), actor="crash", topics=[]) as change:
        write_batch(change, 0)
        acknowledge("batch", 0, change.id)
        die()


def restoring_carelessly(location: str, folder: Path, rounds: Rounds) -> None:
    """The backup's content copied over the file, whatever -wal lies beside it."""
    import zipfile

    acknowledge("ready")
    with zipfile.ZipFile(folder / "b.cordial-backup") as archive:
        Path(location).write_bytes(archive.read("shop.db")[: 1 << 14])
        die()


DEEDS: dict[str, Callable[[str, Path, Rounds], None]] = {
    deed.__name__: deed
    for deed in (
        importing, printing, writing, undoing, backing_up, restoring, creating, upgrading,
        in_halves, too_early, restoring_carelessly,
    )
}  # fmt: skip


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(step: int) -> None:
    """Kills this process right before the step-th opening, sync, rename or removal of a file."""
    steps = itertools.count(1)

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            if next(steps) == step:
                die()
            return real(*args, **more)

        return call

    for name in ("open", "fsync", "replace", "unlink", "mkdir"):
        setattr(os, name, counted(getattr(os, name)))


def main() -> None:
    deed, location, folder, rounds, step = sys.argv[1:]
    os.umask(0o077)
    if int(step):
        die_at(int(step))
    DEEDS[deed](location, Path(folder), range(int(rounds)) if int(rounds) else itertools.count())
    acknowledge("end")


if __name__ == "__main__":
    main()
