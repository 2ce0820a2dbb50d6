"""One face as HarfBuzz reads it: which letters it has, how it sets a run of them, and which of its glyphs were used."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.render.faces import Source

# Codes whose bytes would have to be escaped in a PDF string: carriage return, parentheses, backslash.
_AWKWARD = frozenset(b"\r()\\")


class Glyph(NamedTuple):
    """A glyph as the PDF knows it: its code of two bytes, and its width in thousandths of an em."""

    code: bytes
    width: float


class Font:
    """A face ready to set text; every glyph it ever set has a code, with the letters it stands for."""

    def __init__(self, source: Source, resource: bytes) -> None:
        """`resource` is the name by which page contents call the font."""
        self.source = source
        self.resource = resource
        self.face = hb.Face(hb.Blob.from_file_path(source.path()))
        self._font = hb.Font(self.face)
        if source.axes:
            self._font.set_variations(dict(source.axes))
        self._unit = 1000 / self.face.upem
        self._known = set(self.face.unicodes)
        self._codes: dict[tuple[int, str], Glyph] = {}
        self._next = 0
        self.glyphs: dict[int, tuple[int, str, float]] = {}  # by code: glyph of the file, its letters, its width
        self.cap = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT) / self.face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent = round(extents.ascender * self._unit)
        self.descent = round(extents.descender * self._unit)

    def has(self, letters: str) -> bool:
        """Whether the face has every letter, as such or as a base with marks."""
        known = self._known
        return known.issuperset(map(ord, letters)) or all(
            ord(letter) in known or all(ord(part) in known for part in unicodedata.normalize("NFD", letter))
            for letter in letters
        )

    def run(self, text: str, *, rtl: bool, plain: bool) -> tuple[bytes, float]:
        """A run as the inside of a PDF text array, open at both ends, and its width in em; `plain` joins no letters."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._font, buffer, {"liga": False, "clig": False, "calt": False} if plain else None)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        letters = _letters([info.cluster for info in infos], text)
        out = bytearray()
        width = owed = 0.0  # owed: by how much the next glyph has to move right
        for info, position, meant in zip(infos, positions, letters, strict=True):
            glyph = self._codes.get((info.codepoint, meant)) or self._new(info.codepoint, meant)
            unit = self._unit
            owed += position.x_offset * unit
            if abs(owed) >= 0.5:
                out += b")%d(" % -round(owed)
                owed += -round(owed)
            if position.y_offset:
                out += b")]TJ %.3f Ts[(%b)]TJ 0 Ts[(" % (position.y_offset * unit / 1000, glyph.code)
            else:
                out += glyph.code
            owed += (position.x_advance - position.x_offset) * unit - glyph.width
            width += position.x_advance * unit
        if abs(owed) >= 0.5:
            out += b")%d(" % -round(owed)
        return bytes(out), width / 1000

    def _new(self, glyph: int, letters: str) -> Glyph:
        """A code for a glyph that stands for these letters."""
        self._next += 1
        while _AWKWARD.intersection(self._next.to_bytes(2, "big")):
            self._next += 1
        width = self._font.get_glyph_h_advance(glyph) * self._unit
        new = Glyph(self._next.to_bytes(2, "big"), width)
        self._codes[glyph, letters] = new
        self.glyphs[self._next] = (glyph, letters, width)
        return new


def _letters(clusters: list[int], text: str) -> list[str]:
    """For each glyph the letters it stands for; where several glyphs make one letter, the first has it."""
    ends = dict(zip(sorted(set(clusters)), [*sorted(set(clusters))[1:], len(text)], strict=True))
    given: set[int] = set()
    letters = []
    for cluster in clusters:
        letters.append("" if cluster in given else text[cluster : ends[cluster]])
        given.add(cluster)
    return letters
