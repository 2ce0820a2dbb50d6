"""The card of people to congratulate: missed, today, coming; each with its buttons, and below what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.people import DayState
from desktop_app.queries.days import DayRow, DoneRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.today.cards import invitation
from desktop_app.ui.pages.today.day_words import day_detail, day_tag, day_warning, done_detail, names_text
from desktop_app.ui.pages.today.lookup import BIRTHDAYS_SHOWN, DONE_SHOWN, Morning
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.marks import DIAMETER
from desktop_app.ui.widgets.task_row import TaskRow


@dataclass(frozen=True, slots=True)
class DayCalls:
    """What the card may ask of its page."""

    open_customer: Callable[[int], object]
    print_card: Callable[[DayRow], object]
    print_all: Callable[[], object]
    write: Callable[[DayRow], object]
    mark: Callable[[DayRow, DayState], object]
    mark_printed: Callable[[bool], object]
    take_back: Callable[[DoneRow], object]
    show_all: Callable[[], object]
    go: Callable[[str], object]


class TallTask(QWidget):
    """A row whose buttons are too many to stand beside its text: they stand below, in as many lines as they need."""

    def __init__(
        self, row: TaskRow, buttons: Sequence[tuple[str, Callable[[], object]]], *, warning: str = "", indent: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.row = row
        self.buttons = [small(text, pressed) for text, pressed in buttons]
        below = QWidget()
        flow = FlowLayout(below, space=SPACE_1)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}: {row.title.text()}")
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(0)
        column.addWidget(row)
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE_4 + indent, 0, SPACE_4, 0)
        inner.setSpacing(SPACE_2)
        if warning:
            inner.addWidget(Label(warning, Size.SMALL, tone=Tone.WARN, wrap=True))
        inner.addWidget(below)
        column.addLayout(inner)


def _day_task(desk: Desk, row: DayRow, calls: DayCalls) -> TallTask:
    """One congratulation: who, what, perhaps a warning of a second one, and what can be done about it."""
    words, today = desk.words, desk.today()
    warning = day_warning(words, row, today)
    again = row.before is not None or row.printed is not None
    made = TaskRow(
        desk.theme, names_text(words, row), day_detail(words, row, today), mark=row.people[0].name or row.customer,
        tag=day_tag(words, row), buttons=((words("Open"), lambda: calls.open_customer(row.customer_id)),),
    )
    made.opened.connect(lambda: calls.open_customer(row.customer_id))
    greet = (
        (words("Print again") if again else words("Print card"), lambda: calls.print_card(row)),
        (words("Message"), lambda: calls.write(row)),
    )
    buttons = (
        *(greet if row.held is None else ()),
        (words("Done all the same") if warning else words("Done"), lambda: calls.mark(row, DayState.DONE)),
        (words("Not this year"), lambda: calls.mark(row, DayState.NOT_THIS_YEAR)),
    )
    if warning:
        made.setAccessibleName(f"{made.accessibleName()}, {warning}")
    indent = scaled(DIAMETER) + SPACE_3  # under the text beside the round mark
    return TallTask(made, buttons, warning=warning, indent=indent)


def days_card(desk: Desk, now: Morning, calls: DayCalls, *, all_shown: bool = False, printed: int = 0) -> Card:
    """Whom to congratulate, the missed first, and the latest of those who were.

    `printed` is for how many people cards just went out, who may be marked as congratulated with that.
    """
    words, people = desk.words, now.people
    shown = len(people) if all_shown else BIRTHDAYS_SHOWN
    card = Card(words("To congratulate"), words("post today to arrive in time") if people else "")
    if now.cards_wait:
        card.add_to_head(small(words("Print their cards"), calls.print_all))
    if printed:
        card.add_row(_offer(desk, printed, calls))
    for row in people[:shown]:
        card.add_row(_day_task(desk, row, calls))
    if len(people) > shown:
        text = words.n("Show {n} more", "Show {n} more", len(people) - shown)
        card.add_row(invitation("", (text, calls.show_all)))
    hidden = now.day.counts.birthdays + now.day.counts.missed - len(people)
    if people and (hidden > 0 or now.day.counts.more):
        card.add_note(_hidden(desk, hidden, more=now.day.counts.more))
    if not people:
        card.add_row(invitation(
            words("Nobody’s day is near.") + " "
            + words("They come from the birthdays and other days in your customers’ records."),
            (words("Open customers"), lambda: calls.go("customers")),
        ))
    for done in now.day.done[:DONE_SHOWN]:
        card.add_row(_done_row(desk, done, calls))
    return card


def _offer(desk: Desk, printed: int, calls: DayCalls) -> TallTask:
    words = desk.words
    said = words.n("{n} card is printed.", "{n} cards are printed.", printed)
    return TallTask(
        TaskRow(desk.theme, said, words("Are they congratulated with that?")),
        (
            (words("Mark as congratulated"), lambda: calls.mark_printed(True)),
            (words("Not yet"), lambda: calls.mark_printed(False)),
        ),
    )


def _hidden(desk: Desk, hidden: int, *, more: bool) -> str:
    words = desk.words
    if more:
        return words("There are more.")
    return words.n("{n} other is near.", "{n} others are near.", hidden)


def _done_row(desk: Desk, done: DoneRow, calls: DayCalls) -> TaskRow:
    words = desk.words
    left_out = done.what.state is DayState.NOT_THIS_YEAR
    made = TaskRow(
        desk.theme, done.name, done_detail(words, done, desk.today()),
        tag=(words("left out"), Tone.MUTED) if left_out else (words("done"), Tone.GOOD),
        buttons=((words("Take back"), lambda: calls.take_back(done)),),
    )
    made.opened.connect(lambda: calls.open_customer(done.what.customer))
    return made
