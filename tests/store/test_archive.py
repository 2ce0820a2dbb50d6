"""A backup's file with any one bit turned gives its parts as they were, or is refused in words."""

from __future__ import annotations

import io
from pathlib import Path

from desktop_app.domain.errors import BadFile
from desktop_app.store.archive import Manifest, blocks, open_archive, write_archive

PART = b"Anna, Boriss, Cilda. " * 20


def made(file: Path) -> bytearray:
    manifest = Manifest("sqlite", "1.0", ["0001"], "2026-11-20T10:00:00", "asked", 1, 1, {"customer": 3})
    write_archive(file, manifest, {"shop": lambda target: target.write(PART)})
    return bytearray(file.read_bytes())


def read(data: bytes) -> bytes:
    with open_archive(io.BytesIO(data), "shop.cordial-backup") as (manifest, archive):
        return b"".join(blocks(archive, manifest, "shop", "shop.cordial-backup"))


def test_any_bit_turned_is_refused_or_harms_nothing(tmp_path: Path) -> None:
    data = made(tmp_path / "shop.cordial-backup")
    assert read(bytes(data)) == PART
    refused = 0
    for place in range(len(data)):
        for bit in range(8):
            data[place] ^= 1 << bit
            try:
                assert read(bytes(data)) == PART, f"byte {place}, bit {bit}"
            except BadFile:
                refused += 1
            data[place] ^= 1 << bit
    assert refused > 4 * len(data)  # what packs the parts is most of the file
