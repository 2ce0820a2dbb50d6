"""A file on the disk, looked through: what it is, and what is told of those that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile, Stopped
from desktop_app.exchange.files import HashedFile, examine
from desktop_app.exchange.magic import Form
from tests.exchange.made import written
from tests.exchange.workbooks import OLE, encrypted, table


@pytest.mark.parametrize(
    ("name", "content", "is_"),
    [
        ("orders.xlsx", b"Name,Email\na,b\n", "a text table (CSV), not an Excel workbook (XLSX)"),
        ("orders.csv", table(), "an Excel workbook (XLSX), not a text table (CSV)"),
        ("orders.xls", table(), "an Excel workbook (XLSX), not an old Excel workbook (XLS)"),
        ("orders.xlsx", encrypted(), "is locked with a password. Take the password off"),
        ("orders.csv", b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture (PNG)"),
        ("orders.csv", b"%PDF-1.7\n", "a PDF"),
        ("people.csv", b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna\n", "a file of contacts (vCard)"),
        ("days.txt", b"BEGIN:VCALENDAR\r\n", "a calendar (iCalendar)"),
        ("shop.cordial", b"SQLite format 3\x00" + bytes(100), "a database (SQLite)"),
        ("orders.json", b'{"orders": []}', "a JSON file"),
        ("orders.zip", b"PK\x05\x06" + bytes(18), "a ZIP archive"),
        ("orders.xlsx", b"PK\x03\x04 and nothing more", "breaks off or is damaged"),
        ("orders.doc", OLE + bytes(600), "an old Office document"),
        ("orders.csv", b"\x1f\x8b\x08\x00" + bytes(20), "a packed file (GZIP)"),
    ],
)
def test_a_file_that_is_something_else_is_told_what_it_is(name: str, content: bytes, is_: str, tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        examine(written(tmp_path, content, name))
    assert is_ in str(refused.value)
    assert refused.value.file == name


def test_a_file_is_read_by_what_it_is_where_its_name_says_nothing(tmp_path: Path) -> None:
    assert examine(written(tmp_path, b"a,b\n1,2\n", "export")).form is Form.TEXT
    assert examine(written(tmp_path, table(), "export.dat")).form is Form.XLSX
    assert examine(written(tmp_path, b"MZ,Name\n1,Anna\n", "mz.csv")).form is Form.TEXT


@pytest.mark.parametrize("content", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\r\x00\n\x00"])
def test_an_empty_file_is_empty(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="empty"):
        examine(written(tmp_path, content))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no file"):
        examine(tmp_path / "gone.csv")
    with pytest.raises(BadFile, match="is a folder. Take the files"):
        examine(tmp_path)
    with pytest.raises(BadFile, match="not a file"):
        examine(Path("/dev/zero"))
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(BadFile, match="not a file"):
        examine(tmp_path / "pipe.csv")


def test_a_file_the_system_does_not_give_out_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = written(tmp_path, "a,b\n")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadFile, match="Permission denied"):
        examine(file)


def test_the_fingerprint_is_of_all_that_was_read_and_reading_can_be_stopped(tmp_path: Path) -> None:
    file = written(tmp_path, "x" * 10_000)
    seen: list[tuple[int, int]] = []
    with HashedFile(file, lambda done, total: not seen.append((done, total))) as raw:
        while raw.read1():
            pass
    assert raw.sha256() == examine(file).sha256
    assert seen[-1] == (10_000, 10_000)
    with HashedFile(file, lambda done, total: False) as raw, pytest.raises(Stopped):
        raw.read1()
