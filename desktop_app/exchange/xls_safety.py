"""Whether an old workbook (XLS) may be opened: how far its cells reach is read off its records before any parser is."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from desktop_app.exchange.zip_safety import damaged, too_large

MOST_CELLS = 8_000_000  # of the rectangle around all cells of a sheet; 65,536 full rows of 120 columns are fewer
_END = 0xFFFFFFF0  # sectors from here on are marks, no places
_STREAM = 2  # an entry that holds bytes
_BEGIN = 0x0809
_TEXTS = 0x00FC
_SAID = 0x0200  # how large a sheet says it is: readers believe it
_SEVERAL = (0x00BD, 0x00BE)  # records of cells side by side: the last two bytes tell the last column
_CELLS = frozenset(
    (1, 2, 3, 4, 5, 0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E)
)


def check(content: bytes, file: str) -> None:
    """Raises BadFile for a workbook whose sheets are too large to be held, or whose parts cannot be found."""
    try:
        width = height = 0
        stream = _workbook(content)
        for kind, data in _records(stream):
            if kind == _BEGIN:
                width = height = 0
            elif kind == _TEXTS and len(stream) < 3 * struct.unpack_from("<I", data, 4)[0]:
                raise damaged(file)  # more texts than it has bytes for: a reader makes room for as many as it says
            elif kind == _SAID and _said(data) > MOST_CELLS:
                raise too_large(file)
            elif kind in _CELLS and len(data) >= 4:
                row, column = struct.unpack_from("<HH", data)
                if kind in _SEVERAL:
                    column = max(column, *struct.unpack_from("<H", data, len(data) - 2))
                height, width = max(height, row + 1), max(width, column + 1)
                if height * width > MOST_CELLS:
                    raise too_large(file)
    except (struct.error, IndexError) as error:
        raise damaged(file) from error


def _said(data: bytes) -> int:
    """How many cells a sheet says it has, in the two forms of that record."""
    top, bottom, left, right = struct.unpack_from("<IIHH" if len(data) >= 12 else "<HHHH", data)
    if bottom < top or right < left:
        raise IndexError
    return int(max(bottom - top, 1) * max(right - left, 1))


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _workbook(content: bytes) -> bytes:
    """The stream of an OLE file that holds the workbook, as [MS-CFB] lays it down."""
    sector = 1 << struct.unpack_from("<H", content, 30)[0]
    if sector not in (512, 4096):
        raise IndexError
    table = _table(content, sector)
    (first_entry,) = struct.unpack_from("<I", content, 48)
    small_below, first_small = struct.unpack_from("<II", content, 56)
    entries = b"".join(_pieces(content, _chain(table, first_entry), sector))
    (first_of_small,) = struct.unpack_from("<I", entries, 116)  # the first entry holds all small streams
    root = b"".join(_pieces(content, _chain(table, first_of_small), sector))
    small = b"".join(_pieces(content, _chain(table, first_small), sector))
    links = struct.unpack(f"<{len(small) // 4}I", small)
    found: dict[str, bytes] = {}
    for at in range(128, len(entries) - 127, 128):  # all of them: readers look into others than the workbook, too
        (length,) = struct.unpack_from("<H", entries, at + 64)
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", entries, at + 116)
        if entries[at + 66] != _STREAM or not size:
            continue
        if size >= small_below:
            stream = b"".join(_pieces(content, _chain(table, start), sector))
        else:
            stream = b"".join(root[one * 64 : one * 64 + 64] for one in _chain(links, start))
        found.setdefault(name, stream[:size])
    return found.get("Workbook") or found.get("Book") or b""


def _table(content: bytes, sector: int) -> tuple[int, ...]:
    """Which sector follows which."""
    places = list(struct.unpack_from("<109I", content, 76))
    (more,) = struct.unpack_from("<I", content, 68)
    while more < _END:
        if len(places) * sector > len(content) + 109 * sector:
            raise IndexError
        *further, more = struct.unpack_from(f"<{sector // 4}I", content, (more + 1) * sector)
        places += further
    whole = b"".join(_pieces(content, (place for place in places if place < _END), sector))
    return struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4])


def _chain(table: tuple[int, ...], first: int) -> Iterator[int]:
    """The sectors from the first on; IndexError for a chain that bites its tail: a reader would follow it for ever."""
    steps = 0
    while first < _END:
        yield first
        first = table[first]
        steps += 1
        if steps > len(table):
            raise IndexError


def _pieces(content: bytes, sectors: Iterator[int], sector: int) -> Iterator[bytes]:
    for place in sectors:
        yield content[(place + 1) * sector : (place + 2) * sector]
