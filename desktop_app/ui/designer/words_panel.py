"""The words of a text: a row of wordings by condition, below it what each says in every language side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.designing import UnknownField
from desktop_app.domain.cards import BarcodeItem, TextItem, When
from desktop_app.domain.design_wordings import Row, add_row, remove_row, rows_of, say, set_row_when, words_of
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Language, msg
from desktop_app.ui.designer.conditions import ConditionQuestion
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.wording import LANGUAGES, when_words
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import BUTTON_IN_ROW, SPACE_2, SPACE_3, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import ChoiceInput, LongInput, small_text
from desktop_app.ui.widgets.labels import Label

_BESIDE_FROM = 620  # points; narrower, one language at a time


class WordsInput(LongInput):
    """One language's words; `entered` when the keyboard comes here. By Tab all of them are selected, as in a line."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
        self.entered.emit()


class WordsPanel(QFrame):
    """Shown while a text or a code is selected; `field_wanted` asks for the list of fields."""

    field_wanted = Signal()
    wrote = Signal(object)  # the language that is written in

    def __init__(self, desk: Desk, session: Session, *, first: Language, check: Callable[[str], object]) -> None:
        """`first` is the language that stands first: the shop's own."""
        super().__init__()
        order = sorted(LANGUAGES, key=lambda language: language is not first)
        words = self._words = desk.words
        self._desk, self._session, self._check = desk, session, check
        self._row = Row(())
        self._name = ""
        self._last = session.language
        self.inputs: dict[Language, WordsInput] = {}
        self._columns: dict[Language, QWidget] = {}
        self.rows = ChoiceInput(desk.theme)
        self.rows.setAccessibleName(words("Wording"))
        self.rows.setMinimumContentsLength(20)
        small_text(self.rows).setStyleSheet(f"min-height: {scaled(BUTTON_IN_ROW) - 2}px;")
        self.rows.edited.connect(lambda: self._show_row(self.rows.value()))
        self.insert = small(words("Insert field…"), self.field_wanted.emit, shortcut="Ctrl+I")
        self.add = small(words("Another wording…"), self._offer)
        self.when = small(words("Conditions…"), self._ask_when, tip=words("When this wording is printed"))
        self.drop = small(words("Remove wording"), self._remove)
        self.languages = FilterChips([(one.value, LANGUAGES[one]) for one in order], name=words("Language"))
        self.languages.choose(session.language.value)
        self.languages.chosen.connect(lambda value: self._choose(Language(value)))
        self._error = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self._error.hide()
        self.mend = small("", self._mend)
        self.mend.hide()
        self._misnamed: tuple[str, str, Language] | None = None
        self._lay_out(order)
        for signal in (session.selected, session.changed):
            signal.connect(self.renew)
        self.renew()

    def _lay_out(self, order: Sequence[Language]) -> None:
        """The tools above, the languages beside each other or one at a time."""
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.setSpacing(SPACE_2)
        self._tools = QWidget()
        flow = FlowLayout(self._tools, space=SPACE_2)
        for widget in (self.rows, self.when, self.add, self.drop, self.insert):
            flow.addWidget(widget)
        column.addWidget(self._tools)
        column.addWidget(self.languages)
        self._all = QWidget()
        beside = QHBoxLayout(self._all)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SPACE_3)
        for language in order:
            self._columns[language] = self._column(language, LANGUAGES[language])
            beside.addWidget(self._columns[language], 1)
        column.addWidget(self._all)
        column.addWidget(self._error)
        column.addWidget(self.mend)
        column.addStretch(1)

    @property
    def language(self) -> Language:
        """The language that is written in, or was last."""
        return self._last

    @property
    def wanted(self) -> bool:
        """Whether what is selected has words."""
        return isinstance(self._session.only, TextItem | BarcodeItem)

    def take_focus(self, language: Language | None = None) -> None:
        """Put the keyboard into the words of a language, of the one shown if none is said, all of them selected."""
        wanted = language or self._session.language
        self.languages.choose(wanted.value)
        self._fit()
        box = self.inputs[wanted]
        box.setFocus()
        box.selectAll()

    def put(self, text: str) -> None:
        """Write a field where the cursor was last."""
        box = self.inputs[self._last]
        box.textCursor().insertText(text)
        box.setFocus()

    def renew(self) -> None:
        """Show the words as they are now."""
        item = self._session.only
        self._all.setEnabled(self.wanted)
        self._tools.setEnabled(self.wanted)
        if item is None or not self.wanted:
            self._name = ""
            for box in self.inputs.values():
                box.set_value("")
            self._clear()
            return
        rows = rows_of(self._session.template, item.id)
        if item.id != self._name or self._row not in rows:
            self._name = item.id
            self._row = self._printed(rows)
        self._show_rows(rows)
        for language, box in self.inputs.items():
            said = words_of(self._session.template, item.id, self._row, language)
            if box.value() != said.strip() and not box.property("wrong"):
                box.set_value(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _column(self, language: Language, name: str) -> QWidget:
        place = QWidget()
        box = self.inputs[language] = WordsInput(
            hint=self._words("Select a text on the card to write its words."), lines=3
        )
        box.setAccessibleName(self._words("Words ({language})", language=name))
        box.edited.connect(lambda: self._typed(language))
        box.entered.connect(lambda: self._entered(language))
        label = Label(name, Size.SMALL, tone=Tone.MUTED)
        label.setBuddy(box)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(box)
        return place

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        texts = [when_words(self._words, row.when) + (f" ({row.nth + 1})" if row.nth else "") for row in rows]
        self.rows.set_choices(list(zip(rows, texts, strict=True)))
        self.rows.set_value(self._row)
        self.drop.setEnabled(len(rows) > 1)

    def _printed(self, rows: tuple[Row, ...]) -> Row:
        """The wording that is seen on the card now, as far as its conditions tell."""
        page = self._session.page
        facts = page.facts if page is not None else frozenset()
        for row in rows:
            if all((condition.fact in facts) is condition.wanted for condition in row.when):
                return row
        return rows[-1] if rows else Row(())

    def _show_row(self, row: Row) -> None:
        self._row = row
        self._clear()
        self._session.history.settle()
        self.renew()

    def _typed(self, language: Language) -> None:
        session, box = self._session, self.inputs[language]
        text = box.toPlainText()
        try:
            self._check(text)
        except Invalid as error:
            self._mark(box, self._words.say(error.message))
            self._offer_near(error, language)
            return
        self._mark(box, "")
        made = say(session.template, self._name, self._row, language=language, text=text)
        session.edit(msg("Words"), made, merge=f"words {self._name} {self._row} {language}")

    def _offer_near(self, error: Invalid, language: Language) -> None:
        """The way out of a field that there is none of: the one that was probably meant."""
        self._misnamed = (error.name, error.near, language) if isinstance(error, UnknownField) else None
        self.mend.setVisible(self._misnamed is not None)
        if self._misnamed is not None:
            self.mend.setText(self._words("Write “{name}”", name=self._misnamed[1]))

    def _mend(self) -> None:
        if self._misnamed is not None:
            wrong, near, language = self._misnamed
            box = self.inputs[language]
            box.setPlainText(box.toPlainText().replace("{" + wrong + "}", "{" + near + "}"))
            box.moveCursor(QTextCursor.MoveOperation.End)
            box.setFocus()

    def _entered(self, language: Language) -> None:
        self._session.history.settle()
        self._last = language
        self.wrote.emit(language)

    def _offer(self) -> None:
        """Under which conditions another wording is printed."""
        question = ConditionQuestion(self._desk, self.window(), title=self._words("When is the other wording printed?"))
        question.chosen.connect(self._add)
        question.open()

    def _ask_when(self) -> None:
        """Under which conditions this wording is printed."""
        question = ConditionQuestion(
            self._desk, self.window(), when=self._row.when, title=self._words("When is this wording printed?")
        )
        question.chosen.connect(self._put_when)
        question.open()

    def _put_when(self, when: When) -> None:
        made, row = set_row_when(self._session.template, self._name, self._row, when)
        self._row = row
        self._session.edit(msg("Condition"), made)

    def _add(self, when: When) -> None:
        made, row = add_row(self._session.template, self._name, when)
        self._row = row
        self._session.edit(msg("Another wording"), made)
        self.take_focus()

    def _remove(self) -> None:
        made = remove_row(self._session.template, self._name, self._row)
        self._session.edit(msg("Remove wording"), made)

    def _choose(self, language: Language) -> None:
        self._fit()
        self.wrote.emit(language)
        self._last = language

    def _clear(self) -> None:
        for box in self.inputs.values():
            self._mark(box, "")

    def _mark(self, box: WordsInput, error: str) -> None:
        if bool(box.property("wrong")) != bool(error):
            box.setProperty("wrong", bool(error))
            box.style().unpolish(box)
            box.style().polish(box)
        self.mend.hide()
        self._error.setText(error)
        self._error.setVisible(bool(error))

    def _fit(self) -> None:
        beside = self.width() >= scaled(_BESIDE_FROM)
        self.languages.setVisible(not beside)
        shown = Language(self.languages.value)
        for language, column in self._columns.items():
            column.setVisible(beside or language is shown)
