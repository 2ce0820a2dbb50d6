"""The cause of a complaint on its record, with what was changed because of it so far."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.causes import Cause
from desktop_app.domain.complaints import CauseId, Complaint, ComplaintId
from desktop_app.queries import Shop
from desktop_app.queries.causes import causes
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.cause_dialogs import ask_cause, ask_remedy
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow


def cause_of(shop: Shop, cause_id: CauseId | None) -> Cause | None:
    """The cause a complaint has; None without one."""
    return next(iter(causes(shop, [cause_id])), None) if cause_id is not None else None


class CauseCard(RecordCard):
    """`show_complaint` asks anew; changes are made at once, each a step of Undo."""

    told = Signal()  # its rows are there

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Cause"), parent=parent)
        self._complaint = ComplaintId(0)
        self.cause: Cause | None = None
        self.set_button = small(words("Change"), self.choose)
        self.set_button.setAccessibleName(f"{words('Cause')}: {words('Change')}")
        self.add_to_head(self.set_button)
        self.set_button.hide()

    def show_complaint(self, complaint: Complaint) -> None:
        """Ask for the cause of a complaint."""
        self._complaint = complaint.id
        self.desk.work.ask(
            cause_of, complaint.fields.cause, then=self._show, failed=self.desk.tell, owner=self,
            latest=f"cause {id(self)}",
        )

    def choose(self) -> None:
        """Ask for the cause, or for another one."""
        ask_cause(self.desk, self.window(), [self._complaint], self.cause.name if self.cause else "")

    def _show(self, found: Cause | None) -> None:
        self.cause = found
        self._say(found)
        self.told.emit()

    def _say(self, found: Cause | None) -> None:
        words, today = self.words, self.desk.today()
        self.set_button.setHidden(found is None)
        if found is None:
            begin = [(words("Say what it comes from"), self.choose)]
            self.fill([DetailRow(self.desk.theme, words("Not known yet."), deeds=begin)])
            return
        changes = [
            f"{short_day(words, one.fields.changed_on, today)}: {one.fields.text}"
            for one in found.remedies if one.fields.changed_on
        ]  # fmt: skip
        detail = "\n".join([joined(words.n("{n} complaint", "{n} complaints", found.complaints)), *changes])
        deeds = [(words("Note a change"), lambda: ask_remedy(self.desk, self.window(), found))]
        self.fill([DetailRow(self.desk.theme, found.name, detail, deeds=deeds, long=True)])
