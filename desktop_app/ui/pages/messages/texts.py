"""The texts of messages: chosen from a list, written in three languages, seen at once as a customer will read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.message_texts import add_ready, remove_ready, reset_text, set_text
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError
from desktop_app.domain.message_texts import READY, MessageText, TextKey
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.settings import LANGUAGES
from desktop_app.i18n import Language
from desktop_app.queries.message_texts import TextRow, text_in, text_rows
from desktop_app.queries.text_preview import Preview, preview
from desktop_app.ui.designer.searched_list import Entry, SearchedList
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.messages.text_editor import TextEditor
from desktop_app.ui.pages.messages.text_proof import TextProof
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_BESIDE_FROM, _LIST = 640, 130  # points at 100 % text: narrower, the three stand below each other, so high at least
_TYPING = 150  # ms between the last letter and the preview
_Typed = tuple[str, str]  # subject and text


class TextsDialog(DeedDialog):
    """What is typed is held for each text and language until it is saved or dropped."""

    def __init__(self, desk: Desk, parent: QWidget, *, wanted: TextKey | None = None) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Texts of messages"), wide=1080, high=680,
            line=words("What your customers read. On the right each text stands as it comes out for a real record."),
        )
        self._wanted = wanted
        self._shown: MessageText | None = None
        self._typed: dict[tuple[TextKey, Language], _Typed] = {}
        self._place = 0
        self._warned = False
        self.list = SearchedList(desk.theme, words, hint=words("Search texts"), name=words("Texts of messages"))
        self.languages = FilterChips([(code, words.say(name)) for code, name in LANGUAGES], name=words("Language"))
        self.languages.choose(words.language.value)
        self.editor, self.proof = TextEditor(desk), TextProof(desk)
        self.add_button = quiet(words("Add a ready answer"), self.ask_name)
        self.remove_button = quiet(words("Remove"), self.remove)
        self.reset_button = quiet(words("As it came"), self.reset)
        self.reset_button.setToolTip(words("Back to the words that came with the program"))
        self.save_button = primary(words("Save"), self.save, shortcut="Ctrl+S")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(self._preview)
        self._lay_out()
        self.list.marked.connect(self._choose)
        self.list.left.connect(self.reject)
        self.list.taken.connect(lambda: self.editor.text.setFocus())
        self.languages.chosen.connect(lambda _: self._choose())
        self.editor.edited.connect(self._edited)
        self.proof.turned.connect(self._turn)
        desk.bus.changed.connect(self._hear)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        self._ask()

    @property
    def key(self) -> TextKey | None:
        """The text that is marked in the list."""
        found: TextKey | None = self.list.value
        return found

    @property
    def language(self) -> Language:
        """The language that is written in."""
        return Language(self.languages.value)

    def save(self) -> None:
        """Keep the words that stand here."""
        if self._shown is not None and self.save_button.isEnabled():
            here = self._shown.key, self._shown.language
            subject, text = self.editor.value
            self._typed.pop(here, None)
            self.change(
                set_text, *here, subject, text, failed=lambda error: self._refused(here, (subject, text), error)
            )  # fmt: skip

    def reset(self) -> None:
        """Back to the words that came with the program, in this language."""
        if self._shown is not None:
            self._typed.pop((self._shown.key, self._shown.language), None)
            self.change(reset_text, self._shown.key, self._shown.language, then=lambda _: self._choose())

    def remove(self) -> None:
        """Take a ready answer out of the list."""
        if self._shown is not None:
            for language in Language:
                self._typed.pop((self._shown.key, language), None)
            self.change(remove_ready, self._shown.key)

    def ask_name(self) -> FormDialog:
        """A ready answer of the shop's own begins with its name."""
        words = self.words
        fields = [Field("name", words("The question it answers"), wide=True)]
        form = Form(self.desk.theme, words, fields, today=self.desk.today())
        dialog = FormDialog(
            self.desk.theme, words, self, title=words("Add a ready answer"), form=form, wide=440, deed=words("Add")
        )  # fmt: skip

        def done(result: tuple[TextKey, Changes]) -> None:
            dialog.kept()
            self._wanted = result[0]

        def keep(values: dict[str, Any]) -> None:
            begun = "{customer.greeting}\n\n…\n\n{signature}"
            self.change(
                add_ready, values["name"], self.language, values["name"], begun, then=done,
                failed=dialog.refuse, owner=dialog,
            )  # fmt: skip

        dialog.saved.connect(keep)
        dialog.open()
        return dialog

    def reject(self) -> None:
        """Esc says first what would be lost."""
        if self._typed and not self._warned:
            self._warned = True
            n = len(self._typed)
            said = self.words.n(
                "{n} text is not saved yet. Close once more to drop it.",
                "{n} texts are not saved yet. Close once more to drop them.", n,
            )  # fmt: skip
            self.banner.say(said, Tone.WARN)
        else:
            super().reject()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.languages)
        column.addWidget(self.editor, 1)
        narrow = self.width() < scaled(_BESIDE_FROM)
        row = QVBoxLayout() if narrow else QHBoxLayout()
        row.setSpacing(SPACE_4)
        self.list.setMinimumSize(scaled(130), scaled(_LIST) if narrow else 0)
        self.proof.setMinimumHeight(scaled(_LIST) if narrow else 0)
        for widget, share in ((self.list, 3), (middle, 5), (self.proof, 4)):
            row.addWidget(widget, share)
        self.body.addLayout(row, 1)
        close = quiet(self.words("Close"), self.reject, shortcut="Esc")
        self.add_feet(close, self.add_button, self.remove_button, None, self.reset_button, self.save_button)

    def _ask(self) -> None:
        self.desk.work.ask(text_rows, then=self._offer, failed=self.tell, owner=self, latest=f"texts {id(self)}")

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if changes.topics & {Topic.MESSAGES, Topic.COMPLAINTS}:
            self._ask()

    def _offer(self, rows: Sequence[TextRow]) -> None:
        words = self.words
        here = self._wanted or self.key or rows[0].key
        self._wanted = None
        self.list.list.blockSignals(True)
        self.list.offer([
            Entry(
                row.key, words("{text} (own words)", text=words.say(row.title)) if row.own else words.say(row.title),
                str(row.key),
            )
            for row in rows
        ])
        self.list.choose(here)  # where it is not sought just now, the first stays marked
        self.list.list.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        if self.key is not None:
            self.desk.work.ask(
                text_in, self.key, self.language, then=self._show, failed=self.tell, owner=self,
                latest=f"text {id(self)}",
            )  # fmt: skip

    def _show(self, found: MessageText) -> None:
        if self._shown is None or found.key.kind is not self._shown.key.kind:
            self._place = 0
        self._shown = found
        typed = self._typed.get((found.key, found.language))
        shown = found if typed is None else MessageText(found.key, found.language, *typed)
        if self.editor.value != (shown.subject, shown.text):  # else whoever is typing is thrown out of their place
            self.editor.show_text(shown)
        else:
            self.editor.say_wrong("")
        ready = found.key.kind is MessageKind.READY
        self.remove_button.setVisible(ready)
        self.reset_button.setVisible(found.own and (not ready or found.key.name in READY))
        self.save_button.setEnabled(typed is not None)
        self._preview()

    def _edited(self) -> None:
        if self._shown is None:
            return
        here = self._shown.key, self._shown.language
        typed = self.editor.value
        if typed == (self._shown.subject, self._shown.text):
            self._typed.pop(here, None)
        else:
            self._typed[here] = typed
        self._warned = False
        self.save_button.setEnabled(here in self._typed)
        self._timer.start()

    def _turn(self, step: int) -> None:
        self._place += step
        self._preview()

    def _preview(self) -> None:
        if self._shown is None:
            return
        text = MessageText(self._shown.key, self._shown.language, *self.editor.value)
        self.desk.work.ask(
            preview, text, place=self._place, short=self.proof.short, person=self.desk.settings.get(DESK_PERSON),
            then=self._proved, failed=self._not_read, owner=self, latest=f"preview {id(self)}",
        )  # fmt: skip

    def _proved(self, found: Preview) -> None:
        self.editor.say_wrong("")
        self.proof.show_preview(found)

    def _not_read(self, error: AppError) -> None:
        self.editor.say_wrong(self.words.say(error.message))

    def _refused(self, here: tuple[TextKey, Language], typed: _Typed, error: AppError) -> None:
        self._typed[here] = typed
        self.editor.say_wrong(self.words.say(error.message))


def open_texts(desk: Desk, parent: QWidget, wanted: TextKey | None = None) -> TextsDialog:
    """Open the texts over the page, at one of them."""
    dialog = TextsDialog(desk, parent.window(), wanted=wanted)
    dialog.open()
    return dialog
