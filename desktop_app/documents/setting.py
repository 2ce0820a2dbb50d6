"""Sets a text into a width: at its own size, smaller down to its least, then broken by force; never cut, never lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.breaking import break_lines
from desktop_app.documents.model import MM, Line, Piece, TypeStyle
from desktop_app.domain.cards import Align

STEP = 0.95  # of the size before, when a text has to shrink
STEPS = 24  # after so many every style has reached its least size


class Setting(NamedTuple):
    """A text set: its lines at a size, its height from the top of the capitals to the last baseline, in mm."""

    lines: Sequence[Line]
    size: float
    rise: float  # mm from the top of the capitals to the first baseline
    height: float
    tight: bool  # at its least size, and still broken by force or longer than its style wants


def set_text(text: str, style: TypeStyle, width: float, step: int = 0) -> Setting:
    """The text in lines of `width` mm, `step` sizes below its style's own or smaller where it does not fit."""
    paragraphs = [style.letters.pieces(part) for part in (text.upper() if style.upper else text).split("\n")]
    size = max(style.size * STEP**step, style.min_size)
    while True:
        lines = _lines(paragraphs, width * MM / size, style)
        if lines is not None:
            return _setting(lines, style, size, width, tight=False)
        if size <= style.min_size:
            break
        size = max(size * STEP, style.min_size)
    measure = width * MM / size
    forced = [_forced(pieces, style, measure) for pieces in paragraphs]
    lines = _lines(forced, measure, style, most=0)
    assert lines is not None  # no forced piece is wider than the measure
    return _setting(lines, style, size, width, tight=True)


def lost_letters(text: str, style: TypeStyle) -> str:
    """The letters of a text that no face of its style can set; asked after the text was set."""
    return style.letters.missing((text.upper() if style.upper else text).replace("\n", " "))


def _lines(
    paragraphs: Sequence[Sequence[Piece]], measure: float, style: TypeStyle, most: int | None = None
) -> list[Sequence[Piece]] | None:
    """The lines of all paragraphs; None when a word is too wide or there are more lines than the style wants."""
    most = style.max_lines if most is None else most
    lines: list[Sequence[Piece]] = []
    for pieces in paragraphs:
        breaks = break_lines(pieces, measure)
        if breaks is None:
            return None
        lines += [pieces[begin:end] for begin, end in breaks]
        if most and len(lines) > most:
            return None
    return lines


def _forced(pieces: Sequence[Piece], style: TypeStyle, measure: float) -> list[Piece]:
    """The pieces, those wider than the measure cut between letters."""
    cut: list[Piece] = []
    for piece in pieces:
        cut += style.letters.cut(piece, measure) if piece.width > measure else [piece]
    return cut


def _setting(lines: Sequence[Sequence[Piece]], style: TypeStyle, size: float, width: float, *, tight: bool) -> Setting:
    point = size / MM
    rise = style.letters.cap * point
    height = rise + (len(lines) - 1) * style.leading * point
    return Setting([Line(_indent(line, style, point, width), line) for line in lines], size, rise, height, tight)


def _indent(line: Sequence[Piece], style: TypeStyle, point: float, width: float) -> float:
    """How far a line is moved in, in mm."""
    if style.align is Align.LEFT:
        return 0.0
    free = width - point * (sum(piece.advance for piece in line[:-1]) + line[-1].width)
    return free if style.align is Align.RIGHT else free / 2
