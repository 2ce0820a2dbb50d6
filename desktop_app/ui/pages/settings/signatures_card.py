"""Signatures of those who pack: a picture beside each name; one is added by a file, a drop or the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.settings import DESK_PERSON
from desktop_app.domain.signatures import Signature, signature_key
from desktop_app.i18n import Message, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.pictures import picture, picture_in
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import quiet, small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.file_dialogs import PICTURES, Place, ask_for_file
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import TextInput
from desktop_app.ui.widgets.labels import Elided, Label

_SIDE, _HIGH = 88, 36  # points a signature is shown in
_NAME = 100  # letters


class SignaturesCard(Card):
    """Changes at once, each a step of Undo; `refresh` asks who signs."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(words("Signatures"), words("of who packs, for cards that show one"))
        self._desk = desk
        self.setAcceptDrops(True)
        self.name = TextInput(hint=words("Whose signature, such as Anna"), limit=_NAME)
        self.name.setAccessibleName(words("Whose signature it is"))
        self.choose = quiet(words("Choose a picture…"), self._ask)
        self.paste = quiet(words("Paste"), self._paste, tip=words("A picture that was copied"))
        self.said = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.name.edited.connect(self._explain)
        self._foot = self._made_foot()
        self.add_row(self._foot)
        self._explain()

    def refresh(self) -> None:
        """Ask who signs."""
        from desktop_app.queries.signatures import signatures

        self._desk.work.ask(signatures, then=self._show, owner=self)

    def take(self, found: Path | bytes) -> None:
        """Keep a picture as the signature of who is named."""
        from desktop_app.actions.signatures import set_signature

        self._desk.work.change(
            set_signature, self.name.value(), found, then=self._kept, failed=self._refuse, owner=self
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = picture_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.take(found)

    def _show(self, found: Sequence[Signature]) -> None:
        self._foot.setParent(None)  # it outlives the rows, with what is typed in it
        self.clear()
        for one in found:
            self.add_row(self._row(one))
        self.add_row(self._foot)
        self._foot.show()
        person = self._desk.settings.get(DESK_PERSON)
        if not self.name.value() and signature_key(person) not in {signature_key(one.person) for one in found}:
            self.name.set_value(person)

    def _row(self, one: Signature) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        line.setSpacing(SPACE_3)
        shown = QLabel()
        shown.setFixedSize(scaled(_SIDE), scaled(_HIGH))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setProperty("frame", True)  # paper, in the dark theme too
        shown.setAccessibleName(self._desk.words("Signature of {name}", name=one.person))
        wide, high = scaled(_SIDE) - 8, scaled(_HIGH) - 8
        pixmap = picture(one.picture, wide, high=high, ratio=self.devicePixelRatioF())
        if pixmap is not None:
            shown.setPixmap(pixmap)
        line.addWidget(shown)
        line.addWidget(Elided(one.person), 1)
        remove = small(self._desk.words("Remove"), lambda: self._remove(one.person))
        remove.setAccessibleName(f"{remove.text()}: {one.person}")
        line.addWidget(remove)
        return row

    def _made_foot(self) -> QWidget:
        foot = QWidget(self)
        column = QVBoxLayout(foot)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addWidget(self.name)
        buttons = QWidget()
        flow = FlowLayout(buttons, space=SPACE_2)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.choose)
        flow.addWidget(self.paste)
        column.addWidget(buttons)
        column.addWidget(self.said)
        return foot

    def _ask(self) -> None:
        words = self._desk.words
        ask_for_file(
            self, self._desk.settings, words("Choose a signature"), f"{words('Pictures')} ({PICTURES})",
            place=Place.PICTURES, taken=self.take,
        )

    def _paste(self) -> None:
        found = picture_in(QGuiApplication.clipboard().mimeData())
        if found is None:
            self._say(msg("No picture was copied. Copy one first, or choose a file."), Tone.BAD)
        else:
            self.take(found)

    def _remove(self, person: str) -> None:
        from desktop_app.actions.signatures import remove_signature

        self._desk.work.change(remove_signature, person, then=self._done, failed=self._desk.tell, owner=self)

    def _kept(self, changes: Changes) -> None:
        self.name.set_value("")
        self._explain()
        self._done(changes)

    def _done(self, changes: Changes) -> None:
        if changes.id:
            self._desk.tell_done(changes, changes.title)  # the page hears of it and asks anew

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, Invalid) and error.field == "person":
            self.name.setFocus()
        self._say(error.message, Tone.BAD)

    def _explain(self) -> None:
        self._say(msg("A photograph will do: the paper around the ink is made clear. You can drop a picture here too."))

    def _say(self, said: Message, tone: Tone = Tone.MUTED) -> None:
        self.said.setText(self._desk.words.say(said))
        self.said.set_tone(tone)
