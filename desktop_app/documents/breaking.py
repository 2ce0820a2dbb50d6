"""Where lines break: between which letters a word may part (the rules of UAX 14 that matter here), and which breaks look best."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from desktop_app.documents.model import Piece

# After a hyphen between two words (not in «что-то»), after a dash, after a slash before a letter, around ideographs; never beside digits' own signs.
_LETTER = r"[^\W\d_]"
_IDEOGRAPH = "[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
_PARTS = re.compile(
    rf"(?<={_LETTER}{{3}}[-\u2010])(?={_LETTER}{{3}})|(?<=\w[\u2013\u2014])(?={_LETTER})|(?<=\w/)(?={_LETTER})"
    rf"|(?<={_IDEOGRAPH})(?={_IDEOGRAPH})"
)
_RUNT = 0.2  # a last line shorter than this share of the measure looks lost


def parts(word: str) -> list[str]:
    """A word without spaces, parted where a line may break inside it."""
    return _PARTS.split(word) if not word.isalnum() or not word.isascii() else [word]


def break_lines(pieces: Sequence[Piece], width: float) -> list[tuple[int, int]] | None:
    """The breaks of least squared slack with the fewest lines, as (first, past last) pairs; None when a piece is too wide.

    Knuth and Plass's total fit for ragged lines: with the number of lines given by filling each line as it comes, every
    break may move only between that filling and the same done from the end, which keeps the search short.
    """
    starts = [0.0, *accumulate([piece.advance for piece in pieces])]
    ends = [start + piece.width for start, piece in zip(starts, pieces, strict=False)]
    count = len(pieces)
    if not count or ends[-1] <= width:
        return [(0, count)] if count else []
    latest = [0]
    while latest[-1] < count:
        reached = bisect_right(ends, starts[latest[-1]] + width + 1e-9)
        if reached <= latest[-1]:
            return None
        latest.append(reached)
    if len(latest) == 2:
        return [(0, count)]
    return _least_slack(starts, ends, latest, width)


def _least_slack(
    starts: Sequence[float], ends: Sequence[float], latest: Sequence[int], width: float
) -> list[tuple[int, int]]:
    """The best breaks for len(latest) - 1 lines; `latest` are the furthest places where each may begin."""
    lines, count = len(latest) - 1, len(ends)
    earliest = _earliest(starts, ends, lines, width)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for line in range(1, lines):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, way) in best.items():
            limit = starts[begin] + width + 1e-9
            for after in range(max(earliest[line], begin + 1), latest[line] + 1):
                slack = limit - ends[after - 1]
                if slack < 0:
                    break
                total = cost + slack * slack
                if after not in reached or total < reached[after][0]:
                    reached[after] = (total, (*way, after))
        best = reached
    runt = _RUNT * width

    def ending(begin: int) -> float:
        return best[begin][0] + (width * width * 0.25 if ends[-1] - starts[begin] < runt else 0.0)

    way = best[min(best, key=ending)][1]
    return list(zip(way, (*way[1:], count), strict=True))


def _earliest(starts: Sequence[float], ends: Sequence[float], lines: int, width: float) -> list[int]:
    """The first piece each line may begin with, so that the lines after it still hold the rest."""
    earliest = [0] * lines
    end = len(ends)
    for line in range(lines - 1, 0, -1):
        limit = ends[end - 1] - width - 1e-9
        begin = end - 1
        while begin > 0 and starts[begin - 1] >= limit:
            begin -= 1
        earliest[line] = max(begin, line)
        end = begin if begin > 0 else 1
    return earliest
