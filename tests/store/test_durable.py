"""The one file writer: old or new after a power cut, private, and nothing left lying about."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store import durable, unfinished
from desktop_app.store.durable import durable_write


class Disk:
    """Watches what a writer does and says what a power cut at each moment would leave under the file's name.

    What was written is safe only once its file was synced; a new name is safe only once its folder was.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.synced: set[int] = set()  # inodes
        self.moments: list[str] = []
        real_sync, real_replace = os.fsync, os.replace

        def fsync(handle: int) -> None:
            real_sync(handle)
            self.synced.add(os.fstat(handle).st_ino)
            self.moments.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")

        def replace(source: os.PathLike[str], target: os.PathLike[str]) -> None:
            self.moments.append("rename" if os.stat(source).st_ino in self.synced else "rename unsynced")
            real_replace(source, target)

        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "replace", replace)

    def survives(self, write: Callable[[Path, bytes], None], file: Path) -> bool:
        """Whether the writer leaves the old file or the new one wherever the power goes, and the new one at the end."""
        file.write_bytes(b"old")
        before = file.stat().st_ino
        write(file, b"new" * 1000)
        in_place = file.stat().st_ino == before
        return not in_place and self.moments[-3:] == ["file", "rename", "folder"]


def in_place(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def no_sync(file: Path, data: bytes) -> None:
    beside = file.with_name("beside")
    beside.write_bytes(data)
    os.replace(beside, file)


def folder_forgotten(file: Path, data: bytes) -> None:
    beside = file.with_name("beside")
    with beside.open("wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
    os.replace(beside, file)


def too_early(file: Path, data: bytes) -> None:
    beside = file.with_name("beside")
    with beside.open("wb") as target:
        os.fsync(target.fileno())
        target.write(data)
    os.replace(beside, file)
    durable.sync_folder(file.parent)
    with file.open("rb") as target:
        os.fsync(target.fileno())


def test_a_power_cut_leaves_old_or_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Disk(monkeypatch).survives(durable_write, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new" * 1000


@pytest.mark.parametrize("broken", [in_place, no_sync, folder_forgotten, too_early], ids=lambda f: f.__name__)
def test_a_careless_writer_is_caught(broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not Disk(monkeypatch).survives(broken, tmp_path / "a")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
def test_a_full_or_broken_disk_leaves_the_old_file(
    number: int, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cards.pdf"
    durable_write(file, b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail)
        with pytest.raises(StoreUnavailable) as caught:
            durable_write(file, b"new")
    if number in (errno.ENOSPC, errno.EDQUOT):
        assert "MB free" in str(caught.value)
    else:
        assert "cards.pdf" in str(caught.value)
    assert file.read_bytes() == b"old"
    assert sorted(found.name for found in tmp_path.iterdir() if found.name != "home") == ["cards.pdf"]
    durable_write(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    durable_write(tmp_path / "a", b"old")

    def half(target) -> None:
        target.write(b"half")
        raise LookupError("no more")

    with pytest.raises(LookupError):
        durable_write(tmp_path / "a", half)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir() if found.name != "home"] == ["a"]


def test_a_writer_streams_and_may_read_back(tmp_path: Path) -> None:
    def write(target) -> None:
        for number in range(3):
            target.write(b"%d" % number)
        target.seek(0)
        assert target.read() == b"012"

    durable_write(tmp_path / "a", write)
    assert (tmp_path / "a").read_bytes() == b"012"


def test_a_new_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o000)
    try:
        durable_write(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


WRITING = """
import sys
from pathlib import Path
from desktop_app.store.durable import durable_write

def write(target):
    target.write(b"half")
    target.flush()
    print("begun", flush=True)
    sys.stdin.read()
    target.write(b" and half")

durable_write(Path(sys.argv[1]), write)
"""


def writing(file: Path) -> subprocess.Popen[str]:
    """Another program in the middle of writing a file."""
    program = [sys.executable, "-c", WRITING, str(file)]
    process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir() if found.name != "home")


def test_what_a_killed_program_left_is_cleared_away_by_the_next_writer(tmp_path: Path) -> None:
    with writing(tmp_path / "cards.pdf") as process:
        process.kill()
    [left] = names(tmp_path)
    assert left.startswith(".cards.pdf.")
    (tmp_path / ".cards.pdf.0123456789ab.part").touch()  # of some other program
    durable_write(tmp_path / "other.pdf", b"new")
    assert names(tmp_path) == [".cards.pdf.0123456789ab.part", "other.pdf"]


def test_what_a_living_program_is_writing_is_left_to_it(tmp_path: Path) -> None:
    with writing(tmp_path / "cards.pdf") as process:
        durable_write(tmp_path / "other.pdf", b"new")
        assert len(names(tmp_path)) == 2
        process.communicate("")
    assert process.returncode == 0
    assert names(tmp_path) == ["cards.pdf", "other.pdf"]
    assert (tmp_path / "cards.pdf").read_bytes() == b"half and half"


def test_a_file_swept_away_as_it_is_made_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = iter([False, True])
    monkeypatch.setattr(unfinished, "_hold", lambda handle: next(held))
    durable_write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="no folder"):
        durable_write(tmp_path / "nowhere" / "a.pdf", b"")
