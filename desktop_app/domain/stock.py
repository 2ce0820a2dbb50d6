"""Paper stock: a sheet, the cards on it and where they lie; imposition places cards by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.i18n import Language


@dataclass(frozen=True, slots=True)
class Stock:
    """A kind of sheet; all lengths in millimetres, left and top to the first card, gaps between neighbours."""

    id: str
    title: Mapping[Language, str]
    sheet: tuple[float, float]
    card: tuple[float, float]
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    gap_x: float = 0.0
    gap_y: float = 0.0
    crop_marks: bool = False

    @property
    def places(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """The top left corner of a place, counted from 0 in reading order; mm from the sheet's top left."""
        row, column = divmod(place, self.columns)
        return (
            self.left + column * (self.card[0] + self.gap_x),
            self.top + row * (self.card[1] + self.gap_y),
        )
