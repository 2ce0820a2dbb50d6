"""The cards of the Paper page: designs, stock, and what has been printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.printing import Kind, PrintRow
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.paper.samples import Picture
from desktop_app.ui.pages.paper.tiles import Tiles
from desktop_app.ui.preview.sheet import SheetChoice
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.task_row import TaskRow

_RUNS = 12


def designs_card(
    desk: Desk, kind: Kind, pictures: Sequence[Picture], *, design: str, chosen: Callable[[str], object]
) -> Card:
    """The designs of one kind of paper, the shop's own ticked."""
    words = desk.words
    if kind is Kind.THANK_YOU:
        card = Card(words("Thank-you cards"), words("each customer reads their own language"))
    else:
        card = Card(words("Packing inserts"), words("what is in the parcel, and who packed it"))
    card.add_row(Tiles(desk.theme, words, pictures, design=design, chosen=chosen))
    return card


def stock_card(desk: Desk, stocks: Sequence[Stock], *, stock: str, chosen: Callable[[str], object]) -> Card:
    """The paper the shop prints on."""
    words = desk.words
    card = Card(words("Paper"), words("what lies in the printer"))
    row = QWidget()
    lay = QHBoxLayout(row)
    lay.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    lay.setSpacing(SPACE_4)
    choice = ChoiceInput(desk.theme, [(one.id, one.title[words.language]) for one in stocks])
    choice.set_value(stock)
    choice.setAccessibleName(words("Paper"))
    choice.setObjectName("stock")
    choice.edited.connect(lambda: chosen(choice.value()))
    lay.addWidget(choice, 1)
    card.add_row(row)
    one = next((one for one in stocks if one.id == stock), stocks[0])
    card.add_row(_stock_row(desk, one))
    return card


def prints_card(words: Words, desk: Desk, runs: Sequence[PrintRow], stocks: Sequence[Stock], today: dt.date) -> Card:
    """What was printed, when, by whom and on what."""
    card = Card(words("Printed"), words("newest first") if runs else "")
    titles = {stock.id: stock.title[words.language] for stock in stocks}
    for run in runs[:_RUNS]:
        detail = joined(stamp(words, run.at, today), run.by, titles.get(run.stock, run.stock))
        tag = (words("Taken back"), Tone.MUTED) if run.undone else None
        card.add_row(TaskRow(desk.theme, run_title(words, run), detail, tag=tag))
    if len(runs) > _RUNS:
        more = len(runs) - _RUNS
        card.add_note(words.n("and {n} earlier run", "and {n} earlier runs", more))
    if not runs:
        card.add_note(words("Nothing yet. Every print run is kept here with its day, its packer and its paper."))
    return card


def run_title(words: Words, run: PrintRow) -> str:
    """“14 cards and inserts · 4 sheets of paper”."""
    if run.kind is Kind.THANK_YOU:
        cards = words.n("{n} card", "{n} cards", run.cards)
    elif run.kind is Kind.PACKING_INSERT:
        cards = words.n("{n} insert", "{n} inserts", run.cards)
    else:
        cards = words.n("{n} card or insert", "{n} cards and inserts", run.cards)
    return joined(cards, words.n("{n} sheet of paper", "{n} sheets of paper", run.sheets))


def _stock_row(desk: Desk, stock: Stock) -> QWidget:
    words = desk.words
    row = QWidget()
    lay = QHBoxLayout(row)
    lay.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
    lay.setSpacing(SPACE_4)
    drawing = SheetChoice(desk.theme, words)
    drawing.show_stock(stock)
    drawing.setEnabled(False)
    lay.addWidget(drawing)
    width, height = map(words.number, stock.card)
    each = words("each {width} × {height} mm", width=width, height=height)
    said = joined(words.n("{n} card on a sheet", "{n} cards on a sheet", stock.places), each)
    if stock.crop_marks:
        said += ". " + words("Marks show where to cut.")
    lay.addWidget(Label(said, Size.SMALL, tone=Tone.MUTED, wrap=True), 1)
    return row
