"""One message to read: its words may be changed until it goes, it is sent, opened, or left out for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.actions.outbox import again, cancel
from desktop_app.actions.outbox_words import leave_out, put_anew, reword
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MEANS_NAMES, Draft, KeptMessage, Means, MessageId, MessageKind, MessageState
from desktop_app.domain.ways import address_by, ways_to
from desktop_app.i18n import Message
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.drafts import Proposal, person_proposal
from desktop_app.queries.message_texts import texts
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.messages.lookup import Item, draft_of
from desktop_app.ui.pages.messages.opening import Opener
from desktop_app.ui.pages.messages.wording import gone_text, message_title, state_tag, trouble_text, way_text
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.inputs import ChoiceInput, LongInput, TextInput
from desktop_app.ui.widgets.labels import Label

S = MessageState
_ANY = 16_777_215  # Qt's own bound: as high as the window lets it
_CHANGEABLE = (S.WAITING, S.HELD, S.REFUSED, S.CANCELLED)
_AGAIN = (S.HELD, S.UNKNOWN, S.REFUSED, S.CANCELLED, S.OPENED, S.SAVED)  # a person decides before it goes (once more)


class ReadDialog(DeedDialog):
    """`to_send` with the number of a message of the outbox that is to be sent now."""

    to_send = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, item: Item, *, open_url: Callable[[QUrl], bool]) -> None:
        draft = draft_of(item)
        super().__init__(desk, parent, title=message_title(desk.words, draft), wide=640, high=600)
        self._item = item
        self._first, self._reader = draft, CustomerFields()
        self._warned = False
        self._opener = Opener(desk, self, self.banner, open_url=open_url, then=self._opened)
        words = self.words
        self.way = ChoiceInput(desk.theme, self._way_choices((draft.means,)))
        self.way.setAccessibleName(words("How it goes"))
        self.way.edited.connect(self._choose_way)
        self.which = ChoiceInput(desk.theme, [(None, words("Your own words"))])
        self.which.setAccessibleName(words("Ready answer"))
        self.which.edited.connect(self._choose_words)
        self.which.hide()
        self.address = TextInput(hint=words("Address"))
        self.address.setAccessibleName(words("Address"))
        self.address.set_value(draft.address)
        self.subject = TextInput(hint=words("Subject"))
        self.subject.setAccessibleName(words("Subject"))
        self.text = LongInput(lines=10)
        self.text.setMaximumHeight(_ANY)
        self.text.setAccessibleName(words("Message"))
        self.send_button = primary("", self.send, shortcut="Ctrl+Return")
        self.keep_button = quiet(words("Save"), self.keep, shortcut="Ctrl+S")
        self.leave_button = quiet(words("Do not send"), self.leave)
        self._lay_out()
        self._show()
        self.text.setFocus()
        for keys, deed in (("Ctrl+Return", self.send), ("Ctrl+S", self.keep)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        if self.changeable and draft.customer is not None:
            desk.work.ask(_reader, draft.customer, then=self._offer_ways, failed=self.tell, owner=self)
            if draft.kind is MessageKind.FREE and not isinstance(item, KeptMessage):
                desk.work.ask(_ready, then=self._offer_words, failed=self.tell, owner=self)

    @property
    def state(self) -> MessageState:
        """How far it came; what is only proposed waits."""
        return self._item.state if isinstance(self._item, KeptMessage) else S.WAITING

    @property
    def changeable(self) -> bool:
        """Whether its words are still ours."""
        return self.state in _CHANGEABLE

    @property
    def draft(self) -> Draft:
        """The message as it stands in the window."""
        means = Means(self.way.value())
        subject = self.subject.value() if means is Means.EMAIL else self._first.subject
        if means is self._first.means:
            address = self.address.value() if self.address.isVisibleTo(self) else self._first.address
        else:
            address = address_by(self._reader, means)
        return replace(self._first, means=means, address=address, subject=subject, text=self.text.value())

    @property
    def changed(self) -> bool:
        """Whether a person changed anything."""
        return self.changeable and self.draft != self._first

    def send(self) -> None:
        """Keep what was changed, then send it by e-mail, or open it where it is sent from."""
        if self.send_button.isVisibleTo(self) and self.send_button.isEnabled():
            self._kept_first(self._go)

    def keep(self) -> None:
        """Keep the words for later; what was only proposed stands in the outbox then."""
        if self.changeable:
            self._kept_first(lambda _: self.accept())

    def leave(self) -> None:
        """Have it not sent at all; it is not proposed again."""
        if isinstance(self._item, KeptMessage):
            self.desk.work.change(cancel, [self._item.id], then=self._left, failed=self.tell, owner=self)
        else:
            self.desk.work.change(leave_out, [self._item], then=self._left, failed=self.tell, owner=self)

    def reject(self) -> None:
        """Esc says first what would be lost."""
        if self.changed and not self._warned:
            self._warned = True
            self.banner.say(self.words("What you changed is not saved yet. Close once more to drop it."), Tone.WARN)
        else:
            super().reject()

    def _lay_out(self) -> None:
        self.about = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self.about)
        for widget in (self.which, self.way, self.address, self.subject):
            self.body.addWidget(widget)
        self.body.addWidget(self.text, 1)
        close = quiet(self.words("Close"), self.reject, shortcut="Esc")
        self.add_feet(close, self.leave_button, None, self.keep_button, self.send_button)

    def _show(self) -> None:
        draft, words = self._first, self.words
        self.subject.set_value(draft.subject)
        self.text.set_value(draft.text)
        self.text.setReadOnly(not self.changeable)
        self.subject.setReadOnly(not self.changeable)
        self.way.setVisible(self.changeable)
        self.keep_button.setVisible(self.changeable)
        self.leave_button.setVisible(self.state in (S.WAITING, S.HELD, S.REFUSED))
        self.send_button.setVisible(self.changeable or self.state in _AGAIN)
        self.about.setText(self._said())
        self.about.setVisible(bool(self.about.text()))
        self._choose_way()
        self.line.setText(way_text(words, draft))

    def _said(self) -> str:
        if not isinstance(self._item, KeptMessage) or self.state is S.WAITING:
            return ""
        if self.changeable or self.state is S.UNKNOWN:
            return trouble_text(self.words, self._item)
        return joined(state_tag(self.words, self._item)[0], gone_text(self.words, self._item, self.desk.today()))

    def _offer_ways(self, reader: CustomerFields) -> None:
        self._reader = reader
        known = address_by(reader, self._first.means)
        if known and self.address.value() == self._first.address:
            self.address.set_value(known)  # mended on their record since
        here = Means(self.way.value())
        self.way.set_choices(self._way_choices(tuple(dict.fromkeys((*ways_to(reader), self._first.means)))))
        self.way.set_value(here)
        self._choose_way()

    def _offer_words(self, ready: list[tuple[TextKey, Message | str]]) -> None:
        words = self.words
        self.which.set_choices(
            [(None, words("Your own words")), *((key, words.say(said)) for key, said in ready)]
        )  # fmt: skip
        self.which.show()

    def _choose_words(self) -> None:
        """A ready answer takes the place of the words that stand here."""
        first = self._first
        assert first.customer is not None
        self.desk.work.ask(
            person_proposal, first.customer, self.which.value() or TextKey(MessageKind.FREE), key=first.key,
            order=first.order, means=self.way.value(), person=self.desk.settings.get(DESK_PERSON),
            then=self._put_words, failed=self.tell, owner=self, latest=f"words {id(self)}",
        )

    def _put_words(self, found: Proposal) -> None:
        self.subject.set_value(found.draft.subject)
        self.text.set_value(found.draft.text)

    def _way_choices(self, ways: tuple[Means, ...]) -> list[tuple[Means, str]]:
        return [(means, self.words.say(MEANS_NAMES[means])) for means in ways]

    def _choose_way(self) -> None:
        means, words = Means(self.way.value()), self.words
        refused = self.state is S.REFUSED and means is self._first.means and means is not Means.COPY
        self.address.setVisible(refused)  # perhaps it is what the server did not like
        self.subject.setVisible(means is Means.EMAIL)
        self.line.setText(way_text(words, self.draft))
        by_hand = words("Copy and note it") if means is Means.COPY else words("Open to send")
        again_ = words("Send again") if self.state in (S.UNKNOWN, S.OPENED, S.SAVED) else words("Send now")
        text = again_ if means is Means.EMAIL else by_hand
        self.send_button.setText(text)
        self.send_button.setAccessibleName(text)

    def _kept_first(self, then: Callable[[MessageId], object]) -> None:
        """Have it in the outbox as it stands here, and go on with its number."""
        item = self._item
        if not isinstance(item, KeptMessage):
            self.desk.work.change(
                put_anew, self.draft, then=lambda done: then(done[0]), failed=self._refuse, owner=self
            )
        elif self.changed:
            self.desk.work.change(
                reword, item.id, self.draft, then=lambda _: then(item.id), failed=self._refuse, owner=self
            )
        else:
            then(item.id)

    def _go(self, number: MessageId) -> None:
        self._first = self.draft  # it is kept so
        if self.state in _AGAIN:
            self.desk.work.change(
                again, [number], then=lambda _: self._out(number), failed=self.tell, owner=self
            )
        else:
            self._out(number)

    def _out(self, number: MessageId) -> None:
        if self._first.means is Means.EMAIL:
            self.accept()
            self.to_send.emit(number)
        else:
            self._opener.open_kept(number)

    def _opened(self) -> None:
        """It is on its way elsewhere: nothing is left to do but to close."""
        self.send_button.setEnabled(False)
        self.keep_button.setEnabled(False)
        self.leave_button.setEnabled(False)

    def _left(self, changes: Changes) -> None:
        self.accept()
        self.desk.tell(changes.title)

    def _refuse(self, error: AppError) -> None:
        self.tell(error)
        field = error.field if isinstance(error, Invalid) else ""
        {"subject": self.subject, "text": self.text, "address": self.address}.get(field, self.way).setFocus()


def _ready(shop: Shop) -> list[tuple[TextKey, Message | str]]:
    known = texts(shop)
    return [(key, known.title(key)) for key in known.ready()]


def _reader(shop: Shop, customer_id: CustomerId) -> CustomerFields:
    return customer(shop, customer_id).fields


def read_message(
    desk: Desk, parent: QWidget, item: Item, *, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
) -> ReadDialog:
    """Open a message over the page."""
    dialog = ReadDialog(desk, parent.window(), item, open_url=open_url)
    dialog.open()
    return dialog
