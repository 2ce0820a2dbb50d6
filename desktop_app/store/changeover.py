"""The last step of a restore in a file: the verified shop waiting as `<shop>.restored` takes its place."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.store.durable import sync_folder

COMPANIONS = ("-wal", "-shm", "-journal")


def waiting(file: Path) -> Path:
    """Where the restored shop waits; once it is there it is the shop."""
    return file.with_name(f"{file.name}.restored")


def announce(beside: Path, file: Path) -> None:
    """Makes a verified file, already on the disk, the shop to come; needs the shop's lock."""
    os.replace(beside, waiting(file))
    sync_folder(file.parent)


def finish(file: Path) -> None:
    """Completes a change-over, also one that was killed; needs the shop's lock, and nobody may have the shop open."""
    if not waiting(file).exists():
        return
    for companion in COMPANIONS:  # a -wal left behind would bring the old data back into the new file
        file.with_name(file.name + companion).unlink(missing_ok=True)
    sync_folder(file.parent)
    os.replace(waiting(file), file)
    sync_folder(file.parent)
