"""When something is printed: the conditions in words, and the searched list in which they are ticked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.card_conditions import CONDITIONS
from desktop_app.domain.cards import Condition, When
from desktop_app.ui.designer.asking import Question
from desktop_app.ui.designer.searched_list import Entry, SearchedList
from desktop_app.ui.designer.wording import when_words
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_1, Tone
from desktop_app.ui.widgets.buttons import primary, quiet, small
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.within import within


class ConditionQuestion(Question):
    """`chosen(When)`: all that are ticked must hold; a thing and its opposite are never ticked together."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, *, when: When = (), title: str = "") -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=title or words("When is it printed?"),
            line=words("Tick what must be so. Several must all be so; with none it is always printed."),
        )  # fmt: skip
        self.when = when
        self.found = SearchedList(desk.theme, words, hint=words("Search conditions"), name=words("Conditions"))
        self.found.ticked.connect(self._tick)
        self.found.taken.connect(self.found.tick_marked)
        self.found.left.connect(self.reject)
        self.said = Label("", tone=Tone.MUTED, wrap=True)
        self.go = primary(words("Use these"), self._go)
        self.body.addWidget(self.found, 1)
        self.body.addWidget(self.said)
        self.add_feet(quiet(words("Always"), self._always), self.go)
        self.resize(within(parent, 500, 560))
        self.found.offer([self._entry(condition) for condition in CONDITIONS])
        self.said.setText(when_words(words, when))
        self.found.search.take_focus()

    def _entry(self, condition: Condition) -> Entry:
        """A line, found by the words of its opposite too."""
        said = self.words.say(CONDITIONS[condition])
        other = self.words.say(CONDITIONS[replace(condition, wanted=not condition.wanted)])
        return Entry(condition, said, other, ticked=condition in self.when)

    def _tick(self, condition: Condition, on: bool) -> None:
        others = tuple(one for one in self.when if one.fact is not condition.fact)
        self.when = (*others, condition) if on else others
        self.found.show_ticked(self.when)
        self.said.setText(when_words(self.words, self.when))

    def _always(self) -> None:
        self.when = ()
        self._go()

    def _go(self) -> None:
        self.accept()
        self.chosen.emit(self.when)


class WhenInput(QWidget):
    """A field whose `value` is a When: said in words, changed in the list."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._when: When = ()
        self.said = Label(when_words(desk.words, ()), wrap=True)
        self.change = small(desk.words("Conditions…"), self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.said)
        column.addWidget(self.change)
        self.setFocusProxy(self.change)

    def value(self) -> Any:
        """The conditions."""
        return self._when

    def set_value(self, value: Any) -> None:
        """Show conditions."""
        self._when = tuple(value or ())
        self.said.setText(when_words(self._desk.words, self._when))

    def ask(self) -> None:
        """Let a person tick others."""
        question = ConditionQuestion(self._desk, self.window(), when=self._when)
        question.chosen.connect(self._take)
        question.open()

    def _take(self, when: When) -> None:
        self.set_value(when)
        self.edited.emit()
