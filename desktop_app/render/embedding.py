"""Puts a used face into the PDF once: subset by HarfBuzz, one code per glyph, and the letters each code stands for."""

from __future__ import annotations

import hashlib
import struct
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.render.fonts import Font
from desktop_app.render.sink import Sink

_SERIF, _SYMBOLIC, _SCRIPT, _ITALIC = 1 << 1, 1 << 2, 1 << 3, 1 << 6  # ISO 32000, table 121


class _Program(NamedTuple):
    """A font file cut down to what was used: its bytes, and where each glyph of the whole file is in it."""

    file: bytes
    places: dict[int, int]
    cff: bool  # PostScript outlines, whose glyphs a PDF numbers in another way


class Subsets:
    """Faces cut down to what they set; kept between the proofs of one window, which mostly set the same letters."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, _Program]] = {}

    def of(self, font: Font) -> _Program:
        """The face with the glyphs it has set so far; it never forgets one, so their number tells them."""
        count, program = self._kept.get(font.source.name, (0, None))
        if program is None or count != len(font.glyphs):
            program = _subset(font)
            self._kept[font.source.name] = len(font.glyphs), program
        return program


def embed(font: Font, sink: Sink, subsets: Subsets) -> int:
    """Writes the face with the glyphs it set, as a composite font of two-byte codes; returns its object."""
    program = subsets.of(font)
    name = f"{_tag(program.file)}+{font.source.name}".encode()
    descriptor = sink.add(_descriptor(font, name, _stored(program, sink)))
    codes = sorted(font.glyphs)
    places = {code: program.places.get(font.glyphs[code][0], 0) for code in codes}
    numbers = places if program.cff else {code: code for code in codes}  # by which the font's widths are looked up
    widths = b" ".join(b"%d[%d]" % (numbers[code], round(font.glyphs[code][2])) for code in codes)
    glyphs = b"" if program.cff else b"/CIDToGIDMap %d 0 R" % sink.stream(_glyph_table(places))
    descendant = sink.add(
        b"<</Type/Font/Subtype/CIDFontType%d/BaseFont/%b" % (0 if program.cff else 2, name)
        + b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        + b"/FontDescriptor %d 0 R/DW 0/W[%b]%b>>" % (descriptor, widths, glyphs)
    )
    encoding = b"%d 0 R" % _encoding(places, sink) if program.cff else b"/Identity-H"
    meaning = sink.stream(_to_unicode(font, codes))
    return sink.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding %b/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, encoding, descendant, meaning)
    )


def _subset(font: Font) -> _Program:
    """The font file with only the used glyphs at the face's place on its axes."""
    cff = "CFF " in font.face.table_tags
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    if cff:
        wanted.flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET
    wanted.glyph_set.update({glyph for glyph, _, _ in font.glyphs.values()})
    for tag in ("GSUB", "GPOS", "GDEF", "kern", "name", "DSIG", "STAT", "cmap", "OS/2"):
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    for axis, value in font.source.axes.items():
        wanted.pin_axis_location(font.face, axis, value)
    plan = hb.SubsetPlan(font.face, wanted)
    places = dict(plan.old_to_new_glyph_mapping)
    face = plan.execute()
    return _Program(bytes((face.reference_table("CFF ") if cff else face.blob).data), places, cff)


def _stored(program: _Program, sink: Sink) -> bytes:
    """The descriptor's entry for the font file, which is written here."""
    if program.cff:
        return b"/FontFile3 %d 0 R" % sink.stream(program.file, b"/Subtype/CIDFontType0C")
    return b"/FontFile2 %d 0 R" % sink.stream(program.file, b"/Length1 %d" % len(program.file))


def _glyph_table(places: dict[int, int]) -> bytes:
    """The glyph of every code, two bytes each from code 0 on."""
    table = bytearray(2 * (max(places) + 1))
    for code, glyph in places.items():
        struct.pack_into(">H", table, 2 * code, glyph)
    return bytes(table)


def _encoding(places: dict[int, int], sink: Sink) -> int:
    """Writes the map from codes to glyphs that a font with PostScript outlines needs; returns its object."""
    pairs = [b"<%04X> %d" % (code, glyph) for code, glyph in sorted(places.items())]
    system = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return sink.stream(
        _cmap(b"Cordial-H", 1, b"Identity", pairs, b"cidchar"), b"/Type/CMap/CMapName/Cordial-H/CIDSystemInfo" + system
    )


def _tag(file: bytes) -> str:
    """Six capitals that tell one subset from another."""
    digest = hashlib.blake2b(file, digest_size=6).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest)


def _descriptor(font: Font, name: bytes, program: bytes) -> bytes:
    """The measures a viewer needs when it shows or replaces the face."""
    source = font.source
    flags = _SYMBOLIC | (_SERIF if source.serif else 0) | (_SCRIPT if source.script else 0)
    flags |= _ITALIC if source.italic else 0
    unit = 1000 / font.face.upem
    box = struct.unpack(">4h", font.face.reference_table("head").data[36:44])
    edges = b" ".join(b"%d" % round(edge * unit) for edge in box)
    heights = (font.ascent, font.descent, round(font.cap * 1000))
    return b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]/ItalicAngle %d%b%b>>" % (
        name, flags, edges, -12 if source.italic else 0,
        b"/Ascent %d/Descent %d/CapHeight %d/StemV 80" % heights, program,
    )


def _to_unicode(font: Font, codes: list[int]) -> bytes:
    """The map from codes to letters, so that names can be found and copied."""
    pairs = [
        b"<%04X> <%b>" % (code, font.glyphs[code][1].encode("utf-16-be", "surrogatepass").hex().upper().encode())
        for code in codes
        if font.glyphs[code][1]
    ]
    return _cmap(b"Adobe-Identity-UCS", 2, b"UCS", pairs, b"bfchar")


def _cmap(name: bytes, kind: int, ordering: bytes, pairs: list[bytes], operator: bytes) -> bytes:
    """A character map of two-byte codes in the language of PDF."""
    blocks = []
    for first in range(0, len(pairs), 100):
        block = pairs[first : first + 100]
        blocks.append(b"%d begin%b\n%b\nend%b" % (len(block), operator, b"\n".join(block), operator))
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo <</Registry (Adobe) /Ordering (%b) /Supplement 0>> def\n"
        b"/CMapName /%b def\n/CMapType %d def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n%b\n"
        b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        % (ordering, name, kind, b"\n".join(blocks))
    )
