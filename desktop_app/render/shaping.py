"""Words set once per run: each becomes bytes with its kerning and its width; layout adds widths, the press joins bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain

from desktop_app.documents.breaking import parts
from desktop_app.documents.model import Piece
from desktop_app.domain.cards import Face
from desktop_app.render.bidi import visual_runs
from desktop_app.render.faces import FALLBACKS, SOURCES, Source
from desktop_app.render.fonts import Font

_REMEMBERED = 20_000  # words kept; names and numbers that come once must not fill the memory
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Word:
    """A word, or an unbreakable part of one, set: see documents.model.Piece; `data` is open at both ends."""

    __slots__ = ("advance", "data", "rtl", "spaced", "text", "width")

    def __init__(self, text: str, width: float, data: bytes, *, space: tuple[bytes, float] = (b"", 0.0)) -> None:
        self.text = text
        self.width = width
        self.data = data
        self.advance = width + space[1]
        self.spaced = data + space[0]
        self.rtl = not text.isascii() and _RTL.search(text) is not None


class Type:
    """The letters of a face and its stand-ins, spaced by `tracking` em; sets every word once."""

    def __init__(self, fonts: Fonts, face: Face, tracking: float) -> None:
        self._fonts = fonts
        self.font = fonts.face(face)
        self.cap = self.font.cap
        self.tracking = tracking
        self._lost: dict[str, str] = {}
        self._space = self.font.run(" ", rtl=False, plain=True)
        self._space = (self._space[0], self._space[1] + tracking)
        self._words = _Words(self)

    def pieces(self, text: str) -> list[Piece]:
        """The text's unbreakable pieces in order."""
        return list(chain.from_iterable(map(self._words.__getitem__, text.split(" "))))

    def missing(self, text: str) -> str:
        """The letters of a text that no face can set."""
        if not self._lost:
            return ""
        return "".join(self._lost.get(word, "") for word in text.split(" "))

    def cut(self, piece: Piece, width: float) -> list[Piece]:
        """A piece cut between letters into pieces no wider than `width` em, single letters excepted."""
        cut: list[Piece] = []
        held = ""
        for cluster in clusters(piece.text):
            if held and self._set(held + cluster)[1] > width:
                cut.append(self._word(held, last=False))
                held = ""
            held += cluster
        tail = self._word(held, last=piece.advance > piece.width)
        return [*cut, tail]

    def line(self, pieces: Sequence[Word]) -> bytes:
        """A line as the inside of a PDF text array; right-to-left words in the order they are seen."""
        if any(piece.rtl for piece in pieces):
            text = "".join(piece.text + (" " if piece.advance > piece.width else "") for piece in pieces)
            return self._set(text.rstrip(" "))[0]
        return b"".join([piece.spaced for piece in pieces[:-1]]) + pieces[-1].data

    def words_of(self, token: str) -> tuple[Word, ...]:
        """A token between spaces as its pieces, set; its letters that cannot be set are remembered."""
        if not self.font.has(token):
            lost = [cluster for cluster in clusters(token) if self._fonts.having(cluster, self.font) is None]
            if lost:
                self._lost[token] = "".join(lost)
        shares = parts(token)
        return tuple(self._word(share, last=n == len(shares) - 1) for n, share in enumerate(shares))

    def _word(self, text: str, *, last: bool) -> Word:
        data, width = self._set(text)
        return Word(text, width, data, space=self._space if last else (b"", 0.0))

    def _set(self, text: str) -> tuple[bytes, float]:
        """A text set in visual order, in as many faces as it needs; data and width in em."""
        if not text.isascii() and _RTL.search(text):
            runs: Iterator[tuple[str, bool]] | list[tuple[str, bool]] = visual_runs(text)
        else:
            runs = [(text, False)]
        out, width = b"", 0.0
        for run, rtl in runs:
            shares = list(self._by_font(run))
            for font, share in reversed(shares) if rtl else shares:
                data, wide = font.run(share, rtl=rtl, plain=self.tracking != 0)
                if font is not self.font:
                    data = b")]TJ %b 1 Tf[(%b)]TJ %b 1 Tf[(" % (font.resource, data, self.font.resource)
                out += data
                width += wide
        return out, width + self.tracking * len(text)

    def _by_font(self, text: str) -> Iterator[tuple[Font, str]]:
        """The text in runs of one face each; letters that no face has are left out."""
        if self.font.has(text):
            yield self.font, text
            return
        held: list[str] = []
        holder: Font | None = None
        for cluster in clusters(text):
            font = self._fonts.having(cluster, self.font)
            if font is not holder:
                if holder is not None:
                    yield holder, "".join(held)
                held, holder = [], font
            held.append(cluster)
        if holder is not None:
            yield holder, "".join(held)


class _Words(dict[str, tuple[Word, ...]]):
    """Words by their text, set when first asked for."""

    def __init__(self, type_: Type) -> None:
        self._type = type_

    def __missing__(self, token: str) -> tuple[Word, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        words = self[token] = self._type.words_of(token)
        return words


class Fonts:
    """All faces of one PDF; layout takes its letters from here, the press embeds what was used."""

    def __init__(self) -> None:
        self.used: list[Font] = []
        self._fonts: dict[str, Font] = {}
        self._types: dict[tuple[Face, float], Type] = {}

    def letters(self, face: Face, tracking: float) -> Type:
        """The letters of a face, spaced by `tracking` em."""
        key = (face, tracking)
        if key not in self._types:
            self._types[key] = Type(self, face, tracking)
        return self._types[key]

    def face(self, face: Face) -> Font:
        """The font of a face, loaded when first asked for."""
        return self._load(SOURCES[face])

    def having(self, cluster: str, first: Font) -> Font | None:
        """The font that sets a letter with its marks: `first` if it can, else the first stand-in that can."""
        if first.has(cluster):
            return first
        for source in FALLBACKS:
            font = self._load(source)
            if font.has(cluster):
                return font
        return None

    def _load(self, source: Source) -> Font:
        font = self._fonts.get(source.name)
        if font is None:
            font = self._fonts[source.name] = Font(source, b"/F%d" % (len(self.used) + 1))
            self.used.append(font)
        return font


def clusters(text: str) -> Iterator[str]:
    """The letters of a text, each with the marks on it."""
    held = ""
    for letter in text:
        if held and not unicodedata.combining(letter):
            yield held
            held = ""
        held += letter
    if held:
        yield held
