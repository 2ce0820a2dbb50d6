"""Letters for tests of layout: letters half an em wide, a space a quarter, capitals 0.7 em high, a 1 begins late."""

from __future__ import annotations

from desktop_app.documents.breaking import parts
from desktop_app.documents.model import Piece, TypeStyle
from desktop_app.domain.cards import Align, Colour, Face

LETTER, SPACE, CAP, BEARING = 0.5, 0.25, 0.7, 0.1


class Blocks:
    """Letters as plain blocks; it lacks those in `lacking`."""

    cap = CAP

    def __init__(self, lacking: str = "") -> None:
        self.lacking = lacking

    def pieces(self, text: str) -> list[Piece]:
        made = []
        for word in text.split(" "):
            shares = parts(word)
            for n, share in enumerate(shares):
                width = LETTER * len(share)
                made.append(Piece(share, width, width + (SPACE if n == len(shares) - 1 else 0.0)))
        return made

    def missing(self, text: str) -> str:
        return "".join(letter for letter in text if letter in self.lacking)

    def hyphened(self, text: str) -> Piece:
        width = LETTER * len(text)
        return Piece(text, width + LETTER, width, b"-")  # the hyphen is as wide as a letter

    def bearing(self, text: str) -> float:
        return BEARING if text.startswith("1") else 0.0

    def cut(self, piece: Piece, width: float) -> list[Piece]:
        step = max(1, int(width / LETTER))
        shares = [piece.text[n : n + step] for n in range(0, len(piece.text), step)]
        return [Piece(share, LETTER * len(share), LETTER * len(share)) for share in shares]


class Composer:
    """Hands out blocks for every face."""

    def __init__(self, lacking: str = "") -> None:
        self.lacking = lacking

    def letters(self, face: Face, tracking: float) -> Blocks:
        return Blocks(self.lacking)


def style(size: float = 10.0, least: float = 10.0, **changes: object) -> TypeStyle:
    """A style of blocks."""
    given = {"leading": 1.5, "align": Align.LEFT, "upper": False, "max_lines": 0, "letters": Blocks(), **changes}
    return TypeStyle(
        face=Face.SERIF,
        size=size,
        min_size=least,
        colour=Colour.INK,
        tracking=0.0,
        **given,  # type: ignore[arg-type]
    )
