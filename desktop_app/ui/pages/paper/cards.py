"""The cards of the Paper page: designs, stock, and what has been printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.actions.stocks import StockChoice
from desktop_app.domain.kinds import KIND_HINTS, KIND_NAMES, Kind
from desktop_app.domain.paper_settings import LABEL_STOCK, SHEET_STOCK, STOCK
from desktop_app.domain.settings import Setting
from desktop_app.domain.stock import Stock
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.paper.samples import Picture
from desktop_app.ui.pages.paper.sheet_drawing import SheetDrawing
from desktop_app.ui.pages.paper.tiles import Tiles
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Label

_WIDE, _HIGH = 96, 112  # points of the sheet at 100 % text


def stock_setting(kind: Kind) -> Setting[str]:
    """The setting that keeps on what this kind is printed."""
    return {Kind.ADDRESS: LABEL_STOCK, Kind.CONTACTS: SHEET_STOCK}.get(kind, STOCK)


def designs_card(
    desk: Desk,
    kind: Kind,
    pictures: Sequence[Picture],
    *,
    design: str,
    chosen: Callable[[str], object],
    change: Callable[[], object],
    new: Callable[[], object],
    take_in: Callable[[], object],
    print_it: Callable[[], object] | None = None,
) -> Card:
    """The designs of one kind of paper, the one in use ticked; one about the shop is printed from here."""
    words = desk.words
    card = Card(words.say(KIND_NAMES[kind]), words.say(KIND_HINTS[kind]))
    card.add_row(Tiles(desk.theme, words, pictures, design=design, chosen=chosen))
    row = QWidget()
    flow = FlowLayout(row, space=SPACE_2)
    flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    title = next((one.title for one in pictures if one.design == design), "")
    changes = small(words("Change “{title}”", title=title), change)
    changes.setEnabled(bool(title))
    if print_it is not None:
        flow.addWidget(small(words("Print…"), print_it))
    for button in (changes, small(words("New design"), new, shortcut="Ctrl+N"), small(words("From a file…"), take_in)):
        flow.addWidget(button)
    card.add_row(row)
    return card


def stock_card(
    desk: Desk,
    stocks: Sequence[StockChoice],
    *,
    stock: str,
    chosen: Callable[[str], object],
    every: Callable[[], object],
    calibrate: Callable[[], object],
) -> Card:
    """The paper this kind is printed on, of those that are offered; the ways to all papers and to calibration."""
    words = desk.words
    card = Card(words("Paper"), words("what lies in the printer"))
    row = QWidget()
    lay = QHBoxLayout(row)
    lay.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    lay.setSpacing(SPACE_4)
    choice = ChoiceInput(desk.theme, [(one.stock.id, one.stock.title[words.language]) for one in stocks])
    choice.set_value(stock)
    choice.setAccessibleName(words("Paper"))
    choice.setObjectName("stock")
    choice.edited.connect(lambda: chosen(choice.value()))
    lay.addWidget(choice, 1)
    card.add_row(row)
    one = next((one for one in stocks if one.stock.id == stock), stocks[0])
    card.add_row(_stock_row(desk, one.stock))
    if one.begun:
        free = sum(map(len, one.begun))
        sheets = words.n("{n} begun sheet", "{n} begun sheets", len(one.begun))
        card.add_note(joined(sheets, words.n("{n} place free", "{n} places free", free)))
    ways = QWidget()
    flow = FlowLayout(ways, space=SPACE_2)
    flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    flow.addWidget(small(words("Papers and labels…"), every))
    flow.addWidget(small(words("Calibrate a printer…"), calibrate))
    card.add_row(ways)
    return card


def _stock_row(desk: Desk, stock: Stock) -> QWidget:
    words = desk.words
    row = QWidget()
    lay = QHBoxLayout(row)
    lay.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
    lay.setSpacing(SPACE_4)
    drawing = SheetDrawing(desk.theme, words, wide=_WIDE, high=_HIGH, numbers=True)
    drawing.show_stock(stock)
    lay.addWidget(drawing)
    width, height = map(words.number, stock.card)
    each = words("each {width} × {height} mm", width=width, height=height)
    said = joined(words.n("{n} card on a sheet", "{n} cards on a sheet", stock.places), each)
    if stock.crop_marks:
        said += ". " + words("Marks show where to cut.")
    lay.addWidget(Label(said, Size.SMALL, tone=Tone.MUTED, wrap=True), 1)
    return row
