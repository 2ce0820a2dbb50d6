"""The Today page: a greeting, what wants somebody, and the papers of the day one button away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.actions.congratulations import mark, unmark
from desktop_app.actions.inboxes import look_into
from desktop_app.actions.renewals import pay_renewals
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError
from desktop_app.domain.inboxes import InboxId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayState
from desktop_app.domain.print_run import Placements
from desktop_app.domain.renewals import RenewalId
from desktop_app.i18n import msg
from desktop_app.queries.congratulating import unprinted_days
from desktop_app.queries.days import DayRow, DoneRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import greeting, long_day
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.today.cards import Calls, promised_card
from desktop_app.ui.pages.today.complaints_card import ComplaintCalls, complaints_card
from desktop_app.ui.pages.today.day_words import names_text
from desktop_app.ui.pages.today.days_card import DayCalls, days_card
from desktop_app.ui.pages.today.lookup import Morning, morning
from desktop_app.ui.pages.today.renewals_card import RenewalCalls, renewals_card
from desktop_app.ui.pages.today.to_pack import ToPackCard
from desktop_app.ui.pages.today.word_card import word_card
from desktop_app.ui.theme.tokens import PAGE_WIDEST
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.scroll import Scroll


class TodayPage(Page):
    """What the shop wants done today."""

    name = "today"
    widest = PAGE_WIDEST * 3 // 2  # three columns
    topics = frozenset({
        Topic.ORDERS, Topic.CUSTOMERS, Topic.COMPLAINTS, Topic.SETTINGS, Topic.PRINTS, Topic.IMPORTS, Topic.PACKERS,
    })  # fmt: skip

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(desk, parent)
        self.set_title(self.words("Today"))
        self.primary = self.set_primary(self.words("Print today’s cards"), self.print)
        self._now: Morning | None = None
        self._ticked: frozenset[int] = frozenset()
        self._unprinted_only = False
        self.to_pack: ToPackCard | None = None
        self._calls = Calls(
            open_order=lambda order: desk.navigate("orders", order=order),
            print_orders=self._preview,
            show_orders=lambda chip: desk.navigate("orders", chip=chip),
            tell_late=self._tell_late,
            go=lambda page: desk.navigate(page),
        )
        self._days = DayCalls(
            open_customer=lambda customer: desk.navigate("customers", customer=customer),
            print_card=lambda row: self._print([row.keys]),
            print_all=self.print_cards,
            write=self._write,
            mark=self._mark,
            mark_printed=self._mark_printed,
            take_back=self._take_back,
            show_all=self._show_all_days,
            go=lambda page: desk.navigate(page),
        )
        self._complaints = ComplaintCalls(
            open=lambda complaint: desk.navigate("complaints", complaint=complaint),
            show=lambda chip: desk.navigate("complaints", chip=chip),
            open_inbox=lambda link: open_url(QUrl(link)),
            looked=self._looked,
        )
        self._renewals = RenewalCalls(
            open_customer=self._days.open_customer,
            paid=self._paid,
            tell=lambda: desk.navigate("messages"),
            show_all=self._show_all_renewals,
        )
        self._all_renewals = False
        self._all_days = False
        self._printed: tuple[tuple[DayKey, ...], ...] = ()  # the cards that just went out, each with its days
        self._columns = Columns()
        self._content = Content(desk.theme, Scroll(self._columns), waiting=self.words("Looking up today"))
        self.body.setContentsMargins(0, 0, 0, 0)  # the bar of the scrolling cards stands in the page's margin
        self.body.addWidget(self._content)

    def refresh(self) -> None:
        """Ask for the day anew."""
        self._content.wait()
        self.desk.work.ask(morning, then=self._show, failed=self._fail, owner=self)

    def print(self) -> None:
        """Ctrl+P: the ticked orders, else today's."""
        ticked = self.to_pack.ticked if self.to_pack is not None else []
        self._preview([int(order_id) for order_id in ticked]) if ticked else self.print_todays()

    def print_todays(self) -> None:
        """Everything that waits to be packed and lacks a paper."""
        if self._now is None:
            self.refresh()
            return
        if self._now.unprinted:
            self._preview([int(order_id) for order_id in self._now.unprinted])
        elif self._now.day.counts.to_pack:
            self.desk.tell(msg("Every order to pack has its cards. Tick orders below to print theirs again."))
        else:
            self.desk.tell(msg("No order is waiting to be packed, so there is nothing to print today."))

    def print_cards(self) -> None:
        """The cards of all whose day is coming and who have none yet, also of those not shown."""
        self.desk.work.ask(unprinted_days, then=self._print, failed=self.desk.tell, owner=self)

    def _print(self, cards: Sequence[Sequence[DayKey]]) -> None:
        """Once they are out, they can be marked as congratulated."""
        if not cards:  # somebody else was first
            self.refresh()
            return
        from desktop_app.ui.preview.dialog import open_preview  # QtPdf is loaded when something is printed

        dialog = open_preview(self.desk, self, days=cards, kind=Kind.BIRTHDAY)
        dialog.went_out.connect(lambda placed: self._offer(cards, placed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A ticks every order shown, or clears them."""
        if event.matches(QKeySequence.StandardKey.SelectAll) and self.to_pack is not None and self.to_pack.can_tick:
            self.to_pack.all_box.click()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Work begins with the ticks, else the page's button, or the invitation's."""
        if self._content.is_message:
            self._content.take_focus()
            return
        (self.to_pack.all_box if self.to_pack and self.to_pack.ticked else self.primary).setFocus()

    def _tell_late(self) -> None:
        from desktop_app.ui.pages.orders.late_dialog import open_late  # on most mornings nothing is late

        open_late(self.desk, self)

    def _preview(self, orders: list[int]) -> None:
        from desktop_app.ui.preview.dialog import open_preview  # QtPdf is loaded when something is printed

        open_preview(self.desk, self, orders=orders)

    def _show(self, now: Morning) -> None:
        if now == self._now:
            self._content.show_content()
            return
        if self._now is not None:
            waited = {row.id for row in self._now.day.to_pack if not row.printed}
            printed = {row.id for row in now.day.to_pack if row.printed}
            self._ticked -= waited & printed  # what was ticked to be printed is printed now
        self._now = now
        words = self.words
        said = words.n("{n} thing wants you today", "{n} things want you today", now.wants)
        if not now.wants:
            said = words("nothing is pressing")
        elif now.overdue:
            said = words("{things}, {n} of them from before", things=said, n=now.overdue)
        self.set_title(
            greeting(words, now.hour, self.desk.settings.get(DESK_PERSON)), f"{long_day(words, now.day.date)} · {said}"
        )
        complaints = now.day.complaints
        if not (now.any_orders or now.people or now.renewals or complaints.open or complaints.inboxes):
            self._invite()
            return
        self._fill(now)
        self._content.show_content()

    def _fill(self, now: Morning) -> None:
        self.primary.show()
        held = self._columns.held()
        left: list[QWidget] = [promised_card(self.desk, now, self._calls)]
        pressing = now.day.complaints.wants > 0
        if now.day.complaints.open or pressing:
            left.insert(0 if pressing else 1, complaints_card(self.desk, now, self._complaints))
        if now.readings:
            left.append(word_card(self.desk, self.window(), now))
        self.to_pack = None
        if now.day.to_pack:
            self.to_pack = ToPackCard(
                self.desk, now, self._calls, ticked=self._ticked, unprinted_only=self._unprinted_only
            )
            self.to_pack.ticked_changed.connect(self._tick)
            self.to_pack.narrowed.connect(self._narrow)
            left.append(self.to_pack)
        self._tick([int(order_id) for order_id in self.to_pack.ticked] if self.to_pack is not None else [])
        days = days_card(self.desk, now, self._days, all_shown=self._all_days, printed=len(self._printed))
        right: list[QWidget] = [days]
        if now.renewals:  # they are few: below a long list of days nobody would see them
            right.insert(0, renewals_card(self.desk, now, self._renewals, all_shown=self._all_renewals))
        self._columns.fill(left, right, above=2 if pressing else 1)  # people come before the long list of parcels
        if held and not self._columns.hold(held):
            self.focus_first()  # what had the keyboard is gone: printed, or packed

    def _invite(self) -> None:
        words = self.words
        self.primary.hide()  # nothing can be printed yet: the one filled button is the invitation's
        self._content.show_empty(
            words("Your day starts with your orders"),
            words("Bring them in from your shop’s export: promises, parcels to pack and birthdays will stand here."),
            icon="import", button=(words("Import my orders"), lambda: self.desk.navigate("imports")),
        )
        if self.primary.hasFocus() or not self.has_keyboard:
            self._content.take_focus()

    def _fail(self, error: AppError) -> None:
        self.ask_again()
        self._now = None  # nobody prints or ticks by what may no longer be so
        self._content.show_failure(self.words.say(error.message), button=(self.words("Try again"), self.refresh))

    def _write(self, row: DayRow) -> None:
        from desktop_app.ui.pages.today.message_dialog import open_message  # few write each morning

        dialog = open_message(self.desk, self, row)
        dialog.congratulated.connect(lambda: self._mark(row, DayState.DONE, how="message"))

    def _mark(self, row: DayRow, state: DayState, *, how: str = "") -> None:
        how = how or ("card" if row.printed is not None and state is DayState.DONE else "")
        self.desk.work.change(
            mark, row.keys, state, how=how, then=lambda changes: self._marked(changes, row, state),
            failed=self.desk.tell, owner=self,
        )

    def _marked(self, changes: Changes, row: DayRow, state: DayState) -> None:
        names = names_text(self.words, row)
        if state is DayState.DONE:
            self.desk.tell_done(changes, msg("{names}: congratulated.", names=names))
        else:
            self.desk.tell_done(changes, msg("{names}: not this year.", names=names))

    def _offer(self, cards: Sequence[Sequence[DayKey]], placed: Placements) -> None:
        """Their cards are out: whether they are congratulated with that is for a person to say.

        Not of those whose card was left out, nor where labels with their addresses were printed.
        """
        out = {(key.customer, key.relative) for key, kind in placed.papers() if kind is Kind.BIRTHDAY}
        there = [tuple(card) for card in cards if any((key.customer, key.relative) in out for key in card)]
        if not there:
            return
        self._printed = tuple(there)
        if self._now is not None:
            self._fill(self._now)

    def _mark_printed(self, wanted: bool) -> None:
        keys, self._printed = [key for card in self._printed for key in card], ()
        if wanted:
            self.desk.work.change(
                mark, keys, DayState.DONE, how="card",
                then=lambda changes: self.desk.tell_done(changes, None), failed=self.desk.tell, owner=self,
            )
        elif self._now is not None:
            self._fill(self._now)

    def _looked(self, inbox: InboxId) -> None:
        self.desk.work.change(
            look_into, [inbox],
            then=lambda changes: self.desk.tell_done(changes, None), failed=self.desk.tell, owner=self,
        )

    def _take_back(self, row: DoneRow) -> None:
        self.desk.work.change(unmark, [row.key], failed=self.desk.tell, owner=self)

    def _paid(self, renewal: RenewalId) -> None:
        self.desk.work.change(
            pay_renewals, [renewal],
            then=lambda changes: self.desk.tell_done(changes, None), failed=self.desk.tell, owner=self,
        )

    def _show_all_renewals(self) -> None:
        self._all_renewals = True
        if self._now is not None:
            self._fill(self._now)

    def _show_all_days(self) -> None:
        self._all_days = True
        if self._now is not None:
            self._fill(self._now)

    def _tick(self, ticked: list[int]) -> None:
        self._ticked = frozenset(ticked)
        words, n = self.words, len(ticked)
        text = words.n("Print {n} order’s papers", "Print {n} orders’ papers", n) if n else words("Print today’s cards")
        self.primary.setText(text)
        self.primary.setAccessibleName(text)

    def _narrow(self, only: bool) -> None:
        self._unprinted_only = only
        if self._now is not None:
            self._fill(self._now)
            if self.to_pack is not None:
                self.to_pack.only.setFocus()

