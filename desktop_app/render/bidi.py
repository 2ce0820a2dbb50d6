"""The order in which letters of right-to-left scripts are seen; shaping sets each run in its own direction."""

from __future__ import annotations

import unicodedata
from typing import Any

_PAIRS = {")": "(", "]": "[", "}": "{"}


def visual_runs(text: str) -> list[tuple[str, bool]]:
    """The text as runs from left to right as they are seen, each with whether its letters run right to left.

    Unicode's bidirectional algorithm (UAX 9) in a line that runs left to right, as every language of the papers does.
    Signs that Unicode has not given out yet have no direction; no face has them either, so they are left out.
    """
    from bidi import algorithm as uax9  # rarely needed: first use, not start

    storage = uax9.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    uax9.get_embedding_levels("".join(filter(unicodedata.bidirectional, text)), storage)
    uax9.explicit_embed_and_overrides(storage)
    uax9.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"])
    uax9.resolve_neutral_types(storage, False)
    uax9.resolve_implicit_levels(storage, False)
    runs: list[tuple[str, int]] = []
    for letter in storage["chars"]:
        level = letter["level"]
        if runs and runs[-1][1] == level:
            runs[-1] = (runs[-1][0] + letter["ch"], level)
        else:
            runs.append((letter["ch"], level))
    for level in range(max((level for _, level in runs), default=0), 0, -1):
        runs = _turned(runs, level)
    return [(run, level % 2 == 1) for run, level in runs]


def _resolve_brackets(letters: list[dict[str, Any]]) -> None:
    """Rule N0, which the library's Python part lacks: a pair of brackets goes with what is in it and before it."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, letter in enumerate(letters):
        sign = letter["ch"]
        if letter["type"] == "ON" and sign in _PAIRS.values():
            opened.append((sign, place))
        elif letter["type"] == "ON" and sign in _PAIRS:
            matching = [n for n, (open_, _) in enumerate(opened) if open_ == _PAIRS[sign]]
            if matching:
                pairs.append((opened[matching[-1]][1], place))
                del opened[matching[-1] :]
    for first, last in sorted(pairs):
        inside = {_strong(letter) for letter in letters[first + 1 : last]}
        if "L" in inside:
            letters[first]["type"] = letters[last]["type"] = "L"
        elif "R" in inside:
            before = next(filter(None, map(_strong, reversed(letters[:first]))), "L")
            letters[first]["type"] = letters[last]["type"] = before


def _strong(letter: dict[str, Any]) -> str:
    """The direction of a letter as brackets see it: figures go right to left; empty for signs without one."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(letter["type"], "")


def _turned(runs: list[tuple[str, int]], level: int) -> list[tuple[str, int]]:
    """Rule L2 for one level: every stretch of runs at this level or deeper is turned round."""
    turned: list[tuple[str, int]] = []
    stretch: list[tuple[str, int]] = []
    for run in runs:
        if run[1] >= level:
            stretch.append(run)
            continue
        turned += reversed(stretch)
        stretch = []
        turned.append(run)
    return [*turned, *reversed(stretch)]
