"""The choices of a print run at the side of the preview: what, design, paper, where to begin, copies, packed by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.printing import Kind
from desktop_app.ui.desk import Desk
from desktop_app.ui.preview.choices import Choices, Offer
from desktop_app.ui.preview.sheet import SheetChoice
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label

_MOST_COPIES = 99


class Options(QWidget):
    """`changed` when a person chose something else; `choices` are those in force, None while one cannot be read."""

    changed = Signal()

    def __init__(self, desk: Desk, offer: Offer, first: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._offer, self._words = offer, words
        self.kinds = FilterChips(
            [(Kind.PARCEL.value, words("Both")), (Kind.THANK_YOU.value, words("Cards")),
             (Kind.PACKING_INSERT.value, words("Inserts"))],
            name=words("What to print"),
        )
        self.sheet = SheetChoice(desk.theme, words)
        self._sheet_text = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.form = Form(desk.theme, words, self._fields(), today=desk.today())
        self.form.set_value({"design": first.design, "stock": first.stock, "copies": first.copies, "by": first.by})
        self._sheet_row = QWidget()
        row = QHBoxLayout(self._sheet_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sheet_text, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.kinds)
        column.addWidget(self.form)
        column.addWidget(self._sheet_row)
        self._show_stock()
        self.kinds.choose(first.kind.value)
        self.kinds.chosen.connect(lambda _: self.changed.emit())
        self.sheet.chosen.connect(self._begin_at)
        self.form.edited.connect(self._edited)

    @property
    def choices(self) -> Choices | None:
        """The choices in force; None where one cannot be read, which is said at its field."""
        values = self.form.readable()
        return None if values is None else Choices(
            Kind(self.kinds.value), values["design"], values["stock"], start=self.sheet.start,
            copies=values["copies"], by=values["by"],
        )

    def _fields(self) -> tuple[Field, ...]:
        words = self._words
        names = [(name, titles[words.language]) for name, titles in self._offer.designs.items()]
        return (
            Field("by", words("Packed by"), help=words("Signs the card and the insert.")),
            Field("design", words("Design"), Input.CHOICE, choices=[(None, words("The shop’s own choice")), *names]),
            Field("stock", words("Paper"), Input.CHOICE,
                  choices=[(stock.id, stock.title[words.language]) for stock in self._offer.stocks]),
            Field("copies", words("Copies of each"), Input.NUMBER, low=1, high=_MOST_COPIES),
        )

    def _edited(self, key: str) -> None:
        if key == "stock":
            self._show_stock()
        self.changed.emit()

    def _begin_at(self, _place: int) -> None:
        self._say_start()
        self.changed.emit()

    def _show_stock(self) -> None:
        stock = self._offer.stock(self.form.box("stock").input.value())
        self.sheet.show_stock(stock)
        self._sheet_row.setVisible(stock.places > 1)
        self._say_start()

    def _say_start(self) -> None:
        words, start = self._words, self.sheet.start
        if start == 1:
            self._sheet_text.setText(words("A part-used sheet? Choose the first free place."))
        else:
            self._sheet_text.setText(words("Begins at place {place} of the first sheet.", place=start))
