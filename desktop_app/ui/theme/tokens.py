"""The one place that names colours, type sizes and spaces; style sheet, palette and painters take them from here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from desktop_app.domain.states import StrEnum


class Mode(StrEnum):
    """What a person may choose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a colour says. State is never said by the tone alone: a word stands beside it."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class Size(IntEnum):
    """Type sizes in pixels at 100 % text; there are no others outside the packing bench."""

    SMALL = 12
    BODY = 13
    LARGE = 14
    TITLE = 22


class Big(IntEnum):
    """Type sizes of the packing bench, read at arm's length."""

    NOTE = 18
    BODY = 20
    LINE = 26
    SHELF = 30
    NUMBER = 44


class Weight(IntEnum):
    """Weights of the variable face; there are no others."""

    REGULAR = 400
    MEDIUM = 500
    BOLD = 650


# Spaces, radii and heights in pixels at 100 % text.
SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6, SPACE_8 = 4, 8, 12, 16, 24, 32
RADIUS_CONTROL, RADIUS_CARD = 8, 12
ROW_TWO_LINES, ROW_ONE_LINE = 55, 36
BUTTON, BUTTON_IN_ROW = 34, 28
PAD, PAD_ARROW = 14, 26  # beside a button's words, and right of them where an arrow says that it opens a menu
PAGE_WIDEST = 1440  # beyond this a page keeps its width and the ground grows
NARROW = 820  # a window narrower than this shows the sidebar as icons


@dataclass(frozen=True, slots=True)
class Colours:
    """One ground's colours as #RRGGBB, by meaning."""

    ground: str
    surface: str
    text: str
    muted: str
    line: str
    accent: str
    soft: str
    good: str
    warn: str
    bad: str
    on_accent: str
    dark: bool

    def of(self, tone: Tone | str) -> str:
        """The colour that says `tone`."""
        value: str = getattr(self, str(tone).replace("-", "_"))
        return value

    def mixed(self, over: str, under: str, share: float) -> str:
        """`share` (0–1) of one colour over another, for hover and pressed grounds."""
        pairs = zip(_channels(over), _channels(under), strict=True)
        return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


LIGHT = Colours(
    ground="#FAF7F2", surface="#FFFFFF", text="#211C17", muted="#6A6158", line="#E7E0D6", accent="#A8481F",
    soft="#F7E8DF", good="#2C7048", warn="#8A5A00", bad="#A9261D", on_accent="#FFFFFF", dark=False,
)
DARK = Colours(
    ground="#1A1815", surface="#24211D", text="#F0EBE3", muted="#ABA297", line="#3B362F", accent="#E7956B",
    soft="#3A2A21", good="#7CC79A", warn="#E2B45C", bad="#F08A80", on_accent="#1A1815", dark=True,
)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
