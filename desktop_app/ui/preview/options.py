"""The choices of a print run at the side of the preview: what, for whom, on which paper and by which printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.paper import chosen_stock
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import FOR_SHOP, KIND_NAMES, OF_PRODUCTS, PARCEL_PAPERS, Kind
from desktop_app.domain.sheet_choice import begun_after, card_sheets
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.preview.begun import BegunChoice
from desktop_app.ui.preview.choices import Choices, Offer
from desktop_app.ui.preview.extras import Extras, extras_of
from desktop_app.ui.preview.printer import PrinterChoice
from desktop_app.ui.preview.sheet import SheetChoice
from desktop_app.ui.preview.sides import Sides
from desktop_app.ui.preview.stock_groups import stock_groups
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.grouped import GroupedChoice
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label

_MOST_COPIES = 999
_TWO_FROM = 220  # points at 100 % text: a name and a number fit beside each other
_UNSIGNED = frozenset((Kind.ADDRESS, Kind.CONTACTS, *OF_PRODUCTS, *FOR_SHOP))


class Options(QWidget):
    """`changed` when a person chose something else, `picked` when only other sheets are to be printed.

    `choices` are those in force, None while one cannot be read or something needed is `lacking`.
    """

    changed = Signal()
    picked = Signal()

    def __init__(self, desk: Desk, offer: Offer, first: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self._offer, self._words = desk, offer, words
        self.what = Form(desk.theme, words, (Field("kind", words("What to print"), Input.CHOICE, choices=[
            (kind, words.say(KIND_NAMES[kind])) for kind in offer.whose.kinds
        ]),), today=desk.today())
        self.extras = Extras(desk, offer)
        self.form = Form(desk.theme, words, self._fields(), today=desk.today(), two_from=_TWO_FROM)
        self._show_designs(first.kind)
        self.what.set_value({"kind": first.kind})
        self.what.box("kind").setVisible(len(offer.whose.kinds) > 1)
        self.form.set_value({"design": first.design, "stock": first.stock, "copies": first.copies, "by": first.by})
        self.sheet = SheetChoice(desk.theme, words)
        self._sheet_text = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.begun = BegunChoice(desk)
        self.keep = CheckInput(desk.theme, "", wrap=True)
        self.printer = PrinterChoice(desk)
        self.sides = Sides(desk)
        self._lay()
        self._show_kind()
        self.what.edited.connect(lambda _: self._turn_to())
        self.extras.changed.connect(self.changed)
        self.sheet.chosen.connect(self._begin_at)
        self.form.edited.connect(self._edited)
        self.begun.changed.connect(self._take_begun)
        self.keep.edited.connect(self._keep)
        self.printer.changed.connect(self.changed)
        self.sides.changed.connect(self._turn_sides)
        self.sides.picked.connect(self.picked)
        self.printer.look()

    @property
    def kind(self) -> Kind:
        """The kind of paper that is chosen."""
        return Kind(self.what.box("kind").input.value())

    @property
    def stock(self) -> Stock:
        """The paper that is chosen."""
        return self._offer.stock(self.form.box("stock").input.value())

    @property
    def lacking(self) -> Message | None:
        """What has to be filled in first."""
        said = self.extras.readable()
        return None if said is None else self.extras.lacking(said)

    @property
    def choices(self) -> Choices | None:
        """The choices in force; None where one cannot be read, which is said at its field, or something is lacking."""
        values, said, sides = self.form.readable(), self.extras.readable(), self.sides.readable()
        if values is None or said is None or sides is None or self.extras.lacking(said) is not None:
            return None
        language = said.get("language")
        return Choices(
            self.kind, values["design"], values["stock"], start=self.sheet.start, copies=values["copies"],
            by=values["by"], language=Language(language) if language else None, extras=extras_of(said),
            begun=self.begun.chosen, printer=self.printer.printer, tray=self.printer.tray, **sides,
        )

    def show_result(self, result: PrintResult) -> None:
        """What came of the choices: how many sheets there are to choose from, whether the last one is worth keeping."""
        self.sides.show_sheets(card_sheets(result))
        free, stock = len(result.free), self.stock
        self.keep.setVisible(bool(free) and stock.places > 1)
        self.keep.setText(self._words.n(
            "Keep the last sheet: {n} place is free", "Keep the last sheet: {n} places are free", free
        ))
        self.keep.setAccessibleName(self.keep.text())
        usual = stock.labels or not stock.crop_marks  # what is cut by hand does not go through a printer again
        self.keep.set_value(self._desk.settings.recall(f"preview.keep.{stock.id}", usual))

    def begun_once_printed(
        self, result: PrintResult, choices: Choices, sheets: Sequence[int]
    ) -> tuple[str, tuple[tuple[int, ...], ...]] | None:
        """The paper with its begun sheets after these are printed; None where they stay as they are."""
        kept = bool(self.keep.value()) and not self.keep.isHidden()
        begun = (*self.begun.left, *begun_after(result, sheets, choices.imposing, last=kept))
        return None if begun == self._offer.begun(choices.stock) else (choices.stock, begun)

    def _fields(self) -> tuple[Field, ...]:
        words, for_orders = self._words, bool(self._offer.whose.orders)
        return (
            Field("stock", words("Paper"), Input.CHOICE, make=self._stocks, wide=True),
            Field("design", words("Design"), Input.CHOICE, wide=True),
            Field("by", words("Packed by") if for_orders else words("Signed by")),
            Field("copies", words("Copies of each"), Input.NUMBER, low=1, high=_MOST_COPIES),
        )

    def _stocks(self) -> GroupedChoice:
        choice = GroupedChoice(self._desk.theme)
        choice.set_groups(stock_groups(self._words, self._offer.stocks))
        return choice

    def _lay(self) -> None:
        self._sheet_row = QWidget()
        row = QHBoxLayout(self._sheet_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sheet_text, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for part in (
            self.what, self.extras, self.form, self._sheet_row, self.begun, self.keep, self.printer, self.sides,
        ):
            column.addWidget(part)
        self.keep.hide()

    def _turn_to(self) -> None:
        """Another kind: its own design, and the paper the shop prints it on."""
        kind = self.kind
        self._show_designs(kind)
        self.form.box("design").input.set_value(None)
        self.form.box("stock").input.set_value(chosen_stock(kind, self._offer.values))
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        self.extras.show_kind(self.kind)
        self.form.box("by").setVisible(self.kind not in _UNSIGNED)
        self._show_stock()

    def _show_designs(self, kind: Kind) -> None:
        papers = PARCEL_PAPERS if kind is Kind.PARCEL else (kind,)
        rows = {row.key: row.title[self._words.language] for one in papers for row in self._offer.designs.get(one, ())}
        self.form.box("design").input.set_choices([(None, self._words("The shop’s own choice")), *rows.items()])

    def _edited(self, key: str) -> None:
        if key == "stock":
            self._show_stock()
        self.changed.emit()

    def _show_stock(self) -> None:
        stock = self.stock
        self.sheet.show_stock(stock)
        self.begun.show_sheets(stock, self._offer.begun(stock.id))
        self.sides.show_stock(stock)
        self._show_start()
        self._show_paper()

    def _take_begun(self) -> None:
        self.sheet.choose(1)
        self._show_start()
        self.changed.emit()

    def _turn_sides(self) -> None:
        self._show_paper()
        self.changed.emit()

    def _show_paper(self) -> None:
        sides = self.sides.readable()
        self.printer.show_paper(self.stock, sides["duplex"] if sides else Duplex.OFF, self.kind)

    def _begin_at(self, _place: int) -> None:
        self._show_start()
        self.changed.emit()

    def _show_start(self) -> None:
        words, start = self._words, self.sheet.start
        self._sheet_row.setVisible(self.stock.places > 1 and not self.begun.chosen)
        if start == 1:
            self._sheet_text.setText(words("A part-used sheet? Choose the first free place."))
        else:
            self._sheet_text.setText(words("Begins at place {place} of the first sheet.", place=start))

    def _keep(self) -> None:
        self._desk.settings.remember(f"preview.keep.{self.stock.id}", self.keep.value())
