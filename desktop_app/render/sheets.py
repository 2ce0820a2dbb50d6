"""Cards on their places of a sheet: clipped, marked for cutting, turned for backs, moved by a calibration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.documents.cutting import Margins, Mark, bleed, crop_marks
from desktop_app.documents.duplex import Lie, back_lie
from desktop_app.documents.folding import Folded, fold_marks
from desktop_app.documents.model import MM
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import BLEED
from desktop_app.domain.imposing import Duplex, Fold, Imposing
from desktop_app.domain.stock import Stock
from desktop_app.render.press import Press
from desktop_app.render.sink import number

_MARK_INK = b"0.25 w 0.45 G"
_HALO = b"0.75 w 1 G"  # so that a mark is seen in the bleed of any colour
_DASHES = b"[2 1.5] 0 d"  # where to fold, not to cut


class Sheets:
    """The sheets of one run going out as pages: fronts, and backs behind them where the printer turns the sheet."""

    def __init__(
        self, press: Press, stock: Stock, imposing: Imposing, *, calibration: Calibration | None = None,
        folding: Folded | None = None,
    ) -> None:  # fmt: skip
        """`stock` is what is imposed on: the double cards of `folding`, else the run's own."""
        self._press, self._stock, self._folding = press, stock, folding
        self.turning = imposing.duplex in (Duplex.LONG, Duplex.SHORT)
        self._marked = stock.crop_marks and imposing.marks
        wide, high = stock.sheet
        fronts = lies(stock)
        self._fronts = openings(stock)
        self._boxes = _boxes(stock, fronts)
        self._backs: list[bytes] = []
        if self.turning:
            self._backs = openings(stock, imposing.duplex)
            self._back_boxes = _boxes(stock, lies(stock, imposing.duplex))
        self._marks: dict[tuple[int, ...], bytes] = {}
        self._begin = _moved(calibration, high, back=False)
        self._begin_back = _moved(calibration, high, back=True)
        self._size = (wide * MM, high * MM)
        self.count = 0

    def sheet(self, cards: Sequence[tuple[int, bytes]], backs: Sequence[tuple[int, bytes]] = ()) -> None:
        """Writes a sheet with cards, made by the press, on their places (from 0), and backs on its other side."""
        content = [self._begin]
        content += [b"%b%bQ\n" % (self._fronts[place], card) for place, card in cards]
        if self._marked:
            content.append(self._cut_lines(tuple(place for place, _ in cards)))
        self._front(b"".join(content))
        if self.turning:
            content = [b"%b%bQ\n" % (self._backs[place], back) for place, back in backs]
            self._back(b"".join([self._begin_back, *content]))
        self.count += 1

    def drawn(self, front: bytes, back: bytes = b"") -> None:
        """Writes a sheet that holds no cards but a drawing, such as the cutting guide; it is moved like the others."""
        self._front(self._begin + front)
        if self.turning:
            self._back(self._begin_back + back)
        self.count += 1

    def _front(self, content: bytes) -> None:
        self._press.sink.page(content, self._size, self._boxes)

    def _back(self, content: bytes) -> None:
        self._press.sink.page(content, self._size, self._back_boxes)

    def _cut_lines(self, places: tuple[int, ...]) -> bytes:
        """The crop marks for the cards on these places, stored once for each filling of a sheet."""
        made = self._marks.get(places)
        if made is None:
            drawn = cut_lines(self._stock, places)
            if self._folding is not None:
                drawn += fold_lines(self._stock, self._folding.fold, places)
            made = self._marks[places] = b"/%b Do\n" % self._press.form(drawn, self._stock.sheet)
        return made


def lies(stock: Stock, duplex: Duplex = Duplex.OFF) -> list[tuple[Lie, Margins]]:
    """Where the card of each place lies and the room for its ink: on the front, or behind it on a turned sheet."""
    places = range(stock.places)
    if duplex is Duplex.OFF:
        return [(Lie(*stock.corner(place)), bleed(stock, place)) for place in places]
    return [(back_lie(stock, place, duplex), _behind(bleed(stock, place))) for place in places]


def openings(stock: Stock, duplex: Duplex = Duplex.OFF) -> list[bytes]:
    """The operators before the card of each place, on the front or behind it; `Q` ends the card."""
    return [_opening(lie, stock.card, margins, height=stock.sheet[1]) for lie, margins in lies(stock, duplex)]


