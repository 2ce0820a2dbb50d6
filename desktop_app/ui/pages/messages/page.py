"""The Messages page: what wants to go out, what needs somebody, what has gone; nothing goes until a person says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.outbox import Put, again, arrived, cancel, put
from desktop_app.domain.changes import Topic
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError
from desktop_app.domain.messages import Draft, KeptMessage, MessageId
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.messages.cards import Calls, gone_card, hand_card, mail_card, trouble_card
from desktop_app.ui.pages.messages.lookup import Item, Outgoing, draft_of, outgoing
from desktop_app.ui.pages.page import Page
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, Tone
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import BAR, Scroll
from desktop_app.ui.widgets.search_box import SearchBox

_TYPING = 150  # ms between the last letter and the question
_FIRST, _MORE = 20, 50  # of what has gone


class MessagesPage(Page):
    """The owner's morning: one look, each message to read and change, one button sends them all."""

    name = "messages"
    topics = frozenset({Topic.MESSAGES, Topic.ORDERS, Topic.CUSTOMERS, Topic.SETTINGS, Topic.COMPLAINTS})

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(desk, parent)
        words = self.words
        self._open_url = open_url
        self._now = Outgoing()
        self._unticked: frozenset[str] = frozenset()
        self._gone = _FIRST
        self.set_title(words("Messages"), words("what goes out to your customers"))
        self.send_button = self.set_primary(words("Send"), self.send, shortcut="Ctrl+Return")
        self.send_button.hide()
        self._box = SearchBox(desk.theme, words("Filter messages"), shortcut="/", clear=words("Clear"))
        self.filter_box = self._box
        self._box.setMaximumWidth(scaled(280))
        self.progress = ProgressRow(words)
        self.banner = Banner(desk.theme, close=words("Close"))
        self.columns = Columns()
        self.content = Content(desk.theme, Scroll(self.columns), waiting=words("Looking up"))
        self.texts_button = quiet(words("Texts…"), self.open_texts, tip=words("What messages say"))
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self._box, 1)
        head.addStretch(1)
        head.addWidget(self.texts_button)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, BAR, 0)  # what scrolls below has its bar there
        above.setSpacing(SPACE_4)
        above.addLayout(head)
        above.addWidget(self.progress)
        above.addWidget(self.banner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(above)
        self.body.addWidget(self.content, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self.refresh)
        self._box.typed.connect(lambda _: self._typing.start())
        self._calls = Calls(
            read=self.read, open=self._open, tick=self._tick, again=self._again,
            arrived=lambda kept: self._decide(arrived, kept), leave=lambda kept: self._decide(cancel, kept),
            more=self._show_more,
        )

    def open(self, **what: object) -> None:
        """`message=17` opens one to read, `send=17` sends it; `text="Anna"` narrows to whom it names."""
        if isinstance(what.get("send"), int):
            self.send_these([MessageId(int(str(what["send"])))])
        if isinstance(what.get("text"), str):
            self._box.edit.setText(str(what["text"]))
        if isinstance(what.get("message"), int):
            from desktop_app.queries.outbox import message

            wanted = MessageId(int(str(what["message"])))
            self.desk.work.ask(message, wanted, then=self.read, failed=self.desk.tell, owner=self)

    def open_texts(self) -> None:
        """What messages say, to read and to change."""
        from desktop_app.ui.pages.messages.texts import open_texts  # loaded when somebody writes

        open_texts(self.desk, self)

    def refresh(self) -> None:
        """Ask for everything anew."""
        self.content.wait()
        self.desk.work.ask(
            outgoing, person=self.desk.settings.get(DESK_PERSON), text=self._box.text(), gone=self._gone,
            then=self._show, failed=self._fail, owner=self, latest=f"messages {id(self)}",
        )

    def focus_first(self) -> None:
        """Work begins with the one button, where there is something to send."""
        (self.send_button if self.send_button.isVisibleTo(self) else self).setFocus()

    @property
    def ticked(self) -> tuple[Item, ...]:
        """The e-mails that go when the button is pressed."""
        return tuple(one for one in self._now.by_mail if draft_of(one).key not in self._unticked)

    def send(self) -> None:
        """Put what is due into the outbox and send all that is ticked."""
        if self.progress.under_way or not self.ticked:
            return
        if not self._now.mail_ready:
            self.banner.say(
                self.words("No mail server is set up yet, so nothing can be sent from here."), Tone.WARN,
                button=(self.words("Set up e-mail"), lambda: self.desk.navigate("settings", at="mail")),
            )
            return
        waiting = [one.id for one in self.ticked if isinstance(one, KeptMessage)]
        due = [one for one in self.ticked if isinstance(one, Draft)]
        if not due:
            self.send_these(waiting)
            return

        def kept(done: Put) -> None:
            self.send_these([*waiting, *(one for one in done.ids if one not in {*done.held, *done.refused})])

        self.desk.work.change(put, due, then=kept, failed=self._say, owner=self)

    def send_these(self, ids: list[MessageId]) -> None:
        """Send messages of the outbox, and say what came of it."""
        from desktop_app.ui.sending import send, sent_words  # the mail server's wing is loaded when it is needed

        self.banner.dismiss()
        if self.progress.under_way:
            self.banner.say(self.words("Messages are being sent just now. This one waits among them."), Tone.WARN)
            return
        self.send_button.setEnabled(False)
        send(
            self.desk, self, ids, progress=self.progress, failed=self._broken,
            then=lambda sent: self._sent(sent_words(self.words, sent), well=not sent.problem and bool(sent.handed)),
        )

    def read(self, item: Item) -> None:
        """Read a message, change it, send it or leave it out."""
        from desktop_app.ui.pages.messages.read_dialog import read_message  # on most mornings few are read

        dialog = read_message(self.desk, self, item, open_url=self._open_url)
        dialog.to_send.connect(lambda number: self.send_these([number]))

    def _open(self, item: Item) -> None:
        from desktop_app.ui.pages.messages.opening import Opener

        Opener(self.desk, self, self.banner, open_url=self._open_url).open(item)

    def _show(self, now: Outgoing) -> None:
        self._now = now
        known = {draft_of(one).key for one in now.by_mail}
        self._unticked &= known if not now.sought else self._unticked
        self._fill()

    def _fill(self) -> None:
        now, held = self._now, self.columns.held()
        self._renew_button()
        if not now.any and not now.sought:
            self._invite()
            return
        left: list[QWidget] = []
        if now.by_mail:
            left.append(mail_card(self.desk, now.by_mail, self._unticked, self._calls))
        if now.by_hand:
            left.append(hand_card(self.desk, now.by_hand, self._calls))
        right: list[QWidget] = [trouble_card(self.desk, now.troubled, self._calls)] if now.troubled else []
        right.append(gone_card(self.desk, now, self._calls))
        self.columns.fill(*((left, right) if left else (right, [])))
        self.content.show_content()
        if held:
            self.columns.hold(held)

    def _renew_button(self) -> None:
        words, count = self.words, len(self.ticked)
        text = words.n("Send {n} e-mail", "Send {n} e-mails", count)
        self.send_button.setText(text)
        self.send_button.setAccessibleName(text)
        self.send_button.setVisible(bool(self._now.by_mail))
        self.send_button.setEnabled(count > 0 and not self.progress.under_way)
        waits = len(self._now.by_mail) + len(self._now.by_hand)
        said = words.n("{n} wants to go out", "{n} want to go out", waits)
        self.set_title(words("Messages"), said if waits else words("nothing waits to go out"))

    def _invite(self) -> None:
        words = self.words
        self.content.show_empty(
            words("No messages yet"),
            words(
                "When an order is posted or late, a renewal comes due or a review may be asked for, the message stands"
                " here, written. You read it and send it. Choose in the settings of what to write."
            ),
            icon="message",
            button=(words("Settings of messages"), lambda: self.desk.navigate("settings", at="messages")),
        )

    def _tick(self, item: Item, ticked: bool) -> None:
        key = draft_of(item).key
        self._unticked = self._unticked - {key} if ticked else self._unticked | {key}
        self._renew_button()

    def _show_more(self) -> None:
        self._gone += _MORE
        self.refresh()

    def _again(self, kept: KeptMessage) -> None:
        self._decide(again, kept)

    def _decide(self, action: Callable[..., object], kept: KeptMessage) -> None:
        self.desk.work.change(action, [kept.id], failed=self._say, owner=self)

    def _sent(self, said: str, *, well: bool) -> None:
        self.banner.say(said, Tone.GOOD if well else Tone.WARN)
        self.refresh()

    def _broken(self, error: AppError) -> None:
        self._say(error)
        self.refresh()

    def _say(self, error: AppError) -> None:
        self.banner.say(self.words.say(error.message), Tone.BAD)
        self._renew_button()

    def _fail(self, error: AppError) -> None:
        self.ask_again()
        self.content.show_failure(self.words.say(error.message), button=(self.words("Try again"), self.refresh))


