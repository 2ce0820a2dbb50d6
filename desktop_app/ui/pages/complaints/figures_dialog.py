"""The window of figures: what customers complain about, what it comes from, what helped, and who bought again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.actions.causes import remove_cause, remove_remedy
from desktop_app.domain.causes import Cause, Remedy
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaint_figures import GROUPING_NAMES, Grouping
from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.cause_dialogs import ask_name, ask_remedy
from desktop_app.ui.pages.complaints.figures_cards import Deeds, causes_card, chart_card, returning_card
from desktop_app.ui.pages.complaints.figures_lookup import Numbers, numbers
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll

_TOPICS = frozenset({Topic.COMPLAINTS, Topic.ORDERS, Topic.PRODUCTS})


class FiguresDialog(DeedDialog):
    """Asks anew whenever complaints change, here or at another desk."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Complaints in figures"), wide=1040, high=720,
            line=words("Twelve months: what it is about, what was changed, and who bought again."),
        )
        chips = [(one.value, words.say(name)) for one, name in GROUPING_NAMES.items()]
        self.by = FilterChips(chips, name=words("Counted by"))
        self.by.chosen.connect(lambda _: self.refresh())
        self.now: Numbers | None = None
        self.columns = Columns(shares=(3, 2))
        self.content = Content(desk.theme, Scroll(self.columns), waiting=words("Counting"))
        self.body.addWidget(self.by)
        self.body.addLayout(IntoMargin(self.content), 1)
        self.add_feet(None, quiet(words("Close"), self.accept, shortcut="Esc"))
        self.deeds = Deeds(
            note=lambda cause: ask_remedy(desk, self, cause, told=self.tell_done),
            rename=lambda cause: ask_name(desk, self, cause, told=self.tell_done),
            remove=lambda cause: self._remove(cause), correct=self._correct,
            forget=lambda remedy: self.change(remove_remedy, remedy.id),
        )
        desk.bus.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        self.content.wait()
        self.desk.work.ask(
            numbers, Grouping(self.by.value), then=self._show, failed=self._fail, owner=self,
            latest=f"figures {id(self)}",
        )

    def _show(self, found: Numbers) -> None:
        self.now, held = found, self.columns.held()
        if not found.any:
            self.content.show_empty(
                self.words("Nothing to count yet"),
                self.words("Here you will see what customers complain about, and whether what you change helps."),
                icon="complaint",
            )
            return
        left: list[QWidget] = [chart_card(self.desk, found.counted), causes_card(self.desk, found, self.deeds)]
        self.columns.fill(left, [returning_card(self.desk, found.returning)])
        self.content.show_content()
        if held:
            self.columns.hold(held)

    def _remove(self, cause: Cause) -> None:
        self.change(remove_cause, cause.id)

    def _correct(self, cause: Cause, remedy: Remedy) -> None:
        ask_remedy(self.desk, self, cause, remedy, told=self.tell_done)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if changes.topics & _TOPICS:
            self.refresh()

    def _fail(self, error: AppError) -> None:
        self.content.show_failure(self.words.say(error.message), button=(self.words("Try again"), self.refresh))


def open_figures(desk: Desk, parent: QWidget) -> FiguresDialog:
    """Open the window of figures."""
    dialog = FiguresDialog(desk, parent)
    dialog.open()
    return dialog
