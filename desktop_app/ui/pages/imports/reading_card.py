"""How a file was read: what it was taken for, its columns, and its letters, which are chosen by the eye."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.addresses import unread_addresses
from desktop_app.ui.pages.imports.letters import letter_choices
from desktop_app.ui.pages.imports.mapping_view import can_be_asked
from desktop_app.ui.pages.imports.wording import KINDS, field_name, kind_name
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Elided, Label

if TYPE_CHECKING:
    from desktop_app.ui.pages.imports.plan_cards import Planned

_SAMPLE_ROWS, _SAMPLE_CELLS = 2, 12


class ReadingCard(Card):
    """`change` asks how to read it at length; `respell(encoding)` when other letters were chosen, which is at once."""

    def __init__(
        self, desk: Desk, now: Planned, *, change: Callable[[], object], respell: Callable[[str], object]
    ) -> None:
        words, look, plan = desk.words, now.look, now.plan
        super().__init__(words("How it was read"), plan.file)
        if can_be_asked(look):
            self.add_to_head(small(words("Change"), change))
        self.letters: ChoiceInput | None = None
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_1)
        kind = joined(kind_name(words, plan.kind, look.platform), plan.encoding.upper(), plan.sheet)
        column.addWidget(Label(kind, wrap=True))
        if plan.kind in KINDS and look.mapping.columns:
            used = (f"{field_name(words, field)}: {heading}" for field, heading in look.mapping.columns.items())
            column.addWidget(Label(joined(*used), Size.SMALL, tone=Tone.MUTED, wrap=True))
            unused = [heading for heading in look.headings if heading not in look.mapping.columns.values()]
            if unused:
                said = words("Not used: {columns}", columns=joined(*unused))
                column.addWidget(Label(said, Size.SMALL, tone=Tone.MUTED, wrap=True))
        for cells in look.sample[:_SAMPLE_ROWS]:
            shown = joined(*[" ".join(cell.split()) for cell in cells if cell][:_SAMPLE_CELLS])
            column.addWidget(Elided(shown, Size.SMALL, tone=Tone.MUTED))
        self.add_row(row)
        if look.letters:
            self.add_row(self._letters(desk, now, respell))
        for heading in unread_addresses(look) if plan.kind in KINDS else ():
            self.add_note(words("“{column}” seems to hold e-mail addresses and is not used.", column=heading))

    def _letters(self, desk: Desk, now: Planned, respell: Callable[[str], object]) -> QWidget:
        words = desk.words
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        question = words("Do these words look right? If not, choose how they should look.")
        column.addWidget(Label(question, Size.SMALL, tone=Tone.MUTED, wrap=True))
        choice = ChoiceInput(desk.theme, letter_choices(words, now.look))
        choice.set_value(now.look.encoding)
        choice.setAccessibleName(question)
        choice.edited.connect(lambda: respell(str(choice.value())))
        column.addWidget(choice)
        self.letters = choice
        return row
