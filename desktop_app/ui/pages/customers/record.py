"""A customer's record: the form, the people around them, notes and consents, orders, everything that happened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import customers as actions
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people_dates import LeapRule
from desktop_app.domain.settings import COUNTRY, LEAP_RULE, SHOP_LANGUAGE, SettingValues
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customer_file import CustomerFile, customer_file
from desktop_app.queries.offered import words_offered
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.complaints_card import ComplaintsCard
from desktop_app.ui.pages.customers.consents_card import ConsentsCard
from desktop_app.ui.pages.customers.days_card import DaysCard
from desktop_app.ui.pages.customers.form import CustomerForm
from desktop_app.ui.pages.customers.notes_card import NotesCard
from desktop_app.ui.pages.customers.orders_card import OrdersCard
from desktop_app.ui.pages.customers.papers import PAPERS
from desktop_app.ui.pages.customers.people_card import House, PeopleCard
from desktop_app.ui.pages.customers.renewals_card import RenewalsCard
from desktop_app.ui.pages.customers.sections import DETAILS, NOTES, ORDERS, PEOPLE, TIMELINE, SectionedRecord, Sections
from desktop_app.ui.pages.customers.timeline_card import TimelineCard
from desktop_app.ui.pages.customers.wording import customer_tag, orders_phrase
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.widgets.more_button import Entry, MoreButton


class CustomerRecord(SectionedRecord):
    """One customer; the form is saved as a whole, what stands on the other cards is kept at once."""

    form: CustomerForm

    def __init__(
        self, desk: Desk, *, delete: Callable[[list[int]], object],
        print_papers: Callable[[Kind, list[int]], object], once_free: Callable[[Callable[[], object]], object],
        parent: QWidget | None = None,
    ) -> None:
        """`print_papers(kind, ids)` opens the preview; `once_free` does something once no typed words would be lost."""
        self._once_free = once_free
        self._shown: CustomerFile | None = None
        self._complaining = 0  # complaints of theirs that are open
        self._waiting: set[str] = set()  # parts whose cards show an older state
        super().__init__(desk, CustomerForm(desk), delete=delete, parent=parent)
        self.people, self.days = PeopleCard(desk), DaysCard(desk)
        self.notes, self.consents = NotesCard(desk), ConsentsCard(desk)
        self.orders, self.renewals, self.timeline = OrdersCard(desk), RenewalsCard(desk), TimelineCard(desk)
        self.complaints = ComplaintsCard(desk)
        self.complaints.told.connect(self._know_complaints)
        self.people.print_day.connect(self._print_day)
        self.days.print_day.connect(self._print_day)
        self.notes.typed.connect(self.renew_save)
        self.closed.connect(self.notes.drop)
        parts: dict[str, tuple[QWidget, ...]] = {
            DETAILS: (self.form,), PEOPLE: (self.people, self.days), NOTES: (self.notes, self.consents),
            ORDERS: (self.orders, self.complaints, self.renewals), TIMELINE: (self.timeline,),
        }  # fmt: skip
        cards = [card for part in parts.values() for card in part if card is not self.form]
        for place, card in enumerate(cards, 1):
            self.below.insertWidget(place, card)
        self.more = MoreButton(desk.theme, desk.words("More"), self._deeds(print_papers))
        self.add_button(self.more)
        self.sections = Sections(desk.words, parts)
        self.below.insertWidget(0, self.sections)
        self.form.words_wanted.connect(self._offer_words)
        self.sections.switched.connect(self._look_at)
        self.notes.refused.connect(lambda: self.sections.show_part(NOTES))

    def fetch(self, record_id: int) -> Callable[[Shop], CustomerFile]:
        """The customer with everything around them."""
        return lambda shop: customer_file(shop, CustomerId(record_id))

    def show_values(self, found: CustomerFile | None) -> None:
        """The form, and the cards."""
        self.sections.setHidden(found is None)
        if found is None or self._shown is None or self._shown.id != found.id:
            self.form.fold()
        self.more.setHidden(found is None)
        if found is None:
            self._shown, self._waiting = None, set()
            self.notes.drop()
            self.sections.show_part(DETAILS)
            self.set_title(self.words("New customer"))
            self.form.load(CustomerFields())
            return
        self._know(found.values)
        self.form.load(found.customer.fields)
        self.show_rest(found)

    def show_rest(self, found: CustomerFile) -> None:
        """All but the form; the cards of a part are filled when it is looked at."""
        if self._shown is None or self._shown.id != found.id:
            self.notes.begin_anew(found.id)
            self.timeline.begin_anew()
            self._complaining = 0
        self._shown = found
        self.complaints.show_of(customer=found.id)
        self._say_who(found)
        counts = {
            PEOPLE: len(found.people.relatives) + len(found.people.related_to), NOTES: len(found.notes),
            ORDERS: found.customer.orders,
        }  # fmt: skip
        for key, n in counts.items():
            self.sections.count(key, n)
        self._waiting = {PEOPLE, NOTES, ORDERS, TIMELINE}
        self._fill(self.sections.shown)

    def _fill(self, part: str) -> None:
        found = self._shown
        if found is None or part not in self._waiting:
            return
        self._waiting.discard(part)
        one, rule = found.customer, LeapRule(found.values[LEAP_RULE])
        if part == PEOPLE:
            house = House(one.fields.language or Language(found.values[SHOP_LANGUAGE]), rule)
            self.people.show_people(one, found.people.relatives, found.people.related_to, house)
            self.days.show_days(one, [kept.day for kept in found.people.days], rule)
        elif part == NOTES:
            self.notes.show_notes(found.notes)
            self.consents.show_consents(one.id, found.consents)
        elif part == ORDERS:
            self.orders.show_orders(one, found.orders, regular=found.regular)
            self.renewals.show_renewals(one.id, found.renewals, found.values)
        else:
            self.timeline.show_happenings(found.timeline)
        self.order_stops()

    def same_words(self, found: CustomerFile) -> bool:
        """Whether what the form was loaded from is kept so still: only what stands on the cards was changed."""
        return self._shown is not None and self._shown.customer.fields == found.customer.fields

    def started(self, _customer: CustomerId | None) -> None:
        """Phone numbers of somebody new are of the shop's country, their cards in its language."""
        self.desk.work.ask(settings, then=self._begun, owner=self)

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Add the customer."""
        self.desk.work.change(
            actions.add_customer, self.form.customer(values), then=then, failed=self.refuse, owner=self
        )

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the customer's new fields."""
        self.desk.work.change(
            actions.edit_customer, CustomerId(self.record_id), self.version, self.form.customer(values),
            then=then, failed=self.refuse, owner=self,
        )

    @property
    def unsaved(self) -> bool:
        """Whether somebody typed what is not kept, in the form or as a note."""
        return super().unsaved or self.notes.unsaved

    @property
    def can_save(self) -> bool:
        """Whether Save would keep anything."""
        return super().can_save or self.notes.unsaved

    def save(self) -> None:
        """Keep what stands in the form, and before it a note that was begun."""
        if self.notes.unsaved and self.record_id:
            self.notes.keep(self._save_rest)
        else:
            self._save_form()

    def _deeds(self, print_papers: Callable[[Kind, list[int]], object]) -> list[Entry]:
        """What is seldom done with a customer."""
        words = self.words
        papers = [
            (words.say(text), partial(lambda kind: print_papers(kind, [self.record_id]), kind))
            for kind, text in PAPERS.items()
        ]
        seldom = (
            (words("Merge with…"), self._merge), (words("Save a statement…"), self._hand_out),
            (words("Erase for good…"), self._erase),
        )  # fmt: skip
        write: Entry = (words("Write a message…"), partial(self._once_free, self._write))
        rest = [(text, partial(self._once_free, deed)) for text, deed in seldom]
        return [(words("Print"), papers), write, None, *rest]

    def _write(self) -> None:
        from desktop_app.ui.pages.messages.writing import write_to  # loaded when somebody wants it

        write_to(self.desk, self.window(), CustomerId(self.record_id))

    def _print_day(self, key: DayKey) -> None:
        from desktop_app.ui.preview.dialog import open_preview  # QtPdf is loaded when something is printed

        self._once_free(lambda: open_preview(self.desk, self.window(), days=[[key]], kind=Kind.BIRTHDAY))

    def _merge(self) -> None:
        from desktop_app.ui.pages.customers.merging.opening import open_merge  # loaded when somebody wants it

        open_merge(self.desk, self.window(), CustomerId(self.record_id))

    def _hand_out(self) -> None:
        from desktop_app.ui.pages.customers.leaving.opening import open_statement

        open_statement(self.desk, self.window(), CustomerId(self.record_id))

    def _erase(self) -> None:
        from desktop_app.ui.pages.customers.leaving.opening import open_erase

        open_erase(self.desk, self.window(), CustomerId(self.record_id))

    def _save_rest(self) -> None:
        """The note is kept, which made another version of the customer: the form goes on from that."""
        if self.form.dirty:
            self._look_up(then=self._save_after, failed=self.refuse)
        else:
            self.kept()

    def _save_after(self, found: CustomerFile) -> None:
        self._meanwhile(found)
        if self.version == found.version:
            self._save_form()

    def _save_form(self) -> None:
        super().save()
        if any(self.form.box(field.key).error for field in self.form.fields):
            self.sections.show_part(DETAILS)

    def _look_at(self, part: str) -> None:
        self._fill(part)
        self.to_top()

    def _begun(self, values: SettingValues) -> None:
        if not self.record_id and not self._asked:
            self._know(values)
            if not self.form.dirty:
                self.form.load(CustomerFields())  # its greeting in the shop's language

    def _know(self, values: SettingValues) -> None:
        self.form.set_shop(
            country=values[COUNTRY], language=Language(values[SHOP_LANGUAGE]), rule=LeapRule(values[LEAP_RULE])
        )

    def _offer_words(self) -> None:
        """The keyboard came to the tags or interests: look up the shop's own."""
        self.desk.work.ask(shop_words, then=lambda found: self.form.offer(*found), owner=self, latest="words")

    def _know_complaints(self, open_: int) -> None:
        self._complaining = open_
        self.order_stops()
        if self._shown is not None:
            self._say_who(self._shown)

    def _say_who(self, found: CustomerFile) -> None:
        one, words = found.customer, self.words
        tag = customer_tag(words, orders=one.orders, regular=found.regular)
        first = one.orders == 1 and tag is not None
        last = short_day(words, one.last_order_on, self.desk.today()) if one.last_order_on else ""
        self.set_title(
            one.name or words("No name"),
            joined(
                words("Deceased") if one.fields.deceased else "",
                words.n("{n} open complaint", "{n} open complaints", self._complaining) if self._complaining else "",
                "" if first else orders_phrase(words, one.orders),
                tag[0] if tag else "", words("last order {day}", day=last) if last else "",
            ),
        )


def shop_words(shop: Shop) -> tuple[list[str], list[str]]:
    """The shop's tags and interests, by name."""
    return words_offered(shop, WordKind.TAG), words_offered(shop, WordKind.INTEREST)
