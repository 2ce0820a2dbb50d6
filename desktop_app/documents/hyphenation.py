"""Breaks lines inside words, with a hyphen, where the language allows it; setting asks when lines come out uneven."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from desktop_app.documents.breaking import Breaks, break_lines
from desktop_app.documents.model import Letters, Piece, TypeStyle
from desktop_app.i18n import Language

_DICTIONARIES: Mapping[Language, str] = {Language.EN: "en_GB", Language.RU: "ru_RU", Language.LV: "lv_LV"}
_BEFORE, _AFTER = 2, 3  # letters that stay before the hyphen, and come after it, at least
_SHORTEST = 6  # letters of a word that is broken at all
_AROUND = "«»„“”\"'‘’()[].,:;!?…"


class Hyphens:
    """The places for hyphens in one language, by the dictionaries of LibreOffice; they are read with the first word."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._positions: Callable[[str], list[int]] | None = None

    def places(self, word: str) -> list[int]:
        """After how many letters a word may be broken; nowhere in what may be a name, a number or an address."""
        core = word.strip(_AROUND)
        if len(core) < _SHORTEST or not core.isalpha() or not core.islower():
            return []
        before = len(word) - len(word.lstrip(_AROUND))
        return [before + int(place) for place in self._looked_up(core)]

    def _looked_up(self, core: str) -> list[int]:
        if self._positions is None:
            from pyphen import Pyphen  # lists a folder of dictionaries: most runs never ask

            self._positions = Pyphen(lang=_DICTIONARIES[self._language], left=_BEFORE, right=_AFTER).positions
        return self._positions(core)


def hyphenated(
    pieces: Sequence[Piece], style: TypeStyle, measure: float, words: Iterable[int]
) -> tuple[list[Piece], Breaks] | None:
    """A paragraph in lines of `measure` em, those `words` broken where that is better.

    None when none of them may be broken, or a part is too wide.
    """
    hyphens, letters = style.hyphens, style.letters
    points = [(index, place) for index in words for place in (hyphens.places(pieces[index].text) if hyphens else ())]
    if not points:
        return None
    starts = list(accumulate([piece.advance for piece in pieces], initial=0.0))
    ends = [start + piece.width for start, piece in zip(starts, pieces, strict=False)]
    cuts = [(index, 0) for index in range(len(pieces))]  # 0: after all its letters
    for index, place in sorted(points, reverse=True):
        part = letters.hyphened(pieces[index].text[:place])
        ends.insert(index, starts[index] + part.width)
        starts.insert(index + 1, starts[index] + part.advance)
        cuts.insert(index, (index, place))
    breaks = break_lines(starts, ends, measure)
    return None if breaks is None else _cut([cuts[past - 1] for _, past in breaks], pieces, letters)


def _cut(ends: Sequence[tuple[int, int]], pieces: Sequence[Piece], letters: Letters) -> tuple[list[Piece], Breaks]:
    """The pieces with those cut in which a line ends; `ends` tells for each line the piece and the letters before."""
    made: list[Piece] = []
    lines: Breaks = []
    first = used = 0  # the piece that comes next, and how many of its letters are set already
    for last, count in ends:
        begin = len(made)
        for piece in pieces[first:last]:
            made += letters.pieces(piece.text[used:]) if used else [piece]
            used = 0
        first, word = last, pieces[last].text
        if count:
            made.append(letters.hyphened(word[used:count]))
            used = count
        else:
            made += letters.pieces(word[used:]) if used else [pieces[last]]
            first, used = last + 1, 0
        lines.append((begin, len(made)))
    return made, lines
