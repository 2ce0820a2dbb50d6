"""Workbooks that must not be unpacked, and those that may."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BadFile
from desktop_app.exchange import zip_safety
from desktop_app.exchange.zip_safety import look_inside
from tests.exchange.made import said, written
from tests.exchange.workbooks import repacked, table

SOUND = table()


def test_a_sound_workbook_passes(tmp_path: Path) -> None:
    """Positive control: the checks below do not refuse everything."""
    assert look_inside(SOUND, "book.xlsx").parts == {"Sheet1": "xl/worksheets/sheet1.xml"}
    assert len(said(written(tmp_path, SOUND, "book.xlsx")).people) == 2


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        "<!DOCTYPE x>".encode("utf-16-le"),
    ],
)
def test_entities_are_refused_as_unsafe(declaration: bytes, tmp_path: Path) -> None:
    evil = repacked(SOUND, {"sharedStrings|sheet1": lambda part: declaration + part})
    with pytest.raises(BadFile, match="unsafe"):
        said(written(tmp_path, evil, "book.xlsx"))


def test_a_bomb_is_refused_as_unsafe_by_what_it_unpacks_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_safety, "LARGEST", 1 << 22)
    bomb = repacked(SOUND, {"sheet1": lambda part: part + b" " * (1 << 23)})
    with pytest.raises(BadFile, match="unsafe"):
        look_inside(bomb, "book.xlsx")
    with pytest.raises(BadFile, match="unsafe"):
        look_inside(_declaring_little(bomb), "book.xlsx")


def test_parts_that_lie_over_one_another_are_refused() -> None:
    out = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "a")
        archive.writestr("xl/workbook.xml", "b")
    with pytest.raises(BadFile, match="unsafe"):
        look_inside(out.getvalue(), "book.xlsx")


def test_an_archive_that_breaks_off_is_refused(tmp_path: Path) -> None:
    for end in (len(SOUND) // 2, len(SOUND) - 30):
        with pytest.raises(BadFile, match="breaks off"):
            said(written(tmp_path, SOUND[:end], "book.xlsx"))


@pytest.mark.parametrize("size", range((1 << 20) + 2, (1 << 20) + 300, 48))
def test_what_unpacks_to_a_little_more_than_one_step_is_whole(size: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/thumbnail.emf", b"a" * size)
    assert look_inside(out.getvalue(), "book.xlsx").unknown == {}


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damage_gets_past_it(tmp_path: Path, hits: list[tuple[int, int]]) -> None:
    content = bytearray(SOUND)
    for at, byte in hits:
        content[at] = byte
    try:
        said(written(tmp_path, bytes(content), "book.xlsx"))
    except BadFile:
        pass


def _declaring_little(content: bytes) -> bytes:
    """The same archive, whose list says that its parts are tiny."""
    changed = bytearray(content)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, 10)
        at = content.find(b"PK\x01\x02", at + 4)
    assert zlib.crc32(changed) != zlib.crc32(content)
    return bytes(changed)
