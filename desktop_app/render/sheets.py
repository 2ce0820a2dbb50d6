"""Sheets of cards, written page by page: each card on its place, cut off at its bleed, with marks to cut by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.documents.imposition import crop_marks
from desktop_app.documents.model import MM
from desktop_app.domain.cards import BLEED
from desktop_app.domain.stock import Stock
from desktop_app.render.press import Press
from desktop_app.render.sink import number


class Sheets:
    """The sheets of one PDF on one stock."""

    def __init__(self, press: Press, stock: Stock) -> None:
        self._press = press
        self._stock = stock
        self._marks: dict[tuple[int, ...], bytes] = {}
        self._corners = [self._corner(place) for place in range(stock.places)]
        self.count = 0

    def sheet(self, cards: Sequence[tuple[int, bytes]]) -> None:
        """Writes a sheet with cards, made by the press, on their places."""
        content = [self._cut_lines([place for place, _ in cards])] if self._stock.crop_marks else []
        content += [b"q %b %bQ\n" % (self._corners[place], card) for place, card in cards]
        width, height = self._stock.sheet
        self._press.sink.page(b"".join(content), (width * MM, height * MM))
        self.count += 1

    def _corner(self, place: int) -> bytes:
        """The operators that cut a place out of the sheet, with its bleed, and put a card there."""
        x, y = self._stock.corner(place)
        down = self._stock.sheet[1] - y - self._stock.card[1]
        return b"%b1 0 0 1 %b %b cm" % (self._window(place), number(x * MM), number(down * MM))

    def _window(self, place: int) -> bytes:
        """The clip at the bleed of a place: half the gap to a neighbour at most; none where it is all of the sheet."""
        stock = self._stock
        row, column = divmod(place, stock.columns)
        (x, y), (width, height) = stock.corner(place), stock.card
        left = min(BLEED, stock.gap_x / 2 if column else x)
        right = min(BLEED, stock.gap_x / 2 if column + 1 < stock.columns else stock.sheet[0] - x - width)
        above = min(BLEED, stock.gap_y / 2 if row else y)
        below = min(BLEED, stock.gap_y / 2 if row + 1 < stock.rows else stock.sheet[1] - y - height)
        window = (x - left, stock.sheet[1] - y - height - below, width + left + right, height + above + below)
        if window == (0.0, 0.0, *stock.sheet):
            return b""
        return b"%b re W n " % b" ".join(number(edge * MM) for edge in window)

    def _cut_lines(self, places: Iterable[int]) -> bytes:
        """The crop marks for the cards on these places, stored once for each filling of a sheet."""
        key = tuple(places)
        if key not in self._marks:
            height = self._stock.sheet[1]
            lines = [
                b" ".join(map(number, (mark.x1 * MM, (height - mark.y1) * MM))) + b" m "
                + b" ".join(map(number, (mark.x2 * MM, (height - mark.y2) * MM))) + b" l"
                for mark in crop_marks(self._stock, key)
            ]  # fmt: skip
            drawn = b"0.25 w 0.45 G %b S\n" % b" ".join(lines) if lines else b""
            self._marks[key] = b"/%b Do\n" % self._press.form(drawn, self._stock.sheet)
        return self._marks[key]
