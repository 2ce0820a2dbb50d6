"""The answer to a complaint: a draft in the customer's language to change, sent by e-mail or opened where they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.answers import put_answer
from desktop_app.actions.outbox import Put, again
from desktop_app.actions.outbox_words import reword
from desktop_app.actions.sending import Sent
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.messages import MEANS_NAMES, STATE_NAMES, Draft, KeptMessage, Means, MessageId, MessageState
from desktop_app.domain.settings import LANGUAGES
from desktop_app.i18n import Language, msg
from desktop_app.queries.answering import Answering, answering
from desktop_app.queries.drafts import Proposal, complaint_proposal
from desktop_app.queries.outbox import message
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.wording import source_text
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.messages.opening import Opener
from desktop_app.ui.pages.messages.text_proof import left_out_text
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.sending import send
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Size, Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import ChoiceInput, LongInput, TextInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.read_text import ReadText

_ANY = 16_777_215  # Qt's own bound: as high as the window lets it
_HEARD, _ACROSS = 4, 80  # lines of what they said, and letters on one of them about
_LOW = 420  # points: below this what they said makes room for the answer


class AnswerDialog(DeedDialog):
    """What they said above, our answer below; the thread keeps it once it went or was opened."""

    def __init__(
        self, desk: Desk, parent: QWidget, complaint: ComplaintId, *, open_url: Callable[[QUrl], bool]
    ) -> None:
        super().__init__(desk, parent, title=desk.words("Answer"), line=" ", wide=680, high=620)
        words = self.words
        self._complaint = complaint
        self._proposed: Draft | None = None  # as it came from the texts, perhaps with another way since
        self._composed = "", ""  # subject and text as they came
        self._chosen: tuple[object, object] = None, None  # the text and the language they came by
        self._kept: tuple[MessageId, Draft] | None = None  # as it stands in the outbox
        self._warned = self._tried = False
        self._person = desk.settings.get(DESK_PERSON)
        self._opener = Opener(desk, self, self.banner, open_url=open_url, then=self._opened)
        self.heard = ReadText(lines=1)
        self.which = ChoiceInput(desk.theme)
        self.way = ChoiceInput(desk.theme)
        self.language = ChoiceInput(
            desk.theme, [(Language(code), words.say(name)) for code, name in LANGUAGES]
        )  # fmt: skip
        self.subject = TextInput(hint=words("Subject"))
        self.text = LongInput(lines=6)
        self.text.setMaximumHeight(_ANY)
        self.text.setMinimumHeight(scaled(100))
        self.hint = Label("", Size.SMALL, tone=Tone.WARN, wrap=True)
        self.hint.hide()
        self.progress = ProgressRow(words)
        self.send_button = primary(words("Send"), self.send, shortcut="Ctrl+Return")
        self.later_button = quiet(words("Send later"), self.keep)
        self._lay_out()
        for choice in (self.which, self.language):
            choice.edited.connect(self._compose)
        self.way.edited.connect(self._choose_way)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.send)
        self._enable(on=False)
        desk.work.ask(answering, complaint, person=self._person, then=self._show, failed=self.tell, owner=self)

    @property
    def draft(self) -> Draft | None:
        """The answer as it stands in the window."""
        if self._proposed is None:
            return None
        return replace(self._proposed, subject=self.subject.value(), text=self.text.value())

    @property
    def changed(self) -> bool:
        """Whether a person wrote something that nobody keeps yet."""
        kept = self._kept[1] if self._kept is not None else self._proposed
        return self.draft is not None and self.draft != kept

    @property
    def own_words(self) -> bool:
        """Whether a person changed the words that the texts made."""
        return (self.subject.value(), self.text.value()) != self._composed

    def send(self) -> None:
        """Send it by e-mail, or open it where it is sent from."""
        if self.send_button.isEnabled() and not self.progress.under_way:
            self._keep_first(self._go)

    def keep(self) -> None:
        """Leave it in the outbox for later."""

        def kept(_number: object) -> None:
            self.accept()
            self.desk.tell(msg("The answer waits on the page Messages until you send it."))

        self._keep_first(kept)

    def reject(self) -> None:
        """Esc says first what would be lost; while it is being sent nothing is closed."""
        if self.progress.under_way:
            return
        if self.changed and not self._warned:
            self._warned = True
            self.banner.say(self.words("What you wrote is not sent yet. Close once more to drop it."), Tone.WARN)
        else:
            super().reject()

    def _lay_out(self) -> None:
        words = self.words
        for widget, name in (
            (self.heard, words("What they said")), (self.which, words("Which answer")),
            (self.way, words("How it goes")), (self.language, words("Language")),
            (self.subject, words("Subject")), (self.text, words("Your answer")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip("" if widget in (self.text, self.subject) else name)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.which, 3)
        row.addWidget(self.way, 2)
        row.addWidget(self.language, 2)
        self.body.setSpacing(SPACE_2)
        self.quote = Card()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_1)
        column.addWidget(Label(words("What they said"), Size.SMALL, tone=Tone.MUTED))
        column.addWidget(self.heard)
        self.quote.add_row(inside)
        self.body.addWidget(self.quote)
        self.body.addLayout(row)
        self.body.addWidget(self.subject)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.progress)
        close = quiet(words("Close"), self.reject, shortcut="Esc")
        self.add_feet(close, None, self.later_button, self.send_button)

    def _enable(self, *, on: bool) -> None:
        fields = (self.which, self.way, self.language, self.subject, self.text)
        for widget in (*fields, self.send_button, self.later_button):
            widget.setEnabled(on)

    def _show(self, found: Answering) -> None:
        words, fields = self.words, found.complaint.fields
        name = found.proposal.draft.to_name
        title = words("Answer to {name}", name=name) if name else words("Answer to a complaint")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.line.setText(
            joined(words.say(found.kind), fields.article, source_text(words, fields.source, fields.source_name))
        )
        self.heard.set_value(found.heard)
        lines = sum(1 + len(line) // _ACROSS for line in found.heard.splitlines())
        self.heard.set_lines(min(_HEARD if self.height() >= scaled(_LOW) else 2, lines))
        self.quote.setVisible(bool(found.heard))
        self.which.set_choices([(key, words.say(said)) for key, said in found.offered])
        self.way.set_choices([(means, words.say(MEANS_NAMES[means])) for means in found.proposal.ways])
        self.way.set_value(found.proposal.draft.means)
        self.language.set_value(found.proposal.draft.language)
        self._enable(on=True)
        self._take(found.proposal)
        self.text.setFocus()

    def _choose_way(self) -> None:
        if self.own_words:
            self._ask(lambda found: self._readdress(found.draft))  # the words are a person's own: they stay
        else:
            self._compose()

    def _compose(self) -> None:
        """The words anew, by the text, the language and the way that are chosen; what was typed can be had back."""
        before = self._mine() if self.own_words else None
        self._ask(lambda found: self._take(found, before))

    def _mine(self) -> Callable[[], None]:
        """What puts a person's own words back, with the choices they were written under."""
        draft, composed, (which, language) = self.draft, self._composed, self._chosen

        def put_back() -> None:
            assert draft is not None
            self.which.set_value(which)
            self.language.set_value(language)
            self._fill(draft)
            self._composed = composed

        return put_back

    def _ask(self, then: Callable[[Proposal], object]) -> None:
        self.desk.work.ask(
            complaint_proposal, self._complaint, text=self.which.value(), means=self.way.value(),
            language=self.language.value(), person=self._person, then=then, failed=self.tell, owner=self,
            latest=f"answer {id(self)}",
        )  # fmt: skip

    def _take(self, found: Proposal, before: Callable[[], None] | None = None) -> None:
        self._fill(found.draft)
        self._composed = self.subject.value(), self.text.value()
        self.hint.setText(left_out_text(self.words, found.empty))
        self.hint.setVisible(bool(found.empty))
        if before is not None:
            again = (self.words("Put it back"), before)
            self.banner.say(self.words("Your words made room for another text."), Tone.ACCENT, button=again)

    def _fill(self, draft: Draft) -> None:
        self._proposed = draft
        self._chosen = self.which.value(), self.language.value()
        self.subject.set_value(draft.subject)
        self.text.set_value(draft.text)
        self.way.set_value(draft.means)
        self._show_way(draft.means)

    def _readdress(self, draft: Draft) -> None:
        assert self._proposed is not None
        self._proposed = replace(self._proposed, means=draft.means, address=draft.address)
        self._show_way(draft.means)

    def _show_way(self, means: Means) -> None:
        self.subject.setVisible(means is Means.EMAIL)
        other = self.words("Copy") if means is Means.COPY else self.words("Open")
        text = self.words("Send") if means is Means.EMAIL else other
        self.send_button.setText(text)
        self.send_button.setAccessibleName(text)
        self.send_button.setToolTip(self._proposed.address if self._proposed is not None else "")

    def _keep_first(self, then: Callable[[MessageId], object]) -> None:
        """Have it in the outbox as it stands here, and go on with its number."""
        draft = self.draft
        if draft is None:
            return
        if self._kept is None:
            self.desk.work.change(
                put_answer, draft, then=lambda done: self._put(done, draft, then), failed=self._refuse, owner=self
            )  # fmt: skip
        elif self._kept[1] == draft:
            then(self._kept[0])
        else:
            number = self._kept[0]
            self._kept = number, draft
            self.desk.work.change(
                reword, number, draft, then=lambda _: then(number), failed=self._refuse, owner=self
            )  # fmt: skip

    def _put(self, done: Put, draft: Draft, then: Callable[[MessageId], object]) -> None:
        self._kept = done.ids[0], draft
        then(done.ids[0])

    def _go(self, number: MessageId) -> None:
        if self.way.value() is not Means.EMAIL:
            self._opener.open_kept(number)
            return
        self.send_button.setEnabled(False)
        if self._tried:  # a person presses once more: what was refused waits again
            self.desk.work.change(
                again, [number], then=lambda _: self._hand_over(number), failed=self._not_sent, owner=self
            )  # fmt: skip
        else:
            self._hand_over(number)

    def _hand_over(self, number: MessageId) -> None:
        send(self.desk, self, [number], progress=self.progress, then=self._sent, failed=self._not_sent)

    def _sent(self, sent: Sent) -> None:
        if sent.handed:
            self.accept()
            self.desk.tell(msg("The answer was handed to the mail server."))
            return
        self._tried = True
        if sent.problem is not None:
            self.send_button.setEnabled(True)
            self.banner.say(self.words.say(sent.problem), Tone.BAD)
        elif self._kept is not None:
            self.desk.work.ask(message, self._kept[0], then=self._stays, failed=self.tell, owner=self)

    def _stays(self, kept: KeptMessage) -> None:
        """Why it did not go; what the server may have all the same is decided among the messages."""
        mendable = kept.state in (MessageState.REFUSED, MessageState.WAITING)
        self.send_button.setEnabled(mendable)
        self.later_button.setEnabled(mendable)
        why = self.words.say(kept.reason) if kept.reason is not None else ""
        said = self.words.say(STATE_NAMES[kept.state])
        self.banner.say(self.words("{state}. {reason}", state=said, reason=why) if why else said, Tone.BAD)

    def _not_sent(self, error: AppError) -> None:
        """Without a mail server it waits in the outbox, or goes by the person's own mail program."""
        self.send_button.setEnabled(True)
        number = self._kept[0] if self._kept is not None else None
        button = (self.words("Open in the mail program"), lambda: self._opener.open_kept(number)) if number else None
        self.banner.say(self.words.say(error.message), Tone.WARN, button=button)

    def _opened(self) -> None:
        """It stands in the thread now: nothing is left to do here but to close."""
        self._proposed = self.draft
        self._kept = (self._kept[0], self.draft) if self._kept is not None and self.draft is not None else None
        self._enable(on=False)
        self.text.setReadOnly(True)
        self.text.setEnabled(True)  # it may be copied once more

    def _refuse(self, error: AppError) -> None:
        self.tell(error)
        field = error.field if isinstance(error, Invalid) else ""
        {"subject": self.subject, "text": self.text}.get(field, self.way).setFocus()


def open_answer(
    desk: Desk, parent: QWidget, complaint: ComplaintId, *, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
) -> AnswerDialog:
    """Open the answer to a complaint over the page."""
    dialog = AnswerDialog(desk, parent.window(), complaint, open_url=open_url)
    dialog.open()
    return dialog
