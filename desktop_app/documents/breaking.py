"""Where lines break: inside which words they may (the rules of UAX 14 that matter here), and which breaks look best."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TypeAlias

Breaks: TypeAlias = list[tuple[int, int]]
_Way: TypeAlias = "tuple[int, _Way | None]"  # where a line begins, and the way to it

# After a hyphen between words (not in «что-то»), a dash, a slash before a letter, between ideographs; not in numbers.
_LETTER = r"[^\W\d_]"
_IDEOGRAPH = "[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
_PARTS = (  # not compiled before a word asks for it: most runs have none
    rf"(?<={_LETTER}{{3}}[-\u2010])(?={_LETTER}{{3}})|(?<=\w[\u2013\u2014])(?={_LETTER})|(?<=\w/)(?={_LETTER})"
    rf"|(?<={_IDEOGRAPH})(?={_IDEOGRAPH})"
)
# Of a voucher, an order: it is copied as it stands; a no-break space holds it to the word before.
_CODE = r"(?:[^\W\d_]+\u00a0)?(?=\D*\d)[A-Z0-9]+(?:-[A-Z0-9]+)+[.,:;!?]*"
_NEVER = float("inf")
_HAIR = 1e-9  # em: what adding up widths may lose
_LOOSE = 1  # pieces before its furthest place at which the last line may begin
RUNT = 0.25  # a last line shorter than this share of the measure looks lost


def parts(word: str) -> list[str]:
    """A word without spaces, parted where a line may break inside it."""
    whole = (word.isascii() and word.isalnum()) or re.fullmatch(_CODE, word)
    return [word] if whole else re.split(_PARTS, word)


def break_lines(starts: Sequence[float], ends: Sequence[float], width: float) -> Breaks | None:
    """The fewest lines with the least squared slack, as (first, past last) pairs; None when a piece is too wide.

    `starts` and `ends` tell where each piece would begin and end if all stood in one line; `starts` has one more.

    Knuth and Plass's total fit for ragged lines: with the number of lines given by filling each line as it comes, every
    break may move only between that filling and the same done from the end, which keeps the search short.
    """
    room, count = width + _HAIR, len(ends)
    latest, begin = [0], 0
    while begin < count:
        past = bisect_right(ends, starts[begin] + room, begin)
        if past == begin:
            return None
        latest.append(past)
        begin = past
    if len(latest) <= 2 or (len(latest) == 3 and ends[-1] - starts[latest[1]] >= RUNT * width):
        return list(pairwise(latest))  # one line, or two of which the last is none that looks lost
    return _least_slack(starts, ends, latest, width)


def fill_lines(starts: Sequence[float], ends: Sequence[float], width: float) -> list[int]:
    """The pieces with which lines begin when each is filled as it comes, and the end; what is too wide stands alone."""
    latest, count = [0], len(ends)
    while latest[-1] < count:
        begin = latest[-1]
        latest.append(max(bisect_right(ends, starts[begin] + width + _HAIR, begin), begin + 1))
    return latest


def _least_slack(starts: Sequence[float], ends: Sequence[float], latest: Sequence[int], width: float) -> Breaks:
    """The best breaks for len(latest) - 1 lines; `latest` are the furthest places where each may begin."""
    room = width + 2 * _HAIR  # more than lines were filled to, so that rounding never loses that filling itself
    # For each place where the line before may begin: where it stands, the least cost up to there, the way there.
    known: list[tuple[float, float, _Way]] = [(0.0, 0.0, (0, None))]
    for early, late in zip(_earliest(starts, ends, latest, width), latest[1:-1], strict=True):
        reached: list[tuple[float, float, _Way]] = []
        best: _Way | None
        for after in range(early, late + 1):
            limit, least, best = ends[after - 1] - room, _NEVER, None
            for start, cost, way in known:
                slack = start - limit
                if 0.0 <= slack <= width:
                    cost += slack * slack
                    if cost < least:
                        least, best = cost, way
            if best is not None:
                reached.append((starts[after], least, (after, best)))
        known = reached
    runt, lost = ends[-1] - RUNT * width, width * width * 0.25
    least, best = min([(cost + lost if start > runt else cost, way) for start, cost, way in known], key=itemgetter(0))
    breaks, past = [], len(ends)
    while best is not None:
        begin, best = best
        breaks.append((begin, past))
        past = begin
    return breaks[::-1]


def _earliest(starts: Sequence[float], ends: Sequence[float], latest: Sequence[int], width: float) -> list[int]:
    """The first piece each line but the first may begin with, so that the lines after it still hold the rest.

    The last line may begin a few pieces before its furthest place, or as many as it takes to make it no runt: beginning
    it still earlier only adds slack to the lines before.
    """
    room, last = width + _HAIR, len(latest) - 2
    full = bisect_right(starts, ends[-1] - RUNT * width) - 1
    begin = max(min(latest[last], full) - _LOOSE, bisect_left(starts, ends[-1] - room, 0, len(ends)), last)
    earliest = [begin]
    for line in range(last - 1, 0, -1):
        begin = max(bisect_left(starts, ends[begin - 1] - room, 0, begin), line)
        earliest.append(begin)
    return earliest[::-1]
