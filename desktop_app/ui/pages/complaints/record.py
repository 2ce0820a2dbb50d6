"""A complaint's record: where it stands, what was said with its pictures, and the form of its details."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaints import add_complaint, edit_complaint, set_state
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import Complaint, ComplaintId, State
from desktop_app.i18n import Message
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer_name
from desktop_app.queries.orders import order
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.cause_card import CauseCard
from desktop_app.ui.pages.complaints.clock import shop_now
from desktop_app.ui.pages.complaints.details_form import DetailsForm, known_of_form
from desktop_app.ui.pages.complaints.pictures_card import PicturesCard
from desktop_app.ui.pages.complaints.resolve_card import ResolveCard
from desktop_app.ui.pages.complaints.standing import StandingCalls, StandingHead
from desktop_app.ui.pages.complaints.thread_card import ThreadCard
from desktop_app.ui.pages.complaints.wording import source_text, stars_text
from desktop_app.ui.pages.customers.sections import DETAILS, TALK, SectionedRecord, Sections
from desktop_app.ui.pages.orders.wording import joined


@dataclass(frozen=True, slots=True)
class ComplaintFile:
    """A complaint with what its record says beside it."""

    complaint: Complaint
    kind: Message | str
    customer: str
    number: str  # of its order
    now: dt.datetime  # by the shop's clock

    @property
    def id(self) -> ComplaintId:
        """Which complaint it is."""
        return self.complaint.id

    @property
    def version(self) -> int:
        """The change its fields are of."""
        return self.complaint.version


def complaint_file(shop: Shop, complaint_id: ComplaintId) -> ComplaintFile:
    """A complaint with the names of what it is about; raises NotFound."""
    found = complaint(shop, complaint_id)
    fields = found.fields
    return ComplaintFile(
        found, kind_names(shop).get(fields.kind, fields.kind),
        customer_name(shop, fields.customer) if fields.customer is not None else "",
        order(shop, fields.order).fields.number if fields.order is not None else "", shop_now(shop),
    )  # fmt: skip


class ComplaintRecord(SectionedRecord):
    """One complaint or review; the details are saved as a whole, what was said is kept at once."""

    form: DetailsForm

    def __init__(self, desk: Desk, *, delete: Callable[[list[int]], object], parent: QWidget | None = None) -> None:
        super().__init__(desk, DetailsForm(desk), delete=delete, parent=parent)
        self._shown: ComplaintFile | None = None
        calls = StandingCalls(
            move=self.move_to, answer=self._answer, make_good=lambda: self.good.choose(),
            open_order=lambda: self._open("orders", "order"),
            open_customer=lambda: self._open("customers", "customer"),
        )
        self.standing = StandingHead(desk.theme, desk.words, calls)
        self.talk, self.good, self.pictures = ThreadCard(desk), ResolveCard(desk), PicturesCard(desk)
        self.cause = CauseCard(desk)
        self.good.told.connect(self.order_stops)
        self.cause.told.connect(self.order_stops)
        said = (self.talk, self.pictures, self.good, self.cause)  # what they sent stands beside what they said
        for place, card in enumerate((self.standing, *said)):
            self.below.insertWidget(place, card)
        self.sections = Sections(desk.words, {TALK: said, DETAILS: (self.form,)})
        self.below.insertWidget(1, self.sections)
        self.talk.typed.connect(self.renew_save)
        self.closed.connect(self.talk.drop)
        self.sections.switched.connect(self._look_at)

    def fetch(self, record_id: int) -> Callable[[Shop], ComplaintFile]:
        """The complaint with the names of what it is about."""
        return lambda shop: complaint_file(shop, ComplaintId(record_id))

    def show_values(self, found: ComplaintFile | None) -> None:
        """The form, and all beside it."""
        if found is not None:  # a new one is taken by the dialog of its own
            self.form.load(found.complaint.fields)
            self.show_rest(found)

    def show_rest(self, found: ComplaintFile) -> None:
        """The head, the thread and the pictures."""
        self._shown = found
        one, words = found.complaint, self.words
        fields = one.fields
        self.set_title(
            joined(words.say(found.kind), found.customer),
            joined(
                stars_text(fields.rating), fields.article, source_text(words, fields.source, fields.source_name),
            ),
        )
        self.standing.show_complaint(one, found.now, number=found.number, customer=found.customer)
        self.talk.show_thread(one, found.customer)
        self.good.show_complaint(one.id)
        self.cause.show_complaint(one)
        self.pictures.show_pictures(one)
        self.sections.count(TALK, len(one.words) + bool(fields.text or fields.subject))
        self.order_stops()

    def same_words(self, found: ComplaintFile) -> bool:
        """A step, a word or a picture leaves the details as they are: what is typed goes on over the newer version."""
        return self._shown is not None and found.complaint.fields == self._shown.complaint.fields

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Record the complaint."""
        self.desk.work.change(
            add_complaint, self.form.complaint(values), then=then, failed=self.refuse, owner=self
        )

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the complaint's new details."""
        self.desk.work.change(
            edit_complaint, ComplaintId(self.record_id), self.version, self.form.complaint(values),
            then=then, failed=self.refuse, owner=self,
        )

    @property
    def unsaved(self) -> bool:
        """Whether somebody typed what is not kept, in the form or as a word."""
        return super().unsaved or self.talk.unsaved

    @property
    def can_save(self) -> bool:
        """Whether Save would keep anything."""
        return super().can_save or self.talk.unsaved

    def save(self) -> None:
        """Keep what stands in the form, and a word that was begun."""
        if self.talk.unsaved and self.record_id:
            self.talk.keep()
        if self.form.dirty:
            super().save()

    def move_to(self, state: State) -> None:
        """Take the complaint to another state; a promise needs its day."""
        if state is State.PROMISED:
            from desktop_app.ui.pages.complaints.promise_dialog import ask_promise  # few are promised

            ask_promise(self.desk, self.window(), ComplaintId(self.record_id))
            return
        self.desk.work.change(
            set_state, [ComplaintId(self.record_id)], state, then=self._moved, failed=self.refuse, owner=self
        )

    def _look_at(self, part: str) -> None:
        """The details offer what the shop knows by now."""
        self.to_top()
        if part == DETAILS:
            self.desk.work.ask(known_of_form, then=self.form.offer, owner=self, latest=f"known {id(self)}")

    def _moved(self, done: Changes) -> None:
        self.desk.tell_done(done, None)

    def _answer(self) -> None:
        """Write to the customer; a word that was begun is kept or dropped before."""
        from desktop_app.ui.pages.complaints.answer import open_answer  # loaded when somebody answers

        if self.may_leave():
            open_answer(self.desk, self.window(), ComplaintId(self.record_id))

    def _open(self, page: str, what: str) -> None:
        number = getattr(self._shown.complaint.fields, what) if self._shown is not None else None
        if number is not None:
            self.desk.navigate(page, **{what: int(number)})
