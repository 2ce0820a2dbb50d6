"""Sets a text into a width: at its own size, smaller down to its least, then broken by force; never cut, never lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import add, itemgetter
from typing import NamedTuple

from desktop_app.documents.breaking import RUNT, Breaks, break_lines, fill_lines
from desktop_app.documents.hyphenation import hyphenated
from desktop_app.documents.model import MM, Piece, TextBlock, TypeStyle
from desktop_app.domain.cards import Align

STEP = 0.95  # of the size before, when a text has to shrink
STEPS = 24  # after so many every style has reached its least size
_DISPLAY = 23.0  # points from which on the room before a letter's ink is seen
_SENTENCE = 5  # spaces; what has fewer is a name or a heading, whose words stay whole
_UNEVEN = 0.25  # of the measure: a line this much shorter than it may be is worth a hyphen
_FEW = 2  # lines: a text of no more looks better with one of them short than with a word broken
_BETTER = 0.75  # of the slack without hyphens: what must be gained by them
_MAKE = tuple.__new__  # of a named tuple: every card has some, and naming their parts takes three times as long
_WIDTH, _ADVANCE = itemgetter(1), itemgetter(2)  # of a Piece, quicker than by name


class Setting(NamedTuple):
    """A text set: its pieces, their lines at a size, its height from the top of the capitals to the last baseline."""

    pieces: Sequence[Piece]
    lines: Sequence[tuple[int, int]]
    indents: Sequence[float]  # mm, empty for none
    size: float
    rise: float  # mm from the top of the capitals to the first baseline
    height: float
    tight: bool  # at its least size, and still broken by force or longer than its style wants


def set_text(text: str, style: TypeStyle, width: float, step: int = 0) -> Setting:
    """The text in lines of `width` mm, `step` sizes below its style's own or smaller where it does not fit.

    A style with hyphens has words broken where lines come out uneven or a word is too wide, rather than shrink.
    """
    if style.upper:
        text = text.upper()
    set_words, spaces = style.letters.pieces, text.count(" ")
    paragraphs = [set_words(part) for part in text.split("\n")] if "\n" in text else [set_words(text)]
    if len(paragraphs) == 1 and len(paragraphs[0]) == spaces + 1:
        # No word is parted: as every end has a space after it, both sides of each comparison may have it.
        pieces = paragraphs[0]
        starts = list(accumulate(map(_ADVANCE, pieces), initial=0.0))
        places, space = [(starts, starts[1:])], pieces[0].advance - pieces[0].width
    else:
        places, space = [_places(pieces) for pieces in paragraphs], 0.0
    soft_words = style.hyphens is not None and not style.upper and spaces >= _SENTENCE
    most = style.max_lines or len(text) + 1
    size = max(style.size * STEP**step, style.min_size) if step else style.size
    while True:
        measure = width * MM / size
        lines = _lines(places, measure + space)
        if soft_words:
            slack = _slack(places, lines, measure + space) if lines else measure
            uneven = slack > _UNEVEN * measure and (lines is None or len(lines) > _FEW)
            soft = _softly(paragraphs, lines, style, measure, slack) if uneven else None
            if soft is not None and len(soft[1]) <= most:
                return _setting([soft[0]], soft[1], style, size=size, width=width, tight=False)
        if lines is not None and len(lines) <= most:
            return _setting(paragraphs, lines, style, size=size, width=width, tight=False)
        if size <= style.min_size:
            break
        size = max(size * STEP, style.min_size)
    forced = [_forced(pieces, style, measure) for pieces in paragraphs]
    return _setting(forced, _filled(forced, measure), style, size=size, width=width, tight=True)


def widowed(text: Setting | TextBlock, width: float) -> bool:
    """Whether the last line of a text of several, set in `width` mm, is so short that it looks lost."""
    if len(text.lines) < 2:
        return False
    begin, end = text.lines[-1]
    return _length(text.pieces[begin:end]) * text.size < RUNT * width * MM


def block_of(setting: Setting, style: TypeStyle, x: float, y: float) -> TextBlock:
    """A text set, put where its left edge and its first baseline are to be (mm)."""
    return _MAKE(TextBlock, (x, y, setting.size, style.leading, style, setting.pieces, setting.lines, setting.indents))


def lost_letters(text: str, style: TypeStyle) -> str:
    """The letters of a text that no face of its style can set; asked after the text was set."""
    return style.letters.missing((text.upper() if style.upper else text).replace("\n", " "))


def _places(pieces: Sequence[Piece]) -> tuple[list[float], list[float]]:
    """Where each piece would begin and end in one long line, in em."""
    starts = list(accumulate(map(_ADVANCE, pieces), initial=0.0))
    return starts, list(map(add, starts, map(_WIDTH, pieces)))


def _lines(places: Sequence[tuple[list[float], list[float]]], measure: float) -> Breaks | None:
    """The lines of all paragraphs, counted through; None when a word is too wide."""
    if len(places) == 1:
        return break_lines(*places[0], measure)
    lines: Breaks = []
    before = 0
    for starts, ends in places:
        breaks = break_lines(starts, ends, measure)
        if breaks is None:
            return None
        lines += [(begin + before, end + before) for begin, end in breaks]
        before += len(ends)
    return lines


def _slack(places: Sequence[tuple[list[float], list[float]]], lines: Breaks, measure: float) -> float:
    """By how much the shortest line is too short, the last of each paragraph excepted, in em."""
    if len(places) == 1:
        starts, ends = places[0]
        return measure + max([starts[begin] - ends[end - 1] for begin, end in lines[:-1]], default=-measure)
    slack, before, rest = 0.0, 0, iter(lines)
    for starts, ends in places:
        for begin, end in rest:
            if end - before == len(ends):
                break
            slack = max(slack, measure + starts[begin - before] - ends[end - before - 1])
        before += len(ends)
    return slack


def _softly(
    paragraphs: Sequence[Sequence[Piece]], lines: Breaks | None, style: TypeStyle, measure: float, slack: float
) -> tuple[list[Piece], Breaks] | None:
    """The lines with words broken that are too wide, or might fill a short line before them, while `slack` is most.

    None when that leaves a line nearly as short, makes more lines, or cannot be done.
    """
    made: list[Piece] = []
    broken: Breaks = []
    before = 0
    for pieces in paragraphs:
        if any(piece.rtl for piece in pieces):
            return None
        if lines is None:
            words = {n for n, piece in enumerate(pieces) if piece.width > measure}
        else:
            own = [(begin - before, end - before) for begin, end in lines if before < end < before + len(pieces)]
            del own[-1:]  # the last line begins with a whole word
            words = {end for begin, end in own if measure - _length(pieces[begin:end]) > _UNEVEN * measure}
        soft = hyphenated(pieces, style, measure, words)
        if soft is None or any(measure - _length(soft[0][begin:end]) > _BETTER * slack for begin, end in soft[1][:-1]):
            return None
        broken += [(begin + len(made), end + len(made)) for begin, end in soft[1]]
        made += soft[0]
        before += len(pieces)
    return None if lines is not None and len(broken) > len(lines) else (made, broken)


def _filled(paragraphs: Sequence[Sequence[Piece]], measure: float) -> Breaks:
    """The lines of all paragraphs, counted through, each filled as it comes."""
    lines: Breaks = []
    before = 0
    for pieces in paragraphs:
        begins = [begin + before for begin in fill_lines(*_places(pieces), measure)]
        lines += pairwise(begins)
        before = begins[-1]
    return lines


def _forced(pieces: Sequence[Piece], style: TypeStyle, measure: float) -> list[Piece]:
    """The pieces, those wider than the measure cut between letters."""
    cut: list[Piece] = []
    for piece in pieces:
        cut += style.letters.cut(piece, measure) if piece.width > measure else [piece]
    return cut


def _setting(
    paragraphs: Sequence[Sequence[Piece]],
    lines: Sequence[tuple[int, int]],
    style: TypeStyle,
    *,
    size: float,
    width: float,
    tight: bool,
) -> Setting:
    pieces = paragraphs[0] if len(paragraphs) == 1 else [piece for part in paragraphs for piece in part]
    point = size / MM
    rise = style.letters.cap * point
    height = rise + (len(lines) - 1) * style.leading * point
    indents: Sequence[float] = ()
    if style.align is Align.LEFT and style.size >= _DISPLAY:
        indents = _flush(pieces, lines, style, point)
    elif style.align is not Align.LEFT:
        share = 1.0 if style.align is Align.RIGHT else 0.5
        indents = [share * (width - point * _length(pieces[begin:end])) for begin, end in lines]
    return _MAKE(Setting, (pieces, lines, indents, size, rise, height, tight))


def _flush(
    pieces: Sequence[Piece], lines: Sequence[tuple[int, int]], style: TypeStyle, point: float
) -> Sequence[float]:
    """How far lines are moved in so that the ink of large letters stands on the margin; empty where it does by itself.

    Only outwards: a swash that hangs over the margin is meant to.
    """
    bearings = [0.0 if pieces[begin].rtl else style.letters.bearing(pieces[begin].text) for begin, _ in lines]
    return [min(0.0, -point * bearing) for bearing in bearings] if any(one > 0 for one in bearings) else ()


def _length(line: Sequence[Piece]) -> float:
    """The width of a line in em."""
    return sum(piece.advance for piece in line[:-1]) + line[-1].width
