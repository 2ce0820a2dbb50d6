"""What was said about a complaint, in order: the customer's words, ours, notes; and a place to write more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.complaint_words import add_word
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import Complaint, ComplaintId, Way
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.wording import channel_text, received_text, source_text
from desktop_app.ui.pages.customers.writing_card import WritingCard
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_8, Size, Tone, Weight
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.labels import Label


class ThreadCard(WritingCard):
    """The words in their order, and below them a new one, with whose it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            desk, "", name=words("A new word"), hint=words("What was said or done…"), keep=words("Keep"), parent=parent
        )
        self.setAccessibleName(words("What was said"))
        self._complaint = ComplaintId(0)
        self.ways = FilterChips(
            [(Way.NOTE, words("Our note")), (Way.IN, words("They said")), (Way.OUT, words("We said"))],
            name=words("Whose words they are"), space=SPACE_1,
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.ways, 1)
        row.addWidget(self.keep_button)
        self.column.addLayout(row)

    def show_thread(self, one: Complaint, who: str) -> None:
        """The thread of a complaint of somebody; a word that was begun for it stays."""
        if one.id != self._complaint:
            self._complaint = one.id
            self.drop()
        fields, words = one.fields, self.words
        where = source_text(words, fields.source, fields.source_name)
        rows: list[QWidget] = []
        if fields.text or fields.subject:
            came = received_text(words, fields.received_at, self.desk.today())
            head = joined(who or words("The customer"), came, where)
            rows.append(_said(head, fields.subject, fields.text, Way.IN))
        for word in one.words:
            name = {Way.IN: who or words("The customer"), Way.OUT: word.by, Way.NOTE: word.by}[word.way]
            note = words("note") if word.way is Way.NOTE else ""
            head = joined(name, note, stamp(words, word.at, self.desk.today()), channel_text(words, word.channel))
            rows.append(_said(head, word.subject, word.text, word.way))
        self.fill([*rows, self.writing])

    def keep(self) -> None:
        """Keep what is typed as a word of now; until the answer nothing more is typed."""
        if not self.hold():
            return
        self.desk.work.change(
            add_word, self._complaint, way=Way(self.ways.value), text=self.text.value(),
            then=self._kept, failed=self.refuse, owner=self,
        )

    def _kept(self, done: Changes) -> None:
        self.desk.tell_done(done, None)
        self.drop()
        self.text.setFocus()


def _said(head: str, subject: str, text: str, way: Way) -> QWidget:
    """One word: who and when above it; ours stand further in, notes are muted."""
    room = QWidget()
    column = QVBoxLayout(room)
    inset = SPACE_8 if way is Way.OUT else 0
    column.setContentsMargins(SPACE_4 + inset, SPACE_3, SPACE_4, SPACE_3)
    column.setSpacing(SPACE_1)
    column.addWidget(Label(head, Size.SMALL, tone=Tone.ACCENT if way is Way.OUT else Tone.MUTED, wrap=True))
    if subject:
        column.addWidget(_words(subject, weight=Weight.MEDIUM))
    if text:
        column.addWidget(_words(text, tone=Tone.MUTED if way is Way.NOTE else Tone.TEXT))
    return room


def _words(text: str, **how: object) -> Label:
    label = Label(text, wrap=True, **how)  # type: ignore[arg-type]
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
