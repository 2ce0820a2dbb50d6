"""Sends one message, opens it in another program or copies it; of what was opened nobody knows that it was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions.outbox import Opening, mark_opened, opening
from desktop_app.actions.outbox_words import put_anew
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.messages import Draft, KeptMessage, MessageId
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.messages.lookup import Item
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.progress import ProgressRow

if TYPE_CHECKING:
    from desktop_app.actions.sending import Sent

Offer = tuple[str, Callable[[], object]]


class Opener:
    """Keeps what is only proposed in the outbox first, asks whether it may go, opens it and notes that.

    `then` hears that it was opened; `offer` is a button beside what is said of it.
    """

    def __init__(
        self, desk: Desk, owner: QWidget, banner: Banner, *, open_url: Callable[[QUrl], bool],
        then: Callable[[], object] = lambda: None, offer: Callable[[], Offer | None] = lambda: None,
        progress: ProgressRow | None = None,
    ) -> None:
        self._desk, self._owner, self._banner = desk, owner, banner
        self._open_url, self._then, self._offer, self._progress = open_url, then, offer, progress

    def open(self, item: Item) -> None:
        """Open a message that is due or kept; one with its key that did not go yet gets these words."""
        if isinstance(item, KeptMessage):
            self.open_kept(item.id)
        else:
            self._keep(item, self.open_kept)

    def open_kept(self, number: MessageId) -> None:
        """Open a message of the outbox by its number."""
        self._desk.work.ask(
            opening, number, then=lambda way: self._go(number, way), failed=self._say, owner=self._owner
        )

    def send(self, draft: Draft) -> None:
        """Send an e-mail by the program itself; where that is not set up, it says so and the message waits."""
        self._keep(draft, self._send)

    def _send(self, number: MessageId) -> None:
        from desktop_app.ui.sending import send  # the mail server's wing is loaded when it is needed

        progress = self._progress or ProgressRow(self._desk.words, parent=self._owner)
        send(self._desk, self._owner, [number], progress=progress, then=self._sent, failed=self._say)

    def _sent(self, sent: Sent) -> None:
        from desktop_app.ui.sending import sent_words

        tone = Tone.GOOD if sent.handed else Tone.WARN
        self._banner.say(sent_words(self._desk.words, sent), tone, button=self._offer() if sent.handed else None)
        if sent.handed:
            self._then()

    def _keep(self, draft: Draft, then: Callable[[MessageId], object]) -> None:
        def kept(done: tuple[MessageId, Changes]) -> None:
            then(done[0])

        self._desk.work.change(put_anew, draft, then=kept, failed=self._say, owner=self._owner)

    def _go(self, number: MessageId, way: Opening) -> None:
        words = self._desk.words
        if way.copied:
            QGuiApplication.clipboard().setText(way.text)
        if way.link and not self._open_url(QUrl(way.link, QUrl.ParsingMode.TolerantMode)):
            QGuiApplication.clipboard().setText(way.text)
            said = words("This computer has no program for that. The text is copied: paste it where they are.")
            self._banner.say(said, Tone.WARN, button=(words("I sent it"), lambda: self._note(number)))
            return
        if not way.link:
            said = words("Copied. Paste it where your customer is.")
        elif way.copied:
            said = words("Opened, and the text is copied: paste it there and send it.")
        else:
            said = words("Opened. It is sent from there.")
        self._banner.say(said, Tone.GOOD, button=self._offer())
        self._note(number)

    def _note(self, number: MessageId) -> None:
        self._desk.work.change(mark_opened, number, then=lambda _: self._then(), failed=self._say, owner=self._owner)

    def _say(self, error: AppError) -> None:
        words = self._desk.words
        unset = isinstance(error, Invalid) and error.field == "server"
        button = (words("Set up e-mail"), self._set_up) if unset else None
        self._banner.say(words.say(error.message), Tone.BAD, button=button)

    def _set_up(self) -> None:
        """Go to the settings of e-mail; a dialog over the pages is left first, unless something typed would be lost."""
        window = self._owner.window()
        if isinstance(window, QDialog):
            window.reject()
            if window.isVisible():
                return
        self._desk.navigate("settings", at="mail")
