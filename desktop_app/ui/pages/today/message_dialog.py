"""A small window with the prepared greeting for somebody's day: to copy, or to open where it is sent from.

It goes through the outbox. What becomes of it there is not known here, so the window says “opened”, never “sent”.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.actions.opening import dialled
from desktop_app.domain.customers import Channel, CustomerFields
from desktop_app.domain.errors import AppError, NotFound
from desktop_app.domain.messages import Draft, Means
from desktop_app.domain.settings import COUNTRY
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.days import DayRow
from desktop_app.queries.drafts import day_proposal
from desktop_app.queries.settings import setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.messages.opening import Opener
from desktop_app.ui.pages.today.day_words import day_warning, names_text
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import LongInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import yielding_part
from desktop_app.ui.widgets.within import within

_ANY = 16_777_215  # Qt's own bound: as high as the window lets it
_WIDE, _HIGH = 520, 440  # points at 100 % text
_LEAST = 90  # points of the greeting's field


@dataclass(frozen=True, slots=True)
class Letter:
    """What the window needs: the greeting as proposed, how its reader is reached, the shop's country."""

    draft: Draft
    reader: CustomerFields
    country: str


def letter(shop: Shop, row: DayRow) -> Letter:
    """Look up what a greeting for this day says; raises NotFound when its people are gone."""
    found = day_proposal(shop, row, means=Means.EMAIL)
    if found is None:
        raise NotFound(msg("This record was removed in the meantime. Refresh the list and try again."))
    return Letter(found.draft, customer(shop, row.customer_id).fields, setting(shop, COUNTRY))


class MessageDialog(QDialog):
    """`done` when the person marks it as done from here."""

    congratulated = Signal()

    def __init__(self, desk: Desk, parent: QWidget, row: DayRow, *, open_url: Callable[[QUrl], bool]) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, row
        self._draft: Draft | None = None
        self._going = ""  # the words that were opened or copied last
        self._safe: set[str] = set()  # what may be lost: as it was prepared, copied, opened, or told of already
        words = desk.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("Message"))
        self.text = LongInput(lines=8)
        self.text.setMaximumHeight(_ANY)
        self.text.setAccessibleName(words("Message"))
        self.banner = Banner(desk.theme, close=words("Close"))
        self.progress = ProgressRow(words)
        self._opener = Opener(
            desk, self, self.banner, open_url=open_url, then=self._opened, progress=self.progress,
            offer=lambda: (words("Mark as congratulated"), self._mark),
        )
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, space=SPACE_2)
        self.done_button = quiet(words("Mark as congratulated"), self._mark)
        self.copy_button = primary(words("Copy the text"), self._copy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        whole.setSpacing(SPACE_4)
        column = self._column = yielding_part(whole, space=SPACE_4)
        column.addWidget(Label(names_text(words, row), Size.TITLE, weight=Weight.BOLD, wrap=True))
        if not row.own:
            said = words("For {customer}, to pass on", customer=row.customer)
            column.addWidget(Label(said, tone=Tone.MUTED, wrap=True))
        warning = day_warning(words, row, desk.today())
        if warning:
            column.addWidget(Label(warning, tone=Tone.WARN, wrap=True))
        self.text.setMinimumHeight(scaled(_LEAST))
        column.addWidget(self.text, 1)
        column.addWidget(self._ways)
        column.addWidget(self.progress)
        whole.addWidget(self.banner)
        whole.addWidget(Feet(quiet(words("Close"), self.reject, shortcut="Esc"), self.done_button, self.copy_button))
        self.resize(within(parent, _WIDE, _HIGH))
        self.copy_button.setEnabled(False)
        desk.work.ask(letter, row, then=self._show, failed=self._fail, owner=self)

    def reject(self) -> None:
        """Words somebody wrote go only when they are left a second time."""
        if self._safe and self.text.value() not in self._safe:
            self._safe.add(self.text.value())
            said = self._desk.words("What you wrote is not copied yet. Close once more to drop it.")
            self.banner.say(said, Tone.WARN)
        else:
            super().reject()

    def _show(self, found: Letter) -> None:
        self._draft = found.draft
        self.text.set_value(found.draft.text)
        self._safe.add(self.text.value())
        self.copy_button.setEnabled(True)
        wish = self._wish(found.reader.channel)
        if wish:
            self._column.insertWidget(self._column.indexOf(self.text), Label(wish, tone=Tone.WARN, wrap=True))
        offered = self._offered(found)
        if found.reader.email and found.reader.channel is not Channel.NONE:
            way = partial(self._send, found.reader.email)
            offered.insert(0, quiet(self._desk.words("Send by e-mail"), way, tip=found.reader.email))
        for button in offered:
            button.setAutoDefault(False)
            self._flow.addWidget(button)
            button.show()
        if not self._flow.count():
            text = self._desk.words("No e-mail address or phone number is known: copy the text, or print a card.")
            self._flow.addWidget(Label(text, tone=Tone.MUTED, wrap=True))
        self.text.setFocus()

    def _wish(self, channel: Channel | None) -> str:
        """What is to be said of a wish that no way below fulfils."""
        if channel is Channel.NONE:
            return self._desk.words("They asked not to be written to.")
        return self._desk.words("They wish to hear by post: print a card.") if channel is Channel.POST else ""

    def _offered(self, found: Letter) -> list[Button]:
        """The ways there are to the reader, each a button that opens its program, the one they wish first."""
        words, reader, country = self._desk.words, found.reader, found.country
        made: dict[Channel, Button] = {}
        if reader.email:
            made[Channel.EMAIL] = quiet(
                words("Open in the mail program"), partial(self._open, Means.EMAIL, reader.email), tip=reader.email
            )
        for channel, text, means in (
            (Channel.SMS, words("Open as text message"), Means.SMS),
            (Channel.MESSENGER, words("Open in WhatsApp"), Means.WHATSAPP),
        ):
            if reader.phone and dialled(reader.phone, country):
                made[channel] = quiet(text, partial(self._open, means, reader.phone), tip=reader.phone)
        return [made[channel] for channel in sorted(made, key=lambda one: one is not reader.channel)]

    def _open(self, means: Means, address: str) -> None:
        """Through the outbox: it asks whether they may be written to, and keeps the words."""
        if self._draft is not None:
            self._going = self.text.value()
            self._opener.open(replace(self._draft, means=means, address=address, text=self._going))

    def _send(self, address: str) -> None:
        if self._draft is not None:
            self._going = self.text.value()
            self._opener.send(replace(self._draft, means=Means.EMAIL, address=address, text=self._going))

    def _copy(self) -> None:
        self._open(Means.COPY, "")

    def _opened(self) -> None:
        self._safe.add(self._going)

    def _mark(self) -> None:
        self.accept()
        self.congratulated.emit()

    def _fail(self, error: AppError) -> None:
        self.banner.say(self._desk.words.say(error.message), Tone.BAD)


def open_message(
    desk: Desk, parent: QWidget, row: DayRow, *, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
) -> MessageDialog:
    """Open the window over the page."""
    dialog = MessageDialog(desk, parent.window(), row, open_url=open_url)
    dialog.open()
    return dialog
