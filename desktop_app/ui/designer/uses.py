"""What uses a design: whether the shop prints with it, and the print runs it was in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.templates import UsedBy
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.ui.designer.asking import Question
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.paper.run_words import run_title
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll
from desktop_app.ui.widgets.task_row import TaskRow
from desktop_app.ui.widgets.within import within

_SHOWN = 100


class UsesQuestion(Question):
    """The runs, the newest first."""

    def __init__(self, desk: Desk, parent: QWidget, use: UsedBy) -> None:
        words = desk.words
        super().__init__(desk, parent, title=words("Used by"), line=words.say(use_words(use)))
        card = Card()
        for run in use.runs[:_SHOWN]:
            tag = (words("Taken back"), Tone.MUTED) if run.undone else None
            when = joined(stamp(words, run.at, desk.today()), run.by)
            card.add_row(TaskRow(desk.theme, run_title(words, run), when, tag=tag))
        if len(use.runs) > _SHOWN:
            card.add_note(words.n("and {n} more", "and {n} more", len(use.runs) - _SHOWN))
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.body.addLayout(IntoMargin(Scroll(room)), 1)
        close = quiet(words("Close"), self.accept, shortcut="Esc")
        self.add_feet(close, cancel=False)
        close.setFocus()
        self.resize(within(parent, 480, 440))


def use_words(use: UsedBy) -> Message:
    """What uses a design, as a sentence."""
    if not use.runs:
        return msg("The shop prints with it.") if use.chosen else msg("Nothing uses this design yet.")
    last = use.last_on
    printed = nmsg("printed in {n} run, last on {day}", "printed in {n} runs, last on {day}", n=len(use.runs), day=last)
    if use.chosen:
        return msg("The shop prints with it; {printed}.", printed=printed)
    return msg("It was {printed}.", printed=printed)
