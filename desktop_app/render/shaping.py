"""Words set once per run: each becomes bytes with its kerning, and a width; layout adds up, the press joins bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from operator import itemgetter

from desktop_app.documents.breaking import parts
from desktop_app.documents.model import Piece
from desktop_app.domain.cards import Face
from desktop_app.render.bidi import visual_runs
from desktop_app.render.faces import FALLBACKS, SOURCES, Source
from desktop_app.render.fonts import Font

_SPACED = itemgetter(4)  # of a Piece, quicker than by name
_REMEMBERED = 20_000  # words kept; names and numbers that come once must not fill the memory
# Words as most are: one direction, and no place inside where a line may break.
_PLAIN = re.compile("[!-,.0-~\u00a1-\u024f\u0400-\u052f\u2018-\u201e\u2026\u20ac\u2116]*-?[0-9]*")
_NUMBER = re.compile("[A-Z#]{0,4}-?[0-9]{3,}[.,:;!?]?")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Type:
    """The letters of a face and its stand-ins, spaced by `tracking` em; sets every word once."""

    def __init__(self, fonts: Fonts, face: Face, tracking: float) -> None:
        self._fonts = fonts
        self.font = fonts.face(face)
        self.cap = self.font.cap
        self.tracking = tracking
        self._lost: dict[str, str] = {}
        mark, space = self.font.run(" ", rtl=False, plain=True)
        more = SOURCES[face].word_space
        self._space = (mark + b")%d(" % round(-1000 * more) if more else mark, space + more + tracking)
        self._words = _Words(self)
        self._parted: dict[str, tuple[Piece, ...]] = {}  # of those words the ones that may be broken inside
        self._hyphened: dict[str, Piece] = {}
        self._bearings: dict[str, float] = {}
        self._turned = False  # whether a right-to-left word was ever set

    def pieces(self, text: str) -> list[Piece]:
        """The text's unbreakable pieces in order."""
        words, parted = self._words, self._parted
        if len(words) > _REMEMBERED:
            words.clear()
            parted.clear()
            self._hyphened.clear()
            self._bearings.clear()
        tokens = text.split(" ")
        pieces = list(map(words.__getitem__, tokens))
        if parted and not parted.keys().isdisjoint(tokens):
            shares = [parted.get(token) or (word,) for token, word in zip(tokens, pieces, strict=True)]
            return [piece for share in shares for piece in share]
        return pieces

    def missing(self, text: str) -> str:
        """The letters of a text that no face can set."""
        if not self._lost:
            return ""
        return "".join(self._lost.get(word, "") for word in text.split(" "))

    def hyphened(self, text: str) -> Piece:
        """The beginning of a word, with a hyphen when a line ends with it: `width` counts the hyphen, `advance` not."""
        made = self._hyphened.get(text)
        if made is None:
            (inside, advance), (data, width) = self._set(text), self._set(text + "-")
            made = self._hyphened[text] = Piece(text, width, advance, data, inside)
        return made

    def bearing(self, text: str) -> float:
        """How far from where a text begins its ink does, in em; nothing where another face sets it."""
        if text not in self._bearings:
            self._bearings[text] = self.font.bearing(text) if text and self.font.has(text) else 0.0
        return self._bearings[text]

    def cut(self, piece: Piece, width: float) -> list[Piece]:
        """A piece cut between letters into pieces no wider than `width` em, single letters excepted."""
        cut: list[Piece] = []
        rest = list(clusters(piece.text))
        guess = max(1, int(len(rest) * width / piece.width))
        while rest:
            count = self._fit(rest, guess, width)
            ends = count == len(rest) and piece.advance > piece.width
            cut.append(self._word("".join(rest[:count]), last=ends))
            rest = rest[count:]
        return cut

    def _fit(self, letters: Sequence[str], guess: int, width: float) -> int:
        """How many of the letters fit into `width` em, one at least, sought from a guess on."""
        count = min(guess, len(letters))
        while count > 1 and self._set("".join(letters[:count]))[1] > width:
            count -= 1
        while count < len(letters) and self._set("".join(letters[: count + 1]))[1] <= width:
            count += 1
        return count

    def block(self, pieces: Sequence[Piece], lines: Sequence[tuple[int, int]], between: bytes) -> bytes:
        """All the pieces, in lines, as the inside of a PDF text array, with `between` after each line but the last."""
        if self._turned and any(piece.rtl for piece in pieces):
            return between.join([self._turned_line(pieces[begin:end]) for begin, end in lines])
        out = list(map(_SPACED, pieces))
        for _, end in lines:
            out[end - 1] = pieces[end - 1].data + between
        out[-1] = pieces[-1].data
        return b"".join(out)

    def line(self, pieces: Sequence[Piece]) -> bytes:
        """The pieces as one line; right-to-left words as they are seen."""
        if self._turned and any(piece.rtl for piece in pieces):
            return self._turned_line(pieces)
        return b"".join([*map(_SPACED, pieces[:-1]), pieces[-1].data])

    def _turned_line(self, pieces: Sequence[Piece]) -> bytes:
        text = "".join(piece.text + (" " if piece.advance > piece.width else "") for piece in pieces)
        return self._set(text.rstrip(" "))[0]

    def word(self, token: str) -> Piece:
        """A token between spaces, set whole; its parts and its letters that cannot be set are remembered."""
        if _PLAIN.fullmatch(token) and self.font.has(token):
            return self._spaced(token, self.font.run(token, rtl=False, plain=self.tracking != 0))
        if not self.font.has(token):
            lost = [cluster for cluster in clusters(token) if self._fonts.having(cluster, self.font) is None]
            if lost:
                self._lost[token] = "".join(lost)
        shares = parts(token)
        if len(shares) > 1:
            last = len(shares) - 1
            self._parted[token] = tuple(self._word(share, last=n == last) for n, share in enumerate(shares))
        return self._word(token, last=True)

    def number(self, token: str) -> Piece | None:
        """An order's number, set by pairs; None when it is no such number, or this face may not be set so."""
        if self.tracking or not _NUMBER.fullmatch(token) or not self.font.has(token):
            return None
        return self._spaced(token, self.font.number(token))

    def _spaced(self, token: str, made: tuple[bytes, float]) -> Piece:
        data, width = made
        width += self.tracking * len(token)
        mark, space = self._space
        return Piece(token, width, width + space, data, data + mark)

    def _word(self, text: str, *, last: bool) -> Piece:
        data, width = self._set(text)
        rtl = _RTL.search(text) is not None
        self._turned = self._turned or rtl
        mark, space = self._space if last else (b"", 0.0)
        return Piece(text, width, width + space, data, data + mark, rtl)

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


class _Words(dict[str, Piece]):
    """Words by their text, set when first asked for."""

    def __init__(self, type_: Type) -> None:
        self._type = type_

    def __missing__(self, token: str) -> Piece:
        word = self._type.number(token)
        if word is None:  # a number comes once, and is not kept
            word = self[token] = self._type.word(token)
        return word


class Fonts:
    """All faces of one PDF; layout takes its letters from here, the press embeds what was used."""

    def __init__(self) -> None:
        self.used: list[Font] = []
        self._fonts: dict[str, Font] = {}
        self._types: dict[tuple[Face, float], Type] = {}
        self._standins = [source for source in FALLBACKS if source.is_there()]

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
        for source in self._standins:
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
