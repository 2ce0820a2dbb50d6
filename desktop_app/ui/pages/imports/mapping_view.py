"""How a file is to be read, asked once: what it holds, which column is what, the order of dates, letters, sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.importing import FileKind
from desktop_app.domain.mapping import MAP_FIELDS, DateOrder, FileLook, FileMapping, Price
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Elided, Label

MAPPED = (
    FileKind.MAPPED_ORDERS, FileKind.MAPPED_CUSTOMERS, FileKind.MAPPED_PRODUCTS, FileKind.MAPPED_COMPLAINTS,
)  # fmt: skip
_SAMPLES = 3


class MappingView(QWidget):
    """Cards for one file; `value()` is the mapping a person settled. `reread(mapping)` is asked when letters change."""

    def __init__(
        self, desk: Desk, look: FileLook, *, reread: Callable[[FileMapping], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._words, self._look, self._reread = desk, desk.words, look, reread
        words = self._words
        self._choices: dict[str, ChoiceInput] = {}
        self.form = Form(desk.theme, words, self._fields(), today=desk.today())
        mapping = look.mapping
        self.form.set_value({
            "encoding": look.encoding, "sheet": mapping.sheet, "date_order": mapping.date_order,
            "price": mapping.price, "currency": mapping.currency, "source": mapping.source,
        })
        self.form.edited.connect(self._edited)
        kind = mapping.kind if mapping.kind in MAPPED else FileKind.MAPPED_ORDERS
        self.kinds = FilterChips(
            [(FileKind.MAPPED_ORDERS.value, words("Orders")), (FileKind.MAPPED_CUSTOMERS.value, words("People")),
             (FileKind.MAPPED_PRODUCTS.value, words("Products")),
             (FileKind.MAPPED_COMPLAINTS.value, words("Complaints"))],
            name=words("What the file holds"),
        )
        self._shown = kind
        self.kinds.choose(kind.value)
        self.kinds.chosen.connect(lambda _: self._reread(self.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._questions())
        if self._by_columns:
            column.addWidget(self._columns(kind))

    @property
    def _by_columns(self) -> bool:
        return self._look.kind is None or self._look.kind in MAPPED

    def value(self) -> FileMapping:
        """The mapping as it stands."""
        values = self.form.value()
        settled = replace(
            self._look.mapping,
            **{key: values[key] for key in ("encoding", "sheet", "date_order", "price", "currency", "source")
               if key in values},
        )
        if not self._by_columns:
            return settled
        columns = {field: heading for heading, choice in self._choices.items() if (field := choice.value())}
        kind = FileKind(self.kinds.value)
        # Columns said for orders mean nothing for people: another kind is guessed anew.
        return replace(settled, kind=kind, columns=columns if kind is self._shown else {})

    def ask(self, question: Invalid) -> None:
        """Show at its field what has still to be said."""
        if not self.form.show_error(question):
            self._need.setText(self._words.say(question.message))
            self._need.show()

    def _fields(self) -> tuple[Field, ...]:
        words, look = self._words, self._look
        fields = []
        if look.encodings:
            fields.append(Field(
                "encoding", words("Letters (encoding)"), Input.CHOICE,
                choices=[(name, name.upper()) for name in dict.fromkeys((look.encoding, *look.encodings))],
                help=words("Change it if names look wrong below."),
            ))
        if len(look.sheets) > 1:
            fields.append(Field("sheet", words("Sheet"), Input.CHOICE, choices=[(name, name) for name in look.sheets]))
        fields.append(Field("date_order", words("Dates like 03/04/25"), Input.CHOICE, choices=[
            (None, words("Find out")), (DateOrder.DAY_FIRST, words("Day first")),
            (DateOrder.MONTH_FIRST, words("Month first")),
        ]))
        if look.kind is None or look.kind is FileKind.MAPPED_ORDERS:
            fields.append(Field("price", words("The price is for"), Input.CHOICE, choices=[
                (None, words("Find out")), (Price.UNIT, words("One piece")), (Price.LINE, words("The whole line")),
            ]))
        if look.kind in (None, FileKind.MAPPED_ORDERS, FileKind.MAPPED_PRODUCTS):
            fields.append(Field("currency", words("Currency, if the file names none"), hint="EUR"))
        fields.append(Field(
            "source", words("Name of this shop"), help=words("Only if you sell in several: numbers are kept apart.")
        ))
        return tuple(fields)

    def _questions(self) -> Card:
        card = Card(self._words("How to read it"), self._look.platform)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_4)
        self._need = Label("", tone=Tone.BAD, wrap=True)
        self._need.hide()
        if self._by_columns:
            column.addWidget(self.kinds)
        else:
            self.kinds.setParent(self)
            self.kinds.hide()
        column.addWidget(self._need)
        column.addWidget(self.form)
        card.add_row(row)
        return card

    def _columns(self, kind: FileKind) -> Card:
        words, look = self._words, self._look
        card = Card(words("Which column is what"))
        if look.missing and kind is FileKind.MAPPED_PRODUCTS:
            card.add_note(words("Say at least which column holds the name or the code of the product."))
        elif look.missing and kind is FileKind.MAPPED_COMPLAINTS:
            card.add_note(words("Say at least which column holds what was said, or the stars."))
        elif look.missing and kind is FileKind.MAPPED_CUSTOMERS:
            card.add_note(words("Say at least which column holds the name or the e-mail address."))
        elif kind is FileKind.MAPPED_ORDERS and (look.missing or "number" not in look.mapping.columns):
            card.add_note(words("Say at least which column holds the order number."))
        fields = [field for field in MAP_FIELDS if field.fits(kind)]
        choices: list[tuple[Any, str]] = [("", words("Not used"))]
        choices += [(field.name, words.say(field.label)) for field in fields]
        taken = {heading: field for field, heading in look.mapping.columns.items()}
        for place, heading in enumerate(look.headings):
            choice = ChoiceInput(self._desk.theme, choices)
            choice.set_value(taken.get(heading, ""))
            choice.setAccessibleName(words("{heading} is", heading=heading))
            self._choices[heading] = choice
            values = [cells[place] for cells in look.sample if place < len(cells) and cells[place].strip()]
            card.add_row(_ColumnRow(words, heading, values[:_SAMPLES], choice))
        return card

    def _edited(self, key: str) -> None:
        if key in ("encoding", "sheet"):
            self._reread(self.value())


class _ColumnRow(QWidget):
    """A heading with its first values, and what it is."""

    def __init__(self, words: Words, heading: str, values: list[str], choice: ChoiceInput) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_1)
        grid.addWidget(Elided(heading or words("no heading"), weight=Weight.MEDIUM), 0, 0)
        grid.addWidget(Elided(" · ".join(values) or words("empty"), Size.SMALL, tone=Tone.MUTED), 1, 0)
        choice.setMaximumWidth(scaled(240))
        grid.addWidget(choice, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
