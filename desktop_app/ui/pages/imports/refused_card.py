"""What of a file is not taken: where it stands, what it says and why; the rows can be saved to be mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.importing import ImportPlan
from desktop_app.actions.refused_rows import save_refused, saved_said
from desktop_app.domain.importing import Oddity, PlanSummary, Refusal
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.wording import place_text, refused_count
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.file_dialogs import ask_for_place
from desktop_app.ui.widgets.labels import Label

_SHOWN = 10


def refused_card(desk: Desk, plan: PlanSummary, *, save: Callable[[], object]) -> Card:
    """The first refusals, and the way to have all of their rows in a file."""
    words, total = desk.words, refused_count(plan)
    rest = plan.new or plan.changed
    what = words("these stay out; the rest can be imported") if rest else words("correct them and drop the file again")
    card = Card(words("Refused"), what)
    tip = words("All refused rows as a CSV file, with what is wrong beside each. Mend it and drop it here.")
    card.add_to_head(small(words("Save these rows…"), save, tip=tip))
    for refusal in plan.refused[:_SHOWN]:
        card.add_row(_value_row(desk, refusal))
    if total > _SHOWN:
        card.add_note(words.n("and {n} more", "and {n} more", total - _SHOWN))
    return card


def odd_card(desk: Desk, plan: PlanSummary) -> Card:
    """What is taken though it looks odd: where it stands, what it says and what is made of it."""
    words = desk.words
    card = Card(words("Worth a look"), words("odd, but taken"))
    for oddity in plan.odd[:_SHOWN]:
        card.add_row(_value_row(desk, oddity))
    if plan.odd_count > _SHOWN:
        card.add_note(words.n("and {n} more", "and {n} more", plan.odd_count - _SHOWN))
    return card


def ask_refused_place(desk: Desk, page: QWidget, plan: ImportPlan) -> None:
    """Ask where the refused rows go, and write them there."""
    words = desk.words
    name = words("{file}, refused rows", file=Path(plan.summary.file).stem)

    def write(to: Path) -> None:
        desk.work.run(
            save_refused, plan, to, words=words, failed=desk.tell, owner=page,
            then=lambda n: desk.tell(saved_said(plan.summary, n, to)),
        )

    ask_for_place(page.window(), desk.settings, words("Save the refused rows"), f"{name}.csv", taken=write)


def _value_row(desk: Desk, found: Refusal | Oddity) -> QWidget:
    words = desk.words
    row = QWidget()
    lay = QHBoxLayout(row)
    lay.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
    texts = QVBoxLayout()
    texts.setSpacing(SPACE_1)
    place = place_text(words, found.place)
    value = words("“{value}”", value=found.value) if found.value else ""
    texts.addWidget(Label(joined(place, value), wrap=True))
    texts.addWidget(Label(words.say(found.reason), Size.SMALL, tone=Tone.MUTED, wrap=True))
    lay.addLayout(texts, 1)
    return row