def cut_lines(stock: Stock, places: Iterable[int]) -> bytes:
    """The crop marks for the cards on these places; nothing where none are needed."""
    path = _path(crop_marks(stock, places), stock)
    if not path:
        return b""
    spaced = all(min(bleed(stock, place)) >= 1 for place in range(stock.places))
    halo = b"%b %b S\n" % (_HALO, path) if spaced else b""
    return b"%b%b %b S\n" % (halo, _MARK_INK, path)


def fold_lines(stock: Stock, fold: Fold, places: Iterable[int]) -> bytes:
    """The marks to fold by for the double cards on these places; nothing where there is no room beside them."""
    path = _path([mark for place in places for mark in fold_marks(stock, fold, place)], stock)
    return b"%b %b %b S [] 0 d\n" % (_MARK_INK, _DASHES, path) if path else b""


def _path(marks: Iterable[Mark], stock: Stock) -> bytes:
    high = stock.sheet[1]
    ends = [(mark.x1, high - mark.y1, mark.x2, high - mark.y2) for mark in marks]
    return b" ".join([b"%b %b m %b %b l" % tuple(number(value * MM) for value in end) for end in ends])


def both_halves(front: bytes, back: bytes, folding: Folded) -> bytes:
    """A double card to be folded, its front in one half and its back in the other, neither over the fold."""
    width, height = folding.stock.card
    beside = folding.back.x != folding.front.x
    half = (width / 2, height) if beside else (width, height / 2)
    if beside:
        edges = Margins(BLEED, BLEED, 0.0, BLEED), Margins(0.0, BLEED, BLEED, BLEED)
    else:
        edges = (Margins(BLEED, 0.0, BLEED, BLEED),) * 2  # the back's top is at the fold too: it is upside down
    behind, before = (
        _opening(lie, half, margins, height=height)
        for lie, margins in zip((folding.back, folding.front), edges, strict=True)
    )
    return b"%b%bQ\n%b%bQ\n" % (behind, back, before, front)


def _opening(lie: Lie, card: tuple[float, float], margins: Margins, *, height: float) -> bytes:
    """The operators that go before a card: its place in a frame `height` mm high, and its clip; `Q` ends it.

    `margins` are beside the card as it is read, not as it lies.
    """
    wide, high = card
    x, y = lie.x * MM, (height - lie.y - high) * MM
    if lie.turned:
        matrix = b"-1 0 0 -1 %b %b" % (number(x + wide * MM), number(y + high * MM))
    else:
        matrix = b"1 0 0 1 %b %b" % (number(x), number(y))
    left, top, right, bottom = (length * MM for length in margins)
    window = (-left, -bottom, wide * MM + left + right, high * MM + bottom + top)
    return b"q %b cm %b re W n\n" % (matrix, b" ".join(map(number, window)))


def _behind(front: Margins) -> Margins:
    """The room beside a back as it is read: what was left of the front is right of it."""
    return Margins(front.right, front.top, front.left, front.bottom)


def _moved(calibration: Calibration | None, height: float, *, back: bool) -> bytes:
    """A page's first operator, by which the printer's error comes out right; nothing without calibration."""
    if calibration is None or calibration == Calibration():
        return b""
    dx, dy = (calibration.back_dx, calibration.back_dy) if back else (calibration.dx, calibration.dy)
    across, down = dx * MM, (height * (1 - calibration.sy) - dy) * MM
    return b"%.6f 0 0 %.6f %b %b cm\n" % (calibration.sx, calibration.sy, number(across), number(down))


def _boxes(stock: Stock, cards: Sequence[tuple[Lie, Margins]]) -> bytes:
    """Where the page is trimmed, round all its cards, and how far over that there is ink."""
    wide, high = stock.card
    height = stock.sheet[1]
    trim = [(lie.x, height - lie.y - high, lie.x + wide, height - lie.y) for lie, _ in cards]
    ink = []
    for (left, low, right, up), (lie, margins) in zip(trim, cards, strict=True):
        before, above, after, below = (margins[2], margins[3], margins[0], margins[1]) if lie.turned else margins
        ink.append((left - before, low - below, right + after, up + above))
    return b"/TrimBox[%b]/BleedBox[%b]" % (_round(trim), _round(ink))


def _round(boxes: Sequence[tuple[float, float, float, float]]) -> bytes:
    """The box around boxes in mm, in points."""
    left, low, right, up = zip(*boxes, strict=True)
    return b" ".join(number(length * MM) for length in (min(left), min(low), max(right), max(up)))
