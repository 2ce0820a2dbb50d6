"""A design as its proof shows it: one page of PDF and what became of each item; the window draws handles by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.cards import Fact, Format, Side
from desktop_app.domain.design import Frame

COARSE = 200.0  # dots per inch; below it a printed picture looks rough


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """Where a picture is drawn within its item, what of it is not seen (shares of its sides), and its pixels."""

    frame: Frame
    crop: tuple[float, float, float, float]
    pixels: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """One item as it was laid out.

    `lost` are letters no face has, `dpi` how fine a picture prints (0: it is none); `hidden`: its condition does not
    hold for this record, or there is nothing to say; `widow`: its last line is so short that it looks lost.
    """

    frame: Frame
    shrunk: bool = False
    overflow: bool = False
    lost: str = ""
    dpi: float = 0.0
    hidden: bool = False
    widow: bool = False
    picture: SeenPicture | None = None

    @property
    def coarse(self) -> bool:
        """Whether it is a picture that prints too roughly."""
        return 0 < self.dpi < COARSE

    @property
    def sharp_to(self) -> float:
        """How wide in mm what is seen of a picture may be and still print sharply."""
        return self.frame.width * self.dpi / COARSE


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One side of a card for one record; `size` is the trimmed card in mm, the PDF has `bleed` mm around it."""

    pdf: bytes
    form: Format
    side: Side
    size: tuple[float, float]
    bleed: float
    items: Mapping[str, Seen]
    pages: int = 1
    facts: frozenset[Fact] = frozenset()  # what holds for the record
    elsewhere: Mapping[Format, Mapping[str, Frame]] = field(default_factory=dict)  # on the other classes of card

    @property
    def frames(self) -> dict[str, Frame]:
        """Where the items stand."""
        return {name: seen.frame for name, seen in self.items.items()}
