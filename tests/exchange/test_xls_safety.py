"""Old workbooks: two bytes may claim a table of any size, which is refused before anything makes room for it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile
from desktop_app.exchange import xls_safety
from tests.exchange.made import DATA, said, written

BOOK = (DATA / "exports" / "orders-old.xls").read_bytes()
NUMBERS = struct.pack("<HHHH", 0x00BD, 24, 1, 11)  # pieces, price and total of the first article


def moved(row: int, column: int) -> bytes:
    at = BOOK.index(NUMBERS) + 4
    return BOOK[:at] + struct.pack("<HH", row, column) + BOOK[at + 4 :]


@pytest.mark.parametrize("place", [(65_535, 65_535), (65_535, 255), (60_000, 200)])
def test_a_cell_far_out_is_refused_as_unsafe(place: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="unsafe: its table reaches over millions of empty cells"):
        said(written(tmp_path, moved(*place), "book.xls"))


def test_a_sound_workbook_passes_and_one_with_a_wide_row_too(tmp_path: Path) -> None:
    """Positive control: the check does not refuse everything."""
    assert [order.number for order in said(written(tmp_path, BOOK, "book.xls")).orders] == ["0017", "0018", "0019"]
    xls_safety.check(moved(1, 255), "book.xls")


@pytest.mark.parametrize("end", [600, len(BOOK) // 2])
def test_one_that_breaks_off_is_refused(end: int, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="breaks off or is damaged"):
        said(written(tmp_path, BOOK[:end] + b"Workbook".decode().encode("utf-16-le"), "book.xls"))


def test_a_chain_of_sectors_that_bites_its_tail_ends(tmp_path: Path) -> None:
    changed = bytearray(BOOK)
    (table,) = struct.unpack_from("<I", BOOK, 76)
    struct.pack_into("<I", changed, (table + 1) * 512, 0)  # the first sector follows itself
    with pytest.raises(BadFile, match="damaged"):
        said(written(tmp_path, bytes(changed), "book.xls"))


def changed(mark: bytes, at: int, value: bytes) -> bytes:
    """The workbook with other bytes in the record that begins so."""
    place = BOOK.index(mark) + 4 + at
    return BOOK[:place] + value + BOOK[place + len(value) :]


@pytest.mark.parametrize(
    ("mark", "at", "value", "says"),
    [
        (b"\xfc\x00\xbb\x01", 4, b"\xff\xff\xff\x7f", "is damaged"),  # texts without end
        (b"\x00\x02\x0e\x00", 4, b"\xff\xff\xff\x7f", "millions of empty cells"),  # rows without end
        (b"\x00\x02\x0e\x00", 0, b"\xff\xff\xff\x7f", "is damaged"),  # that end before they begin
    ],
)
def test_what_readers_would_believe_is_held_against_the_file(
    mark: bytes, at: int, value: bytes, says: str, tmp_path: Path
) -> None:
    with pytest.raises(BadFile, match=says):
        said(written(tmp_path, changed(mark, at, value), "book.xls"))
