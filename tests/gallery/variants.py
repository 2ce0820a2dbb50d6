"""In which variants the window is looked at: whose language, on which ground, how large, at what size of text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.i18n import Language
from desktop_app.ui.theme.tokens import Mode

EVERY = Path(__file__).resolve().parents[2] / "build" / "gallery" / "every"
SMALL, MIDDLE, LARGE = SIZES = (640, 400), (1280, 800), (2560, 1440)
TEXTS = 100, 200
MODES = Mode.LIGHT, Mode.DARK


@dataclass(frozen=True)
class Variant:
    """How the window is looked at."""

    language: Language
    mode: Mode
    size: tuple[int, int]
    text: int

    def __str__(self) -> str:
        return f"{self.language}-{self.mode}-{self.size[0]}x{self.size[1]}-{self.text}"


# Every language, ground, size and size of text at least once, the longest words with the largest letters in the
# smallest window.
DAILY = (
    Variant(Language.RU, Mode.LIGHT, SMALL, 200),
    Variant(Language.EN, Mode.DARK, MIDDLE, 200),
    Variant(Language.LV, Mode.DARK, LARGE, 100),
)


def plain(language: Language) -> Variant:
    """How the window looks in the handbook."""
    return Variant(language, Mode.LIGHT, MIDDLE, 100)


def filed(scene: str, variant: Variant) -> Path:
    """Where a scene's picture is kept; its folder is there."""
    folder = EVERY / str(variant)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{scene}.png"
