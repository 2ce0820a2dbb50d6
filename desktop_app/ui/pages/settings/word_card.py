"""The owner's word to the packers: today's in one line, those of days to come, and who has read it and the mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.domain.packers import DayWord, Reading, text_in
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.settings.word_dialog import open_word
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import plain, quiet
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.inputs import TextInput
from desktop_app.ui.widgets.labels import Label

LONGEST = 300  # letters


class WordCard(RecordCard):
    """Changes at once, each a step of Undo; what is being typed stays when the card asks anew."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            desk, words("Word to the packers"), words("on their screen until they have read it"), parent=parent
        )
        self.shown: tuple[DayWord, ...] = ()
        self.readings: tuple[Reading, ...] = ()
        self._touched = False  # somebody typed since the line showed what is kept
        self.word = TextInput(hint=words("Such as: glasses are wrapped twice today"), limit=LONGEST)
        self.word.setAccessibleName(words("Today’s word to the packers"))
        self.word.returnPressed.connect(self.say)
        self.word.edited.connect(self._type)
        self.say_button = quiet(words("Say it"), self.say)
        self.more_button = plain(words("Another day, other languages…"), partial(self.edit, None))
        self.said = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self.said.hide()
        self._today = self._made_today()
        self.add_row(self._today)
        self._renew()
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the words from today on, and who has read today's."""
        self.desk.work.ask(
            _words_and_readings, self.desk.today(),
            then=lambda found: self._show(*found), owner=self, latest="day words",
        )

    def say(self) -> None:
        """Keep what stands in the line as today's word, in the language of this desk; an empty one takes it away."""
        from desktop_app.actions.words_of_day import set_day_word

        if not self.say_button.isEnabled():
            return
        self.desk.work.change(
            set_day_word, self.desk.today(), {self.words.language: self.word.value()},
            then=self._kept, failed=self._refuse, owner=self,
        )

    def edit(self, word: DayWord | None) -> None:
        """The word of a day in each language; a new one is for tomorrow until another day is given."""
        open_word(self.desk, self.window(), word, day=self.desk.today() + dt.timedelta(1))

    def _made_today(self) -> QWidget:
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(Label(self.words("Today’s word to the packers"), Size.SMALL, tone=Tone.MUTED, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        line.addWidget(self.word, 1)
        line.addWidget(self.say_button)
        column.addLayout(line)
        column.addWidget(self.said)
        self.more_button.setProperty("flush", True)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        return room

    def _show(self, found: Sequence[DayWord], readings: Sequence[Reading]) -> None:
        typing = self.typing
        self.shown, self.readings = tuple(found), tuple(readings)
        held = self.word.hasFocus() or self.say_button.hasFocus()
        self._today.setParent(None)  # it outlives the rows, with what is typed in it
        coming = [one for one in self.shown if one.day > self.desk.today()]
        rows = [self._today, *map(self._coming_row, coming), *map(self._reading_row, self.readings)]
        self.fill(rows)
        self._today.show()
        if not typing:
            self.drop()
        if held:
            self.word.setFocus()
        self._renew()

    @property
    def _now(self) -> str:
        """Today's word as it is kept, in the language of this desk where it has one."""
        today = next((one for one in self.shown if one.day == self.desk.today()), None)
        return text_in(dict(today.texts), self.words.language) if today else ""

    @property
    def typing(self) -> bool:
        """Whether a word is typed that was not said yet."""
        return self._touched and bool(self.word.value() != self._now)

    def drop(self) -> None:
        """Show the word that is kept in place of what was typed."""
        self._touched = False
        self.word.set_value(self._now)
        self._renew()

    def _coming_row(self, one: DayWord) -> QWidget:
        words = self.words
        row = DetailRow(
            self.desk.theme, short_day(words, one.day, self.desk.today()), text_in(dict(one.texts), words.language),
            change=words("Change"),
        )
        row.opened.connect(lambda: self.edit(one))
        return row

    def _reading_row(self, one: Reading) -> QWidget:
        words, word = self.words, bool(self._now)
        missing = [words("the mission")] if not one.mission else []
        if word and not one.word:
            missing.append(words("today’s word"))
        if missing:
            detail = words("Not read yet: {what}", what=missing)
            return DetailRow(self.desk.theme, one.packer.fields.person, detail, tag=(words("Not yet"), Tone.WARN))
        if word:
            at = dt.datetime.fromisoformat(one.word)
            detail = words("Read today’s word at {time}", time=f"{at:%H:%M}")
        else:
            detail = words("Read the mission on {day}", day=dt.datetime.fromisoformat(one.mission).date())
        return DetailRow(self.desk.theme, one.packer.fields.person, detail, tag=(words("Read"), Tone.GOOD))

    def _kept(self, changes: Changes) -> None:
        self.said.hide()
        if changes.id:
            self.desk.tell_done(changes, None)
        self.refresh()

    def _refuse(self, error: AppError) -> None:
        self.said.setText(self.words.say(error.message))
        self.said.show()
        self.word.setFocus()

    def _type(self) -> None:
        self._touched = True
        self._renew()

    def _renew(self) -> None:
        self.say_button.setEnabled(self.typing)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.PACKERS in changes.topics:
            self.refresh()


def _words_and_readings(shop: Shop, day: dt.date) -> tuple[list[DayWord], list[Reading]]:
    from desktop_app.queries.words_of_day import day_words, readings

    return day_words(shop, since=day), readings(shop, day)
