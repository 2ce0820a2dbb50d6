"""Where lines break: inside which words they may (the rules of UAX 14 that matter here), and which breaks look best."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

Breaks: TypeAlias = list[tuple[int, int]]

# After a hyphen between words (not in «что-то»), a dash, a slash before a letter, between ideographs; not in numbers.
_LETTER = r"[^\W\d_]"
_IDEOGRAPH = "[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
_PARTS = re.compile(
    rf"(?<={_LETTER}{{3}}[-\u2010])(?={_LETTER}{{3}})|(?<=\w[\u2013\u2014])(?={_LETTER})|(?<=\w/)(?={_LETTER})"
    rf"|(?<={_IDEOGRAPH})(?={_IDEOGRAPH})"
)
_NEVER = float("inf")
_HAIR = 1e-9  # em: what adding up widths may lose
_LOOSE = 1  # pieces before its furthest place at which the last line may begin
_RUNT = 0.2  # a last line shorter than this share of the measure looks lost


def parts(word: str) -> list[str]:
    """A word without spaces, parted where a line may break inside it."""
    return [word] if word.isascii() and word.isalnum() else _PARTS.split(word)


def break_lines(starts: Sequence[float], ends: Sequence[float], width: float) -> Breaks | None:
    """The fewest lines with the least squared slack, as (first, past last) pairs; None when a piece is too wide.

    `starts` and `ends` tell where each piece would begin and end if all stood in one line; `starts` has one more.

    Knuth and Plass's total fit for ragged lines: with the number of lines given by filling each line as it comes, every
    break may move only between that filling and the same done from the end, which keeps the search short.
    """
    latest = fill_lines(starts, ends, width)
    for begin in latest[:-1]:
        if ends[begin] - starts[begin] > width + _HAIR:
            return None
    if len(latest) <= 3:
        return list(pairwise(latest))
    return _least_slack(starts, ends, latest, width)


def fill_lines(starts: Sequence[float], ends: Sequence[float], width: float) -> list[int]:
    """The pieces with which lines begin when each is filled as it comes, and the end; what is too wide stands alone."""
    latest, count = [0], len(ends)
    while latest[-1] < count:
        begin = latest[-1]
        latest.append(max(bisect_right(ends, starts[begin] + width + _HAIR, begin), begin + 1))
    return latest


def _least_slack(
    starts: Sequence[float], ends: Sequence[float], latest: Sequence[int], width: float
) -> Breaks:
    """The best breaks for len(latest) - 1 lines; `latest` are the furthest places where each may begin."""
    lines, count = len(latest) - 1, len(ends)
    earliest = _earliest(starts, ends, latest, width)
    known = [(0, 0.0, 0.0)]  # where the line before may begin: the piece, its start, the least cost up to there
    ways: list[dict[int, int]] = []  # for each line after the first: the best begin of the line before, by its own
    for line in range(1, lines):
        way: dict[int, int] = {}
        reached = []
        for after in range(earliest[line], latest[line] + 1):
            least, limit = _NEVER, ends[after - 1] - width - _HAIR
            for begin, start, cost in known:
                slack = start - limit
                if 0.0 <= slack <= width:
                    cost += slack * slack
                    if cost < least:
                        least = cost
                        way[after] = begin
            reached.append((after, starts[after], least))
        known = reached
        ways.append(way)
    runt, lost = ends[-1] - _RUNT * width, width * width * 0.25
    _, begin = min([(cost + lost if start > runt else cost, begin) for begin, start, cost in known])
    breaks = [(begin, count)]
    for way in reversed(ways):
        breaks.append((way[begin], begin))
        begin = way[begin]
    return breaks[::-1]


def _earliest(starts: Sequence[float], ends: Sequence[float], latest: Sequence[int], width: float) -> list[int]:
    """The first piece each line may begin with, so that the lines after it still hold the rest.

    The last line may begin a few pieces before its furthest place, or as many as it takes to make it no runt: beginning
    it still earlier only adds slack to the lines before.
    """
    lines = len(latest) - 1
    full = bisect_right(starts, ends[-1] - _RUNT * width) - 1
    last = max(min(latest[lines - 1], full) - _LOOSE, _fitting(starts, ends[-1], len(ends), width), lines - 1)
    earliest = [0] * (lines - 1) + [last]
    for line in range(lines - 2, 0, -1):
        end = earliest[line + 1]
        earliest[line] = max(_fitting(starts, ends[end - 1], end, width), line)
    return earliest


def _fitting(starts: Sequence[float], end: float, past: int, width: float) -> int:
    """The first piece of the fullest line that ends at `end`, before the piece `past`."""
    return bisect_left(starts, end - width - _HAIR, 0, past)
