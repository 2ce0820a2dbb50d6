"""How a field shall come out: a name's case, a number with its word, what to say where there is nothing; no signs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.card_fields import CASES, COUNTS, FieldInfo, in_case
from desktop_app.domain.name_cases import Case
from desktop_app.i18n import Language, Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, Size, Tone
from desktop_app.ui.widgets.inputs import ChoiceInput, TextInput
from desktop_app.ui.widgets.labels import Label


class FieldForms(QWidget):
    """Shown for the field that is marked in the list; `written` is the field as the text will have it."""

    entered = Signal()

    def __init__(self, theme: Theme, words: Words, language: Language) -> None:
        super().__init__()
        self._words, self._language = words, language
        self._info: FieldInfo | None = None
        self.case = ChoiceInput(theme)
        self.case.setAccessibleName(words("Form of the name"))
        self.counted = ChoiceInput(theme)
        self.counted.setAccessibleName(words("With its word"))
        self.forms = [TextInput() for _ in COUNTS[language]]
        self.instead = TextInput()
        self._case = self._labelled(words("Form of the name"), self.case)
        self._counted = self._labelled(words("Number"), self.counted)
        self._forms = QWidget()
        row = QHBoxLayout(self._forms)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        for number, form in zip(COUNTS[language], self.forms, strict=True):
            form.setAccessibleName(words("Word with {n}", n=number))
            row.addWidget(Label(str(number), tone=Tone.MUTED))
            row.addWidget(form, 1)
        self.shown = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.instead.setPlaceholderText(words("Empty: this wording is left out then"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for widget in (
            self._case, self._counted, self._forms, self._labelled(words("Where it is not known"), self.instead),
            self.shown,
        ):  # fmt: skip
            column.addWidget(widget)
        for choice in (self.case, self.counted):
            choice.edited.connect(self._renew)
        for line in (*self.forms, self.instead):
            line.edited.connect(self._renew)
            line.returnPressed.connect(self.entered)

    @property
    def written(self) -> str:
        """The field between its braces."""
        info = self._info
        if info is None:
            return ""
        case = self.case.value() if info.cases else None
        return info.written(
            case=case, words=self._said if self.counted.value() else (), instead=self.instead.value()
        )  # fmt: skip

    def show_field(self, info: FieldInfo | None) -> None:
        """Offer the forms of a field."""
        words, language = self._words, self._language
        if info is None or info is self._info:
            return
        self._info = info
        cases: list[tuple[Case | None, str]] = [(None, in_case(info, None, language))]
        cases += [(case, f"{in_case(info, case, language)} · {words.say(CASES[case])}") for case in info.cases]
        self.case.set_choices(cases)
        self.case.set_value(None)
        counts, number = info.counts.get(language, ()), info.samples[language]
        self.counted.set_choices([(False, number), (True, words("{n} with its word", n=number))])
        self.counted.set_value(False)
        for form, word in zip(self.forms, counts or ("",) * len(self.forms), strict=True):
            form.set_value(word)
        self._case.setVisible(bool(info.cases) and language is not Language.EN)  # English names have no cases
        self._counted.setVisible(bool(counts))
        self._renew()

    @property
    def _said(self) -> tuple[str, ...]:
        return tuple(form.value() for form in self.forms)

    def _renew(self) -> None:
        counted = bool(self.counted.value()) and not self._counted.isHidden()
        self._forms.setVisible(counted)
        if counted:
            pairs = zip(COUNTS[self._language], self._said, strict=True)
            self.shown.setText(" · ".join(f"{number} {word}" for number, word in pairs))
        else:
            self.shown.setText("")
        self.shown.setVisible(counted)

    def _labelled(self, text: str, widget: QWidget) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        label = Label(text, Size.SMALL, tone=Tone.MUTED)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)
        return place
