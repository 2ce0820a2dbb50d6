"""One face as HarfBuzz reads it: which letters it has, how it sets a run of them, and which of its glyphs were used."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.render.faces import Source

# Codes whose bytes would have to be escaped in a PDF string: carriage return, parentheses, backslash.
_AWKWARD = frozenset(b"\r()\\")
_FIGURES = "0123456789"
_PLAIN = {"liga": False, "clig": False, "calt": False}  # letters that are spaced are not joined


class Glyph(NamedTuple):
    """A glyph as the PDF knows it: its code of two bytes, and its advance in the font's units."""

    code: bytes
    advance: int


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
        self._buffer = hb.Buffer()
        self._buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        self._known = set(self.face.unicodes)
        self._codes: dict[tuple[int, str], Glyph] = {}
        self._next = 0
        self.glyphs: dict[int, tuple[int, str, float]] = {}  # by code: glyph of the file, its letters, its width
        self.cap = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT) / self.face.upem
        self._pairs: dict[str, tuple[bytes, int]] = {}
        self._stem: tuple[str, bytes, int] = ("", b"", 0)
        self._by_pairs: bool | None = None  # whether figures depend on nothing but the next one
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
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._font, buffer, _PLAIN if plain else None)
        infos = buffer.glyph_infos
        out = b""
        width = owed = 0  # owed: by how much the next glyph has to move right, in the font's units
        known = self._codes
        for info, position, meant in zip(
            infos, buffer.glyph_positions, _letters([info.cluster for info in infos], text), strict=True
        ):
            glyph = known.get((info.codepoint, meant)) or self._new(info.codepoint, meant)
            right, up, advance, _ = position.position
            owed += right
            if owed:
                out += b")%d(" % -round(owed * self._unit)
                owed = 0
            out += glyph.code if not up else b")]TJ %.3f Ts[(%b)]TJ 0 Ts[(" % (up * self._unit / 1000, glyph.code)
            owed = advance - right - glyph.advance
            width += advance
        if owed:
            out += b")%d(" % -round(owed * self._unit)
        return out, width * self._unit / 1000

    def bearing(self, text: str) -> float:
        """How far from where a text begins its ink does, in em."""
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        extents = self._font.get_glyph_extents(buffer.glyph_infos[0].codepoint)
        return float(extents.x_bearing * self._unit / 1000) if extents else 0.0

    def number(self, text: str) -> tuple[bytes, float]:
        """Figures after a few capitals, as `run` sets them but by pairs: an order's number comes only once."""
        if self._by_pairs is None:
            # Hands change letters by what stands further off; a text face is asked whether it kerns figures by pairs.
            every = "".join(first + second for first in _FIGURES for second in _FIGURES)
            same = not self.source.script and self._paired(every) == self.run(every, rtl=False, plain=False)
            self._by_pairs = same
        return self._paired(text) if self._by_pairs else self.run(text, rtl=False, plain=False)

    def _paired(self, text: str) -> tuple[bytes, float]:
        """A text by its pairs; numbers follow one another, so what all but its last figure give is kept."""
        stem, last = text[:-1], text[-2:]
        if stem != self._stem[0]:
            self._stem = (stem, *self._joined([stem[place : place + 2] for place in range(len(stem) - 1)]))
        data, advance = self._joined([last, text[-1]] if stem else [text])
        return self._stem[1] + data, (self._stem[2] + advance) * self._unit / 1000

    def _joined(self, pairs: Sequence[str]) -> tuple[bytes, int]:
        known = self._pairs
        made = [known.get(pair) or self._pair(pair) for pair in pairs]
        return b"".join([code for code, _ in made]), sum([step for _, step in made])

    def _pair(self, pair: str) -> tuple[bytes, int]:
        """The first of two letters as it stands before the second, or a letter alone, and its advance."""
        data, width = self.run(pair, rtl=False, plain=False)
        if len(pair) == 2:
            second, wide = self.run(pair[1], rtl=False, plain=False)
            data, width = data[: -len(second)], width - wide
        self._pairs[pair] = made = (data, round(width * 1000 / self._unit))
        return made

    def _new(self, glyph: int, letters: str) -> Glyph:
        """A code for a glyph that stands for these letters."""
        self._next += 1
        while _AWKWARD.intersection(self._next.to_bytes(2, "big")):
            self._next += 1
        advance = self._font.get_glyph_h_advance(glyph)
        new = Glyph(self._next.to_bytes(2, "big"), advance)
        self._codes[glyph, letters] = new
        self.glyphs[self._next] = (glyph, letters, advance * self._unit)
        return new


def _letters(clusters: list[int], text: str) -> list[str]:
    """For each glyph the letters it stands for; where several glyphs make one letter, the first has it."""
    if clusters == list(range(len(text))):
        return list(text)
    ends = dict(zip(sorted(set(clusters)), [*sorted(set(clusters))[1:], len(text)], strict=True))
    given: set[int] = set()
    letters = []
    for cluster in clusters:
        letters.append("" if cluster in given else text[cluster : ends[cluster]])
        given.add(cluster)
    return letters
