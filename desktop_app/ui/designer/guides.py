"""What things are drawn to: guides out of the rulers, the grid, and whether at all; remembered by the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.ui.desk_settings import DeskSettings

GRID = 5.0  # mm
_KEY = "designer.guides"
_MOST = 20  # guides of one direction, and sizes of card that are remembered


@dataclass(slots=True)
class Guides:
    """Guides in mm from the left and the top, the grid in mm (0 for none), and whether anything is drawn to them."""

    upright: list[float] = field(default_factory=list)
    level: list[float] = field(default_factory=list)
    grid: float = 0.0
    snaps: bool = True

    def recall(self, settings: DeskSettings, card: tuple[float, float]) -> None:
        """As they were left on a card of this size; the grid and the drawing are the same on all."""
        kept = _kept(settings)
        self.grid = GRID if kept.get("grid") is True else 0.0
        self.snaps = kept.get("snaps") is not False
        lines = kept.get(_size(card))
        upright, level = lines if isinstance(lines, list) and len(lines) == 2 else ((), ())
        self.upright[:], self.level[:] = _lengths(upright), _lengths(level)

    def remember(self, settings: DeskSettings, card: tuple[float, float]) -> None:
        """Left like this."""
        lines = {name: value for name, value in _kept(settings).items() if isinstance(value, list)}
        lines.pop(_size(card), None)
        if self.upright or self.level:
            lines[_size(card)] = [self.upright[:_MOST], self.level[:_MOST]]
        newest = dict(list(lines.items())[-_MOST:])
        settings.remember(_KEY, {**newest, "grid": bool(self.grid), "snaps": self.snaps})


def _kept(settings: DeskSettings) -> Mapping[str, object]:
    kept = settings.recall(_KEY)
    return kept if isinstance(kept, dict) else {}


def _size(card: tuple[float, float]) -> str:
    return f"{card[0]:g}x{card[1]:g}"


def _lengths(found: object) -> list[float]:
    """Lengths as they came out of a file: anything else in it is nothing."""
    listed = found if isinstance(found, list | tuple) else ()
    return [float(one) for one in listed if isinstance(one, int | float) and abs(one) < 2_000][:_MOST]
