"""The begun sheets of one paper put right, as after a jam: opened from a print run."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.stocks import StockChoice, set_begun, stock_choices
from desktop_app.domain.changes import Changes, Topic
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.paper.begun import BegunSheets
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll

_WIDE, _HIGH = 560, 480


class BegunDialog(DeedDialog):
    """What is clicked is kept at once, with [Undo]."""

    def __init__(self, desk: Desk, parent: QWidget, stock: str) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Begun sheets"), wide=_WIDE, high=_HIGH,
            line=words("Was a sheet spoiled? Throw it away here, or cross out the places that cannot be used."),
        )
        self._key = stock
        self.sheets = BegunSheets(desk)
        self.sheets.changed.connect(lambda begun: self.change(set_begun, stock, begun))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, SPACE_4)
        column.addWidget(self.sheets)
        column.addStretch(1)
        self.body.addLayout(IntoMargin(Scroll(inside)), 1)
        self.add_feet(None, quiet(words("Close"), self.accept, shortcut="Esc"))
        desk.bus.changed.connect(self._hear)
        self._ask()

    def _ask(self) -> None:
        self.desk.work.ask(_choice, self._key, then=self._show, failed=self.tell, owner=self)

    def _hear(self, changes: Changes, _who: object) -> None:
        if Topic.CARDS in changes.topics:
            self._ask()

    def _show(self, choice: StockChoice | None) -> None:
        if choice is not None:
            self.sheets.show_begun(choice.stock, choice.begun)


def _choice(shop: Shop, key: str) -> StockChoice | None:
    return next((one for one in stock_choices(shop) if one.stock.id == key), None)
