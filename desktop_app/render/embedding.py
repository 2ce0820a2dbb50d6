"""Puts a used face into the PDF once: subset by HarfBuzz, one code per glyph, and the letters each code stands for."""

from __future__ import annotations

import hashlib
import struct

import uharfbuzz as hb

from desktop_app.render.fonts import Font
from desktop_app.render.sink import Sink

_SERIF, _SYMBOLIC, _SCRIPT, _ITALIC = 1 << 1, 1 << 2, 1 << 3, 1 << 6  # ISO 32000, table 121


def embed(font: Font, sink: Sink) -> int:
    """Writes the face with the glyphs it set, as a composite font of two-byte codes; returns its object."""
    file, places = _subset(font)
    name = f"{_tag(file)}+{font.source.name}".encode()
    program = sink.stream(file, b"/Length1 %d" % len(file))
    descriptor = sink.add(_descriptor(font, name, program))
    codes = sorted(font.glyphs)
    table = bytearray(2 * (codes[-1] + 1))
    for code in codes:
        struct.pack_into(">H", table, 2 * code, places.get(font.glyphs[code][0], 0))
    glyphs = sink.stream(bytes(table))
    widths = b" ".join(b"%d[%d]" % (code, round(font.glyphs[code][2])) for code in codes)
    descendant = sink.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/DW 0/W[%b]/CIDToGIDMap %d 0 R>>" % (name, descriptor, widths, glyphs)
    )
    meaning = sink.stream(_to_unicode(font, codes))
    return sink.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, descendant, meaning)
    )


def _subset(font: Font) -> tuple[bytes, dict[int, int]]:
    """The font file with only the used glyphs at the face's place on its axes, and where each glyph is in it."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update({glyph for glyph, _, _ in font.glyphs.values()})
    for tag in ("GSUB", "GPOS", "GDEF", "kern", "name", "DSIG", "STAT", "cmap", "OS/2"):
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    for axis, value in font.source.axes.items():
        wanted.pin_axis_location(font.face, axis, value)
    plan = hb.SubsetPlan(font.face, wanted)
    places = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), places


def _tag(file: bytes) -> str:
    """Six capitals that tell one subset from another."""
    digest = hashlib.blake2b(file, digest_size=6).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest)


def _descriptor(font: Font, name: bytes, program: int) -> bytes:
    """The measures a viewer needs when it shows or replaces the face."""
    source = font.source
    flags = _SYMBOLIC | (_SERIF if source.serif else 0) | (_SCRIPT if source.script else 0)
    flags |= _ITALIC if source.italic else 0
    unit = 1000 / font.face.upem
    box = struct.unpack(">4h", font.face.reference_table("head").data[36:44])
    return b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]/ItalicAngle %d/Ascent %d/Descent %d" % (
        name, flags, b" ".join(b"%d" % round(edge * unit) for edge in box), -12 if source.italic else 0,
        font.ascent, font.descent,
    ) + b"/CapHeight %d/StemV 80/FontFile2 %d 0 R>>" % (round(font.cap * 1000), program)


def _to_unicode(font: Font, codes: list[int]) -> bytes:
    """The map from codes to letters, so that names can be found and copied."""
    pairs = [
        b"<%04X> <%b>" % (code, font.glyphs[code][1].encode("utf-16-be", "surrogatepass").hex().upper().encode())
        for code in codes
        if font.glyphs[code][1]
    ]
    blocks = []
    for first in range(0, len(pairs), 100):
        block = pairs[first : first + 100]
        blocks.append(b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)))
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n%b\n"
        b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n" % b"\n".join(blocks)
    )
