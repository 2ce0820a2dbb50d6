"""How cards lie on their sheets, folded away: both sides, order, marks, a cutting guide, and which sheets to print."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex, Order
from desktop_app.domain.sheet_choice import sheets_of
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_3
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form

_REMEMBERED = "preview.sides"  # this desk's last choices


class Sides(QWidget):
    """`changed` when the papers have to be made anew, `picked` when other sheets are to be printed.

    What a paper cannot have (both sides of labels, the order of single cards) is not offered for it.
    """

    changed = Signal()
    picked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheets = 0
        self._stock: Stock | None = None
        words = desk.words
        self.form = Form(desk.theme, words, self._fields(words), today=desk.today())
        self.form.set_value(self._remembered())
        self.form.edited.connect(self._edited)
        self.more = Disclosure(desk.theme, words("Sides and sheets"), self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.more)
        self._say()

    def readable(self) -> dict[str, Any] | None:
        """The choices as `Choices` takes them; None where one cannot be read."""
        values = self._values()
        if values is None:
            return None
        one_sided, single = self._one_sided, self._single
        return {
            "duplex": Duplex.OFF if one_sided else values["duplex"],
            "order": Order.READING if single else values["order"],
            "marks": values["marks"],
            "guide": values["guide"] and not single and not one_sided,
        }

    def pick(self, *, go: bool = False) -> tuple[int, ...] | None:
        """The sheets to print, none for all; None, said at the field, when they cannot be read (`go`: lead there)."""
        box = self.form.box("sheets")
        try:
            found = sheets_of(box.input.value(), self._sheets)
        except Invalid as error:
            box.set_error(self._desk.words.say(error.message))
            if go:
                self.more.open()
                box.input.setFocus()
            return None
        box.set_error("")
        return found

    def show_stock(self, stock: Stock) -> None:
        """Offer what there is for another paper."""
        self._stock = stock
        for key, hidden in (
            ("duplex", self._one_sided), ("order", self._single), ("guide", self._single or self._one_sided),
            ("marks", not stock.crop_marks),
        ):
            self.form.box(key).setVisible(not hidden)
        self._say()

    def show_sheets(self, count: int) -> None:
        """So many sheets there are now."""
        self._sheets = count
        box = self.form.box("sheets")
        box.setVisible(count > 1)
        if count <= 1:
            box.input.set_value("")

    @property
    def _one_sided(self) -> bool:
        return self._stock is not None and (self._stock.labels or self._stock.roll)

    @property
    def _single(self) -> bool:
        return self._stock is not None and self._stock.places == 1

    def _values(self) -> dict[str, Any] | None:
        return self.form.readable()

    def _fields(self, words: Words) -> tuple[Field, ...]:
        return (
            Field("duplex", words("Sides"), Input.CHOICE, choices=[
                (Duplex.OFF, words("One side")), (Duplex.LONG, words("Both, turned over the long edge")),
                (Duplex.SHORT, words("Both, turned over the short edge")), (Duplex.FOLD, words("Fold instead")),
            ], help=words("Folding is for printers whose backs miss their place.")),
            Field("order", words("Order of the cards"), Input.CHOICE, choices=[
                (Order.READING, words("One after the other")),
                (Order.CUT_AND_STACK, words("Cut, then stack the piles")),
            ]),
            Field("marks", words("Marks for cutting"), Input.CHECK),
            Field("guide", words("A last sheet that shows where to cut"), Input.CHECK),
            Field("sheets", words("Sheets to print"), hint=words("all, or 2-3, 5")),
        )

    def _remembered(self) -> dict[str, Any]:
        kept = self._desk.settings.recall(_REMEMBERED)
        found = kept if isinstance(kept, dict) else {}
        return {
            "duplex": _one_of(Duplex, found.get("duplex")), "order": _one_of(Order, found.get("order")),
            "marks": found.get("marks", True) is True, "guide": False, "sheets": "",
        }

    def _edited(self, key: str) -> None:
        if key == "sheets":
            self.picked.emit()
            return
        values = self._values()
        if values is not None:
            kept = {name: str(value) if name in ("duplex", "order") else value for name, value in values.items()}
            del kept["guide"], kept["sheets"]  # for once: it costs a sheet
            self._desk.settings.remember(_REMEMBERED, kept)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """What is unusual, beside the word that opens it."""
        words, found = self._desk.words, self.readable()
        if found is None:
            return
        sides = {
            Duplex.LONG: words("both sides"), Duplex.SHORT: words("both sides"), Duplex.FOLD: words("folded"),
        }
        self.more.say(joined(
            sides.get(found["duplex"], ""), words("in piles") if found["order"] is Order.CUT_AND_STACK else "",
        ))


def _one_of(kind: Any, text: object) -> Any:
    """The remembered choice, else the usual one."""
    return next((one for one in kind if one.value == text), next(iter(kind)))
