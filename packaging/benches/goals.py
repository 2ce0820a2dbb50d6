"""A figure beside its goal and its floor; `packaging/bench all` gathers those of every measure into one table."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass

GATHER = "CORDIAL_BENCH_FIGURES"  # the file that figures are added to, a line each


@dataclass(frozen=True)
class Figure:
    """What was measured; `most` or `least` is the goal, `floor` what nothing can do better, all in `unit`."""

    what: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    floor: float | None = None

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    @property
    def verdict(self) -> str:
        """The goal, and whether it is reached."""
        sign, goal = ("≤", self.most) if self.least is None else ("≥", self.least)
        return f"goal {sign} {goal:,.10g} {self.unit}: {'reached' if self.met else 'MISSED'}"


def gather(figure: Figure) -> Figure:
    """Adds a figure to the table that is being made, where one is."""
    if file := os.environ.get(GATHER):
        with open(file, "a", encoding="utf-8") as figures:
            figures.write(json.dumps(asdict(figure)) + "\n")
    return figure


def table(lines: list[str]) -> str:
    """The gathered lines as a table for people."""
    figures = [Figure(**json.loads(line)) for line in lines]
    rows = [("", "measured", "floor", "× floor", "goal", "")]
    for one in figures:
        times = ""
        if one.floor:
            times = f"{one.value / one.floor:.2f}" if one.least is None else f"1/{one.floor / one.value:.2f}"
        sign, goal = ("≤", one.most) if one.least is None else ("≥", one.least)
        floor = f"{_short(one.floor)} {one.unit}" if one.floor else ""
        rows.append((
            one.what, f"{_short(one.value)} {one.unit}", floor, times, f"{sign} {goal:,.10g} {one.unit}",
            "reached" if one.met else "MISSED",
        ))  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:,.3g}"
