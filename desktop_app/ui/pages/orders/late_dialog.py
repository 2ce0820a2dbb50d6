"""The late orders, each with the word prepared for its customer: read, changed, copied, opened, marked as told.

Each goes through the outbox, which asks whether it may. What becomes of one that was opened is not known here: that
somebody was told is said by the person who did it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.actions.late import mark_told
from desktop_app.actions.opening import dialled
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import Channel
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.promise import Standing, standing_words
from desktop_app.domain.settings import COUNTRY
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.late import LateRow, late_orders
from desktop_app.queries.settings import setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import near_day, short_day
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.messages.opening import Offer, Opener
from desktop_app.ui.pages.orders.wording import joined, order_title, reasons_text
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import LongInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow

_ANY = 16_777_215  # Qt's own bound: as high as the window lets it
_BESIDE_FROM = 620  # points at 100 % text: narrower, the list stands above the message
OpenUrl = Callable[[QUrl], bool]


@dataclass(frozen=True, slots=True)
class LateFile:
    """The late orders, and whose telephone numbers are typed without a code."""

    rows: tuple[LateRow, ...]
    country: str


def late_file(shop: Shop, person: str) -> LateFile:
    """The late orders with their messages, signed by a person."""
    return LateFile(tuple(late_orders(shop, person=person)), setting(shop, COUNTRY))


class LateDialog(DeedDialog):
    """A list of the late ones; beside it what their customer is told. What is typed is held for each of them."""

    def __init__(self, desk: Desk, parent: QWidget, *, open_url: OpenUrl, order: int = 0) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Late orders"), wide=860, high=560,
            line=words("Tell your customers before they ask. Each message is in their own language."),
        )
        self._wanted = order
        self._rows: tuple[LateRow, ...] = ()
        self._country = ""
        self._typed: dict[OrderId, str] = {}  # what a person made of a message
        self._unsent: set[OrderId] = set()  # whose message was changed, and neither copied nor opened since
        self.list = QListWidget()
        self.list.setAccessibleName(words("Late orders"))
        self.list.currentRowChanged.connect(lambda _: self._show())
        self._about = Label("", tone=Tone.MUTED, wrap=True)
        self._wish = Label("", tone=Tone.WARN, wrap=True)
        self.text = LongInput(lines=6)
        self.text.setMaximumHeight(_ANY)
        self.text.setMinimumHeight(scaled(90))
        self.text.setAccessibleName(words("Message"))
        self.text.edited.connect(self._hold)
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, space=SPACE_2)
        self.copy_button = primary(words("Copy the text"), self._copy)
        self.told_button = quiet(words("Mark as told"), self._tell_it)
        self.progress = ProgressRow(words)
        self._lay_out()
        self.body.addWidget(self.progress)
        self.add_feet(quiet(words("Close"), self.reject, shortcut="Esc"), None, self.told_button, self.copy_button)
        self.told_button.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._tell_it)
        self._opener = Opener(
            desk, self, self.banner, open_url=open_url, then=self._prepared, offer=self._offer_told,
            progress=self.progress,
        )
        desk.bus.changed.connect(self._hear)
        self._ask()

    @property
    def row(self) -> LateRow | None:
        """The order whose message is shown."""
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        for widget, stretch in ((self._about, 0), (self._wish, 0), (self._ways, 0), (self.text, 1)):
            column.addWidget(widget, stretch)
        self._wish.hide()
        narrow = self.width() < scaled(_BESIDE_FROM)
        row = QVBoxLayout() if narrow else QHBoxLayout()
        row.setSpacing(SPACE_4)
        if narrow:
            self.list.setMaximumHeight(scaled(76))
        row.addWidget(self.list, 0 if narrow else 2)
        row.addWidget(right, 1 if narrow else 3)
        self.body.addLayout(row, 1)

    def _ask(self) -> None:
        person = self.desk.settings.get(DESK_PERSON)
        self.desk.work.ask(late_file, person, then=self._take, failed=self.tell, owner=self, latest=f"late {id(self)}")

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if changes.topics & {Topic.ORDERS, Topic.SETTINGS, Topic.CUSTOMERS}:
            self._ask()

    def _take(self, found: LateFile) -> None:
        here = self.row.id if self.row is not None else OrderId(self._wanted)
        self._rows, self._country = found.rows, found.country
        self.list.blockSignals(True)
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(_said(self.words, row, self.desk.today()))
            item.setToolTip(item.text())
            self.list.addItem(item)
        place = next((n for n, row in enumerate(self._rows) if row.id == here), self._first_untold())
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._show()

    def _first_untold(self) -> int:
        return next((n for n, row in enumerate(self._rows) if row.told_on is None), 0 if self._rows else -1)

    def _show(self) -> None:
        row, words = self.row, self.words
        for button in self._ways.findChildren(Button):
            button.setParent(None)
            button.deleteLater()
        for part in (self.text, self.copy_button, self.told_button):
            part.setEnabled(row is not None and bool(row.message))
        if row is None:
            self._about.setText(words("Nothing is late. Every promise is kept so far."))
            self.text.set_value("")
            self._wish.hide()
            return
        today = self.desk.today()
        self._about.setText(joined(
            words("promised {day}", day=short_day(words, row.ship_by, today)), reasons_text(words, row.reasons),
            words("can be posted {day}", day=near_day(words, row.new_day, today)),
        ))
        text = self._typed.get(row.id, row.message)
        if self.text.value() != text:  # else whoever is typing is thrown out of their place
            self.text.set_value(text)
        self.told_button.setText(words("Mark as told") if row.told_on is None else words("Not told yet"))
        wish = self._wish_of(row)
        self._wish.setText(wish)
        self._wish.setVisible(bool(wish))
        for button in self._offered(row):
            button.setAutoDefault(False)
            self._flow.addWidget(button)
            button.show()
        self.copy_button.setAutoDefault(False)

    def _wish_of(self, row: LateRow) -> str:
        words = self.words
        if not row.message:
            return words("{name} is marked as deceased.", name=row.customer)
        if row.channel is Channel.NONE:
            return words("They asked not to be written to.")
        if row.channel is Channel.POST:
            return words("They wish to hear by post: print a card.")
        if not row.email and not row.phone:
            return words("No e-mail address or phone number is known: copy the text, or print a card.")
        return ""

    def _offered(self, row: LateRow) -> list[Button]:
        """The ways there are to the customer, the one they wish first."""
        if not row.message:
            return []
        words = self.words
        made: dict[Channel, Button] = {}
        if row.email:
            made[Channel.EMAIL] = quiet(
                words("Open in the mail program"), partial(self._open, Means.EMAIL, row.email), tip=row.email
            )
        for channel, text, means in (
            (Channel.SMS, words("Open as text message"), Means.SMS),
            (Channel.MESSENGER, words("Open in WhatsApp"), Means.WHATSAPP),
        ):
            if row.phone and dialled(row.phone, self._country):
                made[channel] = quiet(text, partial(self._open, means, row.phone), tip=row.phone)
        ways = [made[channel] for channel in sorted(made, key=lambda one: one is not row.channel)]
        if row.email and row.channel is not Channel.NONE:
            ways.insert(0, quiet(words("Send by e-mail"), partial(self._send, row.email), tip=row.email))
        return ways

    def _open(self, means: Means, address: str) -> None:
        row = self.row
        if row is not None and row.message:
            self._opener.open(self._draft(row, means, address))

    def _send(self, address: str) -> None:
        row = self.row
        if row is not None and row.message:
            self._opener.send(self._draft(row, Means.EMAIL, address))

    def _draft(self, row: LateRow, means: Means, address: str) -> Draft:
        return Draft(
            key=f"delay:{row.id}:{row.ship_by}", kind=MessageKind.DELAY, means=means, address=address,
            text=self.text.value(), subject=row.subject, language=row.language, to_name=row.customer,
            customer=row.customer_id, order=row.id,
        )

    def _copy(self) -> None:
        self._open(Means.COPY, "")

    def _prepared(self) -> None:
        """Its words are out of this window: nothing is lost with it."""
        if self.row is not None:
            self._unsent.discard(self.row.id)

    def _offer_told(self) -> Offer | None:
        """The way to note that it went out, which only a person knows."""
        row = self.row
        if row is None or row.told_on is not None:
            return None
        return self.words("Mark as told"), lambda: self._mark(row, told=True)  # also where sending has told them since

    def _hold(self) -> None:
        if self.row is not None:
            self._typed[self.row.id] = self.text.value()
            self._unsent.add(self.row.id)

    def reject(self) -> None:
        """Esc says first what would be lost: a message that was changed and went nowhere."""
        if not self._unsent:
            super().reject()
            return
        self._unsent.clear()
        said = self.words("A message you changed was neither copied nor opened. Close again to let go of it.")
        self.banner.say(said, Tone.WARN)

    def _tell_it(self) -> None:
        row = self.row
        if row is not None and row.message:
            self._mark(row, told=row.told_on is None)

    def _mark(self, row: LateRow, *, told: bool) -> None:
        self._unsent.discard(row.id)
        self.change(mark_told, [row.id], told=told, then=lambda _: self._go_on(row, told=told))

    def _go_on(self, row: LateRow, *, told: bool) -> None:
        """From one who was told to the next who was not."""
        if told:
            untold = (n for n, one in enumerate(self._rows) if one.told_on is None and one.id != row.id)
            self.list.setCurrentRow(next(untold, self.list.currentRow()))


def _said(words: Words, row: LateRow, today: dt.date) -> str:
    """A row of the list in two lines: whose, and how late or told when."""
    late = words.say(standing_words(Standing.LATE, row.days_late, row.ship_by))
    told = words("told {day}", day=near_day(words, row.told_on, today)) if row.told_on is not None else ""
    return f"{order_title(words, row.number, row.customer)}\n{joined(late, told)}"


def open_late(
    desk: Desk, parent: QWidget, *, order: int = 0, open_url: OpenUrl = QDesktopServices.openUrl
) -> LateDialog:
    """Open the late orders over the page, at one of them where it is named."""
    dialog = LateDialog(desk, parent.window(), open_url=open_url, order=order)
    dialog.open()
    return dialog
