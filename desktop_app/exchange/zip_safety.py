"""Whether a workbook's archive may be unpacked: sizes, entities and formulas are looked at before any parser is."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.domain.errors import BadFile
from desktop_app.domain.text import shorten
from desktop_app.exchange.magic import BROKEN
from desktop_app.exchange.sheet_extent import Extent
from desktop_app.i18n import Message, msg

LARGEST = 1 << 30  # bytes, all parts unpacked
PARTS = 10_000
MOST_TIMES = 100  # a part may unpack to, once it is LARGE; sheets of real shops shrink to a tenth
LARGE = 1 << 26
_CHUNK = 1 << 20  # most that one step may unpack to
_SLICE = 1 << 16
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED_16 = ("<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_EMPTY_FORMULA = re.compile(
    rb'<c\b([^>]*)>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>|<c\b([^>]*\bt="e"[^>]*)>'
)
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


@dataclass(slots=True)
class Inside:
    """What was seen inside a workbook: the count of days, cells with a formula or an error but no value, its sheets."""

    from_1904: bool = False
    filled: set[str] = field(default_factory=set)  # parts of sheets with something in them
    hidden: set[str] = field(default_factory=set)  # names of sheets a person does not see
    unknown: dict[str, dict[int, str]] = field(default_factory=dict)  # part -> row -> first such column's letters
    parts: dict[str, str] = field(default_factory=dict)  # name of a sheet -> part

    def besides(self, sheet: str) -> list[str]:
        """The other sheets that a person sees and that have something in them."""
        others = ((name, part) for name, part in self.parts.items() if name != sheet and name not in self.hidden)
        return [name for name, part in others if part in self.filled]


def look_inside(content: bytes, file: str) -> Inside:
    """Unpacks every part once, counting and reading along; raises BadFile for an unsafe or broken archive."""
    inside = Inside()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_list(archive, len(content), file)
            left = LARGEST
            for part in archive.infolist():
                left -= _look_at_part(content, part, left, inside, file)
            _note_sheets(archive, inside)
    except BROKEN as error:
        raise damaged(file) from error
    return inside


def _check_list(archive: zipfile.ZipFile, size: int, file: str) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    packed = sum(part.compress_size for part in parts)
    if len(parts) > PARTS or len(names) < len(parts) or packed > size:
        raise _unsafe(file, msg("its parts lie over one another"))
    if sum(part.file_size for part in parts) > LARGEST:
        raise _unsafe(file, msg("it unpacks to more than a gigabyte"))
    if any(part.flag_bits & 1 for part in parts):
        raise locked(file)


def _look_at_part(content: bytes, part: zipfile.ZipInfo, left: int, inside: Inside, file: str) -> int:
    size = 0
    tail = b""
    extent = Extent()
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    for chunk in _unpacked(content, part):
        size += len(chunk)
        if size > left:
            raise _unsafe(file, msg("it unpacks to more than a gigabyte"))
        if size > max(LARGE, part.compress_size * MOST_TIMES):
            raise _unsafe(file, msg("it unpacks to more than a hundred times its size"))
        if not is_xml:
            continue
        text = tail + chunk
        if _DECLARED.search(text) or any(mark in text for mark in _DECLARED_16):
            raise _unsafe(file, msg("it declares entities of its own"))
        if part.filename.startswith("xl/worksheets/"):
            _note_unknown(text, inside.unknown.setdefault(part.filename, {}))
            extent.feed(text, chunk)
            if part.filename not in inside.filled and (b"<v>" in chunk or b"<is>" in chunk):
                inside.filled.add(part.filename)
        elif part.filename == "xl/workbook.xml" and re.search(rb'date1904="(?:1|true)"', text):
            inside.from_1904 = True
        tail = text[-4096:]
    if extent.too_large(_unpacked(content, part)):
        raise too_large(file)
    return size


def _note_unknown(text: bytes, unknown: dict[int, str]) -> None:
    if b"<f" not in text and b't="e"' not in text:
        return
    for cell in _EMPTY_FORMULA.finditer(text):
        marks = cell[1] or cell[2] or b""
        place = _CELL.search(marks)
        if place and b't="str"' not in marks:  # a formula whose result is an empty text has one
            unknown.setdefault(int(place[2]), place[1].decode())


def _note_sheets(archive: zipfile.ZipFile, inside: Inside) -> None:
    """Which part holds which sheet, and which are hidden; none where the book does not say it as Excel does."""
    from xml.etree import ElementTree  # entities were refused before it is used

    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in book.iterfind(".//{*}sheet"):
        name = sheet.get("name", "")
        inside.parts[name] = "xl/" + targets.get(sheet.get(_LINK), "").removeprefix("/xl/")
        if sheet.get("state", "visible") != "visible":
            inside.hidden.add(name)


def _unpacked(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes by what is really there, not by the sizes the archive declares."""
    start = part.header_offset
    name_length, extra_length = struct.unpack_from("<HH", content, start + 26)
    start += 30 + name_length + extra_length
    packed = memoryview(content)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile("packed in a way workbooks are not")
    unpacker = zlib.decompressobj(-15)
    for at in range(0, len(packed), _SLICE):
        rest = bytes(packed[at : at + _SLICE])
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
    while not unpacker.eof and (piece := unpacker.decompress(b"", _CHUNK)):
        yield piece  # what had no room in the last step
    if not unpacker.eof:
        raise zipfile.BadZipFile("breaks off")


def _unsafe(file: str, why: Message) -> BadFile:
    return BadFile(
        msg(
            "{file} was refused as unsafe: {why}. Open it in a spreadsheet program and save it as CSV.",
            file=shorten(file),
            why=why,
        ),
        file=file,
    )


def too_large(file: str) -> BadFile:
    """The failure to tell for a sheet with a cell so far out that the rectangle around all of them cannot be held."""
    return _unsafe(file, msg("its table reaches over millions of empty cells"))


def locked(file: str) -> BadFile:
    """The failure to tell for a workbook with a password."""
    return BadFile(
        msg("{file} is locked with a password. Take the password off and try again.", file=shorten(file)), file=file
    )


def damaged(file: str) -> BadFile:
    """The failure to tell for a workbook whose inside cannot be read."""
    return BadFile(
        msg("{file} breaks off or is damaged. Export or copy it again and try the new copy.", file=shorten(file)),
        file=file,
    )
