"""How a file is to be read, asked once: what it holds, which column is what, the order of dates, letters, sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import MAPPED, FileKind
from desktop_app.domain.mapping import MAP_FIELDS, DateOrder, FileLook, FileMapping, Price, PriceProof
from desktop_app.i18n import Words
from desktop_app.queries.imports import import_sources
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.addresses import unread_addresses
from desktop_app.ui.pages.imports.letters import letter_choices, respelt
from desktop_app.ui.pages.imports.mapping_files import MappingFiles
from desktop_app.ui.pages.imports.price_words import price_words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.offering_input import OfferingInput

_SAMPLES = 3
_NO_CURRENCY = (  # their files name none, or lose it in a spreadsheet
    None, FileKind.MAPPED_ORDERS, FileKind.MAPPED_PRODUCTS, FileKind.EBAY_ORDERS, FileKind.WOOCOMMERCE_ANALYTICS,
    FileKind.WOOCOMMERCE_ORDERS, FileKind.TILDA_LEADS,
)  # fmt: skip
_NO_TABLES = (FileKind.VCARD, FileKind.CALENDAR, FileKind.MAIL)
_SETTLED = ("encoding", "sheet", "headless", "date_order", "price", "currency", "source")


class MappingView(QWidget):
    """Cards for one file; `value()` is the mapping a person settled. `reread(mapping)` is asked when letters change."""

    def __init__(
        self, desk: Desk, look: FileLook, *, reread: Callable[[FileMapping], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._words, self._look, self._reread = desk, desk.words, look, reread
        words = self._words
        self._choices: dict[str, ChoiceInput] = {}
        self._source = OfferingInput()
        desk.work.ask(import_sources, then=self._source.set_known, owner=self)
        self.files = MappingFiles(desk, self, value=self.value, loaded=self._reread)
        self.form = Form(desk.theme, words, self._fields(), today=desk.today())
        mapping = look.mapping
        self.form.set_value({
            "encoding": look.encoding, "sheet": mapping.sheet, "date_order": mapping.date_order,
            "price": mapping.price, "currency": mapping.currency, "source": mapping.source,
            "headless": mapping.headless,
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
            **{key: values[key] for key in _SETTLED if key in values},
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
                choices=letter_choices(words, look), wide=bool(look.letters),
                help=words("Choose how the words should look. The file is read anew at once.") if look.letters
                else words("Change it if names look wrong below."),
            ))
        if self._by_columns:
            fields.append(Field(
                "headless", words("The first row holds values already"), Input.CHECK,
                help=words("The columns are then called (A), (B)…"),
            ))
        if len(look.sheets) > 1:
            fields.append(Field("sheet", words("Sheet"), Input.CHOICE, choices=[(name, name) for name in look.sheets]))
        if look.kind in _NO_TABLES:  # cards and calendars say their days in one way, and are of no shop
            return tuple(fields)
        fields.append(Field("date_order", words("Dates like 03/04/25"), Input.CHOICE, choices=[
            (None, words("Find out")), (DateOrder.DAY_FIRST, words("Day first")),
            (DateOrder.MONTH_FIRST, words("Month first")),
        ]))
        if look.kind is None or look.kind is FileKind.MAPPED_ORDERS:
            fields.append(Field("price", words("The price is for"), Input.CHOICE, choices=[
                (None, words("Find out")), (Price.UNIT, words("One piece")), (Price.LINE, words("The whole line")),
            ]))
        if look.kind in _NO_CURRENCY:
            fields.append(Field("currency", words("Currency, if the file names none"), hint="EUR"))
        fields.append(Field(
            "source", words("Name of this shop"), help=words("Only if you sell in several: numbers are kept apart."),
            make=lambda: self._source,
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
        if self._look.proof is not None and self._by_columns:
            card.add_row(self._proof(self._look.proof))
        if self._by_columns:
            card.add_to_head(small(self._words("Load…"), self.files.ask_file, tip=self._words(
                "Take the answers below from a file that was saved here or elsewhere."
            )))
            card.add_to_head(small(self._words("Save as a file…"), self._save, tip=self._words(
                "Keep the answers below as a file: for another computer, or for the command line."
            )))
        return card

    def _save(self) -> None:
        self.files.ask_place(Path(self._look.file).stem)

    def _proof(self, proof: PriceProof) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_1)
        title, *lines = price_words(self._words, proof)
        column.addWidget(Label(title, weight=Weight.MEDIUM, wrap=True))
        for line in lines:
            column.addWidget(Label(line, Size.SMALL, tone=Tone.MUTED, wrap=True))
        return row

    def _columns(self, kind: FileKind) -> Card:
        words, look = self._words, self._look
        card = Card(words("Which column is what"))
        if wanted := self._wanted(kind):
            card.add_note(wanted)
        fields = [field for field in MAP_FIELDS if field.fits(kind)]
        choices: list[tuple[Any, str]] = [("", words("Not used"))]
        choices += [(field.name, words.say(field.label)) for field in fields]
        taken = {heading: field for field, heading in look.mapping.columns.items()}
        if any(field.name == "email" for field in fields):
            taken |= dict.fromkeys(unread_addresses(look)[:1], "email")
        absent = [heading for heading in taken if heading not in look.headings]
        if absent:
            card.add_note(words("Not in this file: {columns}", columns=", ".join(absent)))
        for place, heading in enumerate(look.headings):
            choice = ChoiceInput(self._desk.theme, choices)
            choice.set_value(taken.get(heading, ""))
            choice.setAccessibleName(words("{heading} is", heading=heading))
            self._choices[heading] = choice
            cells = (row[place] if place < len(row) else "" for row in look.sample)
            values = [text for cell in cells if (text := " ".join(cell.split()))]
            card.add_row(_ColumnRow(words, heading, values[:_SAMPLES], choice))
        return card

    def _wanted(self, kind: FileKind) -> str:
        """What has to be said of the columns at least; empty where the guess will do."""
        words, look = self._words, self._look
        twice = [look.mapping.columns[field] for field in look.missing if field in look.mapping.columns]
        if twice:
            return words("This heading stands twice: say which of the columns is meant. {heading}", heading=twice[0])
        if kind is FileKind.MAPPED_ORDERS and (look.missing or "number" not in look.mapping.columns):
            return words("Say at least which column holds the order number.")
        said = {
            FileKind.MAPPED_PRODUCTS: words("Say at least which column holds the name or the code of the product."),
            FileKind.MAPPED_COMPLAINTS: words("Say at least which column holds what was said, or the stars."),
            FileKind.MAPPED_CUSTOMERS: words("Say at least which column holds the name or the e-mail address."),
        }
        return said.get(kind, "") if look.missing else ""

    def _edited(self, key: str) -> None:
        now = self.value()
        if key == "encoding":
            now = respelt(now, self._look.encoding, now.encoding)
        if key == "headless":
            now = replace(now, columns={})  # they are called otherwise then
        if key in ("encoding", "sheet", "headless"):
            self._reread(now)


def can_be_asked(look: FileLook) -> bool:
    """Whether a file can be read in another way at all: of cards and calendars only the letters can be asked."""
    return bool(look.encodings) or look.kind not in _NO_TABLES


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
